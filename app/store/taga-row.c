#include "taga-row.h"

#include "taga-text.h"

/**
 * taga_row_append_column:
 * @sql: SQL to append to
 * @field: a field
 *
 * Appends the SQL that gives a field's value: its column, or what a computed field follows from.
 */
void
taga_row_append_column (GString *sql, const TagaField *field)
{
  g_autofree char *column = NULL;

  if (field->flags & TAGA_FIELD_COMPUTED)
    {
      g_string_append (sql, field->sql);
      return;
    }

  column = taga_field_dup_column (field);
  g_string_append_printf (sql, "\"%s\"", column);
}

static char *
create_select (TagaRecordClass *klass, TagaFieldFlags needed)
{
  GString *sql = g_string_new ("id");

  for (guint i = 0; i < klass->n_fields; i++)
    if (!(klass->fields[i].flags & TAGA_FIELD_COMPUTED)
        && (klass->fields[i].flags & needed) == needed)
      {
        g_string_append (sql, ", ");
        taga_row_append_column (sql, &klass->fields[i]);
      }

  return g_string_free (sql, FALSE);
}

/**
 * taga_row_create_select:
 * @klass: a record type
 *
 * Lists a type's stored columns for a SELECT: the id, then the fields in order.
 *
 * Returns: (transfer full): the list, without SELECT
 */
char *
taga_row_create_select (TagaRecordClass *klass)
{
  return create_select (klass, 0);
}

/**
 * taga_row_create_rule_select:
 * @klass: a record type
 *
 * Lists, for a SELECT, the id and those of a type's stored columns that computed fields follow
 * from.
 *
 * Returns: (transfer full): the list, without SELECT
 */
char *
taga_row_create_rule_select (TagaRecordClass *klass)
{
  return create_select (klass, TAGA_FIELD_DECIDES);
}

/**
 * taga_row_create_insert:
 * @klass: a record type
 *
 * Makes the statement that inserts a record; its parameters are the id, then the stored fields.
 *
 * Returns: (transfer full): the statement
 */
char *
taga_row_create_insert (TagaRecordClass *klass)
{
  g_autofree char *columns = taga_row_create_select (klass);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?", klass->table, columns);
  for (guint i = 0; i < klass->n_fields; i++)
    if (!(klass->fields[i].flags & TAGA_FIELD_COMPUTED))
      g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');

  return g_string_free (sql, FALSE);
}

/**
 * taga_row_bind:
 * @stmt: a statement
 * @index: number of a parameter, from 1
 * @field: a field
 * @value: a value of it, which must live until the statement has run
 *
 * Binds a field's value to a parameter.
 */
void
taga_row_bind (sqlite3_stmt *stmt, int index, const TagaField *field, const TagaValue *value)
{
  if (field->kind == TAGA_FIELD_MARK)
    sqlite3_bind_int64 (stmt, index, value->number > 0);
  else if (taga_field_is_empty (field, value))
    sqlite3_bind_null (stmt, index);
  else if (taga_field_is_text (field))
    sqlite3_bind_text (stmt, index, value->text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_int64 (stmt, index, value->number);
}

/**
 * taga_row_guard:
 * @text: (nullable): a text of a file
 *
 * Keeps what is no text from those who rely on UTF-8.
 *
 * Returns: (transfer none) (nullable): the text, or U+FFFD in its place
 */
const char *
taga_row_guard (const char *text)
{
  return text == NULL || g_utf8_validate (text, -1, NULL) ? text : "\357\277\275";
}

/**
 * taga_row_peek:
 * @stmt: a statement that stands on a row
 * @index: number of a column, from 0
 * @field: the field of that column
 * @value: (out caller-allocates): where the value goes; its text is borrowed until the next step
 *
 * Reads a field's value from a row. A text is always valid UTF-8, whatever the file holds.
 */
void
taga_row_peek (sqlite3_stmt *stmt, int index, const TagaField *field, TagaValue *value)
{
  if (taga_field_is_text (field))
    value->text = (char *) taga_row_guard ((const char *) sqlite3_column_text (stmt, index));
  else if (sqlite3_column_type (stmt, index) == SQLITE_NULL)
    value->number = field->kind == TAGA_FIELD_MARK ? 0 : TAGA_UNKNOWN;
  else
    value->number = sqlite3_column_int64 (stmt, index);
}

/* Texts sort as people look for them. Choices sort in the order of the edition's list, not by their
 * keys. What is not known has no place among them, so that it comes last whichever way they go. */
static void
append_order (GString *sql, const TagaField *field, TagaEdition *edition)
{
  guint n = 0;
  const TagaChoice *choices;

  if (field->kind == TAGA_FIELD_TEXT || field->kind == TAGA_FIELD_NOTE)
    {
      g_string_append (sql, "taga_sort_key (");
      taga_row_append_column (sql, field);
      g_string_append_c (sql, ')');
      return;
    }
  if (field->kind != TAGA_FIELD_CHOICE || field->domain == NULL)
    {
      taga_row_append_column (sql, field);
      return;
    }

  choices = taga_edition_get_choices (edition, field->domain, &n);
  g_string_append (sql, "CASE ");
  taga_row_append_column (sql, field);
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (choices[i].key, taga_band_to_key (TAGA_BAND_UNKNOWN)))
      g_string_append_printf (sql, " WHEN '%s' THEN %u", choices[i].key, i);
  g_string_append (sql, " END");
}

static void
append_condition (GString *sql,
                  const char *condition,
                  const TagaField *field,
                  GPtrArray *texts,
                  const char *text)
{
  g_autoptr (GString) column = g_string_new (NULL);
  g_autoptr (GString) part = g_string_new (condition);

  taga_row_append_column (column, field);
  g_string_replace (part, "{}", column->str, 0);
  g_string_append_printf (sql, " AND (%s)", part->str);
  if (text != NULL)
    g_ptr_array_add (texts, g_strdup (text));
}

/* Numbers are compared as numbers although they arrive as text. */
static const char *
compare_sql (const TagaField *field, const TagaFilter *filter, gboolean from)
{
  if (filter->by_end)
    return from ? "taga_end_day ({}) >= ?" : "taga_end_day ({}) <= ?";
  if (taga_field_is_text (field))
    return from ? "{} >= ?" : "{} <= ?";

  return from ? "{} >= CAST (? AS INTEGER)" : "{} <= CAST (? AS INTEGER)";
}

static void
append_keys (GString *sql, const TagaField *field, char **keys, GPtrArray *texts)
{
  g_autoptr (GString) condition = g_string_new ("0");
  gboolean is_text = taga_field_is_text (field);

  for (guint i = 0; keys[i] != NULL; i++)
    if (*keys[i] == '\0')
      g_string_append (condition, " OR {} IS NULL OR {} = ''");
    else
      {
        g_string_append (condition, is_text ? " OR {} = ?" : " OR {} = CAST (? AS INTEGER)");
        g_ptr_array_add (texts, g_strdup (keys[i]));
      }

  append_condition (sql, condition->str, field, texts, NULL);
}

static void
append_filter (GString *sql, TagaRecordClass *klass, const TagaFilter *filter, GPtrArray *texts)
{
  const TagaField *field = &klass->fields[filter->field];
  gboolean is_mark = field->kind == TAGA_FIELD_MARK;

  g_string_append (sql, " AND (0");
  if (filter->or_blank)
    {
      g_string_append (sql, " OR (1");
      append_condition (sql, is_mark ? "{} = 0" : "{} IS NULL OR {} = ''", field, texts, NULL);
      g_string_append_c (sql, ')');
    }

  g_string_append (sql, " OR (1");
  if (filter->contains != NULL)
    append_condition (sql, "taga_contains ({}, ?)", field, texts, filter->contains);
  if (filter->keys != NULL)
    append_keys (sql, field, filter->keys, texts);
  if (filter->from != NULL)
    append_condition (sql, compare_sql (field, filter, TRUE), field, texts, filter->from);
  if (filter->to != NULL)
    append_condition (sql, compare_sql (field, filter, FALSE), field, texts, filter->to);
  if (filter->blank == 1)
    append_condition (sql, is_mark ? "{} = 0" : "{} IS NULL OR {} = ''", field, texts, NULL);
  if (filter->blank == 0)
    append_condition (sql, is_mark ? "{} <> 0" : "{} IS NOT NULL AND {} <> ''", field, texts, NULL);
  g_string_append (sql, "))");
}

static void
append_search (GString *sql, TagaRecordClass *klass, const char *folded, GPtrArray *texts)
{
  g_string_append (sql, " AND (0");
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & TAGA_FIELD_SEARCHED)
      {
        g_string_append (sql, " OR taga_contains (");
        taga_row_append_column (sql, &klass->fields[i]);
        g_string_append (sql, ", ?)");
        g_ptr_array_add (texts, g_strdup (folded));
      }
  g_string_append_c (sql, ')');
}

static void
append_scope (GString *sql, TagaRecordClass *klass, TagaScope scope)
{
  if (scope == TAGA_SCOPE_ALL || taga_record_class_find_field (klass, "retired-on") < 0)
    return;

  g_string_append (sql, scope == TAGA_SCOPE_IN_USE ? " AND retired_on IS NULL"
                                                   : " AND retired_on IS NOT NULL");
}

/* Whether any row was put between others. As long as none was, ids are the order, which needs no
 * sorting. */
static gboolean
has_places (sqlite3 *db, TagaRecordClass *klass)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *sql = NULL;
  gboolean has_row = FALSE;

  if (taga_record_class_find_field (klass, "position") < 0)
    return FALSE;

  sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE position IS NOT NULL LIMIT 1", klass->table);
  stmt = taga_database_prepare (db, sql, NULL);

  return stmt != NULL && taga_database_step (stmt, &has_row, NULL) && has_row;
}

static void
append_sorts (GString *sql,
              sqlite3 *db,
              TagaRecordClass *klass,
              const TagaQuery *query,
              TagaEdition *edition)
{
  g_string_append (sql, " ORDER BY ");
  for (guint i = 0; query != NULL && i < query->sorts->len; i++)
    {
      const TagaSort *sort = &g_array_index (query->sorts, TagaSort, i);

      append_order (sql, &klass->fields[sort->field], edition);
      g_string_append (sql, sort->descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ");
    }
  g_string_append (sql, has_places (db, klass) ? TAGA_ROW_PLACE ", id" : "id");
}

/**
 * taga_row_get_place:
 * @db: a connection
 * @klass: a record type
 * @id: number of a record
 *
 * Gets where a record stands among the others as long as nothing is sorted.
 *
 * Returns: its place, which only compares; 0 if there is no such record
 */
gint64
taga_row_get_place (sqlite3 *db, TagaRecordClass *klass, gint64 id)
{
  gboolean has_position = taga_record_class_find_field (klass, "position") >= 0;
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE id = %" G_GINT64_FORMAT,
                                          has_position ? TAGA_ROW_PLACE : "id", klass->table, id);
  gint64 place;

  return taga_database_get_integer (db, sql, &place, NULL) ? place : 0;
}

/**
 * taga_row_prepare_query:
 * @db: a connection
 * @klass: a record type
 * @query: (nullable): which records, and in which order; `NULL` for all
 * @edition: the method edition, for the order of choices
 * @columns: what to select, e.g. from [func@row_create_select]
 * @error: return location for an error
 *
 * Prepares the statement of a query with its parameters bound. Texts only ever enter as parameters.
 *
 * Returns: (transfer full) (nullable): the statement, or `NULL` with any [error@StoreError]
 */
sqlite3_stmt *
taga_row_prepare_query (sqlite3 *db,
                        TagaRecordClass *klass,
                        const TagaQuery *query,
                        TagaEdition *edition,
                        const char *columns,
                        GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt;

  g_string_append_printf (sql, "SELECT %s FROM \"%s\" WHERE 1", columns, klass->table);
  if (query != NULL)
    {
      g_autofree char *folded = query->search == NULL ? NULL : taga_text_fold (query->search);

      append_scope (sql, klass, query->scope);
      for (guint i = 0; i < query->filters->len; i++)
        append_filter (sql, klass, g_ptr_array_index (query->filters, i), texts);
      if (folded != NULL && *folded != '\0')
        append_search (sql, klass, folded, texts);
    }
  append_sorts (sql, db, klass, query, edition);

  stmt = taga_database_prepare (db, sql->str, error);
  for (guint i = 0; stmt != NULL && i < texts->len; i++)
    sqlite3_bind_text (stmt, (int) i + 1, g_ptr_array_index (texts, i), -1, SQLITE_TRANSIENT);

  return stmt;
}
