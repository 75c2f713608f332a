#include "taga-stocktake-send.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-company.h"
#include "taga-date.h"
#include "taga-report-stocktake.h"
#include "taga-stocktake-item.h"
#include "taga-stocktake-progress.h"
#include "taga-stocktake-run.h"
#include "taga-stocktake-sent.h"
#include "taga-stocktake.h"

/* How much of a department's name goes into the name of a file. */
#define MAX_NAME 60

/* One asset on its way out. */
typedef struct
{
  gint64 item;
  gint64 sending;
  char *sent;        /* (owned) (nullable) */
  TagaValue *values; /* (owned): by field of a line */
} Outgoing;

/* What goes to one department. */
typedef struct
{
  char *department; /* (owned) */
  GFile *target;    /* (owned) */
  GPtrArray *rows;  /* (owned) (element-type Outgoing) */
  guint next;       /* the row to hand over next */
} Parcel;

typedef struct
{
  TagaStore *store;
  TagaRecord *run;     /* (owned) */
  TagaRecord *company; /* (owned) */
  GPtrArray *parcels;  /* (owned) (element-type Parcel) */
  guint n_written;     /* how many files are there */
  char *today;         /* (owned) */

  TagaWriteProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} Sending;

static void
free_outgoing (gpointer data)
{
  Outgoing *row = data;

  taga_values_free (row->values, TAGA_STOCKTAKE_LINE_N_FIELDS);
  g_free (row->sent);
  g_free (row);
}

static void
free_parcel (gpointer data)
{
  Parcel *parcel = data;

  g_free (parcel->department);
  g_clear_object (&parcel->target);
  g_ptr_array_unref (parcel->rows);
  g_free (parcel);
}

static void
sending_clear (Sending *self)
{
  g_clear_object (&self->run);
  g_clear_object (&self->company);
  g_clear_pointer (&self->parcels, g_ptr_array_unref);
  g_free (self->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sending, sending_clear)

/* Letters that not every file system of an office takes become a line. */
static char *
make_file_name (const char *department, guint number)
{
  g_autoptr (GString) name = g_string_new ("情報資産の棚卸し_");
  glong n = 0;

  for (const char *p = *department == '\0' ? "部署なし" : department; *p != '\0' && n < MAX_NAME;
       p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || (c < 0x80 && strchr ("/\\:*?\"<>|.", (int) c) != NULL))
        g_string_append_c (name, '_');
      else
        g_string_append_unichar (name, c);
    }

  if (number > 1)
    g_string_append_printf (name, "_%u", number);
  g_string_append (name, ".xlsx");

  return g_strdup (name->str);
}

static gboolean
is_taken (Sending *self, GFile *target)
{
  g_autofree char *path = g_file_get_uri (target);
  g_autofree char *folded = g_utf8_casefold (path, -1);

  for (guint i = 0; i < self->parcels->len; i++)
    {
      const Parcel *parcel = g_ptr_array_index (self->parcels, i);
      g_autofree char *other = g_file_get_uri (parcel->target);
      g_autofree char *other_folded = g_utf8_casefold (other, -1);

      if (g_str_equal (folded, other_folded))
        return TRUE;
    }

  return FALSE;
}

static Parcel *
add_parcel (Sending *self, GFile *folder, const char *department)
{
  Parcel *parcel = g_new0 (Parcel, 1);

  parcel->department = g_strdup (department);
  parcel->rows = g_ptr_array_new_with_free_func (free_outgoing);
  for (guint number = 1; parcel->target == NULL || is_taken (self, parcel->target); number++)
    {
      g_autofree char *name = make_file_name (department, number);

      g_clear_object (&parcel->target);
      parcel->target = g_file_get_child (folder, name);
    }
  g_ptr_array_add (self->parcels, parcel);

  return parcel;
}

/* What goes out again as it went out before keeps its number, so that a workbook that was sent
 * earlier is still understood. */
static Outgoing *
create_outgoing (Sending *self, gint64 item, const TagaValue *values, TagaRecord *asset)
{
  Outgoing *row = g_new0 (Outgoing, 1);
  g_autofree TagaValue *asset_values = g_new (TagaValue, TAGA_ASSET_N_FIELDS);
  gint64 last = values[TAGA_STOCKTAKE_ITEM_SENDING].number;
  const char *code = taga_record_get_text (self->run, TAGA_STOCKTAKE_CODE);

  for (guint i = 0; i < TAGA_ASSET_N_FIELDS; i++)
    asset_values[i] = *taga_record_get_value (asset, i);

  row->item = item;
  row->sent = taga_stocktake_sent_to_text (asset_values);
  row->sending = last == TAGA_UNKNOWN ? 1 : last;
  if (last != TAGA_UNKNOWN && g_strcmp0 (row->sent, values[TAGA_STOCKTAKE_ITEM_SENT].text) != 0)
    row->sending = last + 1;

  row->values = taga_values_new (TAGA_STOCKTAKE_LINE_N_FIELDS);
  for (guint i = 0; i < TAGA_STOCKTAKE_N_JUDGED; i++)
    taga_value_set (&row->values[i], &asset_values[taga_stocktake_line_get_asset_field (i)]);
  row->values[TAGA_STOCKTAKE_LINE_KEY].text =
      taga_stocktake_key_to_text (code, taga_record_get_id (asset), row->sending);

  return row;
}

/* Only what nobody has checked yet and is still in use goes out. */
static gboolean
take_item (Sending *self,
           GHashTable *by_name,
           GFile *folder,
           gint64 item,
           const TagaValue *values,
           GError **error)
{
  const char *department = values[TAGA_STOCKTAKE_ITEM_DEPARTMENT].text;
  g_autoptr (TagaRecord) asset = NULL;
  g_autoptr (GError) missing = NULL;
  Parcel *parcel;

  if (g_strcmp0 (values[TAGA_STOCKTAKE_ITEM_STATE].text, "open") != 0)
    return TRUE;

  asset = taga_store_get_record (self->store, TAGA_TYPE_ASSET,
                                 values[TAGA_STOCKTAKE_ITEM_ASSET].number, &missing);
  if (g_error_matches (missing, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND))
    return TRUE;
  if (asset == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  if (taga_record_get_text (asset, TAGA_ASSET_RETIRED_ON) != NULL)
    return TRUE;

  parcel = g_hash_table_lookup (by_name, department == NULL ? "" : department);
  if (parcel == NULL)
    {
      parcel = add_parcel (self, folder, department == NULL ? "" : department);
      g_hash_table_insert (by_name, parcel->department, parcel);
    }
  g_ptr_array_add (parcel->rows, create_outgoing (self, item, values, asset));

  return TRUE;
}

static gboolean
collect (Sending *self, GFile *folder, GError **error)
{
  g_autoptr (TagaCursor) cursor =
      taga_stocktake_open_items (self->store, taga_record_get_id (self->run), error);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 item;

  while (cursor != NULL && has_row)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !taga_cursor_next (cursor, &item, &values, &has_row, error)
          || (has_row && !take_item (self, by_name, folder, item, values, error)))
        return FALSE;
    }
  if (cursor == NULL)
    return FALSE;

  if (self->parcels->len == 0)
    g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOTHING,
                         _ ("All assets of the stock-taking are checked. There is nothing to "
                            "send."));

  return self->parcels->len > 0;
}

/* All is asked before anything is written. */
static gboolean
check_targets (Sending *self, GError **error)
{
  for (guint i = 0; i < self->parcels->len; i++)
    {
      const Parcel *parcel = g_ptr_array_index (self->parcels, i);

      if (g_file_query_exists (parcel->target, NULL))
        {
          g_autofree char *name = g_file_get_basename (parcel->target);

          g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_EXISTS,
                       _ ("There is a file “%s” in the folder already. Nothing was written; choose "
                          "an empty folder."),
                       name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
next_line (gpointer source, const TagaValue **values, gboolean *has_row, GError **error)
{
  Parcel *parcel = source;

  *has_row = parcel->next < parcel->rows->len;
  if (*has_row)
    *values = ((const Outgoing *) g_ptr_array_index (parcel->rows, parcel->next++))->values;

  return TRUE;
}

static void
write_progress_cb (double fraction, gpointer user_data)
{
  Sending *self = user_data;

  if (self->progress != NULL)
    self->progress ((self->n_written + fraction) / self->parcels->len, self->user_data);
}

static gboolean
write_parcel (Sending *self, Parcel *parcel, GError **error)
{
  const TagaStocktakeLetter letter = {
    taga_record_get_text (self->company, TAGA_COMPANY_NAME),
    parcel->department,
    self->today,
    taga_record_get_text (self->run, TAGA_STOCKTAKE_DUE_ON),
    taga_store_get_person (self->store),
  };
  g_autoptr (TagaDocument) document = taga_report_stocktake_new (
      taga_store_get_edition (self->store), &letter, next_line, parcel, NULL, parcel->rows->len);

  if (!taga_document_write (document, parcel->target, TAGA_WRITE_NONE, write_progress_cb, self,
                            self->cancellable, NULL, NULL, error))
    return FALSE;

  self->n_written++;
  return TRUE;
}

static gboolean
note_parcel (Sending *self, const Parcel *parcel, GError **error)
{
  static const guint fields[] = { TAGA_STOCKTAKE_ITEM_SENT_ON, TAGA_STOCKTAKE_ITEM_SENDING,
                                  TAGA_STOCKTAKE_ITEM_SENT };

  for (guint i = 0; i < parcel->rows->len; i++)
    {
      const Outgoing *row = g_ptr_array_index (parcel->rows, i);
      const TagaValue values[] = {
        { self->today, TAGA_UNKNOWN },
        { NULL, row->sending },
        { row->sent, TAGA_UNKNOWN },
      };

      if (!taga_store_update (self->store, TAGA_TYPE_STOCKTAKE_ITEM, row->item, fields, values,
                              G_N_ELEMENTS (fields), error))
        return FALSE;
    }

  return TRUE;
}

/* The files are written inside the step: nothing can change between what they say and what the
 * register remembers of it. */
static gboolean
write_all (Sending *self, GFile *folder, GError **error)
{
  if (!collect (self, folder, error) || !check_targets (self, error))
    return FALSE;

  for (guint i = 0; i < self->parcels->len; i++)
    {
      Parcel *parcel = g_ptr_array_index (self->parcels, i);

      if (!write_parcel (self, parcel, error) || !note_parcel (self, parcel, error))
        return FALSE;
    }

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static void
take_back (Sending *self)
{
  for (guint i = 0; i < self->n_written; i++)
    g_file_delete (((const Parcel *) g_ptr_array_index (self->parcels, i))->target, NULL, NULL);
}

static GPtrArray *
list_names (Sending *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->parcels->len; i++)
    g_ptr_array_add (names, g_file_get_basename (
                                ((const Parcel *) g_ptr_array_index (self->parcels, i))->target));

  return names;
}

/**
 * taga_stocktake_send:
 * @store: a company file
 * @folder: where the workbooks go
 * @progress: (nullable): hears of progress
 * @user_data: data for @progress
 * @cancellable: (nullable): to stop it
 * @names: (out) (transfer full) (optional) (element-type utf8): names of the workbooks
 * @error: return location for an error
 *
 * Writes a workbook for each department that has not checked all of its assets yet, and remembers
 * as one step what was sent. No file that is there is overwritten, and one that fails takes the
 * others with it.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_REPORT_ERROR_EXISTS`, any other [error@ReportError],
 *   `TAGA_STORE_ERROR_NOT_FOUND` if no stock-taking is under way, `TAGA_STORE_ERROR_NOTHING` if all
 *   is checked, `G_IO_ERROR_CANCELLED` or any other [error@StoreError]; then no file is left and
 *   nothing changed
 */
gboolean
taga_stocktake_send (TagaStore *store,
                     GFile *folder,
                     TagaWriteProgress progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GPtrArray **names,
                     GError **error)
{
  g_auto (Sending) self = { store };
  gint64 run = taga_stocktake_require_open (store, error);

  if (run == 0)
    return FALSE;

  self.parcels = g_ptr_array_new_with_free_func (free_parcel);
  self.today = taga_date_today ();
  self.progress = progress;
  self.user_data = user_data;
  self.cancellable = cancellable;
  self.run = taga_store_get_record (store, TAGA_TYPE_STOCKTAKE, run, error);
  self.company =
      self.run == NULL ? NULL : taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);
  if (self.company == NULL
      || !taga_store_begin (store, _ ("Send workbooks for the stock-taking"), error))
    return FALSE;

  if (!write_all (&self, folder, error))
    {
      taga_store_rollback (store);
      take_back (&self);
      return FALSE;
    }

  if (!taga_store_commit (store, error))
    {
      take_back (&self);
      return FALSE;
    }

  if (names != NULL)
    *names = list_names (&self);
  return TRUE;
}
