#pragma once

#include "taga-edition.h"
#include "taga-paper-head.h"

G_BEGIN_DECLS

/**
 * TagaReportRole:
 * @role: a role of the organisation for incidents
 * @holders: who holds it, one a line; empty if nobody does
 * @phones: their telephones, one a line
 */
typedef struct
{
  const TagaItem *role;
  char *holders;
  char *phones;
} TagaReportRole;

TagaPaper *taga_report_contacts_new (const TagaPaperHead *head,
                                     TagaEdition *edition,
                                     const char *company_phone,
                                     const GArray *roles,
                                     const GPtrArray *contacts);

G_END_DECLS
