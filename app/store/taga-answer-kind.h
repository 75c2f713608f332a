#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

/**
 * TagaAnswerKind:
 * @type: the record type of the answers
 * @list: the list of the method edition whose items are answered, e.g. "check"
 * @groups: (nullable): the list that its items are grouped by; `NULL` if they are not. "medium" is
 * a domain of the edition and no list
 * @domain: what may be answered
 * @round: the field that names the round
 * @sheet: the field that names the sheet, or -1 if there is none
 * @item: the field that names the item
 * @number: the field with the answer
 * @note: the field with remarks
 * @person: the field with who answered
 * @day: the field with the day of the answer
 * @to_confirm: the field with the mark that it was copied and not yet looked at
 *
 * What answers of one record type are about, and where their fields stand.
 */
typedef struct
{
  GType type;
  const char *list;
  const char *groups;
  const char *domain;
  guint round;
  int sheet;
  guint item;
  guint number;
  guint note;
  guint person;
  guint day;
  guint to_confirm;
} TagaAnswerKind;

gboolean taga_answer_kind_get (GType type, TagaAnswerKind *kind);

G_END_DECLS
