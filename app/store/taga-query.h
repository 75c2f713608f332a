#pragma once

#include <glib-object.h>

#include "taga-field.h"

G_BEGIN_DECLS

/**
 * TagaScope:
 *
 * Which of a register's records a query gives: a retired asset stays in the file but not in use.
 */
typedef enum
{
  TAGA_SCOPE_ALL,
  TAGA_SCOPE_IN_USE,
  TAGA_SCOPE_RETIRED,
} TagaScope;

/**
 * TagaFilter:
 * @field: which field
 * @contains: (nullable): text that it must contain, folded
 * @keys: (nullable) (array zero-terminated=1): what its choice, level or mark must be one of; "" is
 *   not known
 * @from: (nullable): smallest number or first day
 * @to: (nullable): largest number or last day
 * @blank: 1 if it must be empty, 0 if it must not be, -1 if that does not matter
 * @or_blank: whether an empty one passes, whatever else it must be
 * @by_end: whether @from and @to are compared with the day until which a text says that something
 *   holds, see [func@date_parse_end]; a text that names no day does not pass
 *
 * What one field must be. All that is given must hold.
 */
typedef struct
{
  guint field;
  char *contains;
  char **keys;
  char *from;
  char *to;
  int blank;
  gboolean or_blank;
  gboolean by_end;
} TagaFilter;

typedef struct
{
  guint field;
  gboolean descending;
} TagaSort;

/**
 * TagaQuery:
 * @scope: which records at all
 * @search: (nullable): text that any searched field must contain
 * @filters: (element-type TagaFilter): at most one for a field; all must hold
 * @sorts: (element-type TagaSort): by what to sort, the first first; then by id
 *
 * Which records of a register to show, and in which order.
 */
typedef struct
{
  TagaScope scope;
  char *search;
  GPtrArray *filters;
  GArray *sorts;
} TagaQuery;

TagaQuery *taga_query_new (void);
TagaQuery *taga_query_copy (const TagaQuery *self);
void taga_query_free (TagaQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaQuery, taga_query_free)

TagaFilter *taga_filter_new (guint field);
void taga_filter_free (TagaFilter *self);

void taga_query_set_filter (TagaQuery *self, TagaFilter *filter);
const TagaFilter *taga_query_get_filter (const TagaQuery *self, guint field);
gboolean taga_query_get_number (const TagaQuery *self, guint field, gint64 *number);
void taga_query_clear_filter (TagaQuery *self, guint field);
const TagaSort *taga_query_get_sort (const TagaQuery *self, guint field);
void taga_query_set_sort (TagaQuery *self, guint field, gboolean descending, gboolean add);
void taga_query_clear_sort (TagaQuery *self, guint field);
void taga_query_toggle_sort (TagaQuery *self, guint field, gboolean add);

G_END_DECLS
