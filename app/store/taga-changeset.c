#include "taga-changeset.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-company.h"
#include "taga-registers.h"

void
taga_changeset_clear (TagaChangeset *self)
{
  g_clear_pointer (&self->data, sqlite3_free);
  self->size = 0;
}

/* How far the bytes of a changeset have been looked at. */
typedef struct
{
  const guchar *next;
  const guchar *end;
} Reader;

static gboolean
skip (Reader *reader, gsize n)
{
  if (n > (gsize) (reader->end - reader->next))
    return FALSE;

  reader->next += n;
  return TRUE;
}

static gboolean
take_byte (Reader *reader, guchar *byte)
{
  *byte = reader->next < reader->end ? *reader->next : 0;

  return skip (reader, 1);
}

/* Seven bits a byte, the highest first, as long as the eighth is set. */
static gboolean
take_number (Reader *reader, gsize *number)
{
  guchar byte = 0x80;

  *number = 0;
  for (guint i = 0; (byte & 0x80) != 0; i++)
    {
      if (i == 5 || !take_byte (reader, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
    }

  return TRUE;
}

/* A value is its type and what belongs to that; type 0 is a column that the change leaves alone. */
static gboolean
skip_value (Reader *reader, guchar *type)
{
  gsize length;

  if (!take_byte (reader, type))
    return FALSE;

  switch (*type)
    {
    case 0:
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      return skip (reader, 8);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return take_number (reader, &length) && skip (reader, length);
    default:
      return FALSE;
    }
}

static gboolean
skip_row (Reader *reader, gsize n_columns, gboolean with_key)
{
  for (gsize i = 0; i < n_columns; i++)
    {
      guchar type;

      if (!skip_value (reader, &type) || (i == 0 && with_key && type != SQLITE_INTEGER))
        return FALSE;
    }

  return TRUE;
}

/* The table that the following changes are of; its first column alone is the key. */
static gboolean
take_table (Reader *reader, gsize *n_columns)
{
  const char *name;
  const guchar *end;

  if (!take_number (reader, n_columns) || *n_columns == 0)
    return FALSE;

  for (gsize i = 0; i < *n_columns; i++)
    {
      guchar key;

      if (!take_byte (reader, &key) || (key != 0) != (i == 0))
        return FALSE;
    }

  name = (const char *) reader->next;
  end = memchr (name, '\0', (gsize) (reader->end - reader->next));

  return end != NULL && taga_registers_find (name) != G_TYPE_INVALID
         && skip (reader, (gsize) (end - reader->next) + 1);
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
  Reader reader = { self->data, (const guchar *) self->data + self->size };
  gsize n_columns = 0;

  for (*n = 0; reader.next < reader.end;)
    {
      guchar operation, indirect;
      gboolean valid;

      take_byte (&reader, &operation);
      if (operation == 'T')
        valid = take_table (&reader, &n_columns);
      else
        {
          valid = (operation == SQLITE_INSERT || operation == SQLITE_UPDATE
                   || operation == SQLITE_DELETE)
                  && n_columns > 0 && take_byte (&reader, &indirect)
                  && skip_row (&reader, n_columns, TRUE)
                  && (operation != SQLITE_UPDATE || skip_row (&reader, n_columns, FALSE));
          *n += 1;
        }

      if (!valid)
        return FALSE;
    }

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

/* Which field stands in each column of a table; -1 for the id. */
static int *
map_columns (sqlite3 *db, TagaRecordClass *klass, int n_columns, GError **error)
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
      columns = map_columns (store->db, taga_record_class_peek (change.type), n_columns, error);
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
 * answer changed, every asset's risk may have; the company says by which edition.
 */
void
taga_changeset_announce (TagaStore *store, GArray *changes)
{
  gboolean only_assets = TRUE;
  gboolean with_company = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      GType type = g_array_index (changes, TagaChange, i).type;

      only_assets = only_assets && type == TAGA_TYPE_ASSET;
      with_company = with_company || type == TAGA_TYPE_COMPANY;
    }

  if (only_assets)
    for (guint i = 0; i < changes->len; i++)
      {
        const TagaChange *change = &g_array_index (changes, TagaChange, i);

        taga_store_reload (store, change->type, change->id);
      }
  else
    {
      if (with_company)
        taga_store_load_edition (store, NULL);
      taga_store_assess (store, NULL);
      taga_store_reload_all (store);
    }

  taga_store_emit_changed (store, (const TagaChange *) (gpointer) changes->data, changes->len);
}
