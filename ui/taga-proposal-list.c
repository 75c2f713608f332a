#include "taga-proposal-list.h"

#include "taga-proposal-row.h"

#define N_KINDS (TAGA_STAGED_GONE + 1)

/**
 * TagaProposalList:
 *
 * The rows of a proposal, as many as there may be. A row is read when it comes into view and kept
 * as long as something shows it; for the others there is one byte for the kind and one for the
 * tick.
 *
 * What is gone from the file counts as ticked only while it is to be retired.
 */
struct _TagaProposalList
{
  GObject parent_instance;

  TagaStore *store;       /* (owned): for the values that the register has */
  TagaProposal *proposal; /* (owned) */
  GBytes *kinds;          /* (owned): by number of the row, less 1 */
  guint8 *ticks;          /* (owned): the same */
  guint n_ticked[N_KINDS];
  gboolean retire;

  int kind;         /* of the rows in the list, or TAGA_PROPOSAL_ALL_KINDS */
  GArray *shown;    /* (owned) (element-type guint32): numbers of the rows in the list */
  GHashTable *rows; /* (owned): number -> row that somebody holds, weak */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaProposalList,
                               taga_proposal_list,
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
  TagaProposalList *self = user_data;

  g_hash_table_remove (self->rows,
                       GSIZE_TO_POINTER (taga_proposal_row_get_number (TAGA_PROPOSAL_ROW (row))));
}

static GType
taga_proposal_list_get_item_type (GListModel *model)
{
  return TAGA_TYPE_PROPOSAL_ROW;
}

static guint
taga_proposal_list_get_n_items (GListModel *model)
{
  return TAGA_PROPOSAL_LIST (model)->shown->len;
}

static gpointer
taga_proposal_list_get_item (GListModel *model, guint position)
{
  TagaProposalList *self = TAGA_PROPOSAL_LIST (model);
  TagaProposalRow *row;
  guint32 number;

  if (position >= self->shown->len)
    return NULL;

  number = g_array_index (self->shown, guint32, position);
  row = g_hash_table_lookup (self->rows, GSIZE_TO_POINTER (number));
  if (row != NULL)
    return g_object_ref (row);

  row = taga_proposal_row_new (self, number);
  g_hash_table_insert (self->rows, GSIZE_TO_POINTER (number), row);
  g_object_weak_ref (G_OBJECT (row), forget_row, self);

  return row;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = taga_proposal_list_get_item_type;
  interface->get_n_items = taga_proposal_list_get_n_items;
  interface->get_item = taga_proposal_list_get_item;
}

/* Rows hold their list, so that none is left when it goes. */
static void
taga_proposal_list_finalize (GObject *object)
{
  TagaProposalList *self = TAGA_PROPOSAL_LIST (object);

  g_clear_object (&self->store);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->kinds, g_bytes_unref);
  g_clear_pointer (&self->ticks, g_free);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);

  G_OBJECT_CLASS (taga_proposal_list_parent_class)->finalize (object);
}

static void
taga_proposal_list_class_init (TagaProposalListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_proposal_list_finalize;

  /**
   * TagaProposalList::ticked:
   * @self: a list
   *
   * Other rows are ticked than before.
   */
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", TAGA_TYPE_PROPOSAL_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
taga_proposal_list_init (TagaProposalList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_hash_table_new (NULL, NULL);
}

static guint
get_kind (TagaProposalList *self, gsize i)
{
  const guint8 *kinds = g_bytes_get_data (self->kinds, NULL);

  return kinds[i];
}

static void
fill (TagaProposalList *self)
{
  gsize n = g_bytes_get_size (self->kinds);

  g_array_set_size (self->shown, 0);
  for (guint32 number = 1; number <= n; number++)
    if (self->kind == TAGA_PROPOSAL_ALL_KINDS || get_kind (self, number - 1) == (guint) self->kind)
      g_array_append_val (self->shown, number);
}

/**
 * taga_proposal_list_new:
 * @store: the company file, for the values that the register has
 * @proposal: the proposal
 * @kinds: a byte with the kind of each row, by its number
 *
 * Makes the list of a proposal's rows. All of them are ticked.
 *
 * Returns: (transfer full): the list
 */
TagaProposalList *
taga_proposal_list_new (TagaStore *store, TagaProposal *proposal, GBytes *kinds)
{
  TagaProposalList *self = g_object_new (TAGA_TYPE_PROPOSAL_LIST, NULL);
  gsize n = g_bytes_get_size (kinds);

  self->store = g_object_ref (store);
  self->proposal = g_object_ref (proposal);
  self->kinds = g_bytes_ref (kinds);
  self->ticks = g_malloc (n);
  for (gsize i = 0; i < n; i++)
    {
      self->ticks[i] = TRUE;
      self->n_ticked[get_kind (self, i)]++;
    }

  self->kind = TAGA_PROPOSAL_ALL_KINDS;
  fill (self);

  return self;
}

/**
 * taga_proposal_list_get_store:
 * @self: a list
 *
 * Gets the company file.
 *
 * Returns: (transfer none): the store
 */
TagaStore *
taga_proposal_list_get_store (TagaProposalList *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), NULL);

  return self->store;
}

/**
 * taga_proposal_list_get_staging:
 * @self: a list
 *
 * Gets where the rows stand.
 *
 * Returns: (transfer none): the staging
 */
TagaStaging *
taga_proposal_list_get_staging (TagaProposalList *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), NULL);

  return taga_proposal_get_staging (self->proposal);
}

/**
 * taga_proposal_list_set_kind:
 * @self: a list
 * @kind: a [enum@StagedKind], or `TAGA_PROPOSAL_ALL_KINDS`
 *
 * Leaves only the rows of one kind in the list.
 */
void
taga_proposal_list_set_kind (TagaProposalList *self, int kind)
{
  guint n_before;

  g_return_if_fail (TAGA_IS_PROPOSAL_LIST (self));

  if (self->kind == kind)
    return;

  /* First none, then the others: a list that is told all at once looks for each row that it shows
   * among the new ones. */
  n_before = self->shown->len;
  g_array_set_size (self->shown, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);

  self->kind = kind;
  fill (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->shown->len);
}

static void
refresh_rows (TagaProposalList *self)
{
  g_autoptr (GList) rows = g_hash_table_get_values (self->rows);

  for (GList *row = rows; row != NULL; row = row->next)
    taga_proposal_row_refresh (row->data);

  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

/**
 * taga_proposal_list_get_retire:
 * @self: a list
 *
 * Tells whether assets that the file does not have are to be retired.
 *
 * Returns: `TRUE` if they are
 */
gboolean
taga_proposal_list_get_retire (TagaProposalList *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), FALSE);

  return self->retire;
}

/**
 * taga_proposal_list_set_retire:
 * @self: a list
 * @retire: whether they are
 *
 * Sets whether assets that the file does not have are to be retired.
 */
void
taga_proposal_list_set_retire (TagaProposalList *self, gboolean retire)
{
  g_return_if_fail (TAGA_IS_PROPOSAL_LIST (self));

  if (self->retire == retire)
    return;

  self->retire = retire;
  refresh_rows (self);
}

static gboolean
counts (TagaProposalList *self, guint kind)
{
  return self->retire || kind != TAGA_STAGED_GONE;
}

/**
 * taga_proposal_list_get_ticked:
 * @self: a list
 * @number: number of a row
 *
 * Tells whether a row is to be taken over.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_proposal_list_get_ticked (TagaProposalList *self, gint64 number)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), FALSE);
  g_return_val_if_fail (number > 0 && (gsize) number <= g_bytes_get_size (self->kinds), FALSE);

  return self->ticks[number - 1] && counts (self, get_kind (self, (gsize) number - 1));
}

static void
tick (TagaProposalList *self, gsize i, gboolean ticked)
{
  guint kind = get_kind (self, i);

  if (self->ticks[i] == ticked || !counts (self, kind))
    return;

  self->ticks[i] = (guint8) ticked;
  if (ticked)
    self->n_ticked[kind]++;
  else
    self->n_ticked[kind]--;
}

/**
 * taga_proposal_list_set_ticked:
 * @self: a list
 * @number: number of a row
 * @ticked: whether it is to be taken over
 *
 * Ticks a row, or not.
 */
void
taga_proposal_list_set_ticked (TagaProposalList *self, gint64 number, gboolean ticked)
{
  TagaProposalRow *row;

  g_return_if_fail (TAGA_IS_PROPOSAL_LIST (self));
  g_return_if_fail (number > 0 && (gsize) number <= g_bytes_get_size (self->kinds));

  if (taga_proposal_list_get_ticked (self, number) == ticked)
    return;

  tick (self, (gsize) number - 1, ticked);
  row = g_hash_table_lookup (self->rows, GSIZE_TO_POINTER (number));
  if (row != NULL)
    taga_proposal_row_refresh (row);
  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

/**
 * taga_proposal_list_tick_all:
 * @self: a list
 * @ticked: whether they are to be taken over
 *
 * Ticks all rows in the list, or none of them. Rows that are not in the list keep their ticks.
 */
void
taga_proposal_list_tick_all (TagaProposalList *self, gboolean ticked)
{
  g_return_if_fail (TAGA_IS_PROPOSAL_LIST (self));

  for (guint i = 0; i < self->shown->len; i++)
    tick (self, g_array_index (self->shown, guint32, i) - 1, ticked);

  refresh_rows (self);
}

/**
 * taga_proposal_list_count_ticked:
 * @self: a list
 * @kind: a [enum@StagedKind], or `TAGA_PROPOSAL_ALL_KINDS`
 *
 * Counts the rows that are to be taken over.
 *
 * Returns: how many, in the list or not
 */
guint
taga_proposal_list_count_ticked (TagaProposalList *self, int kind)
{
  guint n = 0;

  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), 0);

  for (guint i = 0; i < N_KINDS; i++)
    if ((kind == TAGA_PROPOSAL_ALL_KINDS || (guint) kind == i) && counts (self, i))
      n += self->n_ticked[i];

  return n;
}

/**
 * taga_proposal_list_create_ticks:
 * @self: a list
 *
 * Copies the ticks, for another thread.
 *
 * Returns: (transfer full): a byte for each row, by its number
 */
GBytes *
taga_proposal_list_create_ticks (TagaProposalList *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), NULL);

  return g_bytes_new (self->ticks, g_bytes_get_size (self->kinds));
}
