#include "cli-findings.h"
#include "taga-cli.h"

static void
cli_findings_clear (CliFindings *self)
{
  g_clear_pointer (&self->diagnosis, taga_diagnosis_free);
  g_clear_pointer (&self->self_check, taga_self_check_free);
  g_clear_pointer (&self->axes, taga_axis_values_free);
  g_clear_pointer (&self->rules, taga_rule_states_free);
  g_clear_pointer (&self->readiness, taga_readiness_free);
  g_clear_pointer (&self->roles, taga_roles_free);
  g_clear_pointer (&self->ladder, taga_ladder_free);
  g_clear_object (&self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliFindings, cli_findings_clear)

static gboolean
read_findings (CliFindings *self, GError **error)
{
  gint64 round = taga_store_get_round (self->store);

  return (self->diagnosis = taga_diagnosis_read (self->store, round, error)) != NULL
         && (self->self_check = taga_self_check_read (self->store, round, error)) != NULL
         && (self->axes = taga_axis_values_read (self->store, round, error)) != NULL
         && (self->rules = taga_rule_states_read (self->store, round, error)) != NULL
         && (self->readiness = taga_readiness_read (self->store, round, error)) != NULL
         && (self->roles = taga_roles_read (self->store, error)) != NULL
         && (self->ladder = taga_ladder_read (self->store, error)) != NULL;
}

/**
 * taga_cli_diagnose:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Prints what follows from a round: the state of each group, the regulations that are needed, the
 * self-check, the axes, what is missing for a declaration, the roles, and where the company stands.
 *
 * Returns: the exit status
 */
int
taga_cli_diagnose (int n, char **arguments)
{
  gint64 round = 0;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_INT64, &round, NULL, NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (CliFindings) findings = { 0 };
  g_autoptr (GError) error = NULL;

  if (!taga_cli_parse (&n, &arguments, entries, 1, 1))
    return TAGA_CLI_USAGE;

  findings.store = taga_cli_open (arguments[1], TRUE, &error);
  if (findings.store == NULL
      || (round != 0 && !taga_store_select_round (findings.store, round, &error))
      || !read_findings (&findings, &error))
    return taga_cli_fail (error);

  if (json)
    {
      taga_cli_print_json (cli_findings_to_json (&findings));
      g_print ("\n");
    }
  else
    cli_findings_print (&findings);

  return TAGA_CLI_DONE;
}
