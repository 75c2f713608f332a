#include "taga-cursor.h"

#include "taga-store-private.h"

/**
 * TagaCursor:
 *
 * The records of a query one after the other, without an object for each: for exports, comparisons
 * and counts, however long the register is.
 */
struct _TagaCursor
{
  GObject parent_instance;

  TagaStore *store; /* (owned) */
  TagaRecordClass *klass;
  TagaFieldFlags needed; /* what a stored field must have to be read */
  sqlite3_stmt *stmt;    /* (owned) */
  TagaValue *values;     /* (owned): texts of computed fields are ours, the others SQLite's */
};

G_DEFINE_FINAL_TYPE (TagaCursor, taga_cursor, G_TYPE_OBJECT)

static gboolean
is_computed (TagaCursor *self, guint field)
{
  return (self->klass->fields[field].flags & TAGA_FIELD_COMPUTED) != 0;
}

static gboolean
is_read (TagaCursor *self, guint field)
{
  return !is_computed (self, field)
         && (self->klass->fields[field].flags & self->needed) == self->needed;
}

static void
taga_cursor_finalize (GObject *object)
{
  TagaCursor *self = TAGA_CURSOR (object);

  for (guint i = 0; self->values != NULL && i < self->klass->n_fields; i++)
    if (is_computed (self, i))
      g_free (self->values[i].text);
  g_free (self->values);
  g_clear_pointer (&self->stmt, sqlite3_finalize);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_cursor_parent_class)->finalize (object);
}

static void
taga_cursor_class_init (TagaCursorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_cursor_finalize;
}

static void
taga_cursor_init (TagaCursor *self)
{
}

static TagaCursor *
create_cursor (TagaStore *store,
               GType type,
               const TagaQuery *query,
               TagaFieldFlags needed,
               GError **error)
{
  g_autoptr (TagaCursor) self = g_object_new (TAGA_TYPE_CURSOR, NULL);
  g_autofree char *columns = NULL;

  self->store = g_object_ref (store);
  self->klass = taga_record_class_peek (type);
  self->values = taga_values_new (self->klass->n_fields);
  self->needed = needed;
  columns = needed == 0 ? taga_row_create_select (self->klass)
                        : taga_row_create_rule_select (self->klass);
  self->stmt =
      taga_row_prepare_query (store->db, self->klass, query, store->edition, columns, error);

  return self->stmt == NULL ? NULL : g_steal_pointer (&self);
}

/**
 * taga_cursor_new:
 * @store: a store
 * @type: a record type
 * @query: (nullable): which records, and in which order; `NULL` for all
 * @error: return location for an error
 *
 * Starts reading records.
 *
 * Returns: (transfer full) (nullable): the cursor, or `NULL` with any [error@StoreError]
 */
TagaCursor *
taga_cursor_new (TagaStore *store, GType type, const TagaQuery *query, GError **error)
{
  return create_cursor (store, type, query, 0, error);
}

/**
 * taga_cursor_new_for_rules:
 * @store: a store
 * @type: a record type
 * @query: (nullable): which records, and in which order; `NULL` for all
 * @error: return location for an error
 *
 * Starts reading what the computed fields follow from, and these; all other fields stay empty. For
 * who counts risks and needs no texts: it takes a third of the time.
 *
 * Returns: (transfer full) (nullable): the cursor, or `NULL` with any [error@StoreError]
 */
TagaCursor *
taga_cursor_new_for_rules (TagaStore *store, GType type, const TagaQuery *query, GError **error)
{
  return create_cursor (store, type, query, TAGA_FIELD_DECIDES, error);
}

/**
 * taga_cursor_new_for_ids:
 * @store: a store
 * @type: a record type
 * @ids: (array length=n_ids): numbers of records
 * @n_ids: how many, some hundred at most
 * @error: return location for an error
 *
 * Starts reading some records, in the order of their numbers. What is not there any more is left
 * out.
 *
 * Returns: (transfer full) (nullable): the cursor, or `NULL` with any [error@StoreError]
 */
TagaCursor *
taga_cursor_new_for_ids (TagaStore *store,
                         GType type,
                         const gint64 *ids,
                         guint n_ids,
                         GError **error)
{
  g_autoptr (TagaCursor) self = g_object_new (TAGA_TYPE_CURSOR, NULL);
  g_autoptr (GString) sql = g_string_new ("SELECT ");
  g_autofree char *columns = NULL;

  self->store = g_object_ref (store);
  self->klass = taga_record_class_peek (type);
  self->values = taga_values_new (self->klass->n_fields);
  columns = taga_row_create_select (self->klass);
  g_string_append_printf (sql, "%s FROM \"%s\" WHERE id IN (0", columns, self->klass->table);
  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (sql, ",%" G_GINT64_FORMAT, ids[i]);
  g_string_append (sql, ") ORDER BY id");
  self->stmt = taga_database_prepare (store->db, sql->str, error);

  return self->stmt == NULL ? NULL : g_steal_pointer (&self);
}

/**
 * taga_cursor_next:
 * @self: a cursor
 * @id: (out) (optional): the record's number
 * @values: (out) (transfer none): its values, computed ones included; they live until the next call
 * @has_row: (out): whether there was one more
 * @error: return location for an error
 *
 * Reads the next record.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_cursor_next (TagaCursor *self,
                  gint64 *id,
                  const TagaValue **values,
                  gboolean *has_row,
                  GError **error)
{
  int column = 1;

  if (!taga_database_step (self->stmt, has_row, error))
    return FALSE;

  if (!*has_row)
    return TRUE;

  if (id != NULL)
    *id = sqlite3_column_int64 (self->stmt, 0);

  for (guint i = 0; i < self->klass->n_fields; i++)
    if (is_read (self, i))
      taga_row_peek (self->stmt, column++, &self->klass->fields[i], &self->values[i]);

  if (self->klass->derive != NULL)
    self->klass->derive (self->values, &self->store->assessment);

  *values = self->values;
  return TRUE;
}

/**
 * taga_cursor_read:
 * @cursor: a cursor
 * @values: (out) (transfer none): the next record's values
 * @has_row: (out): whether there was one more
 * @error: return location for an error
 *
 * Reads the next record; a [callback@ValuesFunc] for those who do not know the store.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_cursor_read (gpointer cursor, const TagaValue **values, gboolean *has_row, GError **error)
{
  return taga_cursor_next (TAGA_CURSOR (cursor), NULL, values, has_row, error);
}
