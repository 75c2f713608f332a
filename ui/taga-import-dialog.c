#include "taga-import-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-import-found.h"
#include "taga-import-review.h"
#include "taga-ui.h"

/**
 * TagaImportDialog:
 *
 * Takes a file into the register: shows what was found in it and what it would do, lets the user
 * choose, and does it.
 *
 * Reading, comparing and taking over happen in jobs with stores of their own. What the review shows
 * of the register it reads from the window's store, which takes over afterwards what was changed.
 */
struct _TagaImportDialog
{
  AdwWindow parent_instance;

  TagaStore *store;       /* (owned) */
  GFile *file;            /* (owned) */
  TagaSource *source;     /* (owned) (nullable) */
  TagaProposal *proposal; /* (owned) (nullable) */
  GBytes *known;          /* (owned) (nullable): the choices that the proposal has, if known */
  gboolean is_busy;
  gboolean is_stale; /* whether the proposal is not of the plan that is shown */

  /* Template */
  GtkWidget *content;
  GtkStack *pages;
  TagaImportFound *found;
  TagaImportReview *review;
  AdwStatusPage *status;
  GtkWidget *retire_box;
  GtkSwitch *retire_switch;
  GtkLabel *retire_label;
  GtkWidget *back_button;
  GtkButton *close_button;
  GtkWidget *compare_button;
  GtkButton *apply_button;
  AdwWindowTitle *window_title;
};

G_DEFINE_FINAL_TYPE (TagaImportDialog, taga_import_dialog, ADW_TYPE_WINDOW)

static TagaProposalChoices *
get_choices (TagaImportDialog *self)
{
  return taga_proposal_list_get_choices (taga_import_review_get_list (self->review));
}

/* What the bar at the bottom offers depends on the page. */
static void
show_page (TagaImportDialog *self, const char *name)
{
  gboolean reviewing = g_str_equal (name, "review");
  gboolean looking = g_str_equal (name, "found");
  guint n_gone =
      self->proposal == NULL ? 0 : taga_proposal_count (self->proposal, TAGA_STAGED_GONE);
  const char *title = looking ? _ ("What Was Found in the File") : _ ("Review the Import");
  GtkWidget *usual = looking     ? self->compare_button
                     : reviewing ? GTK_WIDGET (self->apply_button)
                                 : GTK_WIDGET (self->close_button);

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (GTK_WIDGET (self->apply_button), reviewing);
  gtk_widget_set_visible (self->compare_button, looking);
  gtk_widget_set_visible (self->retire_box, reviewing && n_gone > 0);
  gtk_widget_set_visible (self->back_button, FALSE);
  gtk_button_set_label (self->close_button,
                        reviewing || looking ? C_ ("import", "_Cancel") : _ ("_Close"));
  gtk_window_set_default_widget (GTK_WINDOW (self), usual);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
}

static void
show_status (TagaImportDialog *self, const char *icon, const char *title, const char *description)
{
  g_autofree char *markup = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, markup);
  show_page (self, "status");
}

static void
show_failure (TagaImportDialog *self, const char *title, const GError *error)
{
  show_status (self, "dialog-error-symbolic", title, error->message);
}

static void
show_nothing (TagaImportDialog *self)
{
  guint n = taga_proposal_count_same (self->proposal);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("The file has the columns of the register, but no rows."));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "The register has the %'u row of the file just so.",
                                         "The register has all %'u rows of the file just so.", n),
                            n);

  show_status (self, "object-select-symbolic", _ ("Nothing to Import"), text);
}

/* The button says what it would do. */
static void
update_apply (TagaImportDialog *self)
{
  guint n = taga_proposal_choices_count_ticked (get_choices (self), TAGA_PROPOSAL_ALL_KINDS);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_ ("_Import"));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Import %'u Row", "_Import %'u Rows", n),
                            n);

  gtk_button_set_label (self->apply_button, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", n > 0);
}

static void
show_retire (TagaImportDialog *self)
{
  guint n = taga_proposal_count (self->proposal, TAGA_STAGED_GONE);
  g_autofree char *text = g_strdup_printf (_ ("_Retire what is only in the register (%'u)"), n);

  gtk_label_set_label (self->retire_label, text);
  gtk_switch_set_active (self->retire_switch, FALSE);
}

/* Shows what came of a reading: what was found, if somebody should look at that first. */
static void
take_reading (TagaImportDialog *self, TagaImportReading *reading)
{
  TagaProposalList *list;

  g_set_object (&self->source, reading->source);
  taga_import_found_set_plan (self->found, taga_source_get_plan (self->source));
  if (reading->proposal == NULL)
    {
      show_page (self, "found");
      gtk_widget_grab_focus (self->compare_button);
      return;
    }

  g_set_object (&self->proposal, reading->proposal);
  taga_import_review_set_reading (self->review, reading);
  if (taga_import_review_is_empty (self->review))
    {
      show_nothing (self);
      return;
    }

  list = taga_import_review_get_list (self->review);
  g_signal_connect_object (list, "ticked", G_CALLBACK (update_apply), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->known, g_bytes_unref);
  self->known = taga_proposal_choices_create (get_choices (self));
  self->is_stale = FALSE;
  show_retire (self);
  update_apply (self);
  show_page (self, "review");
}

/* Nobody can go on before the file can be read like that. */
static void
update_compare (TagaImportDialog *self)
{
  self->is_stale = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.compare",
                                 taga_import_found_is_ready (self->found));
}

/* While a job runs nothing can be changed, nor have the focus. This window stays. */
static void
set_busy (TagaImportDialog *self, gboolean busy)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  self->is_busy = busy;
  gtk_widget_set_sensitive (self->content, !busy);
}

static void
read_again_cb (const GError *error, gpointer user_data)
{
  TagaImportReading *reading = user_data;
  TagaImportDialog *self = reading->user_data;

  set_busy (self, FALSE);
  if (error == NULL)
    take_reading (self, reading);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_failure (self, _ ("The File Could Not Be Read"), error);
      gtk_widget_set_visible (self->back_button, TRUE);
    }
  else
    taga_import_found_set_plan (self->found, reading->plan);

  if (reading->header_row > 0)
    taga_import_found_focus_header (self->found);
}

/* Reads the file as the page says, or only moves the header of a sheet. */
static void
read_again (TagaImportDialog *self, guint header_sheet, guint header_row)
{
  TagaImportReading *reading = taga_import_reading_new (self->store, self->file);

  reading->source = g_object_ref (self->source);
  reading->plan = taga_import_plan_copy (taga_import_found_get_plan (self->found));
  reading->header_sheet = header_sheet;
  reading->header_row = header_row;
  reading->user_data = self;
  set_busy (self, TRUE);
  taga_job_run (GTK_WIDGET (self), _ ("Comparing the file with the register"), taga_import_read,
                reading, (GDestroyNotify) taga_import_reading_free, read_again_cb, reading);
}

static void
header_moved_cb (TagaImportDialog *self, guint sheet, guint row)
{
  read_again (self, sheet, row);
}

static void
compare_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaImportDialog *self = TAGA_IMPORT_DIALOG (widget);

  if (self->is_stale)
    read_again (self, 0, 0);
  else
    show_page (self, "review");
}

static void
look_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaImportDialog *self = TAGA_IMPORT_DIALOG (widget);

  show_page (self, "found");
  gtk_widget_grab_focus (self->compare_button);
}

static void
retire_switched_cb (TagaImportDialog *self)
{
  taga_proposal_list_set_retire (taga_import_review_get_list (self->review),
                                 gtk_switch_get_active (self->retire_switch));
}

static void
back_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaImportDialog *self = TAGA_IMPORT_DIALOG (widget);

  show_page (self, self->proposal == NULL ? "found" : "review");
}

static GtkWidget *
find_toast_overlay (GtkWidget *widget)
{
  if (ADW_IS_TOAST_OVERLAY (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toast_overlay (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
announce (TagaImportDialog *self, TagaImportWriting *writing, gint64 after)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkWidget *overlay = parent == NULL ? NULL : find_toast_overlay (GTK_WIDGET (parent));
  g_autofree char *text = NULL;

  if (overlay == NULL)
    return;

  text = taga_import_summarise (get_choices (self), (guint) writing->n_before, (guint) after);
  taga_ui_toast (overlay, text);
}

static void
finish (TagaImportDialog *self, TagaImportWriting *writing)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  gint64 after = -1;

  if (taga_store_refresh (self->store, &error))
    after = taga_store_count (self->store, TAGA_TYPE_ASSET, &error);

  if (after >= 0)
    announce (self, writing, after);
  else if (parent != NULL)
    taga_ui_show_error (parent, _ ("Imported, but Not Shown Yet"), error);

  gtk_window_destroy (GTK_WINDOW (self));
}

static void
apply_done_cb (const GError *error, gpointer user_data)
{
  TagaImportWriting *writing = user_data;
  TagaImportDialog *self = writing->user_data;

  set_busy (self, FALSE);
  if (error == NULL)
    {
      finish (self, writing);
      return;
    }

  g_clear_pointer (&self->known, g_bytes_unref);
  if (writing->has_choices)
    self->known = g_bytes_ref (writing->choices);

  gtk_widget_grab_focus (GTK_WIDGET (self->apply_button));
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_failure (self, _ ("Nothing Was Imported"), error);
      gtk_widget_set_visible (self->back_button, TRUE);
    }
}

static void
apply_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaImportDialog *self = TAGA_IMPORT_DIALOG (widget);
  TagaProposalChoices *choices = get_choices (self);
  TagaImportWriting *writing;
  g_autoptr (GError) error = NULL;
  gint64 n_before = taga_store_count (self->store, TAGA_TYPE_ASSET, &error);

  if (n_before < 0)
    {
      show_failure (self, _ ("Nothing Was Imported"), error);
      gtk_widget_set_visible (self->back_button, TRUE);
      return;
    }

  writing = taga_import_writing_new (self->store, self->proposal, self->file);
  writing->n_before = n_before;
  writing->retire_missing = taga_proposal_choices_get_retire (choices);
  writing->choices = taga_proposal_choices_create (choices);
  writing->known = self->known == NULL ? NULL : g_bytes_ref (self->known);
  writing->user_data = self;

  set_busy (self, TRUE);
  taga_job_run (widget, _ ("Importing into the register"), taga_import_write, writing,
                (GDestroyNotify) taga_import_writing_free, apply_done_cb, writing);
}

static gboolean
taga_import_dialog_close_request (GtkWindow *window)
{
  if (TAGA_IMPORT_DIALOG (window)->is_busy)
    return TRUE;

  return GTK_WINDOW_CLASS (taga_import_dialog_parent_class)->close_request (window);
}

static void
taga_import_dialog_dispose (GObject *object)
{
  TagaImportDialog *self = TAGA_IMPORT_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_clear_object (&self->source);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->known, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_IMPORT_DIALOG);

  G_OBJECT_CLASS (taga_import_dialog_parent_class)->dispose (object);
}

static void
taga_import_dialog_class_init (TagaImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = taga_import_dialog_close_request;

  g_type_ensure (TAGA_TYPE_IMPORT_FOUND);
  g_type_ensure (TAGA_TYPE_IMPORT_REVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, found);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, review);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, status);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, retire_box);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, retire_switch);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, retire_label);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, back_button);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, compare_button);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, TagaImportDialog, window_title);
  gtk_widget_class_bind_template_callback (widget_class, update_compare);
  gtk_widget_class_bind_template_callback (widget_class, header_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, retire_switched_cb);
  gtk_widget_class_install_action (widget_class, "import.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "import.look", NULL, look_action);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
}

static void
taga_import_dialog_init (TagaImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static TagaImportDialog *
create_dialog (GtkWindow *parent, TagaStore *store, GFile *file)
{
  TagaImportDialog *self = g_object_new (TAGA_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->file = g_object_ref (file);

  return self;
}

static void
read_done_cb (const GError *error, gpointer user_data)
{
  TagaImportReading *reading = user_data;
  TagaImportDialog *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = create_dialog (reading->user_data, reading->store, reading->file);
  if (error == NULL)
    take_reading (self, reading);
  else
    show_failure (self, _ ("The File Could Not Be Read"), error);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * taga_import_dialog_present:
 * @parent: the window that shows the company
 * @store: the company file
 * @file: the workbook or text file to take into its register
 *
 * Reads a file, shows what it would do to the register, and takes over what the user leaves ticked.
 * Failures are told in the dialog; the outcome is told in the toast overlay of @parent.
 */
void
taga_import_dialog_present (GtkWindow *parent, TagaStore *store, GFile *file)
{
  TagaImportReading *reading;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (TAGA_IS_STORE (store));
  g_return_if_fail (G_IS_FILE (file));

  if (taga_store_is_read_only (store))
    {
      TagaImportDialog *self = create_dialog (parent, store, file);

      show_status (self, "changes-prevent-symbolic", _ ("This Company File May Only Be Read"),
                   _ ("Nothing can be imported into it. Copy it to a folder where you may write, "
                      "and open the copy."));
      gtk_window_present (GTK_WINDOW (self));
      return;
    }

  reading = taga_import_reading_new (store, file);
  reading->look_first = TRUE;
  reading->user_data = parent;
  taga_job_run (GTK_WIDGET (parent), _ ("Reading the file"), taga_import_read, reading,
                (GDestroyNotify) taga_import_reading_free, read_done_cb, reading);
}
