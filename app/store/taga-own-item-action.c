#include "taga-own-item-action.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-own-item.h"
#include "taga-text.h"

#define KEY_START "own-"

/*
 * What people do to the threats and check items that the company has added, each as one step with a
 * label in plain words.
 */

/**
 * taga_own_item_get_id:
 * @key: key of a threat or check item
 *
 * Tells which own item a key names.
 *
 * Returns: its id, or 0 if the item is the edition's
 */
gint64
taga_own_item_get_id (const char *key)
{
  gint64 id;

  if (!g_str_has_prefix (key, KEY_START)
      || !taga_text_parse_integer (key + strlen (KEY_START), &id))
    return 0;

  return MAX (id, 0);
}

static void
set_text (TagaValue *value, const char *text, gboolean keep_lines)
{
  g_autofree char *clean = text == NULL ? NULL : taga_text_clean (text, -1, keep_lines);

  g_free (value->text);
  value->text = clean == NULL || *clean == '\0' ? NULL : g_steal_pointer (&clean);
}

static gboolean
end_step (TagaStore *store, gboolean done, GError **error)
{
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

/* What the company calls something cannot be empty, and the step is called by it. */
static gboolean
check_title (const TagaValue *title, GError **error)
{
  if (title->text != NULL)
    return TRUE;

  g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                       _ ("Write what it says: without words nobody can answer it."));
  return FALSE;
}

/**
 * taga_own_item_add:
 * @store: a store
 * @list: "threat" or "check"
 * @group: key of the medium, or of the group of check items
 * @title: what it says
 * @help: (nullable): more words; for a check item, what counts as done
 * @id: (out) (optional): the item's id
 * @error: return location for an error
 *
 * Adds a threat or check item of the company's own, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID` if the title is empty, or any other
 *   [error@StoreError], and nothing changed
 */
gboolean
taga_own_item_add (TagaStore *store,
                   const char *list,
                   const char *group,
                   const char *title,
                   const char *help,
                   gint64 *id,
                   GError **error)
{
  TagaValue *values = taga_values_new (TAGA_OWN_ITEM_N_FIELDS);
  g_autofree char *label = NULL;
  gboolean done;

  set_text (&values[TAGA_OWN_ITEM_LIST], list, FALSE);
  set_text (&values[TAGA_OWN_ITEM_GROUP], group, FALSE);
  set_text (&values[TAGA_OWN_ITEM_TITLE], title, FALSE);
  set_text (&values[TAGA_OWN_ITEM_HELP], help, TRUE);

  done = check_title (&values[TAGA_OWN_ITEM_TITLE], error);
  if (done)
    {
      label = g_strdup_printf (_ ("Add “%s”"), values[TAGA_OWN_ITEM_TITLE].text);
      done = taga_store_begin (store, label, error)
             && end_step (store, taga_store_insert (store, TAGA_TYPE_OWN_ITEM, values, id, error),
                          error);
    }
  taga_values_free (values, TAGA_OWN_ITEM_N_FIELDS);

  return done;
}

/**
 * taga_own_item_change:
 * @store: a store
 * @id: id of an own item
 * @group: key of the medium, or of the group of check items
 * @title: what it says
 * @help: (nullable): more words
 * @error: return location for an error
 *
 * Changes an item of the company's own, as one step. Its answers stay.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID` if the title is empty, or any other
 *   [error@StoreError], and nothing changed
 */
gboolean
taga_own_item_change (TagaStore *store,
                      gint64 id,
                      const char *group,
                      const char *title,
                      const char *help,
                      GError **error)
{
  static const guint fields[] = { TAGA_OWN_ITEM_GROUP, TAGA_OWN_ITEM_TITLE, TAGA_OWN_ITEM_HELP };
  TagaValue values[] = { TAGA_VALUE_INIT, TAGA_VALUE_INIT, TAGA_VALUE_INIT };
  g_autofree char *label = NULL;
  gboolean done;

  set_text (&values[0], group, FALSE);
  set_text (&values[1], title, FALSE);
  set_text (&values[2], help, TRUE);

  done = check_title (&values[1], error);
  if (done)
    {
      label = g_strdup_printf (_ ("Change “%s”"), values[1].text);
      done = taga_store_begin (store, label, error)
             && end_step (store,
                          taga_store_update (store, TAGA_TYPE_OWN_ITEM, id, fields, values,
                                             G_N_ELEMENTS (fields), error),
                          error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    taga_value_clear (&values[i]);

  return done;
}

/**
 * taga_own_item_retire:
 * @store: a store
 * @id: id of an own item
 * @error: return location for an error
 *
 * Takes an item of the company's own out of use as of today, as one step. It stays in the file with
 * its answers.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_own_item_retire (TagaStore *store, gint64 id, GError **error)
{
  static const guint field = TAGA_OWN_ITEM_RETIRED_ON;
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_OWN_ITEM, id, error);
  g_auto (TagaValue) today = TAGA_VALUE_INIT;
  g_autofree char *label = NULL;

  if (record == NULL)
    return FALSE;

  today.text = taga_date_today ();
  label = g_strdup_printf (_ ("Retire “%s”"), taga_record_get_text (record, TAGA_OWN_ITEM_TITLE));
  return taga_store_begin (store, label, error)
         && end_step (store,
                      taga_store_update (store, TAGA_TYPE_OWN_ITEM, id, &field, &today, 1, error),
                      error);
}
