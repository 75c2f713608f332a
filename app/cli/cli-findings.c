#include "cli-findings.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-own-rules.h"

/* What the command "diagnose" tells, as lines of columns with tabs between them. */

static const char *
get_title (const TagaItem *item)
{
  return taga_language_is_japanese () ? item->title_ja : item->title_en;
}

static void
print_heading (const char *heading)
{
  g_print ("\n# %s\n", heading);
}

/* A text that people entered may have tabs and line breaks in it. */
static void
print_column (const char *text)
{
  g_autofree char *flat = g_strdup (text == NULL ? "" : text);

  g_print ("\t%s", g_strdelimit (flat, "\t\r\n", ' '));
}

static const char *
get_state_name (TagaTallyState state)
{
  switch (state)
    {
    case TAGA_TALLY_NOT_APPLICABLE:
      return _ ("does not apply");
    case TAGA_TALLY_NOT_DONE:
      return _ ("not done");
    case TAGA_TALLY_PARTLY:
      return _ ("in part");
    case TAGA_TALLY_DONE:
      return _ ("done");
    default:
      return _ ("not known");
    }
}

static void
print_tally (const char *key, const char *title, const TagaTally *tally)
{
  int share = taga_tally_get_share (tally);
  g_autofree char *percent =
      share == TAGA_UNKNOWN ? g_strdup ("-") : g_strdup_printf ("%d%%", share);

  g_print ("%s", key);
  print_column (title);
  g_print ("\t%s\t%s\t%u/%u\n", get_state_name (taga_tally_get_state (tally)), percent,
           tally->n_done, taga_tally_get_n_applicable (tally));
}

static void
print_groups (const TagaDiagnosis *diagnosis)
{
  print_heading (_ ("Groups of the countermeasure check"));
  for (guint i = 0; i < diagnosis->n_groups; i++)
    print_tally (diagnosis->groups[i].group->key, get_title (diagnosis->groups[i].group),
                 &diagnosis->groups[i].tally);
  print_tally ("", _ ("All items"), &diagnosis->total);
}

static const char *
get_need_name (TagaNeed need)
{
  switch (need)
    {
    case TAGA_NEED_YES:
      return _ ("needed");
    case TAGA_NEED_NO:
      return _ ("not needed");
    default:
      return _ ("not known");
    }
}

static void
print_regulations (const TagaDiagnosis *diagnosis)
{
  print_heading (_ ("Regulations"));
  for (guint i = 0; i < diagnosis->n_regulations; i++)
    {
      const TagaDiagnosisRegulation *regulation = &diagnosis->regulations[i];

      g_print ("%s", regulation->regulation->key);
      print_column (get_title (regulation->regulation));
      g_print ("\t%s\t", get_need_name (regulation->need));
      for (guint j = 0; j < regulation->reasons->len; j++)
        g_print ("%s%s", j == 0 ? "" : " ", ((TagaItem *) regulation->reasons->pdata[j])->key);
      g_print ("\n");
    }
}

static void
print_sheet (const TagaSelfCheck *check, const TagaSelfCheckSheet *sheet, const char *name)
{
  const TagaSelfCheckSum *total = &sheet->total;
  g_autofree char *state = NULL;

  if (sheet->reading != NULL)
    state = g_strdup (taga_language_is_japanese () ? sheet->reading->label_ja
                                                   : sheet->reading->label_en);
  else
    state =
        g_strdup_printf (_ ("so far, %u of %u answered"), total->n_answered, total->n_questions);

  print_column (name);
  g_print ("\t%d/%d", total->points, total->most);
  for (guint i = 0; i < check->n_parts; i++)
    g_print ("\t%d/%d", sheet->parts[i].points, sheet->parts[i].most);
  g_print ("\t%s\n", state);
}

static void
print_self_check (const TagaSelfCheck *check)
{
  print_heading (_ ("Self-check"));
  for (guint i = 0; i < check->sheets->len; i++)
    {
      const TagaSelfCheckSheet *sheet = g_ptr_array_index (check->sheets, i);

      g_print ("%" G_GINT64_FORMAT, sheet->id);
      print_sheet (check, sheet, sheet->name);
    }
  print_sheet (check, check->company, _ ("The company (lowest answers)"));
  if (check->has_mean)
    g_print ("\t%s\t%.1f\n", _ ("Mean of the complete sheets"), check->mean / 10.0);

  for (guint i = 0; i < check->n_follow_up; i++)
    {
      guint question = check->follow_up[i];
      const TagaChoice *answer = taga_edition_find_level (check->edition, "question-answer",
                                                          check->company->answers[question]);

      g_print ("%s", check->questions[question].key);
      print_column (get_title (&check->questions[question]));
      print_column (taga_language_is_japanese () ? answer->label_ja : answer->label_en);
      g_print ("\n");
    }
}

static void
print_axes (const TagaAxisValues *axes)
{
  print_heading (_ ("Axes"));
  for (guint i = 0; i < axes->n; i++)
    {
      const TagaAxisValue *value = &axes->values[i];
      g_autofree char *score = value->score == TAGA_UNKNOWN
                                   ? g_strdup ("-")
                                   : g_strdup_printf ("%.1f", value->score / 10.0);

      g_print ("%s", value->axis->key);
      print_column (get_title (value->axis));
      g_print ("\t%s\t%s\t%u/%u\n", score, value->is_judged ? _ ("judged") : _ ("computed"),
               value->n_answered, value->n_applicable);
    }
}

static void
print_readiness (const TagaReadiness *readiness)
{
  for (guint i = 0; i < TAGA_N_STARS; i++)
    {
      g_autofree char *heading =
          g_strdup_printf (_ ("Ready to declare %s of SECURITY ACTION"), i == 0 ? "★" : "★★");

      print_heading (heading);
      for (guint j = 0; j < readiness->conditions[i]->len; j++)
        {
          const TagaCondition *condition = g_ptr_array_index (readiness->conditions[i], j);

          g_print ("%s", condition->is_met ? _ ("yes") : _ ("no"));
          print_column (condition->sentence);
          g_print ("\n");
        }
    }
}

static void
print_roles (const TagaRoles *roles)
{
  print_heading (_ ("Roles"));
  for (guint i = 0; i < roles->n; i++)
    {
      const TagaRoleState *state = &roles->roles[i];

      g_print ("%s", state->role->key);
      print_column (get_title (state->role));
      if (!state->is_filled)
        g_print ("\t%s", state->is_anybody ? _ ("anybody") : _ ("nobody"));
      for (guint j = 0; j < state->holders->len; j++)
        {
          const TagaRoleHolder *holder = g_ptr_array_index (state->holders, j);

          print_column (holder->name != NULL ? holder->name : holder->department);
        }
      g_print ("\n");
    }
  for (guint i = 0; i < roles->warnings->len; i++)
    {
      print_column (roles->warnings->pdata[i]);
      g_print ("\n");
    }
}

static void
print_ladder (const TagaLadder *ladder)
{
  print_heading (_ ("The four steps"));
  for (guint i = 0; i < TAGA_N_STEPS; i++)
    g_print ("%u\t%s\t%s\t%d%%%s\n", i + 1, ladder->steps[i].title, ladder->steps[i].state,
             (int) (100 * ladder->steps[i].progress), i == ladder->current ? "\t←" : "");
  print_heading (_ ("What to do next"));
  print_column (ladder->title);
  print_column (ladder->reason);
  g_print ("\n");
}

static void
print_own_rules (void)
{
  print_heading (_ ("Not the guideline’s"));
  for (TagaOwnRule i = 0; i < TAGA_N_OWN_RULES; i++)
    g_print ("\t%s\n", taga_own_rule_describe (i));
}

/**
 * cli_findings_print:
 * @self: findings
 *
 * Prints the findings on standard output.
 */
void
cli_findings_print (const CliFindings *self)
{
  guint n_foreign = self->diagnosis->n_foreign + self->self_check->n_foreign;

  print_ladder (self->ladder);
  print_groups (self->diagnosis);
  print_regulations (self->diagnosis);
  print_self_check (self->self_check);
  print_axes (self->axes);
  print_readiness (self->readiness);
  print_roles (self->roles);
  print_own_rules ();
  if (n_foreign > 0)
    g_print ("\n%s\n", _ ("The file also holds answers to items that the method edition does not "
                          "have. They are kept, and not counted."));
}
