#pragma once

#include "taga-stocktake-read.h"
#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaStocktakeCell:
 * @field: which field of a line
 * @has_base: whether it is known what was sent
 * @is_conflict: whether the register was changed meanwhile too, to something else
 * @ticked: whether it is to be taken over
 * @base: what was sent
 * @theirs: what came back
 * @ours: what the register has
 *
 * A value that a department changed.
 */
typedef struct
{
  guint field;
  gboolean has_base;
  gboolean is_conflict;
  gboolean ticked;
  TagaValue base;
  TagaValue theirs;
  TagaValue ours;
} TagaStocktakeCell;

/**
 * TagaStocktakeAnswer:
 * @row: number of the row in the workbook
 * @item: the item's number, 0 for a new asset
 * @asset: the asset's number, 0 for a new one
 * @name: what the asset is called
 * @medium: (nullable): where it is kept; paper and data may have one name
 * @state: (nullable): what the department says of it; `NULL` if it says nothing
 * @day: when it was checked, ISO 8601
 * @person: (nullable): by whom
 * @retires: whether it would go out of use by this
 * @ticked: for a new asset, or one that goes out of use: whether to take it over
 * @cells: (element-type TagaStocktakeCell): what was changed
 * @values: (nullable): what a new asset is, by field of a line
 *
 * What a row of a workbook says.
 */
typedef struct
{
  guint row;
  gint64 item;
  gint64 asset;
  char *name;
  char *medium;
  char *state;
  char *day;
  char *person;
  gboolean retires;
  gboolean ticked;
  GArray *cells;
  TagaValue *values;
} TagaStocktakeAnswer;

/**
 * TagaStocktakeCounts:
 * @n_new: assets that the register does not have and that it gets
 * @n_changed: assets of the register that become marked as changed
 * @n_same: assets that the department left as they are
 * @n_conflicts: values that were changed in the register too
 * @n_confirmed: assets that become marked as being as they are written
 * @n_retired: assets that become marked as retired
 * @n_refused: assets of which nothing is ticked of what the department answered; they stay open
 * @n_blank: assets of which it says nothing, so that they stay open
 * @n_missing: assets whose rows are not in the workbook any more; they stay open too
 *
 * What a workbook says, in figures, with what is ticked at the moment. An asset counts for one of
 * new, changed, confirmed, retired, refused and blank. A new one becomes marked as changed.
 */
typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_same;
  guint n_conflicts;
  guint n_confirmed;
  guint n_retired;
  guint n_refused;
  guint n_blank;
  guint n_missing;
} TagaStocktakeCounts;

#define TAGA_TYPE_STOCKTAKE_RETURN (taga_stocktake_return_get_type ())
G_DECLARE_FINAL_TYPE (TagaStocktakeReturn, taga_stocktake_return, TAGA, STOCKTAKE_RETURN, GObject)

TagaStocktakeReturn *taga_stocktake_return_new (TagaStore *store,
                                                GFile *file,
                                                TagaProgressFunc progress,
                                                gpointer user_data,
                                                GCancellable *cancellable,
                                                GError **error);

gint64 taga_stocktake_return_get_run (TagaStocktakeReturn *self);
const char *taga_stocktake_return_get_department (TagaStocktakeReturn *self);
GPtrArray *taga_stocktake_return_get_answers (TagaStocktakeReturn *self);
GPtrArray *taga_stocktake_return_get_rejections (TagaStocktakeReturn *self);
GPtrArray *taga_stocktake_return_get_missing (TagaStocktakeReturn *self);
void taga_stocktake_return_count (TagaStocktakeReturn *self, TagaStocktakeCounts *counts);

gboolean taga_stocktake_answer_is_taken (const TagaStocktakeAnswer *answer);
gboolean taga_stocktake_return_apply (TagaStocktakeReturn *self,
                                      TagaStore *store,
                                      const char *label,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
