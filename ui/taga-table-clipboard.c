#include "taga-table-clipboard.h"

#include <glib/gi18n-lib.h>

#include "taga-block.h"
#include "taga-edit-run.h"
#include "taga-language.h"
#include "taga-table-edits.h"
#include "taga-ui.h"

/* Blocks of cells on their way to and from spreadsheets. */

/**
 * taga_table_clipboard_copy:
 * @table: a table
 *
 * Puts the selected cells on the clipboard as tab-separated text, as spreadsheets take it.
 */
void
taga_table_clipboard_copy (TagaRecordTable *table)
{
  TagaEdition *edition = taga_store_get_edition (taga_record_table_get_store (table));
  TagaGrid *grid = taga_record_table_get_grid (table);
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *model = taga_grid_get_model (grid);
  TagaGridRange range;

  if (!taga_grid_get_range (grid, &range))
    return;

  for (guint row = range.first_row; row <= range.last_row; row++)
    {
      g_autoptr (TagaRecord) record = g_list_model_get_item (model, row);

      for (guint i = range.first_column; record != NULL && i <= range.last_column; i++)
        {
          guint field = taga_grid_get_shown_field (grid, i);
          g_autofree char *cell = taga_edition_format (
              edition, &TAGA_RECORD_GET_CLASS (record)->fields[field],
              taga_record_get_value (record, field), taga_language_is_japanese ());

          taga_block_append_cell (text, cell);
          g_string_append_c (text, i < range.last_column ? '\t' : '\n');
        }
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (table)), text->str);
}

static void
paste_text (TagaRecordTable *table, const char *text)
{
  TagaGrid *grid = taga_record_table_get_grid (table);
  g_autoptr (GPtrArray) rows = taga_block_parse (text);
  g_autoptr (TagaEdits) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  g_autofree char *label = NULL;
  TagaGridRange range;

  if (rows->len == 0 || !taga_grid_get_range (grid, &range))
    return;

  edits = taga_table_edits_paste (table, rows, &range, &note, &error);
  if (edits == NULL)
    {
      taga_ui_report (GTK_WIDGET (table), FALSE, error);
      return;
    }

  label = g_strdup_printf (ngettext ("Paste %u row", "Paste %u rows", rows->len), rows->len);
  taga_edit_run (GTK_WIDGET (table), taga_record_table_get_store (table), edits, label,
                 taga_grid_get_n_rows_in_view (grid), note, NULL, NULL);
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaRecordTable) table = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && taga_record_table_get_store (table) != NULL)
    paste_text (table, text);
}

/**
 * taga_table_clipboard_paste:
 * @table: a table
 *
 * Pastes what the clipboard holds at the cursor.
 */
void
taga_table_clipboard_paste (TagaRecordTable *table)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (table)), NULL, pasted_cb,
                                 g_object_ref (table));
}
