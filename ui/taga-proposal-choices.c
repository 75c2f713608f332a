#include "taga-proposal-choices.h"

struct _TagaProposalChoices
{
  GBytes *marks;             /* (owned) */
  TagaStagedChoice *choices; /* (owned) */
  guint n_ticked[TAGA_STAGED_N_KINDS];
  gboolean retire;
};

/**
 * taga_proposal_choices_new:
 * @marks: (element-type TagaProposalMark): what each row is
 *
 * Starts with the choices that a proposal begins with: all rows are ticked, but for the doubtful.
 *
 * Returns: (transfer full): the choices
 */
TagaProposalChoices *
taga_proposal_choices_new (GBytes *marks)
{
  TagaProposalChoices *self = g_new0 (TagaProposalChoices, 1);
  gsize n;

  self->marks = g_bytes_ref (marks);
  n = taga_proposal_choices_count (self);
  self->choices = g_new0 (TagaStagedChoice, n);
  for (gsize i = 0; i < n; i++)
    {
      const TagaProposalMark *mark = taga_proposal_choices_get_mark (self, i);

      self->choices[i].kind = (TagaStagedKind) mark->kind;
      self->choices[i].ticked = mark->doubt == TAGA_DOUBT_NONE;
      self->n_ticked[mark->kind] += self->choices[i].ticked != 0;
    }

  return self;
}

/**
 * taga_proposal_choices_free:
 * @self: (transfer full): choices
 *
 * Frees choices.
 */
void
taga_proposal_choices_free (TagaProposalChoices *self)
{
  g_bytes_unref (self->marks);
  g_free (self->choices);
  g_free (self);
}

/**
 * taga_proposal_choices_count:
 * @self: choices
 *
 * Counts the rows.
 *
 * Returns: how many
 */
gsize
taga_proposal_choices_count (TagaProposalChoices *self)
{
  return g_bytes_get_size (self->marks) / sizeof (TagaProposalMark);
}

/**
 * taga_proposal_choices_get_mark:
 * @self: choices
 * @row: a row
 *
 * Gets what the file made of a row.
 *
 * Returns: (transfer none): the mark
 */
const TagaProposalMark *
taga_proposal_choices_get_mark (TagaProposalChoices *self, gsize row)
{
  const TagaProposalMark *marks = g_bytes_get_data (self->marks, NULL);

  return &marks[row];
}

/**
 * taga_proposal_choices_get_kind:
 * @self: choices
 * @row: a row
 *
 * Tells what a row would do now: one that was found to change an asset may be taken for a new one.
 *
 * Returns: its kind
 */
TagaStagedKind
taga_proposal_choices_get_kind (TagaProposalChoices *self, gsize row)
{
  return self->choices[row].kind;
}

/**
 * taga_proposal_choices_get_retire:
 * @self: choices
 *
 * Tells whether assets that the file does not have are to be retired.
 *
 * Returns: `TRUE` if they are
 */
gboolean
taga_proposal_choices_get_retire (TagaProposalChoices *self)
{
  return self->retire;
}

/**
 * taga_proposal_choices_set_retire:
 * @self: choices
 * @retire: whether they are
 *
 * Sets whether assets that the file does not have are to be retired. As long as they are not, they
 * count as not ticked.
 */
void
taga_proposal_choices_set_retire (TagaProposalChoices *self, gboolean retire)
{
  self->retire = retire;
}

static gboolean
does_count (TagaProposalChoices *self, TagaStagedKind kind)
{
  return kind == TAGA_STAGED_GONE ? self->retire : kind != TAGA_STAGED_SAME;
}

/**
 * taga_proposal_choices_can_tick:
 * @self: choices
 * @row: a row
 *
 * Tells whether a row can be ticked: one that is the same cannot, and one that only the register
 * has if it is to be retired.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_proposal_choices_can_tick (TagaProposalChoices *self, gsize row)
{
  return does_count (self, self->choices[row].kind);
}

/**
 * taga_proposal_choices_get_ticked:
 * @self: choices
 * @row: a row
 * @field: a field of it that would be set, or -1 for any
 *
 * Tells whether a row, or a cell of it, is to be taken over.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_proposal_choices_get_ticked (TagaProposalChoices *self, gsize row, int field)
{
  const TagaStagedChoice *choice = &self->choices[row];

  return choice->ticked && does_count (self, choice->kind)
         && (field < 0 || !(choice->left & (G_GUINT64_CONSTANT (1) << field)));
}

static void
tick_row (TagaProposalChoices *self, gsize row, gboolean ticked)
{
  TagaStagedChoice *choice = &self->choices[row];

  choice->left = 0;
  if (choice->ticked == ticked)
    return;

  choice->ticked = ticked;
  if (ticked)
    self->n_ticked[choice->kind]++;
  else
    self->n_ticked[choice->kind]--;
}

/* A row is ticked as long as any of its cells is. */
static void
tick_cell (TagaProposalChoices *self, gsize row, guint field, gboolean ticked)
{
  const TagaProposalMark *mark = taga_proposal_choices_get_mark (self, row);
  TagaStagedChoice *choice = &self->choices[row];
  guint64 bit = G_GUINT64_CONSTANT (1) << field;
  guint64 left = choice->ticked ? choice->left : mark->mask;

  left = ticked ? left & ~bit : left | bit;
  tick_row (self, row, left != mark->mask);
  choice->left = choice->ticked ? left : 0;
}

/**
 * taga_proposal_choices_set_ticked:
 * @self: choices
 * @row: a row
 * @field: a field of it that would be set, or -1 for all of the row
 * @ticked: whether it is to be taken over
 *
 * Ticks a row with all of its cells, or a cell of it, or not. It does nothing for a row that cannot
 * be ticked.
 */
void
taga_proposal_choices_set_ticked (TagaProposalChoices *self, gsize row, int field, gboolean ticked)
{
  if (!taga_proposal_choices_can_tick (self, row))
    return;

  if (field < 0)
    tick_row (self, row, ticked);
  else
    tick_cell (self, row, (guint) field, ticked);
}

/**
 * taga_proposal_choices_set_kind:
 * @self: choices
 * @row: a row that was found to change an asset
 * @kind: changed, or new
 *
 * Says what a row is. Who says it has looked at it, so that it is ticked.
 */
void
taga_proposal_choices_set_kind (TagaProposalChoices *self, gsize row, TagaStagedKind kind)
{
  tick_row (self, row, FALSE);
  self->choices[row].kind = kind;
  tick_row (self, row, TRUE);
}

/**
 * taga_proposal_choices_is_partial:
 * @self: choices
 * @row: a row
 *
 * Tells whether some cells of a row are to be taken over and others not.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_proposal_choices_is_partial (TagaProposalChoices *self, gsize row)
{
  return self->choices[row].left != 0;
}

/**
 * taga_proposal_choices_count_ticked:
 * @self: choices
 * @kind: a [enum@StagedKind], or `TAGA_PROPOSAL_ALL_KINDS`
 *
 * Counts the rows that are to be taken over.
 *
 * Returns: how many
 */
guint
taga_proposal_choices_count_ticked (TagaProposalChoices *self, int kind)
{
  guint n = 0;

  for (guint i = 0; i < TAGA_STAGED_N_KINDS; i++)
    if ((kind == TAGA_PROPOSAL_ALL_KINDS || (guint) kind == i) && does_count (self, i))
      n += self->n_ticked[i];

  return n;
}

/**
 * taga_proposal_choices_create:
 * @self: choices
 *
 * Copies the choices, for another thread.
 *
 * Returns: (transfer full) (element-type TagaStagedChoice): a choice for each row
 */
GBytes *
taga_proposal_choices_create (TagaProposalChoices *self)
{
  return g_bytes_new (self->choices,
                      taga_proposal_choices_count (self) * sizeof (TagaStagedChoice));
}

/**
 * taga_proposal_choices_get_left:
 * @self: choices
 * @row: a row
 *
 * Tells which cells of a row are not to be taken over while others are.
 *
 * Returns: the fields, bit by field
 */
guint64
taga_proposal_choices_get_left (TagaProposalChoices *self, gsize row)
{
  return self->choices[row].left;
}
