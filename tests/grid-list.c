#include "grid-list.h"

/* Assets in the order of their ids, or the other way round; made when they are asked for. */
struct _TestLazyList
{
  GObject parent_instance;

  GArray *ids;         /* (element-type gint64) */
  GHashTable *records; /* (element-type int TagaRecord): those that were asked for */
  GHashTable *asked;   /* (element-type int int): their ids since it was last forgotten */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestLazyList,
                               test_lazy_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static const char *const media[] = { "paper", "mobile", "server", "cloud" };

/* Every tenth asset has no note, so that there are blocks with edges. */
static TagaRecord *
create_record (gint64 id)
{
  TagaRecord *record = g_object_new (TAGA_TYPE_ASSET, NULL);
  g_autofree char *name = g_strdup_printf ("資産%" G_GINT64_FORMAT, id);

  taga_record_set_id (record, id);
  taga_record_set_text (record, TAGA_ASSET_NAME, name);
  taga_record_set_text (record, TAGA_ASSET_BUSINESS, "営業");
  taga_record_set_text (record, TAGA_ASSET_NOTE, id % 10 == 0 ? NULL : "鍵付き");
  taga_record_set_text (record, TAGA_ASSET_MEDIUM, media[id % 4]);
  taga_record_set_number (record, TAGA_ASSET_CONFIDENTIALITY, 1 + id % 3);

  return record;
}

/* Gets the record of an id; it is made if nobody has asked for it before. */
TagaRecord *
test_lazy_list_dup_record (TestLazyList *self, gint64 id)
{
  gpointer key = GINT_TO_POINTER ((int) id);

  if (!g_hash_table_contains (self->records, key))
    g_hash_table_insert (self->records, key, create_record (id));

  return g_object_ref (g_hash_table_lookup (self->records, key));
}

static GType
get_item_type (GListModel *model)
{
  return TAGA_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return TEST_LAZY_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TestLazyList *self = TEST_LAZY_LIST (model);
  gint64 id;

  if (position >= self->ids->len)
    return NULL;

  id = g_array_index (self->ids, gint64, position);
  g_hash_table_add (self->asked, GINT_TO_POINTER ((int) id));

  return test_lazy_list_dup_record (self, id);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
test_lazy_list_finalize (GObject *object)
{
  TestLazyList *self = TEST_LAZY_LIST (object);

  g_array_unref (self->ids);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->asked);

  G_OBJECT_CLASS (test_lazy_list_parent_class)->finalize (object);
}

static void
test_lazy_list_class_init (TestLazyListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_lazy_list_finalize;
}

static void
test_lazy_list_init (TestLazyList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->records = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->asked = g_hash_table_new (NULL, NULL);
}

/* Counts the different rows that were asked for. */
guint
test_lazy_list_get_n_asked (TestLazyList *self)
{
  return g_hash_table_size (self->asked);
}

void
test_lazy_list_forget_asked (TestLazyList *self)
{
  g_hash_table_remove_all (self->asked);
}

static void
fill (TestLazyList *self, guint n_rows, gboolean reversed)
{
  for (guint i = 0; i < n_rows; i++)
    {
      gint64 id = reversed ? n_rows - i : i + 1;

      g_array_append_val (self->ids, id);
    }
}

/* Tells of a new order in two phases, as lists that page records in do. */
void
test_lazy_list_reorder (TestLazyList *self, guint n_rows, gboolean reversed)
{
  guint n_before = self->ids->len;

  g_array_set_size (self->ids, 0);
  if (n_before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  fill (self, n_rows, reversed);
  if (n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n_rows);
}

/* Replaces rows by new ones, whose ids begin at 100001. */
void
test_lazy_list_splice (TestLazyList *self, guint position, guint removed, guint added)
{
  if (removed > 0)
    g_array_remove_range (self->ids, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = 100001 + i;

      g_array_insert_val (self->ids, position + i, id);
    }

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Finds where the record with an id is now, or -1. */
gint64
test_lazy_list_find (TestLazyList *self, gint64 id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;

  return -1;
}

TestLazyList *
test_lazy_list_new (guint n_rows)
{
  TestLazyList *self = g_object_new (TEST_TYPE_LAZY_LIST, NULL);

  fill (self, n_rows, FALSE);

  return self;
}
