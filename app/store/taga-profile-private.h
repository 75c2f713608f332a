#pragma once

#include "taga-profile-read.h"
#include "taga-round-compare.h"

G_BEGIN_DECLS

/**
 * TagaProfileSource:
 * @store: the company file
 * @facts: what is filled in
 * @company: the company
 * @measures: (element-type TagaRecord): the measures
 * @comparison: (nullable): the two rounds, if there are two
 *
 * What the drafts of the parts are made from.
 */
typedef struct
{
  TagaStore *store;
  TagaProfileFacts *facts;
  TagaRecord *company;
  GPtrArray *measures;
  TagaRoundComparison *comparison;
} TagaProfileSource;

GPtrArray *taga_profile_read_records (TagaStore *store, GType type, GError **error);

void taga_profile_draft_company (TagaProfileSource *source);
gboolean taga_profile_draft_issues (TagaProfileSource *source, GError **error);
void taga_profile_draft_themes (TagaProfileSource *source);
void taga_profile_draft_work (TagaProfileSource *source);

char *taga_profile_dup_industry (TagaStore *store, TagaRecord *company);
char *taga_profile_dup_alias (TagaRecord *company);

G_END_DECLS
