#pragma once

#include <gio/gio.h>

#include "taga-edition.h"
#include "taga-paper-head.h"
#include "taga-paper-layout.h"
#include "taga-profile-facts.h"

G_BEGIN_DECLS

/* The two facing pages. */
#define TAGA_REPORT_PROFILE_PAGES 2

/* The sizes that the text is tried in, in points. */
#define TAGA_REPORT_PROFILE_LARGEST 10.5
#define TAGA_REPORT_PROFILE_SMALLEST 8.0

TagaPaper *taga_report_profile_set (const TagaPaperHead *head,
                                    TagaEdition *edition,
                                    const TagaProfileFacts *facts,
                                    double text_size);
TagaPaperLayout *taga_report_profile_fit (const TagaPaperHead *head,
                                          TagaEdition *edition,
                                          TagaProfileFacts *facts,
                                          GPtrArray *notes,
                                          GCancellable *cancellable,
                                          GError **error);

G_END_DECLS
