#include "taga-changeset.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-changeset-reader.h"
#include "taga-company.h"
#include "taga-mapping.h"
#include "taga-own-item.h"
#include "taga-registers.h"

void
taga_changeset_clear (TagaChangeset *self)
{
  g_clear_pointer (&self->data, sqlite3_free);
  self->size = 0;
}

/**
 * taga_changeset_count:
 * @self: a changeset
 * @n: (out): how many rows it touches
 *
 * Counts what a changeset does, and sees that it is one, of registers only: SQLite itself trusts
 * its bytes, and may read some others for ever.
 *
 * Returns: `TRUE`, or `FALSE` if it is none
 */
gboolean
taga_changeset_count (const TagaChangeset *self, gsize *n)
{
  TagaChangesetReader reader;
  TagaChangesetRow row;
  gboolean has_row = TRUE;

  taga_changeset_reader_init (&reader, self->data, (gsize) self->size);
  for (*n = 0; has_row; *n += has_row)
    if (!taga_changeset_reader_next (&reader, &row, &has_row))
      return FALSE;

  return TRUE;
}

static TagaChangeKind
get_kind (int operation)
{
  if (operation == SQLITE_INSERT)
    return TAGA_CHANGE_INSERTED;

  return operation == SQLITE_DELETE ? TAGA_CHANGE_REMOVED : TAGA_CHANGE_UPDATED;
}

/* The key of a row stands first in every table; it is old for what was there, new for what came. */
static gint64
get_id (sqlite3_changeset_iter *iter, int operation)
{
  sqlite3_value *value = NULL;

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &value);
  else
    sqlite3changeset_old (iter, 0, &value);

  return value == NULL ? 0 : sqlite3_value_int64 (value);
}

/**
 * taga_changeset_list:
 * @self: a changeset
 *
 * Lists the records that a changeset touches.
 *
 * Returns: (transfer full) (element-type TagaChange): what becomes of each
 */
GArray *
taga_changeset_list (const TagaChangeset *self)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (TagaChange));
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, self->size, self->data) != SQLITE_OK)
    return changes;

  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation;
      TagaChange change;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
      change.type = taga_registers_find (table);
      change.id = get_id (iter, operation);
      change.kind = get_kind (operation);
      if (change.type != G_TYPE_INVALID)
        g_array_append_val (changes, change);
    }
  sqlite3changeset_finalize (iter);

  return changes;
}

/* Where the data are no longer as the step left them, nothing is done rather than something else.
 */
static int
refuse_conflict (void *context, int kind, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/**
 * taga_changeset_apply:
 * @self: a changeset
 * @db: a connection in a transaction
 * @error: return location for an error
 *
 * Does what a changeset says.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_CONFLICT` if the data are not as it expects,
 * or any other [error@StoreError]
 */
gboolean
taga_changeset_apply (const TagaChangeset *self, sqlite3 *db, GError **error)
{
  int rc = sqlite3changeset_apply (db, self->size, self->data, NULL, refuse_conflict, NULL);

  if (rc == SQLITE_OK)
    return TRUE;

  if (rc == SQLITE_ABORT)
    {
      g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_CONFLICT,
                           _ ("The data changed after that step, so it cannot be undone or redone. "
                              "Nothing was changed."));
      return FALSE;
    }

  return taga_database_fail (db, rc, error);
}

/**
 * taga_changeset_map_columns:
 * @db: a connection
 * @klass: a record type
 * @n_columns: how many columns the changeset has of its table
 * @error: return location for an error
 *
 * Tells which field stands in each column of a table; -1 for the id.
 *
 * Returns: (transfer full) (nullable): the fields, or `NULL` with any [error@StoreError]
 */
int *
taga_changeset_map_columns (sqlite3 *db, TagaRecordClass *klass, int n_columns, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", klass->table);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (db, sql, error);
  g_autofree int *fields = g_new (int, n_columns);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  for (int i = 0; i < n_columns; i++)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      fields[i] =
          !has_row
              ? -1
              : taga_record_class_find_field (klass, (const char *) sqlite3_column_text (stmt, 0));
    }

  return g_steal_pointer (&fields);
}

static void
peek_value (const TagaField *field, sqlite3_value *source, TagaValue *value)
{
  value->text = NULL;
  value->number = TAGA_UNKNOWN;
  if (taga_field_is_text (field))
    value->text = (char *) taga_row_guard ((const char *) sqlite3_value_text (source));
  else if (sqlite3_value_type (source) != SQLITE_NULL)
    value->number = sqlite3_value_int64 (source);
}

/* What a record is called: as it is now, or else as the changeset has it. */
static char *
dup_name (sqlite3_changeset_iter *iter,
          const TagaChange *change,
          const int *columns,
          int n_columns,
          TagaStore *store)
{
  TagaRecordClass *klass = taga_record_class_peek (change->type);
  g_autoptr (TagaRecord) record = NULL;
  int name = taga_record_class_find_field (klass, "name");

  if (name < 0)
    name = taga_record_class_find_field (klass, "item");

  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (columns[i] != name)
        continue;
      if (change->kind == TAGA_CHANGE_INSERTED)
        sqlite3changeset_new (iter, i, &value);
      else
        sqlite3changeset_old (iter, i, &value);
      if (value != NULL)
        return g_strdup (taga_row_guard ((const char *) sqlite3_value_text (value)));
    }

  record = taga_store_get_record (store, change->type, change->id, NULL);

  return record == NULL ? NULL : g_strdup (taga_record_get_text (record, (guint) name));
}

static void
describe_row (sqlite3_changeset_iter *iter,
              const TagaChange *change,
              const int *columns,
              int n_columns,
              const char *name,
              TagaFieldChangeFunc func,
              gpointer user_data)
{
  TagaRecordClass *klass = taga_record_class_peek (change->type);

  for (int i = 0; i < n_columns; i++)
    {
      sqlite3_value *old_source = NULL;
      sqlite3_value *new_source = NULL;
      TagaValue from = TAGA_VALUE_INIT;
      TagaValue to = TAGA_VALUE_INIT;
      const TagaField *field;

      if (columns[i] < 0)
        continue;

      field = &klass->fields[columns[i]];
      if (change->kind != TAGA_CHANGE_INSERTED)
        sqlite3changeset_old (iter, i, &old_source);
      if (change->kind != TAGA_CHANGE_REMOVED)
        sqlite3changeset_new (iter, i, &new_source);
      if (old_source != NULL)
        peek_value (field, old_source, &from);
      if (new_source != NULL)
        peek_value (field, new_source, &to);

      if (change->kind == TAGA_CHANGE_UPDATED && new_source == NULL)
        continue;
      if (taga_field_is_empty (field, &from) && taga_field_is_empty (field, &to))
        continue;

      func (change, name, (guint) columns[i], change->kind == TAGA_CHANGE_INSERTED ? NULL : &from,
            change->kind == TAGA_CHANGE_REMOVED ? NULL : &to, user_data);
    }
}

/**
 * taga_changeset_describe:
 * @self: a changeset
 * @store: the store that it is of
 * @func: hears of each field
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Tells a changeset field by field, from what to what. The values live as long as the call.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_changeset_describe (const TagaChangeset *self,
                         TagaStore *store,
                         TagaFieldChangeFunc func,
                         gpointer user_data,
                         GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean done = TRUE;
  int rc = sqlite3changeset_start (&iter, self->size, self->data);

  if (rc != SQLITE_OK)
    return taga_database_fail (store->db, rc, error);

  while (done && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      g_autofree int *columns = NULL;
      g_autofree char *name = NULL;
      const char *table;
      int n_columns, operation;
      TagaChange change;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, NULL);
      change.type = taga_registers_find (table);
      if (change.type == G_TYPE_INVALID)
        continue;

      change.id = get_id (iter, operation);
      change.kind = get_kind (operation);
      columns = taga_changeset_map_columns (store->db, taga_record_class_peek (change.type),
                                            n_columns, error);
      done = columns != NULL;
      if (done)
        {
          name = dup_name (iter, &change, columns, n_columns, store);
          describe_row (iter, &change, columns, n_columns, name, func, user_data);
        }
    }
  sqlite3changeset_finalize (iter);

  return done;
}

/**
 * taga_changeset_announce:
 * @store: a store
 * @changes: (element-type TagaChange): what became of which record
 *
 * Brings the records that somebody holds up to date after a step, then tells everybody. Where an
 * answer changed, every asset's risk may have; the company says by which edition, and what it has
 * added to that.
 */
void
taga_changeset_announce (TagaStore *store, GArray *changes)
{
  gboolean only_assets = TRUE;
  gboolean with_edition = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      GType type = g_array_index (changes, TagaChange, i).type;

      only_assets = only_assets && type == TAGA_TYPE_ASSET;
      with_edition = with_edition || type == TAGA_TYPE_COMPANY || type == TAGA_TYPE_OWN_ITEM
                     || type == TAGA_TYPE_MAPPING;
    }

  if (only_assets)
    for (guint i = 0; i < changes->len; i++)
      {
        const TagaChange *change = &g_array_index (changes, TagaChange, i);

        taga_store_reload (store, change->type, change->id);
      }
  else
    {
      if (with_edition)
        taga_store_load_edition (store, NULL);
      taga_store_assess (store, NULL);
      taga_store_reload_all (store);
    }

  taga_store_emit_changed (store, (const TagaChange *) (gpointer) changes->data, changes->len);
}
