#pragma once

#include <json-glib/json-glib.h>

#include "taga-axis-values.h"
#include "taga-diagnosis.h"
#include "taga-ladder.h"
#include "taga-readiness.h"
#include "taga-roles.h"
#include "taga-rule-states.h"
#include "taga-self-check-read.h"

G_BEGIN_DECLS

/**
 * CliFindings:
 * @store: the file
 *
 * All that the command "diagnose" tells of a round, and where the company stands.
 */
typedef struct
{
  TagaStore *store;
  TagaDiagnosis *diagnosis;
  TagaSelfCheck *self_check;
  TagaAxisValues *axes;
  TagaRuleStates *rules;
  TagaReadiness *readiness;
  TagaRoles *roles;
  TagaLadder *ladder;
} CliFindings;

JsonNode *cli_findings_to_json (const CliFindings *self);
void cli_findings_print (const CliFindings *self);

G_END_DECLS
