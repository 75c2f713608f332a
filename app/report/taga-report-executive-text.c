#include "taga-report-executive-text.h"

#include <glib/gi18n-lib.h>

#include "taga-amount.h"

/**
 * taga_executive_text_shorten:
 * @text: (nullable): a text
 * @max: how many characters it may have, at least 2
 *
 * Shortens a text that is too long for its place, and shows that it was.
 *
 * Returns: (transfer full): the text in one line; empty for none
 */
char *
taga_executive_text_shorten (const char *text, guint max)
{
  g_autofree char *line = g_strdup (text == NULL ? "" : text);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\r\n\t", ' ');
  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= (glong) max)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, (glong) max - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* What became of the large risks, in one sentence. */
static char *
describe_change (const TagaExecutive *executive)
{
  guint before = executive->rounds[0].bands[TAGA_BAND_LARGE];
  guint after = executive->n_rounds < 2 ? before : executive->rounds[1].bands[TAGA_BAND_LARGE];

  if (executive->n_rounds == 0 || executive->rounds[executive->n_rounds - 1].n_assets == 0)
    return g_strdup (_ ("The risks are not assessed yet."));
  if (executive->n_rounds < 2 || executive->rounds[0].n_assets == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "There is %u large risk.",
                                         "There are %u large risks.", after),
                            after);
  if (after < before)
    return g_strdup_printf (_ ("Large risks went down from %u to %u."), before, after);
  if (after > before)
    return g_strdup_printf (_ ("Large risks went up from %u to %u."), before, after);

  return g_strdup_printf (_ ("There are as many large risks as before: %u."), after);
}

/**
 * taga_executive_text_lead:
 * @executive: what the management has to know
 *
 * Says all of it in three sentences, for who reads no further.
 *
 * Returns: (transfer full): the sentences
 */
char *
taga_executive_text_lead (const TagaExecutive *executive)
{
  g_autofree char *change = describe_change (executive);
  GString *text = g_string_new (change);
  guint n = executive->late->len;

  if (n > 0)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, " %u measure is late.", " %u measures are late.", n),
        n);
  n = executive->is_proposal ? 0 : executive->decisions->len;
  if (n > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, " There is %u thing to decide.",
                                         " There are %u things to decide.", n),
                            n);

  return g_string_free (text, FALSE);
}

/* The asset, and how many others share its fate. */
static char *
name_assets (const TagaExecutiveRisk *risk, guint max)
{
  g_autofree char *name = taga_executive_text_shorten (risk->name, max);

  if (risk->n_others == 0)
    /* Translators: the name of an asset */
    return g_strdup_printf (_ ("“%s”"), name);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” and %u other asset",
                                       "“%s” and %u other assets", risk->n_others),
                          name, risk->n_others);
}

/**
 * taga_executive_text_risk:
 * @edition: the method edition
 * @risk: a risk
 * @max: how many characters of a name are shown
 * @is_japanese: whether texts of the method are shown in Japanese
 *
 * Says what would happen to what, in words that need no training.
 *
 * Returns: (transfer full): a sentence
 */
char *
taga_executive_text_risk (TagaEdition *edition,
                          const TagaExecutiveRisk *risk,
                          guint max,
                          gboolean is_japanese)
{
  const TagaItem *threat =
      risk->threat == NULL ? NULL : taga_edition_find_item (edition, "threat", risk->threat);
  g_autofree char *assets = name_assets (risk, max);
  g_autofree char *title = NULL;
  const char *plain = NULL;

  if (threat != NULL)
    plain = is_japanese ? threat->plain_ja : threat->plain_en;
  if (plain != NULL)
    {
      g_auto (GStrv) parts = g_strsplit (plain, "{assets}", -1);

      return g_strjoinv (assets, parts);
    }

  /* The company's own threats have a title only. */
  if (threat == NULL)
    return g_strdup_printf (_ ("%s could leak, be lost or be out of use."), assets);

  title = taga_executive_text_shorten (is_japanese ? threat->title_ja : threat->title_en, max);
  /* Translators: assets, and what could happen to them */
  return g_strdup_printf (_ ("%s could suffer this: %s."), assets, title);
}

/**
 * taga_executive_text_reasons:
 * @risk: a risk
 *
 * Says why the risk is as large as it is.
 *
 * Returns: (transfer full): sentences; empty if nothing stands out
 */
char *
taga_executive_text_reasons (const TagaExecutiveRisk *risk)
{
  GString *text = g_string_new (NULL);

  if (risk->by_mark)
    g_string_append (text, _ ("It holds personal information. "));
  else if (risk->is_vital)
    g_string_append (text, _ ("Nothing would hurt the company more. "));
  if (risk->frequency == 3)
    g_string_append (text, _ ("It can happen at any time. "));
  else if (risk->frequency == 2)
    g_string_append (text, _ ("It can happen a few times a year. "));
  if (risk->n_checks > 0 && risk->n_done < risk->n_checks)
    g_string_append_printf (text, _ ("Of %u precautions, %u are in place and %u in part. "),
                            risk->n_checks, risk->n_done, risk->n_partly);

  return g_strchomp (g_string_free (text, FALSE));
}

/**
 * taga_executive_text_against:
 * @head: what every paper of the company has
 * @edition: the method edition
 * @risk: a risk
 * @max: how many characters of a name are shown
 *
 * Says what is done against a risk.
 *
 * Returns: (transfer full): a sentence
 */
char *
taga_executive_text_against (const TagaPaperHead *head,
                             TagaEdition *edition,
                             const TagaExecutiveRisk *risk,
                             guint max)
{
  const TagaChoice *treatment =
      risk->treatment == NULL ? NULL
                              : taga_edition_find_choice (edition, "treatment", risk->treatment);
  g_autofree char *name = taga_executive_text_shorten (risk->measure, max);
  g_autofree char *day = taga_paper_head_format_date (head, risk->day);
  GString *text;

  if (risk->measure == NULL && treatment == NULL)
    return g_strdup (_ ("Nothing is planned against it yet."));
  if (risk->measure == NULL)
    /* Translators: how a risk is treated, such as 保有 */
    return g_strdup_printf (_ ("No measure; decided so far: %s."),
                            head->is_japanese ? treatment->label_ja : treatment->label_en);

  text = g_string_new (name);
  if (*day != '\0')
    /* Translators: a day, after the name of a measure */
    g_string_append_printf (text, _ (" (by %s)"), day);
  if (risk->n_measures > 1)
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", risk->n_measures - 1),
        risk->n_measures - 1);

  return g_string_free (text, FALSE);
}

/**
 * taga_executive_text_done:
 * @head: what every paper of the company has
 * @measure: a measure that is finished
 * @max: how many characters of a name are shown
 *
 * Says what was done, and when.
 *
 * Returns: (transfer full): the words
 */
char *
taga_executive_text_done (const TagaPaperHead *head, const TagaExecutiveMeasure *measure, guint max)
{
  g_autofree char *name = taga_executive_text_shorten (measure->name, max);
  g_autofree char *day = taga_paper_head_format_date (head, measure->day);

  if (*day == '\0')
    return g_steal_pointer (&name);

  /* Translators: a measure, and the day on which it was finished */
  return g_strdup_printf (_ ("%s (%s)"), name, day);
}

/**
 * taga_executive_text_late:
 * @head: what every paper of the company has
 * @measure: a measure that is late
 * @max: how many characters of a name are shown
 *
 * Says what is late, by how much, and who sees to it.
 *
 * Returns: (transfer full): the words
 */
char *
taga_executive_text_late (const TagaPaperHead *head, const TagaExecutiveMeasure *measure, guint max)
{
  g_autofree char *name = taga_executive_text_shorten (measure->name, max);
  g_autofree char *owner = taga_executive_text_shorten (measure->owner, max / 2);
  g_autofree char *day = taga_paper_head_format_date (head, measure->day);
  g_autofree char *delay = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u day late", "%u days late", measure->n_days),
      measure->n_days);

  if (*owner == '\0')
    /* Translators: a measure, by how much it is late, and when it was due */
    return g_strdup_printf (_ ("%s: %s (due %s), nobody in charge"), name, delay, day);

  /* Translators: a measure, by how much it is late, when it was due, and who sees to it */
  return g_strdup_printf (_ ("%s: %s (due %s), %s"), name, delay, day, owner);
}

static void
append_part (GString *text, const char *part)
{
  if (text->len > 0)
    /* Translators: between an amount, a day and a reason */
    g_string_append (text, _ ("; "));
  g_string_append (text, part);
}

/**
 * taga_executive_text_question:
 * @head: what every paper of the company has
 * @decision: something to decide
 * @max: how many characters of a name are shown
 * @has_reason: whether there is room to say why
 *
 * Says what is to be decided, what it costs, until when, and why.
 *
 * Returns: (transfer full): the words
 */
char *
taga_executive_text_question (const TagaPaperHead *head,
                              const TagaExecutiveDecision *decision,
                              guint max,
                              gboolean has_reason)
{
  g_autofree char *name = taga_executive_text_shorten (decision->name, max);
  g_autofree char *reason = taga_executive_text_shorten (decision->reason, max + max / 2);
  g_autofree char *day = taga_paper_head_format_date (head, decision->due_on);
  GString *more = g_string_new (NULL);
  char *text;

  if (decision->amount != TAGA_UNKNOWN)
    {
      g_autofree char *amount = taga_amount_format (decision->amount, head->is_japanese);

      append_part (more, amount);
    }
  else if (decision->measures != NULL)
    append_part (more, _ ("amount not entered"));
  if (*day != '\0')
    {
      g_autofree char *until = g_strdup_printf (_ ("decide by %s"), day);

      append_part (more, until);
    }
  if (has_reason && *reason != '\0')
    append_part (more, reason);

  /* Translators: what is to be decided, and in brackets what it costs, until when, and why */
  text = more->len == 0 ? g_strdup (name) : g_strdup_printf (_ ("%s (%s)"), name, more->str);
  g_string_free (more, TRUE);

  return text;
}

/**
 * taga_executive_text_gaps:
 * @costs: what the measures cost
 *
 * Says what of the costs nobody has entered, as it is not in the sums.
 *
 * Returns: (transfer full): a sentence; empty if all is known
 */
char *
taga_executive_text_gaps (const TagaExecutiveCosts *costs)
{
  guint n_budget = costs->n_measures - costs->n_budgeted;
  guint n_left = costs->n_open - costs->n_to_spend;

  if (n_budget == 0)
    return g_strdup ("");
  if (n_left == 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u measure has no budget entered; the sums leave it out.",
                     "%u measures have no budget entered; the sums leave them out.", n_budget),
        n_budget);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%u measure has no budget entered, of which %u is not finished; the sums leave "
                   "it out.",
                   "%u measures have no budget entered, of which %u are not finished; the sums "
                   "leave them out.",
                   n_budget),
      n_budget, n_left);
}
