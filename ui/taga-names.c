#include "taga-names.h"

#include "taga-cursor.h"
#include "taga-person.h"
#include "taga-text.h"

/* A menu of more names is no help. */
#define MAX_NAMES 60

/**
 * taga_names_list_people:
 * @store: a store
 * @error: return location for an error
 *
 * Lists who works in the company, for a field that takes a name.
 *
 * Returns: (transfer full) (nullable): the names of those who have not left, or `NULL` with any
 *   [error@StoreError]
 */
GStrv
taga_names_list_people (TagaStore *store, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  query->scope = TAGA_SCOPE_ALL;
  taga_query_set_sort (query, TAGA_PERSON_NAME, FALSE, FALSE);
  cursor = taga_cursor_new (store, TAGA_TYPE_PERSON, query, error);
  if (cursor == NULL)
    return NULL;

  for (guint n = 0; n < MAX_NAMES && has_row; n++)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (has_row && values[TAGA_PERSON_LEFT_ON].text == NULL)
        g_strv_builder_add (names, values[TAGA_PERSON_NAME].text);
    }

  return g_strv_builder_end (names);
}
