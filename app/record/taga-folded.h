#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaScript:
 * @TAGA_SCRIPT_NONE: blanks, signs and whatever else parts words
 * @TAGA_SCRIPT_LATIN: letters and digits of an alphabet
 * @TAGA_SCRIPT_KATAKANA: katakana of either width, and the sign of the long vowel
 * @TAGA_SCRIPT_HIRAGANA: hiragana
 * @TAGA_SCRIPT_KANJI: kanji
 *
 * What a character is written in. Where it changes, a Japanese word may end.
 */
typedef enum
{
  TAGA_SCRIPT_NONE,
  TAGA_SCRIPT_LATIN,
  TAGA_SCRIPT_KATAKANA,
  TAGA_SCRIPT_HIRAGANA,
  TAGA_SCRIPT_KANJI,
} TagaScript;

/**
 * TagaFoldedChar:
 * @c: the character as it compares, see [func@text_fold]
 * @script: what the text has there
 * @start: where in the text it begins, in bytes
 * @end: where it ends; a sign such as ㈱ makes several characters with the same ends
 *
 * A character of a folded text, and where it comes from.
 */
typedef struct
{
  gunichar c;
  TagaScript script;
  gsize start;
  gsize end;
} TagaFoldedChar;

GArray *taga_folded_new (const char *text);
char *taga_folded_dup_text (const GArray *folded);

G_END_DECLS
