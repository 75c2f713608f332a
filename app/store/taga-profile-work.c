#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-language.h"
#include "taga-measure.h"
#include "taga-profile-private.h"

#define N_CALLOUTS 2

/* An axis gets a callout if it rose by so much, in tenths. */
#define WORTH_SAYING 5

static gboolean
is_done (TagaRecord *measure)
{
  return g_strcmp0 (taga_record_get_text (measure, TAGA_MEASURE_STATUS), "done") == 0;
}

static gboolean
is_begun (TagaRecord *measure)
{
  return is_done (measure)
         || g_strcmp0 (taga_record_get_text (measure, TAGA_MEASURE_STATUS), "doing") == 0;
}

/* Whether a measure belongs between the rounds: finished after the one, up to the other. */
static gboolean
is_between (TagaProfileSource *source, TagaRecord *measure)
{
  if (source->comparison == NULL)
    return is_done (measure);

  for (guint i = 0; i < source->comparison->measures->len; i++)
    if (g_array_index (source->comparison->measures, TagaFinishedMeasure, i).id
        == taga_record_get_id (measure))
      return TRUE;

  return FALSE;
}

static gboolean
has_check (TagaRecord *measure, const char *check)
{
  const char *keys = taga_record_get_text (measure, TAGA_MEASURE_CHECKS);
  g_auto (GStrv) parts = g_strsplit (keys == NULL ? "" : keys, " ", -1);

  return g_strv_contains ((const char *const *) parts, check);
}

static gboolean
touches (TagaProfileSource *source, TagaRecord *measure, const char *axis)
{
  const TagaItem *item =
      taga_edition_find_item (taga_store_get_edition (source->store), "axis", axis);

  for (guint i = 0; item != NULL && item->checks[i] != NULL; i++)
    if (has_check (measure, item->checks[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_worked (TagaProfileSource *source, const TagaProfileAxis *axis)
{
  if (axis->before != TAGA_UNKNOWN && axis->after > axis->before)
    return TRUE;

  for (guint i = 0; i < source->measures->len; i++)
    {
      TagaRecord *measure = g_ptr_array_index (source->measures, i);

      if (is_begun (measure) && touches (source, measure, axis->key))
        return TRUE;
    }

  return FALSE;
}

/* Marks the axes that the company worked on: those chosen by hand, else those whose score rose or
 * for which a measure was begun. */
void
taga_profile_draft_themes (TagaProfileSource *source)
{
  TagaProfileFacts *facts = source->facts;
  gboolean is_chosen = taga_profile_facts_count (facts, "theme") > 0;

  for (guint i = 0; i < facts->axes->len; i++)
    {
      TagaProfileAxis *axis = g_ptr_array_index (facts->axes, i);
      const TagaProfileLine *line;

      if (!is_chosen)
        axis->is_worked = is_worked (source, axis);
      for (guint j = 0; (line = taga_profile_facts_get (facts, "theme", j)) != NULL; j++)
        if (g_strcmp0 (line->axis, axis->key) == 0)
          axis->is_worked = TRUE;
    }
}

/* What a measure was for: what is noted of it, or the check items that ask for it. */
static char *
dup_purpose (TagaProfileSource *source, TagaRecord *measure)
{
  TagaEdition *edition = taga_store_get_edition (source->store);
  const char *note = taga_record_get_text (measure, TAGA_MEASURE_NOTE);
  const char *keys = taga_record_get_text (measure, TAGA_MEASURE_CHECKS);
  g_auto (GStrv) parts = g_strsplit (keys == NULL ? "" : keys, " ", -1);
  GString *names = g_string_new (NULL);
  char *text;

  for (guint i = 0; note == NULL && parts[i] != NULL; i++)
    {
      const TagaItem *item = taga_edition_find_item (edition, "check", parts[i]);

      if (item != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "",
                                taga_language_is_japanese () ? item->short_ja : item->short_en);
    }

  if (note != NULL)
    text = g_strdup (note);
  else if (names->len > 0)
    text = g_strdup_printf (_ ("A measure for: %s"), names->str);
  else
    text = NULL;
  g_string_free (names, TRUE);

  return text;
}

static void
draft_actions (TagaProfileSource *source)
{
  guint n = taga_profile_kind_find ("action")->n_lines;

  for (guint i = 0; i < source->measures->len && n > 0; i++)
    {
      TagaRecord *measure = g_ptr_array_index (source->measures, i);
      g_autofree char *text = dup_purpose (source, measure);

      if (!is_between (source, measure))
        continue;
      taga_profile_facts_add (source->facts, "action",
                              taga_record_get_text (measure, TAGA_MEASURE_NAME), text);
      n--;
    }
}

static const TagaProfileAxis *
find_risen (const TagaProfileFacts *facts)
{
  const TagaProfileAxis *most = NULL;

  for (guint i = 0; i < facts->axes->len; i++)
    {
      const TagaProfileAxis *axis = g_ptr_array_index (facts->axes, i);
      gboolean is_told = FALSE;
      const TagaProfileLine *line;

      for (guint j = 0; (line = taga_profile_facts_get (facts, "callout", j)) != NULL; j++)
        is_told |= g_strcmp0 (line->axis, axis->key) == 0;
      if (is_told || axis->before == TAGA_UNKNOWN || axis->after - axis->before < WORTH_SAYING)
        continue;
      if (most == NULL || axis->after - axis->before > most->after - most->before)
        most = axis;
    }

  return most;
}

/* The axes that rose most, with the measure that did it. */
static void
draft_callouts (TagaProfileSource *source)
{
  for (guint i = 0; i < N_CALLOUTS; i++)
    {
      const TagaProfileAxis *axis = find_risen (source->facts);
      g_autofree char *text = NULL;
      TagaProfileLine *line;

      if (axis == NULL)
        return;
      for (guint j = 0; j < source->measures->len && text == NULL; j++)
        {
          TagaRecord *measure = g_ptr_array_index (source->measures, j);

          if (is_between (source, measure) && touches (source, measure, axis->key))
            text = g_strdup (taga_record_get_text (measure, TAGA_MEASURE_NAME));
        }
      if (text == NULL)
        text = g_strdup_printf (_ ("up by %.1f"), (axis->after - axis->before) / 10.0);

      line = taga_profile_facts_add (source->facts, "callout", NULL, text);
      line->axis = g_strdup (axis->key);
    }
}

static void
add_results (TagaProfileSource *source, gboolean done, guint n)
{
  for (guint i = 0; i < source->measures->len && n > 0; i++)
    {
      TagaRecord *measure = g_ptr_array_index (source->measures, i);
      TagaProfileLine *line;

      if (done ? !is_between (source, measure) : is_done (measure))
        continue;
      line = taga_profile_facts_add (source->facts, "result", NULL,
                                     taga_record_get_text (measure, TAGA_MEASURE_NAME));
      line->state = g_strdup (done ? "solved" : "continued");
      n--;
    }
}

/* What is open, those not begun first: they are what comes next. */
static void
draft_outlook (TagaProfileSource *source)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint begun = 0; begun < 2; begun++)
    for (guint i = 0; i < source->measures->len && n < 3; i++)
      {
        TagaRecord *measure = g_ptr_array_index (source->measures, i);

        if (is_done (measure) || is_begun (measure) != (gboolean) begun)
          continue;
        g_string_append_printf (names, "%s%s", n > 0 ? _ (", ") : "",
                                taga_record_get_text (measure, TAGA_MEASURE_NAME));
        n++;
      }

  if (n > 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("Next: %s."), names->str);

      taga_profile_facts_add (source->facts, "outlook", NULL, text);
    }
  g_string_free (names, TRUE);
}

/* Drafts what was done, what came of it and what is next, from the measures. */
void
taga_profile_draft_work (TagaProfileSource *source)
{
  TagaProfileFacts *facts = source->facts;

  if (taga_profile_facts_count (facts, "action") == 0)
    draft_actions (source);
  if (taga_profile_facts_count (facts, "callout") == 0)
    draft_callouts (source);
  if (taga_profile_facts_count (facts, "result") == 0)
    {
      add_results (source, TRUE, 2);
      add_results (source, FALSE,
                   taga_profile_kind_find ("result")->n_lines
                       - taga_profile_facts_count (facts, "result"));
    }
  if (taga_profile_facts_count (facts, "outlook") == 0)
    draft_outlook (source);
}
