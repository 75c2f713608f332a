#include "taga-staging.h"

#include "taga-database.h"
#include "taga-row.h"
#include "taga-text.h"

/**
 * TagaStaging:
 *
 * Rows on their way into a register, as many as there may be: they stand in a database of their own
 * that lives in memory and, past a few megabytes, in an unnamed temporary file.
 */
struct _TagaStaging
{
  GObject parent_instance;

  TagaRecordClass *klass;
  sqlite3 *db;          /* (owned) */
  sqlite3_stmt *insert; /* (owned) */
  sqlite3_stmt *get;    /* (owned) */
  sqlite3_stmt *choose; /* (owned) */
  guint counts[TAGA_STAGED_N_KINDS];
};

G_DEFINE_FINAL_TYPE (TagaStaging, taga_staging, G_TYPE_OBJECT)

/* Columns before those of the fields. */
#define N_OWN_COLUMNS 10

/* Of these, the ones that are bound when a row is added. */
#define N_BOUND 8

static void
taga_staging_finalize (GObject *object)
{
  TagaStaging *self = TAGA_STAGING (object);

  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->get, sqlite3_finalize);
  g_clear_pointer (&self->choose, sqlite3_finalize);
  g_clear_pointer (&self->db, sqlite3_close);

  G_OBJECT_CLASS (taga_staging_parent_class)->finalize (object);
}

static void
taga_staging_class_init (TagaStagingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_staging_finalize;
}

static void
taga_staging_init (TagaStaging *self)
{
}

static gboolean
create_table (TagaStaging *self, GError **error)
{
  g_autoptr (GString) table = g_string_new ("CREATE TABLE staged (number INTEGER PRIMARY KEY, "
                                            "kind, row, id, mask, key0, key1, sheet, doubt, kept");
  g_autoptr (GString) insert =
      g_string_new ("INSERT INTO staged VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, 0");

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      g_string_append_printf (table, ", f%u", i);
      g_string_append (insert, ", ?");
    }
  g_string_append (table, ", ticked INTEGER NOT NULL DEFAULT 1)");
  g_string_append (insert, ", 1)");

  if (!taga_database_exec (self->db, "PRAGMA journal_mode = OFF; PRAGMA cache_size = -4096", error)
      || !taga_database_exec (self->db, table->str, error)
      || !taga_database_exec (self->db, "BEGIN", error))
    return FALSE;

  self->insert = taga_database_prepare (self->db, insert->str, error);
  self->get = taga_database_prepare (self->db, "SELECT * FROM staged WHERE number = ?", error);

  self->choose = taga_database_prepare (
      self->db, "UPDATE staged SET kind = ?, ticked = ?, kept = ? WHERE number = ?", error);

  return self->insert != NULL && self->get != NULL && self->choose != NULL;
}

/**
 * taga_staging_new:
 * @type: a record type
 * @error: return location for an error
 *
 * Makes room for rows on their way into a register.
 *
 * Returns: (transfer full) (nullable): the staging, or `NULL` with any [error@StoreError]
 */
TagaStaging *
taga_staging_new (GType type, GError **error)
{
  g_autoptr (TagaStaging) self = g_object_new (TAGA_TYPE_STAGING, NULL);

  self->klass = taga_record_class_peek (type);
  self->db = taga_database_connect ("", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (self->db == NULL || !create_table (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_staging_add:
 * @self: a staging
 * @row: what the row would do
 * @values: (nullable) (array): a value for each field
 * @error: return location for an error
 *
 * Adds a row. It is ticked.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_staging_add (TagaStaging *self,
                  const TagaStagedRow *row,
                  const TagaValue *values,
                  GError **error)
{
  gboolean done;

  sqlite3_bind_int (self->insert, 1, (int) row->kind);
  sqlite3_bind_int64 (self->insert, 2, row->row);
  sqlite3_bind_int64 (self->insert, 3, row->id);
  sqlite3_bind_int64 (self->insert, 4, (gint64) row->mask);
  sqlite3_bind_int64 (self->insert, 5, (gint64) row->keys[0]);
  sqlite3_bind_int64 (self->insert, 6, (gint64) row->keys[1]);
  sqlite3_bind_int64 (self->insert, 7, row->sheet);
  sqlite3_bind_int64 (self->insert, 8, row->doubt);
  for (guint i = 0; i < self->klass->n_fields; i++)
    if (values != NULL && !(self->klass->fields[i].flags & TAGA_FIELD_COMPUTED))
      taga_row_bind (self->insert, (int) i + N_BOUND + 1, &self->klass->fields[i], &values[i]);

  done = taga_database_step (self->insert, NULL, error);
  sqlite3_reset (self->insert);
  sqlite3_clear_bindings (self->insert);
  if (done)
    self->counts[row->kind]++;

  return done;
}

/**
 * taga_staging_count:
 * @self: a staging
 * @kind: a kind
 *
 * Counts the rows of a kind.
 *
 * Returns: how many, ticked or not
 */
guint
taga_staging_count (TagaStaging *self, TagaStagedKind kind)
{
  return self->counts[kind];
}

/* The texts are borrowed until the statement's next step. */
static void
peek_row (TagaStaging *self, sqlite3_stmt *stmt, TagaStagedRow *row, TagaValue *values)
{
  row->kind = (TagaStagedKind) sqlite3_column_int (stmt, 1);
  row->row = (guint) sqlite3_column_int64 (stmt, 2);
  row->id = sqlite3_column_int64 (stmt, 3);
  row->mask = (guint64) sqlite3_column_int64 (stmt, 4);
  row->keys[0] = (guint64) sqlite3_column_int64 (stmt, 5);
  row->keys[1] = (guint64) sqlite3_column_int64 (stmt, 6);
  row->sheet = (guint) sqlite3_column_int64 (stmt, 7);
  row->doubt = (guint) sqlite3_column_int64 (stmt, 8);
  row->left = (guint64) sqlite3_column_int64 (stmt, 9);
  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      values[i].text = NULL;
      values[i].number = TAGA_UNKNOWN;
      taga_row_peek (stmt, (int) i + N_OWN_COLUMNS, &self->klass->fields[i], &values[i]);
    }
}

/**
 * taga_staging_foreach:
 * @self: a staging
 * @kind: a kind, or `TAGA_STAGED_DOUBTFUL`
 * @ticked_only: whether to leave out rows that are not ticked
 * @func: (scope call): hears of each row; it may match the row
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Goes through the rows of a kind in their order.
 *
 * Returns: `TRUE`, or `FALSE` with the error of @func or any [error@StoreError]
 */
gboolean
taga_staging_foreach (TagaStaging *self,
                      TagaStagedKind kind,
                      gboolean ticked_only,
                      TagaStagedFunc func,
                      gpointer user_data,
                      GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree TagaValue *values = g_new0 (TagaValue, self->klass->n_fields);
  gboolean has_row = TRUE;

  stmt = taga_database_prepare (
      self->db,
      kind == TAGA_STAGED_DOUBTFUL
          ? "SELECT * FROM staged WHERE doubt > 0 AND ?1 > 0 AND ticked >= ?2 ORDER BY number"
          : "SELECT * FROM staged WHERE kind = ? AND ticked >= ? ORDER BY number",
      error);
  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int (stmt, 1, (int) kind);
  sqlite3_bind_int (stmt, 2, ticked_only);
  while (has_row)
    {
      TagaStagedRow row;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      peek_row (self, stmt, &row, values);
      if (!func (sqlite3_column_int64 (stmt, 0), &row, values, user_data, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * taga_staging_get_number:
 * @self: a staging
 * @position: a position among all rows
 *
 * Gets the number of the row at a position. Rows are numbered from 1 in the order of adding.
 *
 * Returns: the number, or 0 past the end
 */
gint64
taga_staging_get_number (TagaStaging *self, guint position)
{
  guint n = 0;

  for (guint i = 0; i < TAGA_STAGED_N_KINDS; i++)
    n += self->counts[i];

  return position < n ? (gint64) position + 1 : 0;
}

/**
 * taga_staging_get:
 * @self: a staging
 * @number: number of a row
 * @row: (out caller-allocates): what it would do
 * @values: (out caller-allocates) (array): a value for each field; the caller clears them
 * @error: return location for an error
 *
 * Reads a row.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_staging_get (TagaStaging *self,
                  gint64 number,
                  TagaStagedRow *row,
                  TagaValue *values,
                  GError **error)
{
  gboolean has_row;

  sqlite3_reset (self->get);
  sqlite3_bind_int64 (self->get, 1, number);
  if (!taga_database_step (self->get, &has_row, error))
    return FALSE;

  g_return_val_if_fail (has_row, FALSE);

  peek_row (self, self->get, row, values);
  for (guint i = 0; i < self->klass->n_fields; i++)
    values[i].text = g_strdup (values[i].text);
  sqlite3_reset (self->get);

  return TRUE;
}

/* Runs an update of one row; the number is bound behind the values. */
static gboolean
run_update (TagaStaging *self,
            const char *sql,
            const gint64 *values,
            int n_values,
            gint64 number,
            GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;

  for (int i = 0; i < n_values; i++)
    sqlite3_bind_int64 (stmt, i + 1, values[i]);
  sqlite3_bind_int64 (stmt, n_values + 1, number);

  return taga_database_step (stmt, NULL, error);
}

/**
 * taga_staging_match:
 * @self: a staging
 * @number: number of a new row
 * @id: the record that it turned out to be, or 0 for none
 * @mask: which fields it would set
 * @doubt: why it may mean something else, or 0
 * @error: return location for an error
 *
 * Makes a new row a changed one, or one that is the same if nothing is set. Without a record it
 * stays new, and doubtful.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_staging_match (TagaStaging *self,
                    gint64 number,
                    gint64 id,
                    guint64 mask,
                    guint doubt,
                    GError **error)
{
  TagaStagedKind kind = id == 0     ? TAGA_STAGED_NEW
                        : mask == 0 ? TAGA_STAGED_SAME
                                    : TAGA_STAGED_CHANGED;
  const gint64 values[] = { kind, id, (gint64) mask, doubt };

  if (!run_update (self, "UPDATE staged SET kind = ?, id = ?, mask = ?, doubt = ? WHERE number = ?",
                   values, G_N_ELEMENTS (values), number, error))
    return FALSE;

  self->counts[TAGA_STAGED_NEW]--;
  self->counts[kind]++;
  return TRUE;
}

/**
 * taga_staging_choose:
 * @self: a staging
 * @number: number of a row
 * @choice: what the user wants of it
 * @error: return location for an error
 *
 * Says what is to become of a row. A changed row can be made a new one, and that one a changed one
 * again; other kinds stay what they are.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_staging_choose (TagaStaging *self,
                     gint64 number,
                     const TagaStagedChoice *choice,
                     GError **error)
{
  TagaStagedKind kind;
  gboolean has_row;

  sqlite3_reset (self->get);
  sqlite3_bind_int64 (self->get, 1, number);
  if (!taga_database_step (self->get, &has_row, error))
    return FALSE;

  g_return_val_if_fail (has_row, FALSE);

  kind = (TagaStagedKind) sqlite3_column_int (self->get, 1);
  sqlite3_reset (self->get);
  sqlite3_reset (self->choose);
  sqlite3_bind_int (self->choose, 1, (int) choice->kind);
  sqlite3_bind_int (self->choose, 2, choice->ticked);
  sqlite3_bind_int64 (self->choose, 3, (gint64) choice->left);
  sqlite3_bind_int64 (self->choose, 4, number);
  if (!taga_database_step (self->choose, NULL, error))
    return FALSE;

  self->counts[kind]--;
  self->counts[choice->kind]++;
  return TRUE;
}

static gboolean
has_text (TagaStaging *self, sqlite3_stmt *stmt, const char *folded_needle)
{
  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      const TagaField *field = &self->klass->fields[i];

      if ((field->flags & TAGA_FIELD_SEARCHED)
          && taga_text_contains ((const char *) sqlite3_column_text (stmt, (int) i + N_OWN_COLUMNS),
                                 folded_needle))
        return TRUE;
    }

  return FALSE;
}

/**
 * taga_staging_find:
 * @self: a staging
 * @folded_needle: what to find, from [func@text_fold]
 * @first: number of the first row to look at
 * @n: how many rows to look at
 * @numbers: (element-type gint64): takes the numbers of the rows that have it
 * @error: return location for an error
 *
 * Looks for a text in the fields that a search looks at, some rows at a time so that nobody waits.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_staging_find (TagaStaging *self,
                   const char *folded_needle,
                   gint64 first,
                   guint n,
                   GArray *numbers,
                   GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row = TRUE;

  stmt = taga_database_prepare (
      self->db, "SELECT * FROM staged WHERE number >= ? AND number < ? ORDER BY number", error);
  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, first);
  sqlite3_bind_int64 (stmt, 2, first + n);
  while (has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (has_row && has_text (self, stmt, folded_needle))
        {
          gint64 number = sqlite3_column_int64 (stmt, 0);

          g_array_append_val (numbers, number);
        }
    }

  return TRUE;
}

/**
 * taga_staging_set_ticked:
 * @self: a staging
 * @number: number of a row
 * @ticked: whether the row is to be taken
 * @error: return location for an error
 *
 * Ticks a row, or not.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_staging_set_ticked (TagaStaging *self, gint64 number, gboolean ticked, GError **error)
{
  const gint64 value = ticked;

  return run_update (self, "UPDATE staged SET ticked = ? WHERE number = ?", &value, 1, number,
                     error);
}

/**
 * taga_staging_is_ticked:
 * @self: a staging
 * @number: number of a row
 *
 * Tells whether a row is to be taken.
 *
 * Returns: `TRUE` if it is ticked
 */
gboolean
taga_staging_is_ticked (TagaStaging *self, gint64 number)
{
  gboolean has_row, ticked;

  sqlite3_reset (self->get);
  sqlite3_bind_int64 (self->get, 1, number);
  ticked = taga_database_step (self->get, &has_row, NULL) && has_row
           && sqlite3_column_int (self->get, sqlite3_column_count (self->get) - 1) != 0;
  sqlite3_reset (self->get);

  return ticked;
}
