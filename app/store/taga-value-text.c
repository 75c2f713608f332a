#include "taga-value-text.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-registers.h"
#include "taga-store-private.h"
#include "taga-text.h"

/*
 * Values as people read and enter them. What a method edition knows, it writes and reads itself; a
 * reference to another record is that record's name. Where two records have the same name, each
 * carries its number too.
 */

/* The register that a reference names, if its records have names; else `NULL`. */
static TagaRecordClass *
get_register (const TagaField *field)
{
  GType type = field->kind == TAGA_FIELD_REFERENCE && field->domain != NULL
                   ? taga_registers_find (field->domain)
                   : G_TYPE_INVALID;
  TagaRecordClass *klass = type == G_TYPE_INVALID ? NULL : taga_record_class_peek (type);

  return klass != NULL && taga_record_class_find_field (klass, "name") >= 0 ? klass : NULL;
}

/* Reads the names of a register in the order of their records. */
static sqlite3_stmt *
prepare_names (TagaStore *store, TagaRecordClass *klass, GError **error)
{
  gboolean leaves = taga_record_class_find_field (klass, "left-on") >= 0;
  g_autofree char *sql =
      g_strdup_printf ("SELECT id, name, %s, count (*) OVER (PARTITION BY name) FROM \"%s\" "
                       "ORDER BY id",
                       leaves ? "left_on" : "NULL", klass->table);

  return taga_database_prepare (store->db, sql, error);
}

static char *
join_name (const char *name, gint64 id, gboolean is_unique)
{
  return is_unique ? g_strdup (name) : g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", name, id);
}

static char *
dup_shown_name (sqlite3_stmt *stmt)
{
  const char *name = taga_row_guard ((const char *) sqlite3_column_text (stmt, 1));
  g_autofree char *clean = name == NULL ? NULL : taga_text_clean (name, -1, FALSE);

  return join_name (clean == NULL ? "" : clean, sqlite3_column_int64 (stmt, 0),
                    clean != NULL && sqlite3_column_int (stmt, 3) == 1);
}

/* The name of one record; `NULL` if there is none of that number. */
static char *
find_name (TagaStore *store, TagaRecordClass *klass, gint64 id)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT id, name, NULL, (SELECT count (*) FROM \"%s\" AS other WHERE other.name = one.name) "
      "FROM \"%s\" AS one WHERE id = ?",
      klass->table, klass->table);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (store->db, sql, NULL);
  gboolean has_row = FALSE;

  if (stmt == NULL)
    return NULL;

  sqlite3_bind_int64 (stmt, 1, id);
  return taga_database_step (stmt, &has_row, NULL) && has_row ? dup_shown_name (stmt) : NULL;
}

/**
 * taga_value_text_format:
 * @store: a store
 * @field: a field
 * @value: a value of it
 *
 * Writes a value as a cell shows it, in the user's language: a reference by the name of the record.
 *
 * Returns: (transfer full): the text; empty for what is not known
 */
char *
taga_value_text_format (TagaStore *store, const TagaField *field, const TagaValue *value)
{
  TagaRecordClass *klass = get_register (field);
  char *name = NULL;

  if (klass != NULL && !taga_field_is_empty (field, value))
    name = find_name (store, klass, value->number);
  if (name != NULL)
    return name;

  return taga_edition_format (taga_store_get_edition (store), field, value,
                              taga_language_is_japanese ());
}

static gboolean
refuse (const TagaField *field, const char *text, guint n_found, GError **error)
{
  g_autofree char *shown =
      g_utf8_strlen (text, -1) <= 30 ? g_strdup (text) : g_utf8_substring (text, 0, 30);

  if (n_found > 1)
    g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                 /* Translators: a name, then the column */
                 _ ("Several are called “%s”. Choose one from the list of “%s”."), shown,
                 _ (field->title));
  else
    g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                 /* Translators: a name, then the column */
                 _ ("“%s” is not registered, so it cannot stand in “%s”. Choose a name from the "
                    "list, or register it first."),
                 shown, _ (field->title));

  return FALSE;
}

/* Whether a name is meant by what was typed: in whole, in any width and case, with or without
 * spaces. */
static gboolean
matches (sqlite3_stmt *stmt, const char *key)
{
  const char *name = taga_row_guard ((const char *) sqlite3_column_text (stmt, 1));
  g_autofree char *shown = dup_shown_name (stmt);
  g_autofree char *name_key = taga_text_match_key (name == NULL ? "" : name);
  g_autofree char *shown_key = taga_text_match_key (shown);

  return g_str_equal (name_key, key) || g_str_equal (shown_key, key);
}

static gboolean
parse_name (TagaStore *store,
            TagaRecordClass *klass,
            const TagaField *field,
            const char *text,
            TagaValue *value,
            GError **error)
{
  g_autofree char *key = taga_text_match_key (text);
  g_autoptr (sqlite3_stmt) stmt = prepare_names (store, klass, error);
  gboolean has_row = TRUE;
  gint64 found = TAGA_UNKNOWN;
  guint n_found = 0;

  if (stmt == NULL)
    return FALSE;

  for (;;)
    {
      if (!taga_database_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      if (matches (stmt, key))
        {
          found = sqlite3_column_int64 (stmt, 0);
          n_found++;
        }
    }
  if (n_found != 1)
    return refuse (field, text, n_found, error);

  taga_value_clear (value);
  value->number = found;
  return TRUE;
}

/**
 * taga_value_text_parse:
 * @store: a store
 * @field: a field
 * @text: (nullable): what was typed or pasted
 * @value: (inout): the value; left as it is on failure
 * @error: return location for an error
 *
 * Reads a value as [method@Edition.parse] does; a reference by the name of the record.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_CATALOGUE_ERROR_REFUSED` or, for a name that is not
 *   registered or that several records have, `TAGA_STORE_ERROR_INVALID`, and a sentence that says
 *   what is allowed
 */
gboolean
taga_value_text_parse (TagaStore *store,
                       const TagaField *field,
                       const char *text,
                       TagaValue *value,
                       GError **error)
{
  TagaRecordClass *klass = get_register (field);
  g_autofree char *clean = text == NULL ? NULL : taga_text_clean (text, -1, FALSE);

  if (klass == NULL || clean == NULL)
    return taga_edition_parse (taga_store_get_edition (store), field, klass == NULL ? text : NULL,
                               value, error);

  return parse_name (store, klass, field, clean, value, error);
}

/**
 * taga_value_text_list_names:
 * @store: a store
 * @field: a field
 * @error: return location for an error
 *
 * Lists what a reference may name, in the order of the register. People who have left the company
 * are not among them.
 *
 * Returns: (transfer full) (nullable): the names; `NULL` if the field is no reference to records
 *   with names, or with @error set to any [error@StoreError]
 */
GStrv
taga_value_text_list_names (TagaStore *store, const TagaField *field, GError **error)
{
  TagaRecordClass *klass = get_register (field);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row = TRUE;

  if (klass == NULL)
    return NULL;

  stmt = prepare_names (store, klass, error);
  if (stmt == NULL)
    return NULL;

  for (;;)
    {
      g_autofree char *name = NULL;

      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      if (!has_row)
        return g_strv_builder_end (names);

      name = dup_shown_name (stmt);
      if (sqlite3_column_type (stmt, 2) == SQLITE_NULL)
        g_strv_builder_add (names, name);
    }
}
