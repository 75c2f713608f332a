#include "taga-proposal-lines.h"

/*
 * Which lines the list of a proposal has: one for each row and, below a row that changes several
 * cells, one for each of these.
 */

/**
 * taga_proposal_lines_are_of:
 * @choices: what the user wants of the rows
 * @number: number of a row
 * @kind: a [enum@StagedKind], `TAGA_PROPOSAL_ALL_KINDS` or `TAGA_PROPOSAL_DOUBTFUL`
 *
 * Tells whether a row is of a kind.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_proposal_lines_are_of (TagaProposalChoices *choices, gint64 number, int kind)
{
  gsize row = (gsize) number - 1;

  switch (kind)
    {
    case TAGA_PROPOSAL_ALL_KINDS:
      return taga_proposal_choices_get_kind (choices, row) != TAGA_STAGED_SAME;
    case TAGA_PROPOSAL_DOUBTFUL:
      return taga_proposal_choices_get_mark (choices, row)->doubt != TAGA_DOUBT_NONE;
    default:
      return taga_proposal_choices_get_kind (choices, row) == (TagaStagedKind) kind;
    }
}

/* The cell of a row that changes one only stands in the row itself. */
static void
append_cells (GArray *lines, TagaProposalChoices *choices, gint64 number)
{
  gsize row = (gsize) number - 1;
  guint64 mask = taga_proposal_choices_get_mark (choices, row)->mask;

  if (taga_proposal_choices_get_kind (choices, row) != TAGA_STAGED_CHANGED
      || (mask & (mask - 1)) == 0)
    return;

  for (gint32 field = 0; field < 64; field++)
    if (mask & (G_GUINT64_CONSTANT (1) << field))
      {
        const TagaProposalLine line = { (guint32) number, field };

        g_array_append_val (lines, line);
      }
}

/**
 * taga_proposal_lines_append:
 * @lines: (element-type TagaProposalLine): lines
 * @choices: what the user wants of the rows
 * @number: number of a row
 *
 * Appends a row and its cells.
 */
void
taga_proposal_lines_append (GArray *lines, TagaProposalChoices *choices, gint64 number)
{
  const TagaProposalLine line = { (guint32) number, -1 };

  g_array_append_val (lines, line);
  append_cells (lines, choices, number);
}

/**
 * taga_proposal_lines_append_all:
 * @lines: (element-type TagaProposalLine): lines
 * @choices: what the user wants of the rows
 * @kind: a [enum@StagedKind], `TAGA_PROPOSAL_ALL_KINDS` or `TAGA_PROPOSAL_DOUBTFUL`
 *
 * Appends all rows of a kind, and their cells.
 */
void
taga_proposal_lines_append_all (GArray *lines, TagaProposalChoices *choices, int kind)
{
  gint64 n = (gint64) taga_proposal_choices_count (choices);

  for (gint64 number = 1; number <= n; number++)
    if (taga_proposal_lines_are_of (choices, number, kind))
      taga_proposal_lines_append (lines, choices, number);
}

/**
 * taga_proposal_lines_update:
 * @lines: (element-type TagaProposalLine): lines
 * @choices: what the user wants of the rows
 * @number: number of a row that has become another kind
 * @position: (out): where its cells stand
 * @n_removed: (out): how many stood there
 * @n_added: (out): how many stand there now
 *
 * Shows or hides the cells of a row. The row itself stays where it is, also if its kind is not the
 * one that is shown any more: nobody wants it to jump away.
 *
 * Returns: `FALSE` if the row is not among the lines
 */
gboolean
taga_proposal_lines_update (GArray *lines,
                            TagaProposalChoices *choices,
                            gint64 number,
                            guint *position,
                            guint *n_removed,
                            guint *n_added)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TagaProposalLine));
  guint i = 0;

  while (i < lines->len && g_array_index (lines, TagaProposalLine, i).number != number)
    i++;
  if (i == lines->len)
    return FALSE;

  *position = i + 1;
  *n_removed = 0;
  while (*position + *n_removed < lines->len
         && g_array_index (lines, TagaProposalLine, *position + *n_removed).number == number)
    (*n_removed)++;

  append_cells (cells, choices, number);
  *n_added = cells->len;
  g_array_remove_range (lines, *position, *n_removed);
  if (cells->len > 0)
    g_array_insert_vals (lines, *position, cells->data, cells->len);

  return TRUE;
}
