#include "taga-preview.h"

#include "taga-export.h"

/* So many rows of a sheet are shown. */
#define N_ROWS 40

/* What a thread makes a preview of. */
typedef struct
{
  char *path; /* (owned): of the company file */
  gint64 round;
  char *report;               /* (owned) */
  TagaExportOptions *options; /* (owned) */
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->report);
  taga_export_options_free (request->options);
  g_free (request);
}

static void
free_table (gpointer data)
{
  TagaPreviewTable *table = data;

  g_ptr_array_unref (table->texts);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table->title);
  g_free (table);
}

/**
 * taga_preview_free:
 * @preview: a preview
 *
 * Frees it.
 */
void
taga_preview_free (TagaPreview *preview)
{
  g_clear_object (&preview->layout);
  g_clear_pointer (&preview->tables, g_ptr_array_unref);
  g_free (preview);
}

static char *
format_cell (const TagaValue *cell)
{
  if (cell->text != NULL)
    return g_strdup (cell->text);

  return cell->number == TAGA_UNKNOWN ? g_strdup ("")
                                      : g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
}

static gboolean
read_rows (TagaPreviewTable *shown, TagaTable *table, GCancellable *cancellable, GError **error)
{
  g_autofree TagaValue *cells = g_new0 (TagaValue, table->n_columns);
  gboolean has_row = TRUE;

  while (has_row && shown->rows->len < N_ROWS)
    {
      GPtrArray *row;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !taga_table_next_row (table, cells, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      row = g_ptr_array_new ();
      for (guint i = 0; i < table->n_columns; i++)
        if (!table->columns[i].is_hidden)
          g_ptr_array_add (row, format_cell (&cells[i]));
      g_ptr_array_add (row, NULL);
      g_ptr_array_add (shown->rows, g_ptr_array_free (row, FALSE));
    }

  return TRUE;
}

/* A sheet shows its first table; what else is on it is written, and counted here. */
static TagaPreviewTable *
read_section (TagaSection *section, GCancellable *cancellable, GError **error)
{
  TagaPreviewTable *shown = g_new0 (TagaPreviewTable, 1);
  TagaTable *table = taga_section_find_table (section);

  shown->title = g_strdup (section->heading);
  shown->texts = g_ptr_array_new_with_free_func (g_free);
  shown->columns = g_ptr_array_new_with_free_func (g_free);
  shown->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  shown->n_rows = taga_section_count_rows (section);

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const TagaBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->paragraph != NULL)
        g_ptr_array_add (shown->texts, g_strdup (block->paragraph));
    }
  for (guint i = 0; table != NULL && i < table->n_columns; i++)
    if (!table->columns[i].is_hidden)
      g_ptr_array_add (shown->columns, taga_column_dup_title (&table->columns[i]));

  if (table != NULL && !read_rows (shown, table, cancellable, error))
    {
      free_table (shown);
      return NULL;
    }

  return shown;
}

static gboolean
read_document (TagaPreview *preview,
               TagaStore *store,
               const Request *request,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (TagaDocument) document =
      taga_export_new_document (store, request->report, request->options, error);

  if (document == NULL)
    return FALSE;

  preview->tables = g_ptr_array_new_with_free_func (free_table);
  for (guint i = 0; i < taga_document_get_n_sections (document); i++)
    {
      TagaPreviewTable *table =
          read_section (taga_document_get_section (document, i), cancellable, error);

      if (table == NULL)
        return FALSE;
      g_ptr_array_add (preview->tables, table);
    }

  return TRUE;
}

static gboolean
lay_out (TagaPreview *preview,
         TagaStore *store,
         const Request *request,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (TagaPaper) paper =
      taga_export_new_paper (store, request->report, request->options, error);

  if (paper == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  preview->layout = taga_paper_layout_new (paper, cancellable, error);
  return preview->layout != NULL;
}

/* Runs in a thread, with a store of its own: what is on disk is what is shown. */
static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Request *request = task_data;
  g_autoptr (TagaPreview) preview = g_new0 (TagaPreview, 1);
  g_autoptr (TagaStore) store = NULL;
  GError *error = NULL;
  gboolean is_made;

  /* Requests that a newer one has overtaken wait for a thread, and then do nothing. */
  if (g_task_return_error_if_cancelled (task))
    return;

  store = taga_store_open (request->path, TRUE, &error);
  is_made = store != NULL
            && (request->round == 0 || request->round == taga_store_get_round (store)
                || taga_store_select_round (store, request->round, &error));
  if (is_made)
    is_made = taga_export_is_paper (request->report)
                  ? lay_out (preview, store, request, cancellable, &error)
                  : read_document (preview, store, request, cancellable, &error);

  if (is_made)
    g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) taga_preview_free);
  else
    g_task_return_error (task, error);
}

/**
 * taga_preview_load:
 * @store: the company file
 * @report: name of a report
 * @options: how it is wanted
 * @cancellable: (nullable): stops it, as a newer request does
 * @callback: called in the main thread when it is done
 * @user_data: data for @callback
 *
 * Makes what a report looks like, in a thread.
 */
void
taga_preview_load (TagaStore *store,
                   const char *report,
                   const TagaExportOptions *options,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request;

  g_return_if_fail (TAGA_IS_STORE (store));
  g_return_if_fail (taga_export_find_report (report) != NULL);

  request = g_new0 (Request, 1);
  request->path = g_strdup (taga_store_get_path (store));
  request->round = taga_store_get_round (store);
  request->report = g_strdup (report);
  request->options = taga_export_options_copy (options);

  g_task_set_source_tag (task, taga_preview_load);
  g_task_set_task_data (task, request, free_request);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * taga_preview_load_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Gets what a report looks like.
 *
 * Returns: (transfer full) (nullable): the preview, or `NULL` with `G_IO_ERROR_CANCELLED` if it was
 *   stopped, or what the report could not be made for
 */
TagaPreview *
taga_preview_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
