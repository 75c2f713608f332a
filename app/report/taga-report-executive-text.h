#pragma once

#include "taga-edition.h"
#include "taga-executive.h"
#include "taga-paper-head.h"

G_BEGIN_DECLS

/* The sentences of the sheet for the management. Names are cut after so many characters. */

char *taga_executive_text_shorten (const char *text, guint max);

char *taga_executive_text_lead (const TagaExecutive *executive);
char *taga_executive_text_risk (TagaEdition *edition,
                                const TagaExecutiveRisk *risk,
                                guint max,
                                gboolean is_japanese);
char *taga_executive_text_reasons (const TagaExecutiveRisk *risk);
char *taga_executive_text_against (const TagaPaperHead *head,
                                   TagaEdition *edition,
                                   const TagaExecutiveRisk *risk,
                                   guint max);
char *taga_executive_text_done (const TagaPaperHead *head,
                                const TagaExecutiveMeasure *measure,
                                guint max);
char *taga_executive_text_late (const TagaPaperHead *head,
                                const TagaExecutiveMeasure *measure,
                                guint max);
char *taga_executive_text_question (const TagaPaperHead *head,
                                    const TagaExecutiveDecision *decision,
                                    guint max,
                                    gboolean has_reason);
char *taga_executive_text_gaps (const TagaExecutiveCosts *costs);

G_END_DECLS
