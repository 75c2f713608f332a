#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TAGA_UNKNOWN:
 *
 * The number of a value that is not known. Levels, ids and counts are never negative, so it can be
 * told from each of them; the file and the command line show it as null.
 */
#define TAGA_UNKNOWN (-1)

/**
 * TagaValue:
 * @text: (nullable): the text of a text, date or choice field; `NULL` when not known
 * @number: the number of a number, level, mark or reference field; `TAGA_UNKNOWN` when not known
 *
 * One field's value. Which of the two members counts follows from the field's kind.
 */
typedef struct
{
  char *text;
  gint64 number;
} TagaValue;

#define TAGA_VALUE_INIT                                                                            \
  {                                                                                                \
    NULL, TAGA_UNKNOWN                                                                             \
  }

void taga_value_init (TagaValue *value);
void taga_value_clear (TagaValue *value);
void taga_value_set (TagaValue *value, const TagaValue *other);
gboolean taga_value_equal (const TagaValue *a, const TagaValue *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TagaValue, taga_value_clear)

TagaValue *taga_values_new (guint n);
void taga_values_free (TagaValue *values, guint n);

G_END_DECLS
