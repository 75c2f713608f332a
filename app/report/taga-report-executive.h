#pragma once

#include "taga-chart.h"
#include "taga-edition.h"
#include "taga-executive.h"
#include "taga-paper-head.h"

G_BEGIN_DECLS

TagaPaper *taga_report_executive_new (const TagaPaperHead *head,
                                      TagaEdition *edition,
                                      const TagaExecutive *executive,
                                      TagaChart *radar);

G_END_DECLS
