#include "taga-trash-list.h"

#include <string.h>

#include "taga-text.h"
#include "taga-trash-row.h"

/**
 * TagaTrashList:
 *
 * The removed assets as a list model, as many as there may be, with a tick for each. A row is made
 * when it comes into view and kept as long as something shows it.
 */
struct _TagaTrashList
{
  GObject parent_instance;

  TagaTrash *trash;     /* (owned) */
  TagaEdition *edition; /* (owned) */
  guint8 *ticks;        /* (owned): by number of the item */
  guint n_ticked;
  GArray *shown;    /* (owned) (element-type guint32): numbers of the items in the list */
  GHashTable *rows; /* (owned): number + 1 -> row that somebody holds, weak */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaTrashList,
                               taga_trash_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  SIGNAL_TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
forget_row (gpointer user_data, GObject *row)
{
  TagaTrashList *self = user_data;

  g_hash_table_remove (
      self->rows, GSIZE_TO_POINTER ((gsize) taga_trash_row_get_number (TAGA_TRASH_ROW (row)) + 1));
}

static GType
taga_trash_list_get_item_type (GListModel *model)
{
  return TAGA_TYPE_TRASH_ROW;
}

static guint
taga_trash_list_get_n_items (GListModel *model)
{
  return TAGA_TRASH_LIST (model)->shown->len;
}

static gpointer
taga_trash_list_get_item (GListModel *model, guint position)
{
  TagaTrashList *self = TAGA_TRASH_LIST (model);
  TagaTrashRow *row;
  gsize number;

  if (position >= self->shown->len)
    return NULL;

  number = g_array_index (self->shown, guint32, position);
  row = g_hash_table_lookup (self->rows, GSIZE_TO_POINTER (number + 1));
  if (row != NULL)
    return g_object_ref (row);

  row = taga_trash_row_new (self, (guint) number);
  g_hash_table_insert (self->rows, GSIZE_TO_POINTER (number + 1), row);
  g_object_weak_ref (G_OBJECT (row), forget_row, self);

  return row;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = taga_trash_list_get_item_type;
  interface->get_n_items = taga_trash_list_get_n_items;
  interface->get_item = taga_trash_list_get_item;
}

/* Rows hold their list, so that none is left when it goes. */
static void
taga_trash_list_finalize (GObject *object)
{
  TagaTrashList *self = TAGA_TRASH_LIST (object);

  g_clear_pointer (&self->trash, taga_trash_free);
  g_clear_object (&self->edition);
  g_clear_pointer (&self->ticks, g_free);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (taga_trash_list_parent_class)->finalize (object);
}

static void
taga_trash_list_class_init (TagaTrashListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_trash_list_finalize;

  /**
   * TagaTrashList::ticked:
   * @self: a list
   *
   * Other assets are ticked than before.
   */
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", TAGA_TYPE_TRASH_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
taga_trash_list_init (TagaTrashList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_hash_table_new (NULL, NULL);
}

/**
 * taga_trash_list_new:
 * @trash: (transfer full): what was removed
 * @edition: the method edition of the company file
 *
 * Makes a list of all that was removed, with nothing ticked.
 *
 * Returns: (transfer full): the list
 */
TagaTrashList *
taga_trash_list_new (TagaTrash *trash, TagaEdition *edition)
{
  TagaTrashList *self = g_object_new (TAGA_TYPE_TRASH_LIST, NULL);

  self->trash = trash;
  self->edition = g_object_ref (edition);
  self->ticks = g_new0 (guint8, trash->items->len + 1);
  taga_trash_list_search (self, NULL);

  return self;
}

/**
 * taga_trash_list_get_edition:
 * @self: a list
 *
 * Gets the method edition, which knows the words for keys.
 *
 * Returns: (transfer none): the edition
 */
TagaEdition *
taga_trash_list_get_edition (TagaTrashList *self)
{
  g_return_val_if_fail (TAGA_IS_TRASH_LIST (self), NULL);

  return self->edition;
}

/**
 * taga_trash_list_get_n_all:
 * @self: a list
 *
 * Gets how many assets were removed, shown or not.
 *
 * Returns: how many
 */
guint
taga_trash_list_get_n_all (TagaTrashList *self)
{
  g_return_val_if_fail (TAGA_IS_TRASH_LIST (self), 0);

  return self->trash->items->len;
}

/**
 * taga_trash_list_get_n_damaged:
 * @self: a list
 *
 * Gets how many steps of the history could not be read.
 *
 * Returns: how many
 */
guint
taga_trash_list_get_n_damaged (TagaTrashList *self)
{
  g_return_val_if_fail (TAGA_IS_TRASH_LIST (self), 0);

  return self->trash->n_damaged;
}

/**
 * taga_trash_list_peek:
 * @self: a list
 * @number: number of an item
 *
 * Gets what is known of a removed asset.
 *
 * Returns: (transfer none): the item
 */
const TagaTrashItem *
taga_trash_list_peek (TagaTrashList *self, guint number)
{
  g_return_val_if_fail (TAGA_IS_TRASH_LIST (self), NULL);
  g_return_val_if_fail (number < self->trash->items->len, NULL);

  return &g_array_index (self->trash->items, TagaTrashItem, number);
}

/**
 * taga_trash_list_search:
 * @self: a list
 * @text: (nullable): a text, or `NULL` for all
 *
 * Shows the assets whose name, business or department has a text in it. Ticks stay.
 */
void
taga_trash_list_search (TagaTrashList *self, const char *text)
{
  g_autofree char *folded = text == NULL ? NULL : taga_text_fold (text);
  guint n_before;

  g_return_if_fail (TAGA_IS_TRASH_LIST (self));

  n_before = self->shown->len;
  g_array_set_size (self->shown, 0);
  for (guint32 i = 0; i < self->trash->items->len; i++)
    if (folded == NULL || strstr (taga_trash_list_peek (self, i)->folded, folded) != NULL)
      g_array_append_val (self->shown, i);

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}

/**
 * taga_trash_list_get_ticked:
 * @self: a list
 * @number: number of an item
 *
 * Tells whether an asset is ticked.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_trash_list_get_ticked (TagaTrashList *self, guint number)
{
  g_return_val_if_fail (TAGA_IS_TRASH_LIST (self), FALSE);
  g_return_val_if_fail (number < self->trash->items->len, FALSE);

  return self->ticks[number];
}

static gboolean
tick (TagaTrashList *self, guint number, gboolean ticked)
{
  TagaTrashRow *row;

  if (self->ticks[number] == ticked)
    return FALSE;

  self->ticks[number] = (guint8) ticked;
  self->n_ticked += ticked ? 1 : -1U;
  row = g_hash_table_lookup (self->rows, GSIZE_TO_POINTER ((gsize) number + 1));
  if (row != NULL)
    g_object_notify (G_OBJECT (row), "ticked");

  return TRUE;
}

/**
 * taga_trash_list_set_ticked:
 * @self: a list
 * @number: number of an item
 * @ticked: whether it is to come back
 *
 * Ticks an asset, or takes its tick away.
 */
void
taga_trash_list_set_ticked (TagaTrashList *self, guint number, gboolean ticked)
{
  g_return_if_fail (TAGA_IS_TRASH_LIST (self));
  g_return_if_fail (number < self->trash->items->len);

  if (tick (self, number, ticked != FALSE))
    g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

/**
 * taga_trash_list_tick_shown:
 * @self: a list
 * @ticked: whether they are to come back
 *
 * Ticks all assets that the search shows, or takes their ticks away.
 */
void
taga_trash_list_tick_shown (TagaTrashList *self, gboolean ticked)
{
  gboolean changed = FALSE;

  g_return_if_fail (TAGA_IS_TRASH_LIST (self));

  for (guint i = 0; i < self->shown->len; i++)
    changed = tick (self, g_array_index (self->shown, guint32, i), ticked != FALSE) || changed;
  if (changed)
    g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

/**
 * taga_trash_list_get_n_ticked:
 * @self: a list
 *
 * Gets how many assets are ticked, shown or not.
 *
 * Returns: how many
 */
guint
taga_trash_list_get_n_ticked (TagaTrashList *self)
{
  g_return_val_if_fail (TAGA_IS_TRASH_LIST (self), 0);

  return self->n_ticked;
}

/**
 * taga_trash_list_create_ids:
 * @self: a list
 *
 * Lists the numbers of the assets that are ticked.
 *
 * Returns: (transfer full) (element-type gint64): the numbers
 */
GArray *
taga_trash_list_create_ids (TagaTrashList *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (TAGA_IS_TRASH_LIST (self), ids);

  for (guint i = 0; i < self->trash->items->len; i++)
    if (self->ticks[i])
      g_array_append_val (ids, taga_trash_list_peek (self, i)->id);

  return ids;
}
