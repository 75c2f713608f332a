#include "taga-proposal-list.h"

#include "taga-proposal-lines.h"
#include "taga-proposal-row.h"
#include "taga-proposal-search.h"

/**
 * TagaProposalList:
 *
 * The rows of a proposal, as many as there may be, and below a row that changes several cells one
 * line for each. A line is read when it comes into view and kept as long as something shows it.
 *
 * What is gone from the file counts as ticked only while it is to be retired.
 */
struct _TagaProposalList
{
  GObject parent_instance;

  TagaStore *store;             /* (owned): for the values that the register has */
  TagaSource *source;           /* (owned): for the names of sheets */
  TagaProposal *proposal;       /* (owned) */
  TagaProposalChoices *choices; /* (owned) */

  int kind;         /* of the rows in the list, or one of the words for several */
  GArray *shown;    /* (owned) (element-type TagaProposalLine) */
  GHashTable *rows; /* (owned): number and field -> row that somebody holds, weak */

  TagaProposalSearch *search; /* (owned) (nullable) */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaProposalList,
                               taga_proposal_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  SIGNAL_TICKED,
  SIGNAL_SEARCHED,
  SIGNAL_SWITCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gpointer
make_key (gint64 number, int field)
{
  return GSIZE_TO_POINTER ((guint64) (field + 1) << 32 | (guint64) number);
}

static void
forget_row (gpointer user_data, GObject *row)
{
  TagaProposalList *self = user_data;
  TagaProposalRow *gone = TAGA_PROPOSAL_ROW (row);

  g_hash_table_remove (self->rows, make_key (taga_proposal_row_get_number (gone),
                                             taga_proposal_row_get_field (gone)));
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
  TagaProposalLine line;

  if (position >= self->shown->len)
    return NULL;

  line = g_array_index (self->shown, TagaProposalLine, position);
  row = g_hash_table_lookup (self->rows, make_key (line.number, line.field));
  if (row != NULL)
    return g_object_ref (row);

  row = taga_proposal_row_new (self, line.number, line.field);
  g_hash_table_insert (self->rows, make_key (line.number, line.field), row);
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

  g_clear_pointer (&self->search, taga_proposal_search_free);
  g_clear_object (&self->store);
  g_clear_object (&self->source);
  g_clear_object (&self->proposal);
  g_clear_pointer (&self->choices, taga_proposal_choices_free);
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

  /**
   * TagaProposalList::switched:
   * @self: a list
   *
   * A row is taken for something else than before.
   */
  signals[SIGNAL_SWITCHED] = g_signal_new ("switched", TAGA_TYPE_PROPOSAL_LIST, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TagaProposalList::searched:
   * @self: a list
   *
   * A search has come to its end.
   */
  signals[SIGNAL_SEARCHED] = g_signal_new ("searched", TAGA_TYPE_PROPOSAL_LIST, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
taga_proposal_list_init (TagaProposalList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (TagaProposalLine));
  self->rows = g_hash_table_new (NULL, NULL);
}

/* Appends those of the rows found that are of the kind in view. */
static void
append_found (TagaProposalList *self, guint first)
{
  GArray *found = taga_proposal_search_get_found (self->search);

  for (guint i = first; i < found->len; i++)
    {
      gint64 number = g_array_index (found, gint64, i);

      if (taga_proposal_lines_are_of (self->choices, number, self->kind))
        taga_proposal_lines_append (self->shown, self->choices, number);
    }
}

static void
fill (TagaProposalList *self)
{
  if (self->search == NULL)
    taga_proposal_lines_append_all (self->shown, self->choices, self->kind);
  else
    append_found (self, 0);
}

/* First none, then the others: a list that is told all at once looks for each row that it shows
 * among the new ones. */
static void
refill (TagaProposalList *self)
{
  guint n_before = self->shown->len;

  g_array_set_size (self->shown, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
  fill (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->shown->len);
}

/**
 * taga_proposal_list_new:
 * @store: the company file, for the values that the register has
 * @source: the file, for the names of its sheets
 * @proposal: the proposal
 * @marks: (element-type TagaProposalMark): what each row is, by its number
 *
 * Makes the list of a proposal's rows. All of them are ticked, but for the doubtful.
 *
 * Returns: (transfer full): the list
 */
TagaProposalList *
taga_proposal_list_new (TagaStore *store, TagaSource *source, TagaProposal *proposal, GBytes *marks)
{
  TagaProposalList *self = g_object_new (TAGA_TYPE_PROPOSAL_LIST, NULL);

  self->store = g_object_ref (store);
  self->source = g_object_ref (source);
  self->proposal = g_object_ref (proposal);
  self->choices = taga_proposal_choices_new (marks);
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
 * taga_proposal_list_get_proposal:
 * @self: a list
 *
 * Gets what the rows are of.
 *
 * Returns: (transfer none): the proposal
 */
TagaProposal *
taga_proposal_list_get_proposal (TagaProposalList *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), NULL);

  return self->proposal;
}

/**
 * taga_proposal_list_get_choices:
 * @self: a list
 *
 * Gets what the user wants of each row, to look at it. It is changed through the list.
 *
 * Returns: (transfer none): the choices
 */
TagaProposalChoices *
taga_proposal_list_get_choices (TagaProposalList *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), NULL);

  return self->choices;
}

/**
 * taga_proposal_list_get_sheet:
 * @self: a list
 * @sheet: a sheet's position in the file
 *
 * Gets what a sheet is called, if the rows are of several.
 *
 * Returns: (transfer none) (nullable): the name, or `NULL` if all rows are of one sheet
 */
const char *
taga_proposal_list_get_sheet (TagaProposalList *self, guint sheet)
{
  TagaImportPlan *plan;

  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), NULL);

  plan = taga_source_get_plan (self->source);
  return taga_import_plan_count_taken (plan) > 1 ? taga_import_plan_get (plan, sheet)->name : NULL;
}

/**
 * taga_proposal_list_set_kind:
 * @self: a list
 * @kind: a [enum@StagedKind], `TAGA_PROPOSAL_ALL_KINDS` or `TAGA_PROPOSAL_DOUBTFUL`
 *
 * Leaves only the rows of one kind in the list.
 */
void
taga_proposal_list_set_kind (TagaProposalList *self, int kind)
{
  g_return_if_fail (TAGA_IS_PROPOSAL_LIST (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  refill (self);
}

static void
found_cb (guint first, gboolean done, gpointer user_data)
{
  TagaProposalList *self = user_data;
  guint n_shown = self->shown->len;

  append_found (self, first);
  if (self->shown->len > n_shown)
    g_list_model_items_changed (G_LIST_MODEL (self), n_shown, 0, self->shown->len - n_shown);
  if (done)
    g_signal_emit (self, signals[SIGNAL_SEARCHED], 0);
}

/**
 * taga_proposal_list_set_search:
 * @self: a list
 * @text: what to find in the rows; empty for all rows
 *
 * Leaves only the rows in the list that have a text in them, whatever its width, kana and case. See
 * [signal@ProposalList::searched] for the end of it.
 */
void
taga_proposal_list_set_search (TagaProposalList *self, const char *text)
{
  gboolean any = *text != '\0';

  g_return_if_fail (TAGA_IS_PROPOSAL_LIST (self));

  if (self->search == NULL ? !any : any && taga_proposal_search_is_for (self->search, text))
    return;

  g_clear_pointer (&self->search, taga_proposal_search_free);
  if (any)
    self->search = taga_proposal_search_new (taga_proposal_get_staging (self->proposal),
                                             taga_proposal_choices_count (self->choices), text,
                                             found_cb, self);
  refill (self);
  if (!any)
    g_signal_emit (self, signals[SIGNAL_SEARCHED], 0);
}

/**
 * taga_proposal_list_is_searching:
 * @self: a list
 *
 * Tells whether a search has not come to its end yet.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_proposal_list_is_searching (TagaProposalList *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_LIST (self), FALSE);

  return self->search != NULL && taga_proposal_search_is_running (self->search);
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

  if (taga_proposal_choices_get_retire (self->choices) == retire)
    return;

  taga_proposal_choices_set_retire (self->choices, retire);
  refresh_rows (self);
}

static void
refresh_row (TagaProposalList *self, gint64 number)
{
  for (int field = -1; field < 64; field++)
    {
      TagaProposalRow *row = g_hash_table_lookup (self->rows, make_key (number, field));

      if (row != NULL)
        taga_proposal_row_refresh (row);
    }

  g_signal_emit (self, signals[SIGNAL_TICKED], 0);
}

/**
 * taga_proposal_list_set_new:
 * @self: a list
 * @number: number of a row that was found to change an asset
 * @is_new: whether it is a new asset all the same
 *
 * Says what a row is. It is ticked by that.
 */
void
taga_proposal_list_set_new (TagaProposalList *self, gint64 number, gboolean is_new)
{
  guint position, n_removed, n_added;

  g_return_if_fail (TAGA_IS_PROPOSAL_LIST (self));
  g_return_if_fail (taga_proposal_choices_get_mark (self->choices, (gsize) number - 1)->kind
                    == TAGA_STAGED_CHANGED);

  taga_proposal_choices_set_kind (self->choices, (gsize) number - 1,
                                  is_new ? TAGA_STAGED_NEW : TAGA_STAGED_CHANGED);
  if (taga_proposal_lines_update (self->shown, self->choices, number, &position, &n_removed,
                                  &n_added))
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  refresh_row (self, number);
  g_signal_emit (self, signals[SIGNAL_SWITCHED], 0);
}

/**
 * taga_proposal_list_set_ticked:
 * @self: a list
 * @number: number of a row
 * @field: a field of it that would be set, or -1 for all of the row
 * @ticked: whether it is to be taken over
 *
 * Ticks a row or a cell of it, or not, if it can be.
 */
void
taga_proposal_list_set_ticked (TagaProposalList *self, gint64 number, int field, gboolean ticked)
{
  g_return_if_fail (TAGA_IS_PROPOSAL_LIST (self));

  taga_proposal_choices_set_ticked (self->choices, (gsize) number - 1, field, ticked);
  refresh_row (self, number);
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
    {
      TagaProposalLine line = g_array_index (self->shown, TagaProposalLine, i);

      if (line.field < 0)
        taga_proposal_choices_set_ticked (self->choices, line.number - 1, -1, ticked);
    }

  refresh_rows (self);
}

/**
 * taga_proposal_list_count:
 * @self: a list
 * @kind: a [enum@StagedKind], `TAGA_PROPOSAL_ALL_KINDS` or `TAGA_PROPOSAL_DOUBTFUL`
 *
 * Counts the rows of a kind.
 *
 * Returns: how many, in the list or not
 */
guint
taga_proposal_list_count (TagaProposalList *self, int kind)
{
  gint64 n_all = (gint64) taga_proposal_choices_count (self->choices);
  guint n = 0;

  for (gint64 number = 1; number <= n_all; number++)
    n += taga_proposal_lines_are_of (self->choices, number, kind);

  return n;
}
