#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-advice.h"
#include "taga-cli.h"
#include "taga-language.h"

/* Far more than anybody has, and far less than what cannot be added up. */
#define MAX_BUDGET G_GUINT64_CONSTANT (1000000000000)

static JsonArray *
create_keys (const GPtrArray *keys)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < keys->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (keys, i));

  return array;
}

static JsonObject *
create_tally (const TagaStanding *tally)
{
  JsonObject *object = json_object_new ();

  for (int band = TAGA_BAND_LARGE; band >= TAGA_BAND_UNKNOWN; band--)
    json_object_set_int_member (object, taga_band_to_key ((TagaBand) band), tally->n[band]);
  json_object_set_int_member (object, "sum", tally->sum);

  return object;
}

static JsonArray *
create_moves (const TagaImpactResult *impact)
{
  JsonArray *array = json_array_new ();

  for (int from = TAGA_BAND_LARGE; from >= TAGA_BAND_UNKNOWN; from--)
    for (int to = TAGA_BAND_LARGE; to >= TAGA_BAND_UNKNOWN; to--)
      {
        JsonObject *object;

        if (from == to || impact->n_moved[from][to] == 0)
          continue;
        object = json_object_new ();
        json_object_set_string_member (object, "from", taga_band_to_key ((TagaBand) from));
        json_object_set_string_member (object, "to", taga_band_to_key ((TagaBand) to));
        json_object_set_int_member (object, "assets", impact->n_moved[from][to]);
        json_array_add_object_element (array, object);
      }

  return array;
}

/* By which measure each item is planned that is. */
static JsonArray *
create_measures (TagaAdvice *advice, const TagaAdviceSet *set)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < set->planned->len; i++)
    {
      const char *key = g_ptr_array_index (set->planned, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "check", key);
      json_object_set_string_member (object, "measure",
                                     taga_advice_find_measure (advice, key)->name);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
create_set (TagaAdvice *advice, const TagaAssessment *now, const TagaAdviceSet *set)
{
  JsonObject *object = json_object_new ();
  JsonObject *media = json_object_new ();
  JsonObject *fewer = json_object_new ();

  for (guint i = 0; i < now->n_media; i++)
    if (set->vulnerability[i] != now->vulnerability[i])
      json_object_set_int_member (media, now->media[i], set->vulnerability[i]);
  json_object_set_int_member (fewer, "large", set->fewer[TAGA_BAND_LARGE]);
  json_object_set_int_member (fewer, "medium", set->fewer[TAGA_BAND_MEDIUM]);

  json_object_set_array_member (object, "checks", create_keys (set->checks));
  json_object_set_int_member (object, "cost", set->cost);
  json_object_set_array_member (object, "cost_not_entered", create_keys (set->unpriced));
  json_object_set_boolean_member (object, "planned", set->is_planned);
  json_object_set_array_member (object, "planned_by", create_measures (advice, set));
  json_object_set_object_member (object, "vulnerability", media);
  json_object_set_object_member (object, "fewer", fewer);
  json_object_set_int_member (object, "fall", set->fall);
  json_object_set_object_member (object, "after", create_tally (&set->after));
  json_object_set_array_member (object, "moved", create_moves (&set->impact));

  return object;
}

static JsonArray *
create_sets (TagaAdvice *advice, const TagaAssessment *now, const GPtrArray *sets)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < sets->len; i++)
    json_array_add_object_element (array, create_set (advice, now, g_ptr_array_index (sets, i)));

  return array;
}

static void
add_set (JsonObject *object,
         const char *name,
         TagaAdvice *advice,
         const TagaAssessment *now,
         const TagaAdviceSet *set)
{
  if (set == NULL)
    json_object_set_null_member (object, name);
  else
    json_object_set_object_member (object, name, create_set (advice, now, set));
}

static void
print_json (TagaStore *store, TagaAdvice *advice, const TagaAdvicePlan *plan, gint64 budget)
{
  const TagaAssessment *now = taga_store_get_assessment (store);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_int_member (object, "round", taga_store_get_round (store));
  json_object_set_boolean_member (object, "answered", taga_advice_is_answered (advice));
  json_object_set_object_member (object, "before", create_tally (taga_advice_get_before (advice)));
  json_object_set_array_member (object, "items",
                                create_sets (advice, now, taga_advice_get_items (advice)));
  json_object_set_array_member (object, "sets",
                                create_sets (advice, now, taga_advice_get_sets (advice)));
  if (plan == NULL)
    json_object_set_null_member (object, "plan");
  else
    {
      JsonObject *of_plan = json_object_new ();

      if (budget == TAGA_UNKNOWN)
        json_object_set_null_member (of_plan, "budget");
      else
        json_object_set_int_member (of_plan, "budget", budget);
      add_set (of_plan, "best", advice, now, plan->best);
      add_set (of_plan, "runner_up", advice, now, plan->runner_up);
      add_set (of_plan, "more", advice, now, plan->more);
      json_object_set_object_member (object, "plan", of_plan);
    }

  json_node_take_object (node, object);
  taga_cli_print_json (node);
  fputs ("\n", stdout);
}

/* Groups of three digits, whatever the locale thinks of them. */
static char *
format_yen (gint64 yen)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, yen);
  GString *text = g_string_new ("¥");
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

static char *
format_cost (const TagaAdviceSet *set)
{
  g_autofree char *yen = format_yen (set->cost);
  guint n = set->unpriced->len;

  if (set->is_planned)
    return g_strdup (_ ("planned already"));
  if (n == 0)
    return g_steal_pointer (&yen);
  if (n == set->checks->len - set->planned->len)
    return g_strdup (_ ("cost not entered"));

  /* Translators: an amount, then how many check items nobody knows the cost of */
  return g_strdup_printf (ngettext ("%s and %u item whose cost is not entered",
                                    "%s and %u items whose cost is not entered", n),
                          yen, n);
}

static char *
format_change (gint64 change)
{
  return change == 0 ? g_strdup ("±0") : g_strdup_printf ("%+" G_GINT64_FORMAT, change);
}

static void
print_effect (const TagaAdviceSet *set)
{
  g_autofree char *large = format_change (-set->fewer[TAGA_BAND_LARGE]);
  g_autofree char *medium = format_change (-set->fewer[TAGA_BAND_MEDIUM]);
  g_autofree char *sum = format_change (-set->fall);
  g_autofree char *cost = format_cost (set);

  /* Translators: by how many large and medium risks there are more or fewer, and the cost */
  g_print (_ ("large %s, medium %s, sum of risk values %s; %s\n"), large, medium, sum, cost);
}

static void
print_check (TagaEdition *edition, const char *key)
{
  const TagaItem *item = taga_edition_find_item (edition, "check", key);

  g_print ("%s %s", key, taga_language_is_japanese () ? item->short_ja : item->short_en);
}

static void
print_media (TagaStore *store, const TagaAdviceSet *set)
{
  const TagaAssessment *now = taga_store_get_assessment (store);
  gboolean is_first = TRUE;

  for (guint i = 0; i < now->n_media; i++)
    if (set->vulnerability[i] != now->vulnerability[i])
      {
        const TagaChoice *medium =
            taga_edition_find_choice (taga_store_get_edition (store), "medium", now->media[i]);

        g_print ("%s%s %d → %d", is_first ? "  " : _ (", "),
                 taga_language_is_japanese () ? medium->label_ja : medium->label_en,
                 now->vulnerability[i], set->vulnerability[i]);
        is_first = FALSE;
      }
  g_print ("\n    ");
  print_effect (set);
}

/* A set stands on three lines: what it lowers, what that brings, and what is to be done. */
static void
print_set (TagaStore *store, const TagaAdviceSet *set)
{
  print_media (store, set);
  for (guint i = 0; i < set->checks->len; i++)
    {
      g_print ("%s", i == 0 ? "    " : _ (", "));
      print_check (taga_store_get_edition (store), g_ptr_array_index (set->checks, i));
    }
  g_print ("\n");
}

/* What a plan takes is to be worked off, so each item has a line. */
static void
print_choice (TagaStore *store, TagaAdvice *advice, const TagaAdviceSet *set)
{
  if (set->checks->len == 0)
    {
      g_print ("  %s\n", _ ("Nothing to do"));
      return;
    }

  print_media (store, set);
  for (guint i = 0; i < set->checks->len; i++)
    {
      const char *key = g_ptr_array_index (set->checks, i);
      const TagaAdviceMeasure *measure = taga_advice_find_measure (advice, key);

      g_print ("    ");
      print_check (taga_store_get_edition (store), key);
      if (measure != NULL)
        /* Translators: the name of the measure by which a check item is planned */
        g_print (_ (" (planned by “%s”)"), measure->name);
      else if (g_ptr_array_find (set->unpriced, key, NULL)
               && set->unpriced->len < set->checks->len - set->planned->len)
        g_print (" (%s)", _ ("cost not entered"));
      g_print ("\n");
    }
}

static void
print_items (TagaStore *store, const GPtrArray *items)
{
  gboolean found = FALSE;

  g_print ("\n%s\n", _ ("Each check item alone"));
  for (guint i = 0; i < items->len; i++)
    {
      const TagaAdviceSet *item = g_ptr_array_index (items, i);

      if (item->impact.n_assets == 0)
        continue;
      g_print ("  ");
      print_check (taga_store_get_edition (store), g_ptr_array_index (item->checks, 0));
      g_print ("\n    ");
      print_effect (item);
      found = TRUE;
    }

  if (!found)
    g_print ("  %s\n", _ ("No check item lowers a risk alone."));
}

static void
print_plan (TagaStore *store, TagaAdvice *advice, const TagaAdvicePlan *plan, gint64 budget)
{
  g_autofree char *yen = format_yen (budget);
  g_autofree char *more = format_yen (TAGA_ADVICE_MORE);

  if (budget == TAGA_UNKNOWN)
    g_print ("\n%s\n", _ ("The best that can be reached, at the least cost"));
  else
    g_print (_ ("\nThe best with %s\n"), yen);
  print_choice (store, advice, plan->best);
  if (plan->best->unpriced->len > 0)
    g_print ("  %s\n", _ ("Items whose cost is not entered were taken as free. Enter their cost, "
                          "and the plan takes it into account."));

  if (plan->runner_up != NULL)
    {
      g_print ("\n%s\n", plan->is_dearer ? _ ("The next best, which costs more than the budget")
                                         : _ ("The next best, which costs less"));
      print_choice (store, advice, plan->runner_up);
    }

  if (plan->more != NULL)
    {
      g_print (_ ("\nThe best with %s more\n"), more);
      print_choice (store, advice, plan->more);
    }
  else if (budget != TAGA_UNKNOWN)
    g_print (_ ("\n%s more would bring no more.\n"), more);
}

static void
print_text (TagaStore *store, TagaAdvice *advice, const TagaAdvicePlan *plan, gint64 budget)
{
  const TagaStanding *before = taga_advice_get_before (advice);
  const GPtrArray *sets = taga_advice_get_sets (advice);

  g_print (_ ("Now: large %u, medium %u, small %u, not known %u; sum of risk values %lld\n"),
           before->n[TAGA_BAND_LARGE], before->n[TAGA_BAND_MEDIUM], before->n[TAGA_BAND_SMALL],
           before->n[TAGA_BAND_UNKNOWN], (long long) before->sum);
  if (!taga_advice_is_answered (advice))
    {
      g_print ("%s\n", _ ("No check item of this round is answered yet, so nothing can be advised. "
                          "Answer some first."));
      return;
    }

  print_items (store, taga_advice_get_items (advice));
  if (plan == NULL)
    return;

  if (sets->len > 0)
    g_print ("\n%s\n", _ ("Check items that lower a vulnerability together"));
  for (guint i = 0; i < sets->len; i++)
    print_set (store, g_ptr_array_index (sets, i));
  print_plan (store, advice, plan, budget);
}

static gboolean
parse_budget (const char *text, gint64 *budget)
{
  guint64 number;

  *budget = TAGA_UNKNOWN;
  if (text == NULL)
    return TRUE;

  if (!g_ascii_string_to_unsigned (text, 10, 0, MAX_BUDGET, &number, NULL))
    {
      taga_cli_misuse (_ ("--budget must be a whole number of yen, 0 or more, such as 500000."));
      return FALSE;
    }

  *budget = (gint64) number;
  return TRUE;
}

static int
advise (const char *path, gint64 round, gint64 budget, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = taga_cli_open (path, TRUE, &error);
  g_autoptr (TagaImpact) impact = NULL;
  g_autoptr (TagaAdvice) advice = NULL;
  g_autoptr (TagaAdvicePlan) plan = NULL;

  if (store == NULL || (round != 0 && !taga_store_select_round (store, round, &error)))
    return taga_cli_fail (error);

  impact = taga_impact_new (store, &error);
  if (impact != NULL)
    advice = taga_advice_new (store, impact, &error);
  if (advice == NULL)
    return taga_cli_fail (error);

  plan = taga_advice_plan (advice, budget);
  if (plan == NULL)
    g_printerr ("taga-cli: %s\n", _ ("So many check items count for so many media that the best "
                                     "plan would take too long to find. Let fewer items count."));
  if (json)
    print_json (store, advice, plan, budget);
  else
    print_text (store, advice, plan, budget);

  return TAGA_CLI_DONE;
}

/**
 * taga_cli_advise:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Prints what to do first: what each check item would change, which of them lower a vulnerability
 * together, and the best that can be done with a budget.
 *
 * Returns: the exit status
 */
int
taga_cli_advise (int n, char **arguments)
{
  g_autofree char *text = NULL;
  gint64 round = 0;
  gint64 budget;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "budget", 0, 0, G_OPTION_ARG_STRING, &text, NULL, NULL },
    { "round", 0, 0, G_OPTION_ARG_INT64, &round, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!taga_cli_parse (&n, &arguments, entries, 1, 1) || !parse_budget (text, &budget))
    return TAGA_CLI_USAGE;

  return advise (arguments[1], round, budget, json);
}
