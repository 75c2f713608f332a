#pragma once

#include "taga-paper.h"

G_BEGIN_DECLS

/**
 * TagaPaperHead:
 * @company: the company's name
 * @date: the day that the paper bears, ISO 8601
 * @has_era: whether the company writes Japanese years
 * @approval: (nullable): labels of the approval boxes, as people write them
 * @round: (nullable): the round that the figures are of, in words
 * @is_japanese: whether texts of the method are shown in Japanese
 *
 * What every paper of a company has.
 */
typedef struct
{
  const char *company;
  const char *date;
  gboolean has_era;
  const char *approval;
  const char *round;
  gboolean is_japanese;
} TagaPaperHead;

TagaPaper *taga_paper_head_begin (const TagaPaperHead *self, const char *title);
char *taga_paper_head_format_date (const TagaPaperHead *self, const char *iso);

G_END_DECLS
