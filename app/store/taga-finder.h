#pragma once

#include "taga-edits.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaFinder:
 *
 * The cells of a table that show a text. It looks through the rows bit by bit, so that a window
 * can go on in between, beginning where the user is.
 */
typedef struct _TagaFinder TagaFinder;

/**
 * TagaFound:
 * @row: position of a row
 * @column: a column, by its place among those that are looked at
 *
 * A cell.
 */
typedef struct
{
  guint row;
  guint column;
} TagaFound;

TagaFinder *taga_finder_new (TagaStore *store,
                             GType type,
                             GArray *ids,
                             GArray *fields,
                             const char *text,
                             guint first_row);
void taga_finder_free (TagaFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaFinder, taga_finder_free)

gboolean taga_finder_scan (TagaFinder *self, guint n_rows, GError **error);
gboolean taga_finder_is_done (TagaFinder *self);
guint taga_finder_get_n_found (TagaFinder *self);
guint taga_finder_get_rank (TagaFinder *self, const TagaFound *cell);
gboolean
taga_finder_next (TagaFinder *self, const TagaFound *from, gboolean inclusive, TagaFound *found);
gboolean taga_finder_previous (TagaFinder *self, const TagaFound *from, TagaFound *found);

gboolean taga_finder_cell_shows (TagaEdition *edition,
                                 TagaRecordClass *klass,
                                 const TagaValue *values,
                                 guint field,
                                 const char *folded);

G_END_DECLS
