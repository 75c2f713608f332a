#include "taga-store-private.h"

#include <string.h>

#include "taga-registers.h"
#include "taga-round.h"

/*
 * A seal is the SHA-256 of all that belongs to a round: its own row without the seal, then the rows
 * of every register whose records belong to a round. It tells what was changed by something other
 * than Taga; it does not keep out somebody who knows how it is made.
 *
 * The seal of a round must hold in later versions too, whose tables have columns behind those of
 * today: what is empty, or 0 by default, is left out, so that a new column changes nothing. A
 * column is called by its place, which never changes either.
 */

#define MARK_TABLE 0xfe
#define MARK_ROW 0xff
#define MARK_TEXT 0x80
#define MAX_COLUMNS 126

/* So much is collected before it is summed up. */
#define CHUNK 32768

typedef struct
{
  gint64 round;
  GChecksum *sum;
  const char *table; /* (nullable): to which the last row belonged */
  gsize n_pending;
  guint8 pending[CHUNK];
} Digest;

static Digest *
digest_new (gint64 round)
{
  Digest *self = g_new0 (Digest, 1);

  self->round = round;
  self->sum = g_checksum_new (G_CHECKSUM_SHA256);

  return self;
}

static void
digest_free (gpointer data)
{
  Digest *self = data;

  g_checksum_free (self->sum);
  g_free (self);
}

static void
digest_flush (Digest *self)
{
  g_checksum_update (self->sum, self->pending, (gssize) self->n_pending);
  self->n_pending = 0;
}

static const char *
digest_finish (Digest *self)
{
  digest_flush (self);
  return g_checksum_get_string (self->sum);
}

static void
append_byte (Digest *self, guint byte)
{
  if (self->n_pending == CHUNK)
    digest_flush (self);
  self->pending[self->n_pending++] = (guint8) byte;
}

/* Small numbers take one byte: there are many. */
static void
append_number (Digest *self, guint64 number)
{
  for (; number >= 0x80; number >>= 7)
    append_byte (self, 0x80 | (guint) (number & 0x7f));
  append_byte (self, (guint) number);
}

static void
append_text (Digest *self, const void *text, gsize length)
{
  append_number (self, length);
  if (length == 0)
    return;

  if (length > CHUNK - self->n_pending)
    digest_flush (self);
  if (length > CHUNK)
    {
      g_checksum_update (self->sum, text, (gssize) length);
      return;
    }

  memcpy (self->pending + self->n_pending, text, length);
  self->n_pending += length;
}

/* A table whose rows belong to rounds, and how they are read. */
typedef struct
{
  const char *name;
  int round;                /* place of the column that names the round */
  int left_out;             /* place of a column that does not count, or -1 */
  guint64 zero_is_empty[2]; /* bits of the columns that are 0 by default */
} Table;

static gboolean
is_bit (const guint64 *bits, int i)
{
  return bits[i / 64] >> (i % 64) & 1;
}

static gboolean
is_empty (const Table *table, sqlite3_stmt *stmt, int i)
{
  int type = sqlite3_column_type (stmt, i);

  return i == table->left_out || type == SQLITE_NULL
         || (type == SQLITE_INTEGER && is_bit (table->zero_is_empty, i)
             && sqlite3_column_int64 (stmt, i) == 0);
}

static void
append_row (Digest *self, const Table *table, sqlite3_stmt *stmt)
{
  int n = MIN (sqlite3_column_count (stmt), MAX_COLUMNS);

  if (self->table != table->name)
    {
      append_byte (self, MARK_TABLE);
      append_text (self, table->name, strlen (table->name));
      self->table = table->name;
    }

  for (int i = 0; i < n; i++)
    if (is_empty (table, stmt, i))
      continue;
    else if (sqlite3_column_type (stmt, i) == SQLITE_INTEGER)
      {
        append_byte (self, (guint) i);
        append_number (self, (guint64) sqlite3_column_int64 (stmt, i));
      }
    else
      {
        const void *text = sqlite3_column_blob (stmt, i);

        append_byte (self, MARK_TEXT | (guint) i);
        append_text (self, text, (gsize) sqlite3_column_bytes (stmt, i));
      }
  append_byte (self, MARK_ROW);
}

static gboolean
read_columns (TagaStore *self, Table *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT cid, name, \"notnull\" AND dflt_value = '0' FROM pragma_table_info ('%s')",
      table->name);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (self->db, sql, error);
  gboolean is_round = g_str_equal (table->name, "round");
  gboolean has_row = stmt != NULL;

  table->round = is_round ? 0 : -1;
  table->left_out = -1;
  while (has_row)
    {
      const char *name;
      int i;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      i = sqlite3_column_int (stmt, 0);
      name = (const char *) sqlite3_column_text (stmt, 1);
      if (i < MAX_COLUMNS && sqlite3_column_int (stmt, 2) > 0)
        table->zero_is_empty[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
      if (is_round && g_strcmp0 (name, "seal") == 0)
        table->left_out = i;
      else if (!is_round && g_strcmp0 (name, "round") == 0)
        table->round = i;
    }

  return stmt != NULL;
}

/* Reads a table once for all the rounds that are asked for. */
static gboolean
digest_table (TagaStore *self, const char *name, GHashTable *digests, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", name);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  Table table = { .name = name };
  gboolean has_row = TRUE;
  Digest *digest = NULL;

  if (!read_columns (self, &table, error))
    return FALSE;

  stmt = taga_database_prepare (self->db, sql, error);
  while (stmt != NULL && has_row)
    {
      gint64 round;

      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;

      /* Rows of one round mostly stand together. */
      round = sqlite3_column_int64 (stmt, table.round);
      if (digest == NULL || digest->round != round)
        digest = g_hash_table_lookup (digests, &round);
      if (digest != NULL)
        append_row (digest, &table, stmt);
    }

  return stmt != NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The registers whose records belong to a round, in an order that new registers do not change. */
static GPtrArray *
list_tables (void)
{
  GPtrArray *names = g_ptr_array_new ();
  guint n;
  const GType *types = taga_registers_get_types (&n);

  for (guint i = 0; i < n; i++)
    {
      TagaRecordClass *klass = taga_record_class_peek (types[i]);
      int field = taga_record_class_find_field (klass, "round");

      if (field >= 0 && klass->fields[field].kind == TAGA_FIELD_REFERENCE)
        g_ptr_array_add (names, (gpointer) klass->table);
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_insert (names, 0, (gpointer) "round");

  return names;
}

static gboolean
digest_rounds (TagaStore *self, GHashTable *digests, GError **error)
{
  g_autoptr (GPtrArray) tables = list_tables ();

  for (guint i = 0; i < tables->len; i++)
    if (!digest_table (self, g_ptr_array_index (tables, i), digests, error))
      return FALSE;

  return TRUE;
}

static GHashTable *
create_digests (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, digest_free);
}

static void
add_digest (GHashTable *digests, gint64 round)
{
  Digest *digest = digest_new (round);

  g_hash_table_insert (digests, &digest->round, digest);
}

/**
 * taga_seal_compute:
 * @self: a store
 * @round: id of a round
 * @error: return location for an error
 *
 * Sums up all that belongs to a round.
 *
 * Returns: (transfer full) (nullable): the seal, or `NULL` with any [error@StoreError]
 */
char *
taga_seal_compute (TagaStore *self, gint64 round, GError **error)
{
  g_autoptr (GHashTable) digests = create_digests ();

  add_digest (digests, round);
  if (!digest_rounds (self, digests, error))
    return NULL;

  return g_strdup (digest_finish (g_hash_table_lookup (digests, &round)));
}

/*
 * Rounds that bear any trace of having been sealed. One whose seal was taken off keeps what its
 * assets were. Before there were seals a day alone could be written down; such a round has no
 * edition and nothing that could be compared.
 */
#define SEALED_SQL                                                                                 \
  "SELECT id, name, sealed_on, seal FROM round WHERE seal IS NOT NULL OR sealed_by IS NOT NULL "   \
  "OR (sealed_on IS NOT NULL AND edition IS NOT NULL) "                                            \
  "OR EXISTS (SELECT 1 FROM sealed_asset WHERE round = round.id) ORDER BY id"

/**
 * taga_seal_find_broken:
 * @self: a store
 * @error: return location for an error
 *
 * Finds the sealed rounds that are not as they were when they were sealed.
 *
 * Returns: (transfer full) (nullable): their names, or `NULL` with any [error@StoreError]
 */
GStrv
taga_seal_find_broken (TagaStore *self, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) digests = create_digests ();
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (self->db, SEALED_SQL, error);
  gboolean has_row = TRUE;

  while (stmt != NULL && has_row)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      if (has_row)
        add_digest (digests, sqlite3_column_int64 (stmt, 0));
    }
  if (stmt == NULL || (g_hash_table_size (digests) > 0 && !digest_rounds (self, digests, error)))
    return NULL;

  sqlite3_reset (stmt);
  for (has_row = TRUE; has_row;)
    {
      gint64 round;
      Digest *digest;

      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        break;

      round = sqlite3_column_int64 (stmt, 0);
      digest = g_hash_table_lookup (digests, &round);
      if (sqlite3_column_type (stmt, 2) == SQLITE_NULL || digest == NULL
          || g_strcmp0 ((const char *) sqlite3_column_text (stmt, 3), digest_finish (digest)) != 0)
        g_strv_builder_add (names, taga_row_guard ((const char *) sqlite3_column_text (stmt, 1)));
    }

  return g_strv_builder_end (names);
}
