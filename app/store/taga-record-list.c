#include "taga-record-list.h"

#include "taga-store-private.h"

/* Records that were shown a moment ago are kept, so that scrolling back reads nothing anew. */
#define N_KEPT 256

/**
 * TagaRecordList:
 *
 * The records of a query as a list model. It knows their numbers; a record itself is read when it
 * is asked for. After a step, what changed stays where it stands, as in a spreadsheet, what came
 * new is at its place or at the end, and what is gone is gone; a new query sorts and filters again.
 */
struct _TagaRecordList
{
  GObject parent_instance;

  TagaStore *store; /* (owned) */
  GType type;
  TagaQuery *query;      /* (owned) */
  GArray *ids;           /* (owned) (element-type gint64) */
  GHashTable *positions; /* (owned) (nullable): id -> position + 1; made when it is asked for */
  gint64 expected;       /* where in a sorted list new records shall stand, or -1 */
  GQueue kept;           /* (owned) (element-type TagaRecord) */
};

static GType
get_item_type (GListModel *list)
{
  return TAGA_RECORD_LIST (list)->type;
}

static guint
get_n_items (GListModel *list)
{
  return TAGA_RECORD_LIST (list)->ids->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  TagaRecordList *self = TAGA_RECORD_LIST (list);
  g_autoptr (GError) error = NULL;
  TagaRecord *record;

  if (position >= self->ids->len)
    return NULL;

  record = taga_store_get_record (self->store, self->type,
                                  g_array_index (self->ids, gint64, position), &error);

  /* What another program has removed meanwhile shows as an empty row until the store hears of it.
   */
  if (record == NULL)
    return g_object_new (self->type, NULL);

  g_queue_push_head (&self->kept, g_object_ref (record));
  if (self->kept.length > N_KEPT)
    g_object_unref (g_queue_pop_tail (&self->kept));

  return record;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaRecordList,
                               taga_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
taga_record_list_finalize (GObject *object)
{
  TagaRecordList *self = TAGA_RECORD_LIST (object);

  g_queue_clear_full (&self->kept, g_object_unref);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->query, taga_query_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_record_list_parent_class)->finalize (object);
}

static void
taga_record_list_class_init (TagaRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_record_list_finalize;
}

static void
taga_record_list_init (TagaRecordList *self)
{
  self->expected = -1;
  self->query = taga_query_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_queue_init (&self->kept);
}

static GArray *
load_ids (TagaRecordList *self, const TagaQuery *query, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row = TRUE;

  stmt = taga_row_prepare_query (self->store->db, taga_record_class_peek (self->type), query,
                                 self->store->edition, "id", error);
  if (stmt == NULL)
    return NULL;

  while (has_row)
    {
      gint64 id;

      if (!taga_database_step (stmt, &has_row, error))
        return NULL;
      id = sqlite3_column_int64 (stmt, 0);
      if (has_row)
        g_array_append_val (ids, id);
    }

  return g_steal_pointer (&ids);
}

/* In two steps: a view that hears of one change from all to all compares every row with every
 * other. */
static void
replace_ids (TagaRecordList *self, GArray *ids)
{
  guint before = self->ids->len;

  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_array_set_size (self->ids, 0);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);

  g_array_unref (self->ids);
  self->ids = g_array_ref (ids);
  if (ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

static gint64
get_place (TagaRecordList *self, gint64 id)
{
  return taga_row_get_place (self->store->db, taga_record_class_peek (self->type), id);
}

/* Where a record that came new belongs: where its place is; in a sorted list, where it is expected,
 * or at the end. */
static guint
find_place (TagaRecordList *self, gint64 id)
{
  guint low = 0;
  guint high = self->ids->len;
  gint64 place;

  if (self->query->sorts->len > 0 && self->expected >= 0)
    {
      guint expected = (guint) MIN (self->expected, high);

      self->expected++;
      return expected;
    }
  if (self->query->sorts->len > 0)
    return high;

  place = get_place (self, id);
  while (low < high)
    {
      guint middle = (low + high) / 2;
      gint64 other = g_array_index (self->ids, gint64, middle);
      gint64 other_place = get_place (self, other);

      if (other_place < place || (other_place == place && other < id))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
add_id (TagaRecordList *self, gint64 id)
{
  guint place = find_place (self, id);

  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_array_insert_val (self->ids, place, id);
  g_list_model_items_changed (G_LIST_MODEL (self), place, 0, 1);
}

static void
remove_id (TagaRecordList *self, gint64 id)
{
  gint64 position = taga_record_list_find (self, id);

  if (position < 0)
    return;

  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_array_remove_index (self->ids, (guint) position);
  g_list_model_items_changed (G_LIST_MODEL (self), (guint) position, 1, 0);
}

static void
query_again (TagaRecordList *self)
{
  g_autoptr (GArray) ids = load_ids (self, self->query, NULL);

  if (ids != NULL)
    replace_ids (self, ids);
}

/* Whether the list is about a record at all, whatever its filters say. */
static gboolean
is_in_scope (TagaRecordList *self, gint64 id)
{
  int retired_on = taga_record_class_find_field (taga_record_class_peek (self->type), "retired-on");
  g_autoptr (TagaRecord) record = NULL;

  if (self->query->scope == TAGA_SCOPE_ALL || retired_on < 0)
    return TRUE;

  record = taga_store_get_record (self->store, self->type, id, NULL);

  return record != NULL
         && (taga_record_get_text (record, (guint) retired_on) != NULL)
                == (self->query->scope == TAGA_SCOPE_RETIRED);
}

/* Whether the filters take a record. The file is asked once for all records of a step. */
static gboolean
is_taken (TagaRecordList *self, gint64 id, GHashTable **taken)
{
  if (*taken == NULL)
    {
      g_autoptr (GArray) ids = load_ids (self, self->query, NULL);

      *taken = g_hash_table_new (NULL, NULL);
      for (guint i = 0; ids != NULL && i < ids->len; i++)
        g_hash_table_add (*taken, GSIZE_TO_POINTER (g_array_index (ids, gint64, i)));
    }

  return g_hash_table_contains (*taken, GSIZE_TO_POINTER (id));
}

/* Beyond this many it is quicker, and steadier for the eye, to ask again. */
#define MANY_CHANGES 64

/* What a step brings into the list: what is new in it, and what was restored if the filters take
 * it. A row that they hide stays hidden when something in it changes. What it takes out: what was
 * removed or retired. */
static void
sort_changes (TagaRecordList *self,
              const TagaChange *changes,
              guint n_changes,
              GArray *coming,
              GArray *going)
{
  g_autoptr (GHashTable) taken = NULL;

  for (guint i = 0; i < n_changes && coming->len + going->len <= MANY_CHANGES; i++)
    {
      gint64 id = changes[i].id;
      gboolean is_shown, is_wanted;

      if (changes[i].type != self->type)
        continue;

      is_shown = taga_record_list_find (self, id) >= 0;
      is_wanted = changes[i].kind != TAGA_CHANGE_REMOVED && is_in_scope (self, id);
      if (is_shown && !is_wanted)
        g_array_append_val (going, id);
      else if (!is_shown && is_wanted
               && (changes[i].kind == TAGA_CHANGE_INSERTED
                   || (self->query->scope != TAGA_SCOPE_ALL && is_taken (self, id, &taken))))
        g_array_append_val (coming, id);
    }
}

static void
store_changed_cb (TagaRecordList *self, const TagaChange *changes, guint n_changes)
{
  g_autoptr (GArray) coming = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) going = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (changes != NULL)
    sort_changes (self, changes, n_changes, coming, going);

  if (changes == NULL || coming->len + going->len > MANY_CHANGES)
    {
      query_again (self);
      return;
    }

  for (guint i = 0; i < going->len; i++)
    remove_id (self, g_array_index (going, gint64, i));
  for (guint i = 0; i < coming->len; i++)
    add_id (self, g_array_index (coming, gint64, i));
}

/**
 * taga_record_list_new:
 * @store: a store
 * @type: a record type
 *
 * Makes an empty list; it fills with the first query.
 *
 * Returns: (transfer full): the list
 */
TagaRecordList *
taga_record_list_new (TagaStore *store, GType type)
{
  TagaRecordList *self = g_object_new (TAGA_TYPE_RECORD_LIST, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * taga_record_list_get_query:
 * @self: a list
 *
 * Gets the query that the list shows.
 *
 * Returns: (transfer none): the query
 */
const TagaQuery *
taga_record_list_get_query (TagaRecordList *self)
{
  return self->query;
}

/**
 * taga_record_list_set_query:
 * @self: a list
 * @query: which records, and in which order
 * @error: return location for an error
 *
 * Asks the file and shows the answer.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and the list as it was
 */
gboolean
taga_record_list_set_query (TagaRecordList *self, const TagaQuery *query, GError **error)
{
  g_autoptr (GArray) ids = load_ids (self, query, error);

  if (ids == NULL)
    return FALSE;

  if (query != self->query)
    {
      taga_query_free (self->query);
      self->query = taga_query_copy (query);
    }
  replace_ids (self, ids);

  return TRUE;
}

/**
 * taga_record_list_expect:
 * @self: a list
 * @position: where, or -1
 *
 * Says where the records are to stand that come new while the list is sorted, because the user put
 * them there. Without it they stand at the end until the list is sorted again.
 */
void
taga_record_list_expect (TagaRecordList *self, gint64 position)
{
  self->expected = position;
}

/**
 * taga_record_list_count_scope:
 * @self: a list
 *
 * Counts the records that the list would show without search and filters.
 *
 * Returns: how many; 0 if the file cannot be read
 */
guint
taga_record_list_count_scope (TagaRecordList *self)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (sqlite3_stmt) stmt = NULL;
  gboolean has_row;

  query->scope = self->query->scope;
  stmt = taga_row_prepare_query (self->store->db, taga_record_class_peek (self->type), query,
                                 self->store->edition, "count (*)", NULL);
  if (stmt == NULL || !taga_database_step (stmt, &has_row, NULL) || !has_row)
    return 0;

  return (guint) sqlite3_column_int64 (stmt, 0);
}

/**
 * taga_record_list_get_id:
 * @self: a list
 * @position: a position
 *
 * Gets the number of a record without reading it.
 *
 * Returns: the number, or 0 past the end
 */
gint64
taga_record_list_get_id (TagaRecordList *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

static void
index_positions (TagaRecordList *self)
{
  self->positions = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_insert (self->positions, GSIZE_TO_POINTER (g_array_index (self->ids, gint64, i)),
                         GUINT_TO_POINTER (i + 1));
}

/**
 * taga_record_list_find:
 * @self: a list
 * @id: number of a record
 *
 * Finds a record's place in the list.
 *
 * Returns: its position, or -1 if the list does not show it
 */
gint64
taga_record_list_find (TagaRecordList *self, gint64 id)
{
  if (self->positions == NULL)
    index_positions (self);

  return (gint64) GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, GSIZE_TO_POINTER (id)))
         - 1;
}
