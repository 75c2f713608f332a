#include "taga-axis-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "taga-language.h"
#include "taga-ui.h"

/* The axes of the radar and their scores in words. */

/**
 * taga_axis_text_name:
 * @axis: an axis
 *
 * Gives the name of an axis.
 *
 * Returns: (transfer none): the name
 */
const char *
taga_axis_text_name (const TagaItem *axis)
{
  return taga_language_is_japanese () ? axis->title_ja : axis->title_en;
}

/**
 * taga_axis_text_score:
 * @tenths: a score in tenths, or `TAGA_UNKNOWN`
 *
 * Writes a score. One that is missing is not 0, and is not written so.
 *
 * Returns: (transfer full): the score
 */
char *
taga_axis_text_score (int tenths)
{
  if (tenths == TAGA_UNKNOWN)
    return g_strdup (_ ("Not assessed"));

  return g_strdup_printf ("%d.%d", tenths / 10, tenths % 10);
}

/**
 * taga_axis_text_change:
 * @before: a score in tenths, or `TAGA_UNKNOWN`
 * @after: another
 *
 * Writes by how much a score changed; a dash if one of them is missing.
 *
 * Returns: (transfer full): the change, with its sign
 */
char *
taga_axis_text_change (int before, int after)
{
  int change = after - before;

  if (before == TAGA_UNKNOWN || after == TAGA_UNKNOWN)
    return g_strdup ("—");
  if (change == 0)
    return g_strdup ("±0.0");

  return g_strdup_printf ("%s%d.%d", change > 0 ? "+" : "−", ABS (change) / 10, ABS (change) % 10);
}

static char *
describe_judge (const TagaAxisValue *value)
{
  g_autofree char *day = taga_ui_format_date (value->on);

  if (value->by != NULL && *day != '\0')
    /* Translators: who entered a score, then the day */
    return g_strdup_printf (_ ("Entered by %s on %s"), value->by, day);
  if (value->by != NULL)
    return g_strdup_printf (_ ("Entered by %s"), value->by);
  if (*day != '\0')
    return g_strdup_printf (_ ("Entered by a judge on %s"), day);

  return g_strdup (_ ("Entered by a judge"));
}

/**
 * taga_axis_text_origin:
 * @value: where an axis stands
 *
 * Says where a score comes from: from how many answers, or from whom.
 *
 * Returns: (transfer full): the words
 */
char *
taga_axis_text_origin (const TagaAxisValue *value)
{
  g_autofree char *judge = value->is_judged ? describe_judge (value) : NULL;
  g_autofree char *computed = taga_axis_text_score (value->computed);

  if (value->is_judged && value->computed != TAGA_UNKNOWN)
    /* Translators: who entered a score and when, then the score that follows from the answers */
    return g_strdup_printf (_ ("%s; the answers would make %s"), judge, computed);
  if (value->is_judged)
    return g_steal_pointer (&judge);
  if (value->n_applicable == 0)
    return g_strdup (_ ("No check item counts here"));
  if (value->n_answered == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u check item, not answered yet",
                                         "%u check items, none answered yet", value->n_applicable),
                            value->n_applicable);

  return g_strdup_printf (_ ("Worked out from the answers: %u of %u answered"), value->n_answered,
                          value->n_applicable);
}

/**
 * taga_axis_text_value:
 * @tenths: a score in tenths, or `TAGA_UNKNOWN`
 *
 * Gives a score as charts take it.
 *
 * Returns: the score, or no number
 */
double
taga_axis_text_value (int tenths)
{
  return tenths == TAGA_UNKNOWN ? NAN : tenths / 10.0;
}
