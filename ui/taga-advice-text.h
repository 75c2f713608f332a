#pragma once

#include "taga-advice-groups.h"

G_BEGIN_DECLS

char *taga_advice_text_format_yen (gint64 yen);
gboolean taga_advice_text_parse_yen (const char *text, gint64 *yen);
char *taga_advice_text_describe_group (TagaStore *store, const TagaAdviceGroup *group);
char *taga_advice_text_list_checks (TagaStore *store, GPtrArray *checks, guint max);
char *taga_advice_text_describe_planned (TagaStore *store,
                                         const TagaAdviceMeasure *measure,
                                         GPtrArray *checks);
char *taga_advice_text_describe_cost (const TagaAdviceGroup *group);
char *taga_advice_text_describe_change (TagaStore *store,
                                        const TagaStanding *before,
                                        const TagaStanding *after);

G_END_DECLS
