#include "taga-table-clipboard.h"

#include <glib/gi18n-lib.h>

#include "taga-block.h"
#include "taga-edit-run.h"
#include "taga-html-table.h"
#include "taga-job.h"
#include "taga-table-paste.h"
#include "taga-ui.h"
#include "taga-value-text.h"

/*
 * Blocks of cells on their way to and from spreadsheets: as tab-separated text, which everything
 * takes, and as an HTML table, which keeps line breaks in a cell apart from the ends of rows.
 */

/* So many cells are written within a frame. */
#define MANY_CELLS 2000

typedef struct
{
  TagaRecordTable *table; /* (owned) */
  char *path;
  GType type;
  GArray *ids;    /* (owned) (element-type gint64) */
  GArray *fields; /* (owned) (element-type guint) */
  GString *text;  /* (owned): the outcome */
  GString *html;  /* (owned): the outcome */
} Copy;

static void
free_copy (gpointer data)
{
  Copy *self = data;

  g_object_unref (self->table);
  g_free (self->path);
  g_array_unref (self->ids);
  g_array_unref (self->fields);
  g_string_free (self->text, TRUE);
  g_string_free (self->html, TRUE);
  g_free (self);
}

static gboolean
write_row (Copy *self, TagaStore *store, gint64 id, GError **error)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (store, self->type, id, error);

  if (record == NULL)
    return FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    {
      guint field = g_array_index (self->fields, guint, i);
      g_autofree char *cell =
          taga_value_text_format (store, &TAGA_RECORD_GET_CLASS (record)->fields[field],
                                  taga_record_get_value (record, field));

      taga_block_append_cell (self->text, cell);
      g_string_append_c (self->text, i + 1 < self->fields->len ? '\t' : '\n');
      taga_html_table_append_cell (self->html, cell);
    }
  taga_html_table_end_row (self->html);

  return TRUE;
}

static gboolean
write_rows (Copy *self, TagaStore *store, TagaJob *job, GError **error)
{
  taga_html_table_begin (self->html);
  for (guint i = 0; i < self->ids->len; i++)
    {
      if (job != NULL)
        taga_job_report ((double) i / self->ids->len, job);
      if ((job != NULL
           && g_cancellable_set_error_if_cancelled (taga_job_get_cancellable (job), error))
          || !write_row (self, store, g_array_index (self->ids, gint64, i), error))
        return FALSE;
    }
  taga_html_table_end (self->html);

  return TRUE;
}

static gboolean
write_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Copy *self = data;
  g_autoptr (TagaStore) store = taga_store_open (self->path, TRUE, error);

  return store != NULL && write_rows (self, store, job, error);
}

static void
written_cb (const GError *error, gpointer user_data)
{
  Copy *self = user_data;
  GdkContentProvider *kinds[2];
  g_autoptr (GdkContentProvider) provider = NULL;
  g_autoptr (GBytes) html = NULL;

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        taga_ui_show_error (GTK_WIDGET (self->table), _ ("Nothing Was Copied"), error);
      return;
    }

  html = g_bytes_new (self->html->str, self->html->len);
  kinds[0] = gdk_content_provider_new_typed (G_TYPE_STRING, self->text->str);
  kinds[1] = gdk_content_provider_new_for_bytes ("text/html", html);
  provider = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self->table)), provider);
}

/**
 * taga_table_clipboard_copy:
 * @table: a table
 *
 * Puts the selected cells on the clipboard. Many are written in a thread.
 */
void
taga_table_clipboard_copy (TagaRecordTable *table)
{
  TagaGrid *grid = taga_record_table_get_grid (table);
  TagaStore *store = taga_record_table_get_store (table);
  g_autoptr (GError) error = NULL;
  TagaGridRange range;
  Copy *self;

  if (store == NULL || !taga_grid_get_range (grid, &range))
    return;

  self = g_new0 (Copy, 1);
  self->table = g_object_ref (table);
  self->path = g_strdup (taga_store_get_path (store));
  self->type = taga_record_table_get_record_type (table);
  self->ids = taga_record_table_list_selected (table);
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->text = g_string_new (NULL);
  self->html = g_string_new (NULL);
  for (guint i = range.first_column; i <= range.last_column; i++)
    {
      guint field = taga_grid_get_shown_field (grid, i);

      g_array_append_val (self->fields, field);
    }

  if ((guint64) self->ids->len * self->fields->len > MANY_CELLS)
    {
      taga_job_run (GTK_WIDGET (table), _ ("Copying…"), write_in_thread, self, free_copy,
                    written_cb, self);
      return;
    }

  write_rows (self, store, NULL, &error);
  written_cb (error, self);
  free_copy (self);
}

typedef struct
{
  TagaRecordTable *table; /* (owned) */
  TagaGridRange range;
} Pasted;

/* What was pasted is selected, to be looked at or used again. New rows stand at the end. */
static void
pasted_cb (gboolean done, GArray *new_ids, gpointer user_data)
{
  Pasted *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (taga_record_table_get_list (self->table)));

  if (done && n > 0)
    {
      self->range.last_row = MIN (self->range.last_row, n - 1);
      self->range.first_row = MIN (self->range.first_row, self->range.last_row);
      taga_grid_select_range (taga_record_table_get_grid (self->table), &self->range);
    }
}

static void
free_pasted (gpointer data)
{
  Pasted *self = data;

  g_object_unref (self->table);
  g_free (self);
}

static void
paste_rows (TagaRecordTable *table, GPtrArray *rows)
{
  TagaGrid *grid = taga_record_table_get_grid (table);
  g_autoptr (TagaEdits) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  g_autofree char *label = NULL;
  TagaGridRange range;
  Pasted *pasted;
  guint n;

  if (!taga_grid_get_range (grid, &range))
    return;

  pasted = g_new0 (Pasted, 1);
  pasted->table = g_object_ref (table);
  edits = taga_table_paste_rows (table, rows, &range, &pasted->range, &note, &error);
  if (edits == NULL)
    {
      taga_ui_report (GTK_WIDGET (table), FALSE, error);
      free_pasted (pasted);
      return;
    }

  n = taga_edits_get_n_records (edits);
  label = g_strdup_printf (ngettext ("Paste %u row", "Paste %u rows", n), n);
  taga_edit_run (GTK_WIDGET (table), taga_record_table_get_store (table), edits, label,
                 taga_grid_get_n_rows_in_view (grid), note, pasted_cb, pasted, free_pasted);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaRecordTable) table = user_data;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (taga_record_table_get_store (table) == NULL)
    return;

  /* Another program may hand over bytes that are no text. */
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    {
      char *valid = g_utf8_make_valid (text, -1);

      g_free (text);
      text = valid;
    }
  if (text != NULL)
    rows = taga_block_parse (text);

  if (text == NULL || *text == '\0')
    taga_ui_toast (GTK_WIDGET (table), _ ("There is no text to paste. Copy cells first."));
  else if (rows->len == 0)
    taga_ui_toast (GTK_WIDGET (table),
                   _ ("More than a million cells cannot be pasted. Import the file instead."));
  else
    paste_rows (table, rows);
}

static void
read_text (TagaRecordTable *table)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (table)), NULL, text_read_cb,
                                 g_object_ref (table));
}

static void
html_spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaRecordTable) table = user_data;
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (GPtrArray) rows = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, NULL) > 0)
    rows = taga_html_table_parse (g_memory_output_stream_get_data (stream),
                                  g_memory_output_stream_get_data_size (stream));

  if (taga_record_table_get_store (table) == NULL)
    return;
  if (rows != NULL)
    paste_rows (table, rows);
  else
    read_text (table);
}

static void
html_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaRecordTable) table = user_data;
  g_autoptr (GInputStream) input =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) output = NULL;

  if (input == NULL)
    {
      read_text (table);
      return;
    }

  output = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (
      output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, html_spliced_cb, g_steal_pointer (&table));
}

/**
 * taga_table_clipboard_paste:
 * @table: a table
 *
 * Pastes what the clipboard holds at the cursor. Where there is an HTML table and nothing else,
 * that is taken; what is plain text, or a page with a table somewhere in it, is taken as text.
 */
void
taga_table_clipboard_paste (TagaRecordTable *table)
{
  static const char *kinds[] = { "text/html", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (table));

  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), kinds[0]))
    gdk_clipboard_read_async (clipboard, kinds, G_PRIORITY_DEFAULT, NULL, html_read_cb,
                              g_object_ref (table));
  else
    read_text (table);
}
