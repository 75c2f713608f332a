#include "cli-findings.h"

#include "taga-language.h"
#include "taga-own-rules.h"

/* What the command "diagnose" tells, as JSON. What is not known is null. Texts are in the user's
 * language; keys and names never change with it. */

static JsonObject *
create_item (const TagaItem *item)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "key", item->key);
  json_object_set_string_member (object, "title",
                                 taga_language_is_japanese () ? item->title_ja : item->title_en);
  return object;
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text == NULL)
    json_object_set_null_member (object, name);
  else
    json_object_set_string_member (object, name, text);
}

static void
add_number (JsonObject *object, const char *name, int number)
{
  if (number == TAGA_UNKNOWN)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, number);
}

static void
add_tenths (JsonObject *object, const char *name, gboolean is_known, int tenths)
{
  if (is_known)
    json_object_set_double_member (object, name, tenths / 10.0);
  else
    json_object_set_null_member (object, name);
}

static void
add_tally (JsonObject *object, const TagaTally *tally)
{
  json_object_set_int_member (object, "items", taga_tally_get_n_items (tally));
  json_object_set_int_member (object, "applicable", taga_tally_get_n_applicable (tally));
  json_object_set_int_member (object, "done", tally->n_done);
  json_object_set_int_member (object, "partly", tally->n_partly);
  json_object_set_int_member (object, "not_done", tally->n_not_done);
  json_object_set_int_member (object, "not_applicable", tally->n_not_applicable);
  json_object_set_int_member (object, "unanswered", tally->n_unanswered);
  add_number (object, "share", taga_tally_get_share (tally));
  json_object_set_string_member (object, "state",
                                 taga_tally_state_to_key (taga_tally_get_state (tally)));
}

static JsonArray *
create_groups (const TagaDiagnosis *diagnosis)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < diagnosis->n_groups; i++)
    {
      JsonObject *object = create_item (diagnosis->groups[i].group);

      add_tally (object, &diagnosis->groups[i].tally);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
create_regulations (const TagaDiagnosis *diagnosis)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < diagnosis->n_regulations; i++)
    {
      const TagaDiagnosisRegulation *regulation = &diagnosis->regulations[i];
      JsonObject *object = create_item (regulation->regulation);
      JsonArray *reasons = json_array_new ();

      for (guint j = 0; j < regulation->reasons->len; j++)
        json_array_add_object_element (reasons, create_item (regulation->reasons->pdata[j]));
      json_object_set_string_member (object, "needed", taga_need_to_key (regulation->need));
      json_object_set_array_member (object, "reasons", reasons);
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
add_sum (JsonObject *object, const TagaSelfCheckSum *sum)
{
  json_object_set_int_member (object, "points", sum->points);
  json_object_set_int_member (object, "most", sum->most);
  json_object_set_int_member (object, "answered", sum->n_answered);
  json_object_set_int_member (object, "questions", sum->n_questions);
  json_object_set_boolean_member (object, "complete", taga_self_check_is_complete (sum));
}

static void
add_sheet (JsonObject *object, const TagaSelfCheck *check, const TagaSelfCheckSheet *sheet)
{
  JsonArray *parts = json_array_new ();

  add_sum (object, &sheet->total);
  add_text (object, "reading", sheet->reading == NULL ? NULL : sheet->reading->key);
  for (guint i = 0; i < check->n_parts; i++)
    {
      JsonObject *part = create_item (&check->parts[i]);

      add_sum (part, &sheet->parts[i]);
      json_array_add_object_element (parts, part);
    }
  json_object_set_array_member (object, "parts", parts);
}

static JsonObject *
create_self_check (const TagaSelfCheck *check)
{
  JsonObject *object = json_object_new ();
  JsonArray *sheets = json_array_new ();
  JsonArray *follow_up = json_array_new ();

  add_sheet (object, check, check->company);
  add_tenths (object, "mean", check->has_mean, check->mean);
  for (guint i = 0; i < check->sheets->len; i++)
    {
      const TagaSelfCheckSheet *sheet = g_ptr_array_index (check->sheets, i);
      JsonObject *element = json_object_new ();

      json_object_set_int_member (element, "id", sheet->id);
      add_text (element, "name", sheet->name);
      add_sheet (element, check, sheet);
      json_array_add_object_element (sheets, element);
    }
  for (guint i = 0; i < check->n_follow_up; i++)
    {
      JsonObject *question = create_item (&check->questions[check->follow_up[i]]);

      add_number (question, "answer", check->company->answers[check->follow_up[i]]);
      json_array_add_object_element (follow_up, question);
    }
  json_object_set_array_member (object, "sheets", sheets);
  json_object_set_array_member (object, "follow_up", follow_up);

  return object;
}

static JsonArray *
create_axes (const TagaAxisValues *axes)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < axes->n; i++)
    {
      const TagaAxisValue *value = &axes->values[i];
      JsonObject *object = create_item (value->axis);

      add_tenths (object, "score", value->score != TAGA_UNKNOWN, value->score);
      add_tenths (object, "computed", value->computed != TAGA_UNKNOWN, value->computed);
      json_object_set_boolean_member (object, "judged", value->is_judged);
      add_text (object, "evidence", value->evidence);
      json_object_set_int_member (object, "answered", value->n_answered);
      json_object_set_int_member (object, "applicable", value->n_applicable);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
create_rules (const TagaRuleStates *rules)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rules->n; i++)
    {
      JsonObject *rule = create_item (rules->rules[i].rule);

      add_number (rule, "answer", rules->rules[i].answer);
      json_object_set_boolean_member (rule, "has_way", rules->rules[i].has_way);
      json_array_add_object_element (array, rule);
    }
  add_text (object, "set", rules->set == NULL ? NULL : rules->set->key);
  json_object_set_array_member (object, "rules", array);

  return object;
}

static JsonObject *
create_stars (const TagaReadiness *readiness, guint stars)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < readiness->conditions[stars - 1]->len; i++)
    {
      const TagaCondition *condition = g_ptr_array_index (readiness->conditions[stars - 1], i);
      JsonObject *element = json_object_new ();

      json_object_set_string_member (element, "key", condition->key);
      json_object_set_boolean_member (element, "met", condition->is_met);
      json_object_set_string_member (element, "sentence", condition->sentence);
      json_object_set_string_member (element, "page", condition->page);
      add_text (element, "item", condition->item);
      json_array_add_object_element (array, element);
    }
  json_object_set_int_member (object, "stars", stars);
  json_object_set_boolean_member (object, "ready", readiness->is_ready[stars - 1]);
  json_object_set_array_member (object, "conditions", array);

  return object;
}

static JsonObject *
create_security_action (const TagaReadiness *readiness)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 1; i <= TAGA_N_STARS; i++)
    json_array_add_object_element (array, create_stars (readiness, i));
  json_object_set_array_member (object, "readiness", array);
  json_object_set_int_member (object, "declared_stars", readiness->declared_stars);
  add_text (object, "declared_on", readiness->declared_on);
  add_text (object, "review_on", readiness->review_on);
  json_object_set_boolean_member (object, "review_due", readiness->is_review_due);

  return object;
}

static JsonArray *
create_roles (const TagaRoles *roles)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < roles->n; i++)
    {
      JsonObject *object = create_item (roles->roles[i].role);
      JsonArray *holders = json_array_new ();

      for (guint j = 0; j < roles->roles[i].holders->len; j++)
        {
          const TagaRoleHolder *holder = g_ptr_array_index (roles->roles[i].holders, j);
          JsonObject *element = json_object_new ();

          add_text (element, "name", holder->name);
          add_text (element, "department", holder->department);
          json_object_set_boolean_member (element, "left", holder->has_left);
          json_array_add_object_element (holders, element);
        }
      json_object_set_boolean_member (object, "standing", roles->roles[i].is_standing);
      json_object_set_boolean_member (object, "filled", roles->roles[i].is_filled);
      json_object_set_array_member (object, "holders", holders);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
create_texts (const GPtrArray *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);

  return array;
}

static JsonObject *
create_ladder (const TagaLadder *ladder)
{
  JsonObject *object = json_object_new ();
  JsonObject *next = json_object_new ();
  JsonArray *steps = json_array_new ();

  for (guint i = 0; i < TAGA_N_STEPS; i++)
    {
      JsonObject *step = json_object_new ();

      json_object_set_int_member (step, "step", i + 1);
      json_object_set_string_member (step, "title", ladder->steps[i].title);
      json_object_set_string_member (step, "state", ladder->steps[i].state);
      json_object_set_double_member (step, "progress", ladder->steps[i].progress);
      json_array_add_object_element (steps, step);
    }
  json_object_set_string_member (next, "key", taga_ladder_move_to_key (ladder->move));
  json_object_set_string_member (next, "title", ladder->title);
  json_object_set_string_member (next, "reason", ladder->reason);
  json_object_set_string_member (next, "page", ladder->page);
  add_text (next, "item", ladder->item);

  json_object_set_int_member (object, "round", ladder->round);
  json_object_set_int_member (object, "step", ladder->current + 1);
  json_object_set_object_member (object, "next", next);
  json_object_set_array_member (object, "steps", steps);

  return object;
}

static JsonObject *
create_own_rules (void)
{
  JsonObject *object = json_object_new ();

  for (TagaOwnRule i = 0; i < TAGA_N_OWN_RULES; i++)
    json_object_set_string_member (object, taga_own_rule_get_key (i), taga_own_rule_describe (i));

  return object;
}

/**
 * cli_findings_to_json:
 * @self: findings
 *
 * Describes the findings as JSON.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
cli_findings_to_json (const CliFindings *self)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *total = json_object_new ();

  add_tally (total, &self->diagnosis->total);
  json_object_set_int_member (object, "round", taga_store_get_round (self->store));
  json_object_set_string_member (object, "edition",
                                 taga_edition_get_key (taga_store_get_edition (self->store)));
  json_object_set_array_member (object, "groups", create_groups (self->diagnosis));
  json_object_set_object_member (object, "total", total);
  json_object_set_array_member (object, "regulations", create_regulations (self->diagnosis));
  json_object_set_object_member (object, "self_check", create_self_check (self->self_check));
  json_object_set_array_member (object, "axes", create_axes (self->axes));
  json_object_set_object_member (object, "rules", create_rules (self->rules));
  json_object_set_object_member (object, "security_action",
                                 create_security_action (self->readiness));
  json_object_set_array_member (object, "roles", create_roles (self->roles));
  json_object_set_array_member (object, "warnings", create_texts (self->roles->warnings));
  json_object_set_object_member (object, "ladder", create_ladder (self->ladder));
  json_object_set_int_member (object, "foreign_answers",
                              self->diagnosis->n_foreign + self->self_check->n_foreign);
  json_object_set_object_member (object, "own_rules", create_own_rules ());
  json_node_take_object (node, object);

  return node;
}
