#include "taga-bulk-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-bulk-row.h"
#include "taga-edit-run.h"
#include "taga-edit-text.h"

/**
 * TagaBulkDialog:
 *
 * Sets fields of all selected rows to the same values. A line says what that would do to the risks
 * while the values are chosen.
 */
struct _TagaBulkDialog
{
  AdwWindow parent_instance;

  TagaRecordTable *table; /* (owned) */
  GArray *ids;            /* (owned) (element-type gint64) */
  GPtrArray *rows;        /* (owned) (element-type TagaBulkRow) */
  TagaEdits *edits;       /* (owned) (nullable): what the ticked fields come to */
  TagaEditsOutcome outcome;
  guint next; /* the first record that the outcome does not count yet */
  guint idle_id;

  /* Template */
  GtkLabel *heading;
  GtkListBox *list;
  GtkLabel *line;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (TagaBulkDialog, taga_bulk_dialog, ADW_TYPE_WINDOW)

/* So many records are counted in one go; the window stays alive between two. */
#define PORTION 200

static TagaStore *
get_store (TagaBulkDialog *self)
{
  return taga_record_table_get_store (self->table);
}

static void
show_line (TagaBulkDialog *self, const char *text, gboolean can_apply)
{
  gtk_label_set_label (self->line, text);
  gtk_widget_set_sensitive (self->apply_button, can_apply);
}

static void
show_outcome (TagaBulkDialog *self)
{
  TagaEdition *edition = taga_store_get_edition (get_store (self));
  g_autofree char *outcome = taga_edit_text_describe_outcome (edition, &self->outcome);
  g_autofree char *bands = taga_edit_text_describe_bands (edition, &self->outcome);
  g_autofree char *text = NULL;

  text = *bands == '\0' ? g_strdup (outcome) : g_strdup_printf ("%s\n%s", outcome, bands);
  show_line (self, text, self->outcome.n_changed > 0);
}

/* Looks at a portion of the records, until all are counted or one refuses. */
static gboolean
count_portion (gpointer user_data)
{
  TagaBulkDialog *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!taga_edits_examine (self->edits, get_store (self), self->next, PORTION, &self->outcome, NULL,
                           &error))
    {
      self->idle_id = 0;
      show_line (self, error->message, FALSE);
      return G_SOURCE_REMOVE;
    }

  self->next += PORTION;
  if (self->next < taga_edits_get_n_records (self->edits))
    {
      g_autofree char *text =
          g_strdup_printf (_ ("Counting… %u of %u"), self->next, self->ids->len);

      show_line (self, text, FALSE);
      return G_SOURCE_CONTINUE;
    }

  self->idle_id = 0;
  show_outcome (self);
  return G_SOURCE_REMOVE;
}

/* The values of the ticked fields, or why one of them is none. */
static gboolean
read_values (TagaBulkDialog *self, GArray *fields, GArray *values, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TagaBulkRow *row = g_ptr_array_index (self->rows, i);
      guint field = taga_bulk_row_get_field (row);
      TagaValue value = TAGA_VALUE_INIT;

      if (!taga_bulk_row_is_chosen (row))
        continue;
      if (!taga_bulk_row_read (row, &value, error))
        return FALSE;

      g_array_append_val (fields, field);
      g_array_append_val (values, value);
    }

  return TRUE;
}

static void
create_edits (TagaBulkDialog *self, GArray *fields, GArray *values)
{
  self->edits = taga_edits_new (taga_record_table_get_record_type (self->table));
  for (guint i = 0; i < self->ids->len; i++)
    {
      taga_edits_change (self->edits, g_array_index (self->ids, gint64, i));
      for (guint j = 0; j < fields->len; j++)
        taga_edits_put (self->edits, g_array_index (fields, guint, j),
                        &g_array_index (values, TagaValue, j));
    }
}

static void
changed_cb (TagaBulkDialog *self)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (TagaValue));
  g_autoptr (GError) error = NULL;

  g_array_set_clear_func (values, (GDestroyNotify) taga_value_clear);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->edits, taga_edits_unref);
  self->outcome = (TagaEditsOutcome){ 0 };
  self->next = 0;

  if (!read_values (self, fields, values, &error))
    show_line (self, error->message, FALSE);
  else if (fields->len == 0)
    show_line (self, _ ("Tick what all of these rows shall have in common."), FALSE);
  else
    {
      create_edits (self, fields, values);
      if (count_portion (self) == G_SOURCE_CONTINUE)
        self->idle_id = g_idle_add (count_portion, self);
    }
}

static void
apply_cb (TagaBulkDialog *self)
{
  g_autofree char *label = NULL;

  if (self->edits == NULL || self->idle_id != 0)
    return;

  label = g_strdup_printf (
      ngettext ("Change %u row alike", "Change %u rows alike", self->outcome.n_changed),
      self->outcome.n_changed);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  taga_edit_run (GTK_WIDGET (self->table), get_store (self), self->edits, label, G_MAXUINT, NULL,
                 NULL, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
taga_bulk_dialog_dispose (GObject *object)
{
  TagaBulkDialog *self = TAGA_BULK_DIALOG (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->edits, taga_edits_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->table);
  if (self->apply_button != NULL)
    gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_BULK_DIALOG);

  G_OBJECT_CLASS (taga_bulk_dialog_parent_class)->dispose (object);
}

static void
taga_bulk_dialog_class_init (TagaBulkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_bulk_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-bulk-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaBulkDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TagaBulkDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TagaBulkDialog, line);
  gtk_widget_class_bind_template_child (widget_class, TagaBulkDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
taga_bulk_dialog_init (TagaBulkDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Names are each row's own; places are the list's. */
static gboolean
is_offered (const TagaField *field)
{
  return !(field->flags & (TAGA_FIELD_COMPUTED | TAGA_FIELD_REQUIRED | TAGA_FIELD_PLACE));
}

static void
add_fields (TagaBulkDialog *self)
{
  TagaRecordClass *klass = taga_record_class_peek (taga_record_table_get_record_type (self->table));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      GtkWidget *row;

      if (!is_offered (&klass->fields[i]))
        continue;

      row = taga_bulk_row_new (taga_store_get_edition (get_store (self)), klass, i);
      g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* Who stands in a column most likely means that. */
static void
focus_field (TagaBulkDialog *self)
{
  guint field = 0;
  TagaBulkRow *found = g_ptr_array_index (self->rows, 0);

  taga_grid_get_cursor (taga_record_table_get_grid (self->table), NULL, &field);
  for (guint i = 0; i < self->rows->len; i++)
    if (taga_bulk_row_get_field (g_ptr_array_index (self->rows, i)) == field)
      found = g_ptr_array_index (self->rows, i);
  taga_bulk_row_focus (found);
}

/**
 * taga_bulk_dialog_present:
 * @table: a table with a selection
 *
 * Lets the user change fields of all selected rows alike, as one step.
 */
void
taga_bulk_dialog_present (TagaRecordTable *table)
{
  g_autoptr (GArray) ids = taga_record_table_list_selected (table);
  TagaBulkDialog *self;
  g_autofree char *heading = NULL;

  if (ids->len == 0)
    return;

  self = g_object_new (TAGA_TYPE_BULK_DIALOG, NULL);
  self->table = g_object_ref (table);
  self->ids = g_steal_pointer (&ids);
  heading = g_strdup_printf (
      ngettext ("Change %u Selected Row", "Change %u Selected Rows", self->ids->len),
      self->ids->len);
  gtk_label_set_label (self->heading, heading);
  add_fields (self);
  changed_cb (self);

  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_ancestor (
                                                       GTK_WIDGET (table), GTK_TYPE_WINDOW)));
  gtk_window_present (GTK_WINDOW (self));
  focus_field (self);
}
