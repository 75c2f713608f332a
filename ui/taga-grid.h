#pragma once

#include <gtk/gtk.h>

#include "taga-record.h"

G_BEGIN_DECLS

/**
 * TagaGridColumn:
 * @field: number of the field in the record type's field table
 * @title: (nullable): what its header says
 * @group: (nullable): title over neighbours that have the same group
 * @width: width in pixels at the usual text size of 11 points
 * @visible: whether it is shown
 * @frozen: whether it stays at the left while the others scroll
 * @editable: whether a value may be entered
 * @kind: how a value is entered: a mark is toggled, all else is typed or picked
 * @xalign: where the text stands, from 0 (left) to 1 (right)
 *
 * One column. The grid copies what it is given.
 */
typedef struct
{
  guint field;
  char *title;
  char *group;
  int width;
  gboolean visible;
  gboolean frozen;
  gboolean editable;
  TagaFieldKind kind;
  float xalign;
} TagaGridColumn;

/**
 * TagaGridCell:
 * @text: (nullable): what the cell says; the grid frees it
 * @style: (nullable): a style class, e.g. "computed" or "band-large"; constant text
 * @is_pill: whether the text stands in a rounded field that has the style class
 *
 * How a cell looks.
 */
typedef struct
{
  char *text;
  const char *style;
  gboolean is_pill;
} TagaGridCell;

/**
 * TagaGridHandlers:
 * @format: fills in how a cell looks
 * @edit_text: (nullable): the text to start editing with, if it isn't the cell's text
 * @commit: (nullable): puts an entered text into the record; for a mark "1" or "0", or the label of
 *   a choice. If it refuses, the error's message tells the user why. The record is `NULL` in the
 * new row: one is added that has this value
 * @choices: (nullable): what a cell may be chosen from, or `NULL` if it is typed freely; each is a
 *   label, which is what is committed; after it, separated by tabs, words that pick it as well; and
 *   after a line break what it means
 * @describe: (nullable): the text that shows when the pointer rests on a cell
 * @position_of: (nullable): where in the model the record with an id now is, or -1
 * @suggest: (nullable): earlier values of a text cell that go on from what was typed, the likeliest
 *   first, or `NULL`; for an empty text, the usual ones. Asked at each letter, so it must be quick
 * @added: (nullable): the number of the record that the last commit in the new row has added, or 0
 * @row_style: (nullable): a style class for a whole row, or `NULL`; constant text
 *
 * What the grid asks of the page that owns it. In the new row, where there is no record yet, the
 * record is `NULL` for @commit, @choices and @suggest; the others aren't asked.
 */
typedef struct
{
  void (*format) (TagaRecord *record, guint field, TagaGridCell *cell, gpointer user_data);
  char *(*edit_text) (TagaRecord *record, guint field, gpointer user_data);
  gboolean (*commit) (TagaRecord *record,
                      guint field,
                      const char *text,
                      gpointer user_data,
                      GError **error);
  GStrv (*choices) (TagaRecord *record, guint field, gpointer user_data);
  char *(*describe) (TagaRecord *record, guint field, gpointer user_data);
  gint64 (*position_of) (gint64 id, gpointer user_data);
  GStrv (*suggest) (TagaRecord *record, guint field, const char *typed, gpointer user_data);
  gint64 (*added) (gpointer user_data);
  const char *(*row_style) (TagaRecord *record, guint position, gpointer user_data);
} TagaGridHandlers;

/**
 * TagaGridSort:
 * @field: the field that rows are sorted by
 * @descending: whether the highest comes first
 *
 * One key of the order that headers show.
 */
typedef struct
{
  guint field;
  gboolean descending;
} TagaGridSort;

/**
 * TagaGridRange:
 * @first_row: position of the first row
 * @last_row: position of the last row
 * @first_column: number of the first column, counted from the left over those that are shown
 * @last_column: number of the last column
 *
 * A rectangle of cells, never empty.
 */
typedef struct
{
  guint first_row;
  guint last_row;
  guint first_column;
  guint last_column;
} TagaGridRange;

#define TAGA_TYPE_GRID_RANGE (taga_grid_range_get_type ())
GType taga_grid_range_get_type (void);

#define TAGA_TYPE_GRID (taga_grid_get_type ())
G_DECLARE_FINAL_TYPE (TagaGrid, taga_grid, TAGA, GRID, GtkWidget)

GtkWidget *taga_grid_new (void);

GListModel *taga_grid_get_model (TagaGrid *self);
void taga_grid_set_model (TagaGrid *self, GListModel *model);
void taga_grid_set_handlers (TagaGrid *self,
                             const TagaGridHandlers *handlers,
                             gpointer user_data,
                             GDestroyNotify destroy);

void taga_grid_set_columns (TagaGrid *self, const TagaGridColumn *columns, guint n_columns);
void taga_grid_set_columns_from_class (TagaGrid *self, TagaRecordClass *klass);
const TagaGridColumn *taga_grid_get_column (TagaGrid *self, guint field);
void taga_grid_set_column_visible (TagaGrid *self, guint field, gboolean visible);
void taga_grid_set_column_width (TagaGrid *self, guint field, int width);
void taga_grid_move_column (TagaGrid *self, guint field, guint position);
guint taga_grid_get_n_columns (TagaGrid *self);
const TagaGridColumn *taga_grid_get_nth_column (TagaGrid *self, guint n);
void taga_grid_show_column_menu (TagaGrid *self);
guint taga_grid_get_n_shown_columns (TagaGrid *self);
guint taga_grid_get_shown_field (TagaGrid *self, guint column);

guint taga_grid_get_n_rows_in_view (TagaGrid *self);
void taga_grid_set_sort (TagaGrid *self, const TagaGridSort *keys, guint n_keys);
void taga_grid_set_filtered (TagaGrid *self, guint field, gboolean filtered);
void taga_grid_set_placeholder (TagaGrid *self, GtkWidget *placeholder);
void taga_grid_refresh (TagaGrid *self);

gboolean taga_grid_get_has_new_row (TagaGrid *self);
void taga_grid_set_has_new_row (TagaGrid *self, gboolean has_new_row);
gboolean taga_grid_is_on_new_row (TagaGrid *self);

gboolean taga_grid_get_cursor (TagaGrid *self, guint *row, guint *field);
TagaRecord *taga_grid_dup_cursor_record (TagaGrid *self);
void taga_grid_set_cursor (TagaGrid *self, guint row, guint field);
gboolean taga_grid_get_range (TagaGrid *self, TagaGridRange *range);
void taga_grid_select_range (TagaGrid *self, const TagaGridRange *range);
GtkBitset *taga_grid_dup_selected_rows (TagaGrid *self);

void taga_grid_edit (TagaGrid *self);
gboolean taga_grid_is_editing (TagaGrid *self);
gboolean taga_grid_finish_editing (TagaGrid *self);
void taga_grid_cancel_editing (TagaGrid *self);
void taga_grid_refuse (TagaGrid *self, const char *reason);

G_END_DECLS
