#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "taga-cli.h"
#include "taga-language.h"

/* How two rounds are printed side by side. */

/* What is not known is null, never 0. */
static void
set_number (JsonObject *object, const char *member, gint64 number)
{
  if (number == TAGA_UNKNOWN)
    json_object_set_null_member (object, member);
  else
    json_object_set_int_member (object, member, number);
}

static void
set_tenths (JsonObject *object, const char *member, int tenths)
{
  if (tenths == TAGA_UNKNOWN)
    json_object_set_null_member (object, member);
  else
    json_object_set_double_member (object, member, (double) tenths / 10);
}

static void
set_text (JsonObject *object, const char *member, const char *text)
{
  if (text == NULL)
    json_object_set_null_member (object, member);
  else
    json_object_set_string_member (object, member, text);
}

static JsonObject *
create_side (const TagaRoundSide *side)
{
  JsonObject *object = json_object_new ();
  JsonObject *bands = json_object_new ();

  json_object_set_int_member (object, "id", side->id);
  set_text (object, "name", side->name);
  set_text (object, "date", side->date);
  set_text (object, "judge", side->judge);
  set_text (object, "sealed_on", side->sealed_on);
  set_text (object, "edition", side->edition);
  json_object_set_int_member (object, "assets", side->n_assets);
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    json_object_set_int_member (bands, taga_band_to_key ((TagaBand) i), side->n_bands[i]);
  json_object_set_object_member (object, "bands", bands);
  json_object_set_int_member (object, "risk_sum", side->risk_sum);
  json_object_set_int_member (object, "questions_answered", side->self_check.n_answered);
  if (taga_self_check_is_complete (&side->self_check))
    json_object_set_int_member (object, "points", side->self_check.points);
  else
    json_object_set_null_member (object, "points");

  return object;
}

static JsonArray *
create_axes (const TagaRoundComparison *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->axes->len; i++)
    {
      const TagaAxisChange *change = &g_array_index (self->axes, TagaAxisChange, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "axis", change->axis->key);
      set_tenths (object, "before", change->before);
      set_tenths (object, "after", change->after);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
create_tally (const TagaTally *tally)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "done", tally->n_done);
  json_object_set_int_member (object, "partly", tally->n_partly);
  json_object_set_int_member (object, "not_done", tally->n_not_done);
  json_object_set_int_member (object, "not_applicable", tally->n_not_applicable);
  json_object_set_int_member (object, "unanswered", tally->n_unanswered);
  set_number (object, "share", taga_tally_get_share (tally));

  return object;
}

static JsonArray *
create_groups (const TagaRoundComparison *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TagaGroupChange *change = &g_array_index (self->groups, TagaGroupChange, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "group", change->group->key);
      json_object_set_object_member (object, "before", create_tally (&change->before));
      json_object_set_object_member (object, "after", create_tally (&change->after));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
create_moves (const TagaRoundComparison *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    for (guint j = 0; j < TAGA_MAX_BANDS; j++)
      if (self->n_moves[i][j] > 0)
        {
          JsonObject *object = json_object_new ();

          json_object_set_string_member (object, "from", taga_band_to_key ((TagaBand) i));
          json_object_set_string_member (object, "to", taga_band_to_key ((TagaBand) j));
          json_object_set_int_member (object, "assets", self->n_moves[i][j]);
          json_array_add_object_element (array, object);
        }

  return array;
}

static const char *
get_state (const TagaAssetChange *change)
{
  if (!change->is_before)
    return "new";

  return change->is_after ? "changed" : "gone";
}

static JsonArray *
create_assets (const TagaRoundComparison *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->assets->len; i++)
    {
      const TagaAssetChange *change = &g_array_index (self->assets, TagaAssetChange, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "asset", change->asset);
      set_text (object, "name", change->name);
      json_object_set_string_member (object, "state", get_state (change));
      set_number (object, "risk_before", change->risk_before);
      set_number (object, "risk_after", change->risk_after);
      set_text (object, "band_before",
                change->is_before ? taga_band_to_key (change->band_before) : NULL);
      set_text (object, "band_after",
                change->is_after ? taga_band_to_key (change->band_after) : NULL);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
create_measures (const TagaRoundComparison *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->measures->len; i++)
    {
      const TagaFinishedMeasure *measure = &g_array_index (self->measures, TagaFinishedMeasure, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "id", measure->id);
      set_text (object, "name", measure->name);
      set_text (object, "actual_end", measure->finished_on);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
print_json (const TagaRoundComparison *self)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_object_member (object, "before", create_side (&self->before));
  json_object_set_object_member (object, "after", create_side (&self->after));
  json_object_set_array_member (object, "axes", create_axes (self));
  json_object_set_array_member (object, "groups", create_groups (self));
  json_object_set_array_member (object, "moves", create_moves (self));
  json_object_set_int_member (object, "same", self->n_same);
  json_object_set_int_member (object, "new", self->n_new);
  json_object_set_int_member (object, "gone", self->n_gone);
  json_object_set_array_member (object, "assets", create_assets (self));
  json_object_set_array_member (object, "measures", create_measures (self));
  json_node_take_object (node, object);
  taga_cli_print_json (node);
  fputs ("\n", stdout);
}

static char *
format_number (int number, const char *unit)
{
  return number == TAGA_UNKNOWN ? g_strdup ("—") : g_strdup_printf ("%d%s", number, unit);
}

static const char *
get_band (const TagaRoundComparison *self, TagaBand band)
{
  const TagaChoice *choice =
      taga_edition_find_choice (self->edition, "band", taga_band_to_key (band));

  if (choice == NULL)
    return taga_band_to_key (band);

  return taga_language_is_japanese () ? choice->label_ja : choice->label_en;
}

static void
print_figures (const TagaRoundComparison *self)
{
  for (guint i = 0; i < TAGA_MAX_BANDS; i++)
    g_print ("%s\t%u\t%u\n", get_band (self, (TagaBand) i), self->before.n_bands[i],
             self->after.n_bands[i]);
  g_print ("%s\t%lld\t%lld\n", _ ("Sum of the risks"), (long long) self->before.risk_sum,
           (long long) self->after.risk_sum);
  g_print ("%s\t%d/%u\t%d/%u\n", _ ("Points of the self-check, and questions answered"),
           self->before.self_check.points, self->before.self_check.n_answered,
           self->after.self_check.points, self->after.self_check.n_answered);

  for (guint i = 0; i < self->axes->len; i++)
    {
      const TagaAxisChange *change = &g_array_index (self->axes, TagaAxisChange, i);
      g_autofree char *before = change->before == TAGA_UNKNOWN
                                    ? g_strdup ("—")
                                    : g_strdup_printf ("%.1f", change->before / 10.0);
      g_autofree char *after = change->after == TAGA_UNKNOWN
                                   ? g_strdup ("—")
                                   : g_strdup_printf ("%.1f", change->after / 10.0);

      g_print ("%s\t%s\t%s\n",
               taga_language_is_japanese () ? change->axis->title_ja : change->axis->title_en,
               before, after);
    }

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TagaGroupChange *change = &g_array_index (self->groups, TagaGroupChange, i);
      g_autofree char *before = format_number (taga_tally_get_share (&change->before), " %");
      g_autofree char *after = format_number (taga_tally_get_share (&change->after), " %");

      g_print ("%s\t%s\t%s\n",
               taga_language_is_japanese () ? change->group->title_ja : change->group->title_en,
               before, after);
    }
}

static void
print_text (const TagaRoundComparison *self)
{
  g_print ("\t%s\t%s\n", self->before.name, self->after.name);
  g_print ("%s\t%u\t%u\n", _ ("Assets"), self->before.n_assets, self->after.n_assets);
  print_figures (self);

  for (guint i = 0; i < self->assets->len; i++)
    {
      const TagaAssetChange *change = &g_array_index (self->assets, TagaAssetChange, i);
      g_autofree char *before = format_number (change->risk_before, "");
      g_autofree char *after = format_number (change->risk_after, "");
      g_autofree char *name = g_strdelimit (g_strdup (change->name), "\t\n", ' ');

      g_print ("%lld %s\t%s %s\t%s %s\n", (long long) change->asset, name,
               change->is_before ? get_band (self, change->band_before) : "", before,
               change->is_after ? get_band (self, change->band_after) : "", after);
    }

  for (guint i = 0; i < self->measures->len; i++)
    {
      const TagaFinishedMeasure *measure = &g_array_index (self->measures, TagaFinishedMeasure, i);

      g_print (_ ("Finished on %s: “%s”\n"), measure->finished_on, measure->name);
    }
}

/**
 * taga_cli_print_comparison:
 * @comparison: two rounds compared
 * @json: whether as JSON
 *
 * Prints what became different between two rounds.
 */
void
taga_cli_print_comparison (const TagaRoundComparison *comparison, gboolean json)
{
  if (json)
    print_json (comparison);
  else
    print_text (comparison);
}
