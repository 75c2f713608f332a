#include "taga-views.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-query-text.h"
#include "taga-text.h"
#include "taga-view.h"

/*
 * The views of a register: a few that the program brings along, which go by rules of our own, and
 * those that people have saved in the file.
 */

static void
free_entry (gpointer data)
{
  TagaViewEntry *self = data;

  g_free (self->key);
  g_free (self->name);
  g_free (self->problem);
  g_clear_pointer (&self->query, taga_query_free);
  g_free (self);
}

/* A day so many days and years before another one. */
static char *
go_back (const char *day, guint days, guint years)
{
  int year, month, day_of_month;
  GDate date;

  if (sscanf (day, "%d-%d-%d", &year, &month, &day_of_month) != 3)
    return g_strdup (day);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day_of_month, (GDateMonth) month, (GDateYear) year);
  g_date_subtract_years (&date, years);
  g_date_subtract_days (&date, days);

  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&date),
                          (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
}

static void
add_key (TagaQuery *query, guint field, const char *key)
{
  TagaFilter *filter = taga_filter_new (field);

  filter->keys = g_strdupv ((char *[]){ (char *) key, NULL });
  taga_query_set_filter (query, filter);
}

/* Once a year the guideline has the register looked through; the day itself still counts. */
static void
fill_unreviewed (TagaQuery *query, const char *today)
{
  TagaFilter *filter = taga_filter_new (TAGA_ASSET_REVIEWED_ON);

  filter->to = go_back (today, 1, 1);
  filter->or_blank = TRUE;
  taga_query_set_filter (query, filter);
}

static void
fill_large (TagaQuery *query, const char *today)
{
  add_key (query, TAGA_ASSET_BAND, "large");
}

static void
fill_my_number (TagaQuery *query, const char *today)
{
  add_key (query, TAGA_ASSET_MY_NUMBER, "1");
}

static void
fill_overdue (TagaQuery *query, const char *today)
{
  TagaFilter *filter = taga_filter_new (TAGA_ASSET_RETENTION);

  filter->to = go_back (today, 1, 0);
  filter->by_end = TRUE;
  taga_query_set_filter (query, filter);
}

static void
fill_without_values (TagaQuery *query, const char *today)
{
  add_key (query, TAGA_ASSET_IMPORTANCE, "");
}

static const struct
{
  const char *key;
  const char *name;
  const char *rule;
  void (*fill) (TagaQuery *query, const char *today);
} own_views[] = {
  { "unreviewed", N_ ("Review due"), N_ ("“Reviewed on” is empty or more than a year ago."),
    fill_unreviewed },
  { "large", N_ ("Large risks"), N_ ("The risk is in the band “large”."), fill_large },
  { "my-number", N_ ("With My Number"), N_ ("“My Number” is marked."), fill_my_number },
  { "overdue", N_ ("Kept too long"),
    N_ ("“Keep until” names a day, month or year that is past; “7 years” names none."),
    fill_overdue },
  { "without-values", N_ ("Values missing"), N_ ("The three values do not give an importance yet."),
    fill_without_values },
};

static void
list_own (GPtrArray *views, GType type, const char *today)
{
  if (type != TAGA_TYPE_ASSET)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (own_views); i++)
    {
      TagaViewEntry *entry = g_new0 (TagaViewEntry, 1);

      entry->key = g_strdup (own_views[i].key);
      entry->name = g_strdup (_ (own_views[i].name));
      entry->rule = _ (own_views[i].rule);
      entry->query = taga_query_new ();
      entry->query->scope = TAGA_SCOPE_IN_USE;
      own_views[i].fill (entry->query, today);
      g_ptr_array_add (views, entry);
    }
}

static TagaViewEntry *
read_entry (TagaStore *store, GType type, gint64 id, const TagaValue *values)
{
  TagaViewEntry *entry = g_new0 (TagaViewEntry, 1);
  const char *definition = values[TAGA_VIEW_DEFINITION].text;
  g_autoptr (GError) error = NULL;

  entry->id = id;
  entry->key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  entry->name = g_strdup (values[TAGA_VIEW_NAME].text == NULL ? "" : values[TAGA_VIEW_NAME].text);
  entry->query =
      taga_query_from_text (definition == NULL ? "" : definition, taga_record_class_peek (type),
                            taga_store_get_edition (store), &error);
  if (entry->query == NULL)
    entry->problem = g_strdup (error->message);

  return entry;
}

/**
 * taga_views_list:
 * @store: a store
 * @type: the type of a register's records
 * @today: the day, ISO 8601, that views which go by the time of the year count from
 * @error: return location for an error
 *
 * Lists the views of a register: ours, then those of the file in the order of their names.
 *
 * Returns: (transfer full) (nullable) (element-type TagaViewEntry): the views, or `NULL` with any
 *   [error@StoreError]
 */
GPtrArray *
taga_views_list (TagaStore *store, GType type, const char *today, GError **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func (free_entry);
  g_autoptr (TagaQuery) query = taga_query_new ();
  const TagaSort sort = { TAGA_VIEW_NAME, FALSE };
  TagaFilter *filter = taga_filter_new (TAGA_VIEW_REGISTER);
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  filter->keys = g_strdupv ((char *[]){ (char *) taga_record_class_peek (type)->table, NULL });
  taga_query_set_filter (query, filter);
  g_array_append_val (query->sorts, sort);
  cursor = taga_cursor_new (store, TAGA_TYPE_VIEW, query, error);
  if (cursor == NULL)
    return NULL;

  list_own (views, type, today);
  for (;;)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      g_ptr_array_add (views, read_entry (store, type, id, values));
    }

  return g_steal_pointer (&views);
}

/**
 * taga_views_find:
 * @views: (element-type TagaViewEntry): views
 * @key: (nullable): a key
 *
 * Finds a view by its key.
 *
 * Returns: (transfer none) (nullable): the view
 */
const TagaViewEntry *
taga_views_find (GPtrArray *views, const char *key)
{
  for (guint i = 0; i < views->len; i++)
    {
      const TagaViewEntry *entry = g_ptr_array_index (views, i);

      if (g_strcmp0 (entry->key, key) == 0)
        return entry;
    }

  return NULL;
}

/* Two views of one name could not be told apart. */
static char *
clean_name (TagaStore *store, GType type, gint64 id, const char *name, GError **error)
{
  g_autofree char *clean = taga_text_clean (name, -1, FALSE);
  g_autofree char *key = taga_text_match_key (clean);
  g_autoptr (GPtrArray) views = NULL;

  if (clean == NULL)
    {
      g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                           _ ("The view has no name. Enter one."));
      return NULL;
    }

  views = taga_views_list (store, type, "2000-01-01", error);
  for (guint i = 0; views != NULL && i < views->len; i++)
    {
      const TagaViewEntry *entry = g_ptr_array_index (views, i);
      g_autofree char *other = taga_text_match_key (entry->name);

      if ((entry->id == 0 || entry->id != id) && g_str_equal (key, other))
        {
          g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                       _ ("There is a view “%s” already. Choose another name."), entry->name);
          return NULL;
        }
    }

  return views == NULL ? NULL : g_steal_pointer (&clean);
}

/**
 * taga_views_check_name:
 * @store: a store
 * @type: the type of the register's records
 * @id: number of the view that shall have the name, or 0 for a new one
 * @name: a name
 * @error: return location for an error
 *
 * Tells whether a view may have a name, for those who ask for one.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID` and a sentence that says why not
 */
gboolean
taga_views_check_name (TagaStore *store, GType type, gint64 id, const char *name, GError **error)
{
  g_autofree char *clean = clean_name (store, type, id, name, error);

  return clean != NULL;
}

/* Ends the step that was begun: on disk, or gone. */
static gboolean
end_step (TagaStore *store, gboolean done, GError **error)
{
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

/**
 * taga_views_add:
 * @store: a store
 * @type: the type of the register's records
 * @name: what to call it
 * @query: what it shows
 * @id: (out) (optional): its number
 * @error: return location for an error
 *
 * Saves a view, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_views_add (TagaStore *store,
                GType type,
                const char *name,
                const TagaQuery *query,
                gint64 *id,
                GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autofree char *clean = clean_name (store, type, 0, name, error);
  g_autofree char *definition = taga_query_to_text (query, klass);
  g_autofree char *label = g_strdup_printf (_ ("Save view “%s”"), clean);
  const TagaValue values[TAGA_VIEW_N_FIELDS] = {
    [TAGA_VIEW_NAME] = { clean, TAGA_UNKNOWN },
    [TAGA_VIEW_REGISTER] = { (char *) klass->table, TAGA_UNKNOWN },
    [TAGA_VIEW_DEFINITION] = { definition, TAGA_UNKNOWN },
  };

  return clean != NULL && taga_store_begin (store, label, error)
         && end_step (store, taga_store_insert (store, TAGA_TYPE_VIEW, values, id, error), error);
}

static gboolean
set_field (TagaStore *store,
           gint64 id,
           guint field,
           const char *text,
           const char *label,
           GError **error)
{
  const TagaValue value = { (char *) text, TAGA_UNKNOWN };

  return taga_store_begin (store, label, error)
         && end_step (
             store, taga_store_update (store, TAGA_TYPE_VIEW, id, &field, &value, 1, error), error);
}

static char *
create_label (TagaStore *store, gint64 id, const char *format, GError **error)
{
  g_autoptr (TagaRecord) view = taga_store_get_record (store, TAGA_TYPE_VIEW, id, error);
  GString *label;

  if (view == NULL)
    return NULL;

  label = g_string_new (format);
  g_string_replace (label, "%s", taga_record_get_text (view, TAGA_VIEW_NAME), 1);

  return g_string_free (label, FALSE);
}

/**
 * taga_views_change:
 * @store: a store
 * @type: the type of the register's records
 * @id: number of a view
 * @query: what it shows from now on
 * @error: return location for an error
 *
 * Changes what a view shows, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_views_change (TagaStore *store, GType type, gint64 id, const TagaQuery *query, GError **error)
{
  g_autofree char *definition = taga_query_to_text (query, taga_record_class_peek (type));
  g_autofree char *label = create_label (store, id, _ ("Change view “%s”"), error);

  return label != NULL && set_field (store, id, TAGA_VIEW_DEFINITION, definition, label, error);
}

/**
 * taga_views_rename:
 * @store: a store
 * @type: the type of the register's records
 * @id: number of a view
 * @name: what to call it from now on
 * @error: return location for an error
 *
 * Gives a view another name, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_views_rename (TagaStore *store, GType type, gint64 id, const char *name, GError **error)
{
  g_autofree char *clean = clean_name (store, type, id, name, error);
  g_autofree char *label =
      clean == NULL ? NULL : create_label (store, id, _ ("Rename view “%s”"), error);

  return label != NULL && set_field (store, id, TAGA_VIEW_NAME, clean, label, error);
}

/**
 * taga_views_remove:
 * @store: a store
 * @id: number of a view
 * @error: return location for an error
 *
 * Removes a view, as one step. The records that it shows stay.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_views_remove (TagaStore *store, gint64 id, GError **error)
{
  g_autofree char *label = create_label (store, id, _ ("Remove view “%s”"), error);

  return label != NULL && taga_store_begin (store, label, error)
         && end_step (store, taga_store_remove (store, TAGA_TYPE_VIEW, id, error), error);
}
