#include "taga-answer-words.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"

static const char *
get_label (const TagaChoice *choice)
{
  return taga_language_is_japanese () ? choice->label_ja : choice->label_en;
}

/* The words of the edition are too long for four buttons side by side; those of frequencies are
 * not, and tell their number themselves. */
static const char *
find_short (const char *domain, int number)
{
  static const struct
  {
    const char *domain;
    int number;
    const char *words;
  } all[] = {
    /* Translators: short answers to check items, on buttons side by side */
    { "answer", 1, NC_ ("answer", "Done") },
    { "answer", 2, NC_ ("answer", "Partly") },
    { "answer", 3, NC_ ("answer", "Not done") },
    { "answer", 4, NC_ ("answer", "n/a") },
    { "question-answer", 1, NC_ ("answer", "Done") },
    { "question-answer", 2, NC_ ("answer", "Partly") },
    { "question-answer", 3, NC_ ("answer", "Not done") },
    { "question-answer", 4, NC_ ("answer", "Don’t know") },
    { "rule-state", 1, NC_ ("rule", "In place") },
    { "rule-state", 2, NC_ ("rule", "Partly") },
    { "rule-state", 3, NC_ ("rule", "Not yet") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i].number == number && g_str_equal (all[i].domain, domain))
      return g_dpgettext2 (GETTEXT_PACKAGE, g_str_equal (domain, "rule-state") ? "rule" : "answer",
                           all[i].words);

  return NULL;
}

/**
 * taga_answer_words_format:
 * @choice: what may be answered
 *
 * Writes an answer in full, after the digit of the key that chooses it.
 *
 * Returns: (transfer full): e.g. "1: Done"
 */
char *
taga_answer_words_format (const TagaChoice *choice)
{
  const char *label = get_label (choice);

  return g_ascii_isdigit (*label) ? g_strdup (label)
                                  : g_strdup_printf ("%d: %s", choice->number, label);
}

/**
 * taga_answer_words_format_short:
 * @domain: the domain that the choice is of
 * @choice: what may be answered
 *
 * Writes an answer short enough for buttons side by side.
 *
 * Returns: (transfer full): e.g. "1 Done"
 */
char *
taga_answer_words_format_short (const char *domain, const TagaChoice *choice)
{
  const char *words = find_short (domain, choice->number);

  if (words == NULL)
    words = get_label (choice);

  return g_ascii_isdigit (*words) ? g_strdup (words)
                                  : g_strdup_printf ("%d %s", choice->number, words);
}
