#include "taga-profile-names.h"

#include <glib/gi18n-lib.h>

#include "taga-field-edit.h"
#include "taga-profile-action.h"
#include "taga-ui.h"

static const TagaField alias_field = { "alias", N_ ("Alias"), TAGA_FIELD_TEXT };

/* One name with its alias. */
typedef struct
{
  TagaNameKind kind;
  char *name;
  GtkLabel *label;
  GtkWidget *edit;
  gboolean is_met; /* whether the name has a part on the pages now */
} Row;

/**
 * TagaProfileNames:
 *
 * Which names are replaced on the pages, by what, and how often. An alias can be written over; an
 * empty one is chosen by the program again.
 */
struct _TagaProfileNames
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  GPtrArray *rows;  /* (owned) (element-type Row) */

  GtkLabel *summary;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (TagaProfileNames, taga_profile_names, GTK_TYPE_BOX)

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->name);
  g_free (row);
}

static gboolean
save_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  TagaProfileNames *self = user_data;
  const Row *row = g_ptr_array_index (self->rows, taga_field_edit_get_index (edit));

  return self->store == NULL
         || taga_profile_action_set_alias (self->store, row->kind, row->name, value->text, error);
}

/* Return in a field goes on to the next one that is shown; in the last it stays. */
static void
next_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaProfileNames *self = TAGA_PROFILE_NAMES (widget);
  gboolean is_past = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (is_past && gtk_widget_get_visible (row->edit))
        {
          gtk_widget_child_focus (row->edit, GTK_DIR_TAB_FORWARD);
          return;
        }
      is_past |= gtk_widget_get_focus_child (self->grid) == row->edit;
    }
}

static void
taga_profile_names_dispose (GObject *object)
{
  g_clear_object (&TAGA_PROFILE_NAMES (object)->store);

  G_OBJECT_CLASS (taga_profile_names_parent_class)->dispose (object);
}

static void
taga_profile_names_finalize (GObject *object)
{
  g_ptr_array_unref (TAGA_PROFILE_NAMES (object)->rows);

  G_OBJECT_CLASS (taga_profile_names_parent_class)->finalize (object);
}

static void
taga_profile_names_class_init (TagaProfileNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_profile_names_dispose;
  G_OBJECT_CLASS (klass)->finalize = taga_profile_names_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "field.next", NULL, next_action);
}

static void
taga_profile_names_init (TagaProfileNames *self)
{
  GtkWidget *help = taga_ui_create_label (
      _ ("Write another alias over it, or the name itself to let the name stand. Emptied, the "
         "program chooses again. Look through the pages yourself before you hand them out: a "
         "name that stands nowhere in the file cannot be found."));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->summary = GTK_LABEL (taga_ui_create_label (""));
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "heading");
  gtk_widget_add_css_class (help, "caption");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self), self->grid);
  gtk_box_append (GTK_BOX (self), help);
}

/**
 * taga_profile_names_new:
 *
 * Makes a list without names.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
taga_profile_names_new (void)
{
  return g_object_new (TAGA_TYPE_PROFILE_NAMES, NULL);
}

static Row *
add_row (TagaProfileNames *self, const TagaReplacement *replacement)
{
  Row *row = g_new0 (Row, 1);
  int place = (int) self->rows->len;

  row->kind = replacement->kind;
  row->name = g_strdup (replacement->name);
  row->label = GTK_LABEL (taga_ui_create_label (""));
  row->edit = taga_field_edit_new (&alias_field, self->rows->len, save_cb, self);
  gtk_widget_set_hexpand (row->edit, TRUE);
  gtk_widget_set_visible (gtk_widget_get_first_child (row->edit), FALSE);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (row->label), 0, place, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), row->edit, 1, place, 1, 1);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
forget_rows (TagaProfileNames *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_ptr_array_set_size (self->rows, 0);
}

/* Those that stand on the pages; the others need no thought. */
static gboolean
is_shown (const TagaReplacement *replacement)
{
  return replacement->is_known
         && (replacement->n > 0 || g_str_equal (replacement->name, replacement->alias));
}

static Row *
find_row (TagaProfileNames *self, const char *name)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (((const Row *) g_ptr_array_index (self->rows, i))->name, name))
      return g_ptr_array_index (self->rows, i);

  return NULL;
}

/* A row in which somebody writes is not taken away. */
static void
set_row_visible (Row *row, gboolean is_visible)
{
  if (!is_visible && gtk_widget_get_focus_child (row->edit) != NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (row->label), is_visible);
  gtk_widget_set_visible (row->edit, is_visible);
}

static void
show_row (TagaProfileNames *self, Row *row, const TagaReplacement *replacement)
{
  const TagaValue value = { replacement->alias, TAGA_UNKNOWN };
  g_autofree char *text = replacement->n == 0
                              ? g_strdup_printf (_ ("%s (stands as it is)"), replacement->name)
                              : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (%u time)",
                                                              "%s (%u times)", replacement->n),
                                                 replacement->name, replacement->n);
  g_autofree char *title = g_strdup_printf (_ ("Alias of “%s”"), replacement->name);

  gtk_label_set_label (row->label, text);
  taga_field_edit_set_title (TAGA_FIELD_EDIT (row->edit), title);
  taga_field_edit_set_value (TAGA_FIELD_EDIT (row->edit), taga_store_get_edition (self->store),
                             &value);
  taga_field_edit_set_locked (TAGA_FIELD_EDIT (row->edit), taga_store_is_read_only (self->store));
}

/**
 * taga_profile_names_forget:
 * @self: a list
 *
 * Lets go of the file.
 */
void
taga_profile_names_forget (TagaProfileNames *self)
{
  g_clear_object (&self->store);
  forget_rows (self);
}

/* The names that are replaced, or those that stand; a row that is there keeps its place, so that
 * whoever goes through them with Return meets each once. */
static guint
show_rows (TagaProfileNames *self, const GPtrArray *replacements, gboolean is_replaced)
{
  guint n = 0;

  for (guint i = 0; i < replacements->len; i++)
    {
      const TagaReplacement *one = g_ptr_array_index (replacements, i);
      Row *row;

      if (!is_shown (one) || (one->n > 0) != is_replaced)
        continue;

      row = find_row (self, one->name);
      if (row == NULL)
        row = add_row (self, one);
      show_row (self, row, one);
      row->is_met = TRUE;
      n++;
    }

  return n;
}

/**
 * taga_profile_names_show:
 * @self: a list
 * @store: the company file
 * @names: what knows the names, after it went over the pages
 *
 * Shows the names that stand on the pages: at first those that are replaced, then the others. Their
 * order stays as long as the file is shown, and so does what somebody is typing.
 */
void
taga_profile_names_show (TagaProfileNames *self, TagaStore *store, TagaAnonymiser *names)
{
  const GPtrArray *replacements = taga_anonymiser_get_replacements (names);
  g_autofree char *summary = NULL;
  guint n_replaced, n_standing;

  g_set_object (&self->store, store);
  for (guint i = 0; i < self->rows->len; i++)
    ((Row *) g_ptr_array_index (self->rows, i))->is_met = FALSE;

  n_replaced = show_rows (self, replacements, TRUE);
  n_standing = show_rows (self, replacements, FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      set_row_visible (row, row->is_met);
    }

  summary =
      n_replaced + n_standing == 0
          ? g_strdup (_ ("No name of the file stands on the pages"))
          /* Translators: two counts of names */
          : g_strdup_printf (_ ("Names: %u replaced, %u left as they are"), n_replaced, n_standing);
  gtk_label_set_label (self->summary, summary);
}
