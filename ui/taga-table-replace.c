#include "taga-table-replace.h"

#include <glib/gi18n-lib.h>

#include "taga-job.h"
#include "taga-replace.h"
#include "taga-ui.h"

/* Replaces a text in cells of a table: worked out first, then looked at and applied as one step. */

/* So many records are worked out within a frame. */
#define MANY_RECORDS 400

typedef struct
{
  TagaRecordTable *table; /* (owned) */
  char *path;
  char *text;
  char *by;
  GArray *ids;      /* (owned) (element-type gint64) */
  GArray *fields;   /* (owned) (element-type guint) */
  TagaEdits *edits; /* (owned) */
  TagaReplace replace;
  TagaEditRunDone done;
  gpointer user_data;
} Run;

static void
clear_run (gpointer data)
{
  Run *self = data;

  g_object_unref (self->table);
  g_free (self->path);
  g_free (self->text);
  g_free (self->by);
  g_array_unref (self->ids);
  g_array_unref (self->fields);
  taga_edits_unref (self->edits);
}

static void
release_run (gpointer run)
{
  g_rc_box_release_full (run, clear_run);
}

/* What the user has to know before: cells that show the text and keep it. */
static char *
create_note (Run *self)
{
  guint n = self->replace.n_left;

  if (n == 0)
    return NULL;

  return g_strdup_printf (
      ngettext ("%u more cell shows this text and stays as it is: days, levels, marks and computed "
                "cells are not replaced, nor signs such as ㈱ in part.",
                "%u more cells show this text and stay as they are: days, levels, marks and "
                "computed cells are not replaced, nor signs such as ㈱ in part.",
                n),
      n);
}

static void
tell_nothing (Run *self)
{
  const char *text = _ ("Nothing was replaced: no cell shows this.");

  if (self->replace.n_left > 0 && self->ids->len == 1)
    text = _ ("This cell stays as it is: days, levels, marks and computed cells are not replaced, "
              "nor signs such as ㈱ in part.");
  else if (self->replace.n_left > 0)
    text = _ ("Nothing was replaced: it shows only in days, levels, marks or computed cells, or as "
              "part of a sign such as ㈱.");
  taga_ui_toast (GTK_WIDGET (self->table), text);
}

static void
collected_cb (const GError *error, gpointer user_data)
{
  Run *self = user_data;
  TagaStore *store = taga_record_table_get_store (self->table);
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  g_autofree char *note = NULL;
  g_autofree char *label = NULL;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    taga_ui_report (GTK_WIDGET (self->table), FALSE, error);
  else if (error == NULL && self->replace.n_cells == 0)
    tell_nothing (self);

  /* Another file may be shown meanwhile. */
  if (error != NULL || self->replace.n_cells == 0 || store == NULL
      || !g_str_equal (taga_store_get_path (store), self->path))
    {
      self->done (FALSE, NULL, self->user_data);
      return;
    }

  note = self->ids->len == 1 ? NULL : create_note (self);
  /* Translators: what is replaced, then by what */
  label = g_strdup_printf (_ ("Replace “%s” with “%s”"), self->text, self->by);
  taga_edit_run (GTK_WIDGET (self->table), store, self->edits, label,
                 taga_grid_get_n_rows_in_view (grid), note, self->done, self->user_data, NULL);
}

static gboolean
collect_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Run *self = data;
  g_autoptr (TagaStore) store = taga_store_open (self->path, TRUE, error);

  return store != NULL
         && taga_replace_collect (&self->replace, store, self->edits, self->ids, taga_job_report,
                                  job, taga_job_get_cancellable (job), error);
}

static void
collect (Run *self)
{
  g_autoptr (GError) error = NULL;

  if (self->ids->len > MANY_RECORDS)
    {
      taga_job_run (GTK_WIDGET (self->table), _ ("Looking for what to replace…"), collect_in_thread,
                    g_rc_box_acquire (self), release_run, collected_cb, self);
      return;
    }

  taga_replace_collect (&self->replace, taga_record_table_get_store (self->table), self->edits,
                        self->ids, NULL, NULL, NULL, &error);
  collected_cb (error, self);
}

/**
 * taga_table_replace:
 * @table: a table that shows a file that may be written
 * @ids: (element-type gint64): the records
 * @fields: (element-type guint): the columns
 * @text: what to replace; not empty
 * @by: what takes its place
 * @done: hears what became of it, without numbers of records
 * @user_data: data for @done; it has to live as long as @table
 *
 * Replaces a text in cells, as one step. If that reaches further than the user sees, it is shown
 * first; if nothing can be replaced, that is said.
 */
void
taga_table_replace (TagaRecordTable *table,
                    GArray *ids,
                    GArray *fields,
                    const char *text,
                    const char *by,
                    TagaEditRunDone done,
                    gpointer user_data)
{
  Run *self = g_rc_box_new0 (Run);

  self->table = g_object_ref (table);
  self->path = g_strdup (taga_store_get_path (taga_record_table_get_store (table)));
  self->text = g_strdup (text);
  self->by = g_strdup (by);
  self->ids = g_array_ref (ids);
  self->fields = g_array_ref (fields);
  self->edits = taga_edits_new (taga_record_table_get_record_type (table));
  self->replace = (TagaReplace){ self->text, self->by, self->fields, 0, 0 };
  self->done = done;
  self->user_data = user_data;
  collect (self);
  release_run (self);
}
