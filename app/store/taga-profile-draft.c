#include <glib/gi18n-lib.h>

#include "taga-company.h"
#include "taga-language.h"
#include "taga-profile-private.h"

static const int bands[] = { 5, 10, 20, 50, 100, 300 };

static char *
dup_choice (TagaStore *store, TagaRecord *company, guint field)
{
  const TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (company);

  return taga_edition_format (taga_store_get_edition (store), &klass->fields[field],
                              taga_record_get_value (company, field), taga_language_is_japanese ());
}

/* The number of people as a band with an upper bound, as the case book prints it. */
static char *
dup_band (gint64 n)
{
  if (n == TAGA_UNKNOWN)
    return g_strdup ("");

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    if (n <= bands[i])
      return g_strdup_printf (_ ("up to %d people"), bands[i]);

  return g_strdup (_ ("more than 300 people"));
}

static void
append_part (GString *text, const char *between, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", part);
}

/* Industry, size and set-up in one line; what is not known is left out. */
char *
taga_profile_dup_industry (TagaStore *store, TagaRecord *company)
{
  const char *industry = taga_record_get_text (company, TAGA_COMPANY_INDUSTRY);
  g_autofree char *wide = g_strdup (industry == NULL ? "" : industry);
  g_autofree char *band = dup_band (taga_record_get_number (company, TAGA_COMPANY_EMPLOYEES));
  g_autofree char *people = dup_choice (store, company, TAGA_COMPANY_SETUP_PEOPLE);
  g_autofree char *dedication = dup_choice (store, company, TAGA_COMPANY_SETUP_DEDICATION);
  GString *text = g_string_new (NULL);
  GString *setup = g_string_new (NULL);

  append_part (setup, _ (", "), people);
  append_part (setup, _ (", "), dedication);
  append_part (text, " / ", g_strstrip (g_strdelimit (wide, "\n\t", ' ')));
  append_part (text, " / ", band);
  if (setup->len > 0)
    {
      g_autofree char *whole = g_strdup_printf (_ ("security staff: %s"), setup->str);

      append_part (text, " / ", whole);
    }
  g_string_free (setup, TRUE);

  return g_string_free (text, FALSE);
}

/* What stands for the company: what it makes and a letter. The letter says nothing of the name. */
char *
taga_profile_dup_alias (TagaRecord *company)
{
  const char *industry = taga_record_get_text (company, TAGA_COMPANY_INDUSTRY);
  g_autoptr (GRegex) regex = g_regex_new ("^([^（(]+)[（(]([^）)]+)[）)]\\s*$", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *wide = NULL;
  g_autofree char *narrow = NULL;

  if (industry == NULL)
    return g_strdup (_ ("Company A"));
  if (!g_regex_match (regex, industry, 0, &match))
    return g_strdup_printf (_ ("%s, company A"), industry);

  wide = g_match_info_fetch (match, 1);
  narrow = g_match_info_fetch (match, 2);
  /* Translators: what a company makes, then its industry: 機械部品製造業 A社 */
  return g_strdup_printf (_ ("%1$s, %2$s, company A"), narrow, g_strstrip (wide));
}

static const TagaProfileAxis *
find_risen (const TagaProfileFacts *facts, const TagaProfileAxis *below)
{
  const TagaProfileAxis *most = NULL;

  for (guint i = 0; i < facts->axes->len; i++)
    {
      const TagaProfileAxis *axis = g_ptr_array_index (facts->axes, i);

      if (axis == below || axis->before == TAGA_UNKNOWN || axis->after <= axis->before)
        continue;
      if (below != NULL && axis->after - axis->before > below->after - below->before)
        continue;
      if (most == NULL || axis->after - axis->before > most->after - most->before)
        most = axis;
    }

  return most;
}

static void
draft_headline (TagaProfileSource *source)
{
  const TagaProfileAxis *first = find_risen (source->facts, NULL);
  const TagaProfileAxis *second = first == NULL ? NULL : find_risen (source->facts, first);
  g_autofree char *axes = NULL;
  g_autofree char *text = NULL;

  if (first == NULL)
    return;

  axes = second == NULL ? g_strdup (first->name)
                        : g_strdup_printf (_ ("%1$s and %2$s"), first->name, second->name);
  text = g_strdup_printf (_ ("Measures taken with a focus on %s"), axes);
  taga_profile_facts_add (source->facts, "headline", NULL, text);
}

static void
add_strip (TagaProfileSource *source, const char *title, char *text)
{
  taga_profile_facts_add (source->facts, "strip", title, text);
  g_free (text);
}

static char *
describe_start (const TagaRoundComparison *comparison)
{
  guint n_done = 0;
  guint n = 0;

  for (guint i = 0; comparison != NULL && i < comparison->groups->len; i++)
    {
      const TagaGroupChange *change = &g_array_index (comparison->groups, TagaGroupChange, i);

      n_done += change->before.n_done;
      n += taga_tally_get_n_applicable (&change->before);
    }

  return n == 0 ? NULL : g_strdup_printf (_ ("%1$u of %2$u check items done"), n_done, n);
}

static char *
describe_weakest (const TagaProfileFacts *facts)
{
  const TagaProfileAxis *weakest = NULL;

  for (guint i = 0; i < facts->axes->len; i++)
    {
      const TagaProfileAxis *axis = g_ptr_array_index (facts->axes, i);

      if (axis->before != TAGA_UNKNOWN && (weakest == NULL || axis->before < weakest->before))
        weakest = axis;
    }

  return weakest == NULL ? NULL : g_strdup_printf (_ ("%s is weakest"), weakest->name);
}

static char *
describe_rise (const TagaProfileFacts *facts)
{
  const TagaProfileAxis *axis = find_risen (facts, NULL);

  return axis == NULL ? NULL
                      : g_strdup_printf (_ ("%1$s went up by %2$.1f"), axis->name,
                                         (axis->after - axis->before) / 10.0);
}

static void
draft_strip (TagaProfileSource *source)
{
  guint n = source->comparison == NULL ? 0 : source->comparison->measures->len;

  add_strip (source, _ ("Background"), describe_start (source->comparison));
  add_strip (source, _ ("Issues"), describe_weakest (source->facts));
  add_strip (source, _ ("Actions"),
             n == 0 ? NULL
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u measure finished",
                                                    "%u measures finished", n),
                                       n));
  add_strip (source, _ ("Results"), describe_rise (source->facts));
}

/* Drafts who the company is, and what the whole comes to. */
void
taga_profile_draft_company (TagaProfileSource *source)
{
  TagaProfileFacts *facts = source->facts;
  const char *business = taga_record_get_text (source->company, TAGA_COMPANY_BUSINESS);
  g_autofree char *alias = taga_profile_dup_alias (source->company);
  g_autofree char *industry = taga_profile_dup_industry (source->store, source->company);

  if (taga_profile_facts_count (facts, "alias") == 0)
    taga_profile_facts_add (facts, "alias", alias, NULL);
  if (taga_profile_facts_count (facts, "industry") == 0 && *industry != '\0')
    taga_profile_facts_add (facts, "industry", NULL, industry);
  if (taga_profile_facts_count (facts, "business") == 0 && business != NULL)
    taga_profile_facts_add (facts, "business", NULL, business);
  if (taga_profile_facts_count (facts, "headline") == 0)
    draft_headline (source);
  if (taga_profile_facts_count (facts, "strip") == 0)
    draft_strip (source);
}
