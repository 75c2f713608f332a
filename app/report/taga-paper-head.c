#include "taga-paper-head.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"

/**
 * taga_paper_head_begin:
 * @self: what every paper of the company has
 * @title: the title
 *
 * Makes a paper of the company, for its own people only, with the boxes that are stamped.
 *
 * Returns: (transfer full): the paper
 */
TagaPaper *
taga_paper_head_begin (const TagaPaperHead *self, const char *title)
{
  g_autofree char *shown = taga_paper_head_format_date (self, self->date);
  TagaPaper *paper = taga_paper_new (title, self->company, self->date, shown);

  /* Translators: class mark of a paper that does not leave the company: 社外秘 */
  taga_paper_set_mark (paper, _ ("Company confidential"));
  taga_paper_set_approval (paper, self->approval);
  if (self->round != NULL)
    taga_paper_add_pair (paper, _ ("Round"), self->round);

  return paper;
}

/**
 * taga_paper_head_format_date:
 * @self: what every paper of the company has
 * @iso: (nullable): a day, ISO 8601
 *
 * Writes a day as the company does.
 *
 * Returns: (transfer full): the day; empty for none
 */
char *
taga_paper_head_format_date (const TagaPaperHead *self, const char *iso)
{
  return taga_date_format (iso, self->has_era);
}
