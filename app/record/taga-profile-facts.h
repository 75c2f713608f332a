#pragma once

#include "taga-anonymiser.h"

G_BEGIN_DECLS

#define TAGA_PROFILE_N_KINDS 15

/**
 * TagaProfileKind:
 * @key: key of the part among the choices "profile-part"
 * @n_lines: how many of it fit on the pages
 * @title_size: how many characters its title may well have; 0 if it has none
 * @text_size: the same of its text
 * @has_axis: whether it belongs to an axis of the radar
 * @has_state: whether it is solved or continued
 *
 * A kind of part that a case profile has, in the order of the pages. The sizes are our own, after
 * what stands well on two pages.
 */
typedef struct
{
  const char *key;
  guint n_lines;
  guint title_size;
  guint text_size;
  gboolean has_axis;
  gboolean has_state;
} TagaProfileKind;

/**
 * TagaProfileLine:
 * @kind: what part it is
 * @record: number of the [class@ProfilePart] that it is written in, or 0 if it follows from the
 *   data
 * @title: (nullable): its title
 * @text: (nullable): its text
 * @axis: (nullable): key of its axis
 * @state: (nullable): "solved" or "continued"
 *
 * One part of a case profile.
 */
typedef struct
{
  const TagaProfileKind *kind;
  gint64 record;
  char *title;
  char *text;
  char *axis;
  char *state;
} TagaProfileLine;

/**
 * TagaProfileAxis:
 * @key: key of the axis
 * @name: what it is called
 * @before: its score in the earlier round, in tenths, or `TAGA_UNKNOWN`
 * @after: the same in the later round
 * @is_worked: whether the company worked on it
 *
 * An axis of the radar.
 */
typedef struct
{
  char *key;
  char *name;
  int before;
  int after;
  gboolean is_worked;
} TagaProfileAxis;

/**
 * TagaProfileRound:
 * @id: number of the round, or 0 if there is none
 * @name: (nullable): what it is called
 * @date: (nullable): its day
 * @is_open: whether it is not sealed yet
 */
typedef struct
{
  gint64 id;
  char *name;
  char *date;
  gboolean is_open;
} TagaProfileRound;

/**
 * TagaProfileFacts:
 * @profile: number of the profile, or 0 if the file has none
 * @company: the company's name
 * @is_fictitious: whether the company is invented
 * @is_anonymous: whether names were replaced
 * @lines: (element-type TagaProfileLine): the parts in the order of the pages
 * @axes: (element-type TagaProfileAxis): the axes
 * @before: the earlier round
 * @after: the later round
 *
 * All that stands on the two pages of a case profile.
 */
typedef struct
{
  gint64 profile;
  char *company;
  gboolean is_fictitious;
  gboolean is_anonymous;
  GPtrArray *lines;
  GPtrArray *axes;
  TagaProfileRound before;
  TagaProfileRound after;
} TagaProfileFacts;

const TagaProfileKind *taga_profile_kind_get (guint i);
const TagaProfileKind *taga_profile_kind_find (const char *key);

TagaProfileFacts *taga_profile_facts_new (void);
void taga_profile_facts_free (TagaProfileFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaProfileFacts, taga_profile_facts_free)

TagaProfileLine *taga_profile_facts_add (TagaProfileFacts *self,
                                         const char *key,
                                         const char *title,
                                         const char *text);
guint taga_profile_facts_count (const TagaProfileFacts *self, const char *key);
const TagaProfileLine *
taga_profile_facts_get (const TagaProfileFacts *self, const char *key, guint i);
const TagaProfileAxis *taga_profile_facts_find_axis (const TagaProfileFacts *self, const char *key);
void taga_profile_facts_hide_names (TagaProfileFacts *self, TagaAnonymiser *anonymiser);
guint taga_profile_facts_shorten (TagaProfileFacts *self, double share);

guint taga_profile_count_chars (const char *text);

G_END_DECLS
