#include "taga-sheet-preview.h"

#include <glib/gi18n-lib.h>

#include "taga-sheet-picture.h"
#include "taga-ui.h"

/**
 * TagaSheetPreview:
 *
 * A workbook before it is written: its sheets, how many rows each has, and how the one that is
 * chosen begins.
 */
struct _TagaSheetPreview
{
  AdwBin parent_instance;

  GPtrArray *tables;         /* (owned) (nullable) (element-type TagaPreviewTable) */
  GCancellable *cancellable; /* (owned) (nullable): of the picture that is drawn now */
  GtkDropDown *sheets;
  GtkWidget *texts;
  GtkPicture *picture;
};

G_DEFINE_FINAL_TYPE (TagaSheetPreview, taga_sheet_preview, ADW_TYPE_BIN)

/* A sheet that is drawn in a thread. */
typedef struct
{
  GPtrArray *tables; /* (owned) */
  guint sheet;
  int factor;
  char *text; /* (owned) (nullable) */
} Drawing;

static void
free_drawing (gpointer data)
{
  Drawing *drawing = data;

  g_ptr_array_unref (drawing->tables);
  g_free (drawing->text);
  g_free (drawing);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Drawing *drawing = task_data;
  const TagaPreviewTable *table = g_ptr_array_index (drawing->tables, drawing->sheet);

  if (g_task_return_error_if_cancelled (task))
    return;

  drawing->text = taga_sheet_picture_dup_text (table);
  g_task_return_pointer (task, taga_sheet_picture_new (table, drawing->factor), g_object_unref);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TagaSheetPreview *self = TAGA_SHEET_PREVIEW (source);
  Drawing *drawing = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    return;

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (picture));
  gtk_picture_set_alternative_text (self->picture, drawing->text);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), picture != NULL);
  if (picture != NULL)
    gtk_widget_set_size_request (GTK_WIDGET (self->picture),
                                 gdk_texture_get_width (picture) / drawing->factor,
                                 gdk_texture_get_height (picture) / drawing->factor);
}

static void
stop (TagaSheetPreview *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
show_texts (TagaSheetPreview *self, const TagaPreviewTable *table)
{
  guint n = (guint) MIN (table->n_rows, G_MAXUINT);
  g_autofree char *rest = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->texts)) != NULL)
    gtk_box_remove (GTK_BOX (self->texts), child);
  for (guint i = 0; i < table->texts->len; i++)
    gtk_box_append (GTK_BOX (self->texts),
                    taga_ui_create_label (g_ptr_array_index (table->texts, i)));

  if (n <= table->rows->len)
    return;
  rest = g_strdup_printf (_ ("The first %u of %'u rows are shown here; the file has them all."),
                          table->rows->len, n);
  child = taga_ui_create_label (rest);
  gtk_widget_add_css_class (child, "dim-label");
  gtk_box_append (GTK_BOX (self->texts), child);
}

static void
chosen_cb (TagaSheetPreview *self)
{
  guint sheet = gtk_drop_down_get_selected (self->sheets);
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  stop (self);
  if (self->tables == NULL || sheet >= self->tables->len)
    return;

  show_texts (self, g_ptr_array_index (self->tables, sheet));
  self->cancellable = g_cancellable_new ();
  drawing = g_new0 (Drawing, 1);
  drawing->tables = g_ptr_array_ref (self->tables);
  drawing->sheet = sheet;
  drawing->factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_task_data (task, drawing, free_drawing);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
taga_sheet_preview_dispose (GObject *object)
{
  TagaSheetPreview *self = TAGA_SHEET_PREVIEW (object);

  stop (self);
  g_clear_pointer (&self->tables, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_sheet_preview_parent_class)->dispose (object);
}

static void
taga_sheet_preview_class_init (TagaSheetPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_sheet_preview_dispose;
}

static GtkWidget *
create_head (TagaSheetPreview *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Shee_t"));

  self->sheets = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (NULL));
  gtk_widget_set_name (GTK_WIDGET (self->sheets), "sheets");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->sheets));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->sheets),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_object (self->sheets, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->sheets));

  return head;
}

static void
taga_sheet_preview_init (TagaSheetPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->picture = GTK_PICTURE (gtk_picture_new ());
  gtk_picture_set_can_shrink (self->picture, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->picture), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->picture), GTK_ALIGN_START);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->picture));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), create_head (self));
  gtk_box_append (GTK_BOX (box), self->texts);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_add_css_class (box, "taga-sheet-preview");
  adw_bin_set_child (ADW_BIN (self), box);
}

/* A sheet without rows, such as a cover, has its name alone. */
static char *
create_sheet_name (const TagaPreviewTable *table)
{
  guint n = (guint) MIN (table->n_rows, G_MAXUINT);
  g_autofree char *rows =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", n), n);

  return n == 0 ? g_strdup (table->title) : g_strdup_printf ("%s (%s)", table->title, rows);
}

/* The first sheet that has something to show. */
static guint
find_first (GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    if (((const TagaPreviewTable *) g_ptr_array_index (tables, i))->n_rows > 0)
      return i;

  return 0;
}

/**
 * taga_sheet_preview_show:
 * @self: a preview
 * @tables: (nullable) (element-type TagaPreviewTable): the sheets; `NULL` for none
 *
 * Shows a workbook, from the first of its sheets that has rows.
 */
void
taga_sheet_preview_show (TagaSheetPreview *self, GPtrArray *tables)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (TAGA_IS_SHEET_PREVIEW (self));

  stop (self);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  for (guint i = 0; tables != NULL && i < tables->len; i++)
    {
      g_autofree char *name = create_sheet_name (g_ptr_array_index (tables, i));

      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->sheets, G_LIST_MODEL (names));
  if (tables != NULL)
    {
      self->tables = g_ptr_array_ref (tables);
      gtk_drop_down_set_selected (self->sheets, find_first (tables));
    }
  chosen_cb (self);
}
