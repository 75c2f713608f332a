#pragma once

#include "taga-edition.h"
#include "taga-record.h"

G_BEGIN_DECLS

char *taga_proposal_text_describe_asset (TagaEdition *edition,
                                         const TagaValue *name,
                                         const TagaValue *business,
                                         const TagaValue *medium);
char *taga_proposal_text_describe_new (TagaEdition *edition, const TagaValue *values);
char *taga_proposal_text_describe_cell (TagaEdition *edition,
                                        guint field,
                                        const TagaValue *from,
                                        const TagaValue *to);
char *taga_proposal_text_describe_change (TagaEdition *edition,
                                          guint64 mask,
                                          TagaRecord *record,
                                          const TagaValue *values);

G_END_DECLS
