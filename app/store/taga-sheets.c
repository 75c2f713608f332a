#include "taga-sheets.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-answer-sheet.h"
#include "taga-cursor.h"
#include "taga-self-answer.h"
#include "taga-store-error.h"

/*
 * The sheets of the self-check: one for each site or person that fills in its own.
 */

static TagaFilter *
create_filter (guint field, gint64 number)
{
  TagaFilter *filter = taga_filter_new (field);

  filter->from = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  filter->to = g_strdup (filter->from);

  return filter;
}

/* Two sheets of one name could not be told apart. */
static gboolean
check_name (TagaStore *store, gint64 id, const char *name, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 other;

  taga_query_set_filter (query,
                         create_filter (TAGA_ANSWER_SHEET_ROUND, taga_store_get_round (store)));
  cursor = taga_cursor_new (store, TAGA_TYPE_ANSWER_SHEET, query, error);
  if (cursor == NULL)
    return FALSE;

  while (taga_cursor_next (cursor, &other, &values, &has_row, error) && has_row)
    if (other != id && g_strcmp0 (values[TAGA_ANSWER_SHEET_NAME].text, name) == 0)
      {
        g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                     _ ("There is a sheet “%s” already. Give this one another name."), name);
        return FALSE;
      }

  return !has_row;
}

/**
 * taga_sheets_add:
 * @store: a store
 * @name: the site or person that fills it in
 * @id: (out) (optional): the new sheet's number
 * @error: return location for an error
 *
 * Adds an empty sheet to the round in use, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_sheets_add (TagaStore *store, const char *name, gint64 *id, GError **error)
{
  TagaValue values[TAGA_ANSWER_SHEET_N_FIELDS] = { { NULL, taga_store_get_round (store) },
                                                   { (char *) name, TAGA_UNKNOWN },
                                                   { NULL, TAGA_UNKNOWN } };

  return check_name (store, 0, name, error)
         && taga_action_add (store, TAGA_TYPE_ANSWER_SHEET, values, id, error);
}

/**
 * taga_sheets_rename:
 * @store: a store
 * @id: number of a sheet
 * @name: its new name
 * @error: return location for an error
 *
 * Renames a sheet, as one step. The name that it has is no step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_sheets_rename (TagaStore *store, gint64 id, const char *name, GError **error)
{
  const guint field = TAGA_ANSWER_SHEET_NAME;
  const TagaValue value = { (char *) name, TAGA_UNKNOWN };
  g_autoptr (TagaRecord) sheet = taga_store_get_record (store, TAGA_TYPE_ANSWER_SHEET, id, error);

  if (sheet == NULL)
    return FALSE;
  if (g_strcmp0 (taga_record_get_text (sheet, field), name) == 0)
    return TRUE;

  return check_name (store, id, name, error)
         && taga_action_set (store, TAGA_TYPE_ANSWER_SHEET, id, &field, &value, 1, error);
}

static GArray *
list_answers (TagaStore *store, gint64 sheet, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  taga_query_set_filter (query, create_filter (TAGA_SELF_ANSWER_SHEET, sheet));
  cursor = taga_cursor_new (store, TAGA_TYPE_SELF_ANSWER, query, error);
  if (cursor == NULL)
    return NULL;

  while (taga_cursor_next (cursor, &id, &values, &has_row, error) && has_row)
    g_array_append_val (ids, id);

  return has_row ? NULL : g_steal_pointer (&ids);
}

static gboolean
remove_all (TagaStore *store, gint64 id, const GArray *answers, GError **error)
{
  for (guint i = 0; i < answers->len; i++)
    if (!taga_store_remove (store, TAGA_TYPE_SELF_ANSWER, g_array_index (answers, gint64, i),
                            error))
      return FALSE;

  return taga_store_remove (store, TAGA_TYPE_ANSWER_SHEET, id, error);
}

/**
 * taga_sheets_remove:
 * @store: a store
 * @id: number of a sheet
 * @error: return location for an error
 *
 * Removes a sheet and its answers, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_sheets_remove (TagaStore *store, gint64 id, GError **error)
{
  g_autoptr (TagaRecord) sheet = taga_store_get_record (store, TAGA_TYPE_ANSWER_SHEET, id, error);
  g_autoptr (GArray) answers = sheet == NULL ? NULL : list_answers (store, id, error);
  g_autofree char *label = NULL;

  if (answers == NULL)
    return FALSE;

  label = g_strdup_printf (_ ("Remove “%s”"), taga_record_get_text (sheet, TAGA_ANSWER_SHEET_NAME));
  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (remove_all (store, id, answers, error))
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}
