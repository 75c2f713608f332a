#include "taga-new-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-company.h"
#include "taga-file-dialog.h"
#include "taga-founding.h"
#include "taga-new-lists.h"
#include "taga-text.h"

#define SUFFIX ".taga"

/* A file's name may have 255 bytes, and a kana takes three; the suffix needs room too. */
#define MAX_NAME_BYTES 200

/* Most companies' fiscal year begins in April. */
#define APRIL 4

/**
 * TagaNewDialog:
 *
 * Asks what is needed to begin a company file, on two pages, and makes it.
 */
struct _TagaNewDialog
{
  AdwWindow parent_instance;

  TagaNewDialogCreated created;
  gpointer created_data; /* (unowned) */
  TagaEdition *edition;  /* (owned) (nullable): for the words of the choices */
  char *folder;          /* (owned): where the file goes */
  char *file_name;       /* (owned) (nullable): its name, if it was chosen and not made up */

  /* Template */
  AdwWindowTitle *title;
  GtkButton *back_button;
  GtkButton *next_button;
  GtkRevealer *problem;
  GtkLabel *problem_label;
  GtkStack *stack;
  GMenu *industries;
  GtkStringList *months;
  GtkEditable *name_row;
  GtkEditable *industry_row;
  GtkEditable *employees_row;
  AdwComboRow *month_row;
  AdwComboRow *people_row;
  AdwComboRow *dedication_row;
  GtkCheckButton *older_button;
  AdwActionRow *file_row;
  GtkWidget *choose_button;
};

G_DEFINE_FINAL_TYPE (TagaNewDialog, taga_new_dialog, ADW_TYPE_WINDOW)

static gboolean
is_on_file_page (TagaNewDialog *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "file") == 0;
}

static void
show_problem (TagaNewDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->problem_label, sentence);
  gtk_revealer_set_reveal_child (self->problem, sentence != NULL);
}

static void
mark_row (GtkEditable *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static char *
dup_text (GtkEditable *row)
{
  return taga_text_clean (gtk_editable_get_text (row), -1, FALSE);
}

/* An empty entry is a number that is not known. */
static gboolean
read_employees (TagaNewDialog *self, gint64 *number)
{
  g_autofree char *text = dup_text (self->employees_row);

  *number = TAGA_UNKNOWN;
  if (text == NULL)
    return TRUE;

  return taga_text_parse_integer (text, number) && *number >= 0 && *number <= G_MAXINT32;
}

static gboolean
check_employees (TagaNewDialog *self)
{
  gint64 number;
  gboolean right = read_employees (self, &number);

  mark_row (self->employees_row, !right);
  show_problem (self, right
                          ? NULL
                          : _ ("Write the number of employees in digits, as in 25. Leave it empty "
                               "if you do not know it."));

  return right;
}

static gboolean
check_name (TagaNewDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);

  mark_row (self->name_row, name == NULL);
  if (name == NULL)
    show_problem (self, _ ("Write the company’s name. The file is named after it."));

  return name != NULL;
}

/* While somebody types, the number is looked at as it is, and an empty name is no reproach yet. */
static void
changed_cb (TagaNewDialog *self)
{
  check_employees (self);
  mark_row (self->name_row, FALSE);
}

/* What no file system takes, and what a name may not begin with, is left out. */
static char *
dup_default_name (TagaNewDialog *self)
{
  g_autofree char *name = dup_text (self->name_row);
  const char *end;

  if (name == NULL)
    return g_strdup (_ ("Company.taga"));

  g_strdelimit (name, "/\\:*?\"<>|", '_');
  if (*name == '.')
    *name = '_';
  if (strlen (name) > MAX_NAME_BYTES)
    {
      g_utf8_validate (name, MAX_NAME_BYTES, &end);
      name[end - name] = '\0';
    }

  return g_strconcat (name, SUFFIX, NULL);
}

static char *
dup_path (TagaNewDialog *self)
{
  g_autofree char *name =
      self->file_name != NULL ? g_strdup (self->file_name) : dup_default_name (self);

  return g_build_filename (self->folder, name, NULL);
}

static void
update_file (TagaNewDialog *self)
{
  g_autofree char *path = dup_path (self);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_filename_display_name (self->folder);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
  adw_action_row_set_subtitle (self->file_row, folder);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaNewDialog) self = user_data;
  g_autoptr (GFile) file = taga_file_dialog_save_finish (result, NULL, NULL);
  g_autofree char *path = file == NULL ? NULL : g_file_get_path (file);

  if (path == NULL || self->stack == NULL)
    return;

  g_free (self->folder);
  g_free (self->file_name);
  self->folder = g_path_get_dirname (path);
  self->file_name = g_path_get_basename (path);
  show_problem (self, NULL);
  update_file (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
choose_cb (TagaNewDialog *self)
{
  const TagaFileKind kind = TAGA_FILE_COMPANY;
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autofree char *path = dup_path (self);
  g_autofree char *name = g_filename_display_basename (path);

  taga_file_dialog_save (GTK_WINDOW (self), _ ("Where the Company File Goes"), folder, name, &kind,
                         1, chosen_cb, g_object_ref (self));
}

static TagaValue *
create_values (TagaNewDialog *self)
{
  TagaValue *values = taga_values_new (TAGA_COMPANY_N_FIELDS);

  values[TAGA_COMPANY_NAME].text = dup_text (self->name_row);
  values[TAGA_COMPANY_INDUSTRY].text = dup_text (self->industry_row);
  read_employees (self, &values[TAGA_COMPANY_EMPLOYEES].number);
  values[TAGA_COMPANY_SETUP_PEOPLE].text =
      taga_new_lists_dup_choice (self->people_row, self->edition, "setup-people");
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->dedication_row)))
    values[TAGA_COMPANY_SETUP_DEDICATION].text =
        taga_new_lists_dup_choice (self->dedication_row, self->edition, "setup-dedication");
  values[TAGA_COMPANY_FISCAL_MONTH].number = adw_combo_row_get_selected (self->month_row) + 1;
  values[TAGA_COMPANY_DATE_STYLE].text = g_strdup ("western");
  values[TAGA_COMPANY_EDITION].text =
      g_strdup (gtk_check_button_get_active (self->older_button) ? "ipa-3.0" : "ipa-3.1");
  values[TAGA_COMPANY_FICTITIOUS].number = 0;

  return values;
}

static void
create_company (TagaNewDialog *self)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = NULL;
  TagaValue *values = create_values (self);

  store = taga_founding_new_company (path, values, &error);
  taga_values_free (values, TAGA_COMPANY_N_FIELDS);
  if (store == NULL)
    {
      show_problem (self, error->message);
      gtk_widget_grab_focus (self->choose_button);
      return;
    }

  /* Closed first: whoever hears of the file opens it for itself. */
  g_clear_object (&store);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (self->created != NULL)
    self->created (path, self->created_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
next_cb (TagaNewDialog *self)
{
  if (!check_employees (self))
    {
      gtk_stack_set_visible_child_name (self->stack, "company");
      gtk_widget_grab_focus (GTK_WIDGET (self->employees_row));
    }
  else if (!check_name (self))
    {
      gtk_stack_set_visible_child_name (self->stack, "company");
      gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
    }
  else if (is_on_file_page (self))
    create_company (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "file");
}

static void
back_cb (TagaNewDialog *self)
{
  if (is_on_file_page (self))
    gtk_stack_set_visible_child_name (self->stack, "company");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
page_changed_cb (TagaNewDialog *self)
{
  gboolean last = is_on_file_page (self);

  adw_window_title_set_subtitle (self->title, last ? _ ("Page 2 of 2") : _ ("Page 1 of 2"));
  gtk_button_set_label (self->back_button, last ? _ ("_Back") : _ ("_Cancel"));
  gtk_button_set_label (self->next_button, last ? _ ("_Create") : _ ("_Next"));
  update_file (self);
  /* All that is asked on the last page has an answer already, so Return goes on there too. */
  if (last)
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

/* Where nobody is in charge there is nothing to say about them. */
static void
people_cb (TagaNewDialog *self)
{
  g_autofree char *people =
      taga_new_lists_dup_choice (self->people_row, self->edition, "setup-people");

  gtk_widget_set_sensitive (GTK_WIDGET (self->dedication_row), g_strcmp0 (people, "none") != 0);
}

static void
industry_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaNewDialog *self = TAGA_NEW_DIALOG (widget);

  gtk_editable_set_text (self->industry_row, g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (GTK_WIDGET (self->industry_row));
}

static char *
dup_documents (void)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (folder == NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    folder = g_get_home_dir ();

  return g_strdup (folder);
}

static void
taga_new_dialog_dispose (GObject *object)
{
  TagaNewDialog *self = TAGA_NEW_DIALOG (object);

  g_clear_object (&self->edition);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_NEW_DIALOG);

  G_OBJECT_CLASS (taga_new_dialog_parent_class)->dispose (object);
}

static void
taga_new_dialog_finalize (GObject *object)
{
  TagaNewDialog *self = TAGA_NEW_DIALOG (object);

  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->file_name, g_free);

  G_OBJECT_CLASS (taga_new_dialog_parent_class)->finalize (object);
}

static void
taga_new_dialog_class_init (TagaNewDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_new_dialog_dispose;
  object_class->finalize = taga_new_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, industries);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, months);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, industry_row);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, employees_row);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, month_row);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, people_row);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, dedication_row);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, older_button);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, TagaNewDialog, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_install_action (widget_class, "new.industry", "s", industry_action);
}

static void
taga_new_dialog_init (TagaNewDialog *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = dup_documents ();
  self->edition = taga_edition_load ("ipa-3.1", &error);
  if (self->edition == NULL)
    g_warning ("%s", error->message);

  gtk_widget_init_template (GTK_WIDGET (self));
  taga_new_lists_fill_months (self->months);
  taga_new_lists_fill_industries (self->industries, "new.industry");
  taga_new_lists_fill_choices (self->people_row, self->edition, "setup-people");
  taga_new_lists_fill_choices (self->dedication_row, self->edition, "setup-dedication");
  adw_combo_row_set_selected (self->month_row, APRIL - 1);
  page_changed_cb (self);
}

/**
 * taga_new_dialog_present:
 * @parent: (nullable): the window that asks
 * @created: (scope async) (nullable): hears of the new file
 * @data: data for @created
 *
 * Asks what is needed to begin a company file and makes it. What went wrong is said in the dialog,
 * and what was typed stays.
 */
void
taga_new_dialog_present (GtkWindow *parent, TagaNewDialogCreated created, gpointer data)
{
  TagaNewDialog *self = g_object_new (TAGA_TYPE_NEW_DIALOG, "transient-for", parent, NULL);

  self->created = created;
  self->created_data = data;
  gtk_window_present (GTK_WINDOW (self));
}
