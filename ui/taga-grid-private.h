#pragma once

#include "taga-grid-layout.h"
#include "taga-grid-text.h"
#include "taga-grid.h"

G_BEGIN_DECLS

typedef struct _TagaGridBody TagaGridBody;
typedef struct _TagaGridHeader TagaGridHeader;
typedef struct _TagaGridEditor TagaGridEditor;

/**
 * TagaGridPlace:
 * @row: position of a row in the model
 * @slot: a column, counted over those that are shown
 *
 * A cell.
 */
typedef struct
{
  guint row;
  guint slot;
} TagaGridPlace;

/**
 * TagaGridCursor:
 * @is_set: whether there is a cell that it can stand on
 * @is_lost: whether there was one until all rows or columns went, which nobody has been told yet
 * @cell: the cell that is entered into
 * @anchor: the corner of the range that stays when the range is extended
 * @end: the opposite corner, which moves
 * @id: id of the record at @cell, to find it again
 * @field: the field at @cell, to find it again
 * @anchor_id: id of the record at @anchor
 * @anchor_field: the field at @anchor
 * @end_id: id of the record at @end
 * @end_field: the field at @end
 * @is_new: whether @cell is in the new row, which has no record
 * @tab_slot: where the present run of Tab keys began, or -1; Enter returns there
 *
 * Where the user is. The range is the rectangle between the two corners; the cell is in it.
 */
typedef struct
{
  gboolean is_set;
  gboolean is_lost;
  TagaGridPlace cell;
  TagaGridPlace anchor;
  TagaGridPlace end;
  gint64 id;
  guint field;
  gint64 anchor_id;
  guint anchor_field;
  gint64 end_id;
  guint end_field;
  gboolean is_new;
  int tab_slot;
} TagaGridCursor;

/* What the next update scrolls to. */
typedef enum
{
  TAGA_GRID_REVEAL_NOTHING,
  TAGA_GRID_REVEAL_CELL,
  TAGA_GRID_REVEAL_END,
} TagaGridReveal;

typedef enum
{
  TAGA_GRID_LEFT,
  TAGA_GRID_RIGHT,
  TAGA_GRID_UP,
  TAGA_GRID_DOWN,
  TAGA_GRID_PAGE_UP,
  TAGA_GRID_PAGE_DOWN,
  TAGA_GRID_ROW_START,
  TAGA_GRID_ROW_END,
  TAGA_GRID_FIRST,
  TAGA_GRID_LAST,
  TAGA_GRID_EDGE_LEFT,
  TAGA_GRID_EDGE_RIGHT,
  TAGA_GRID_EDGE_UP,
  TAGA_GRID_EDGE_DOWN,
} TagaGridMove;

typedef enum
{
  TAGA_GRID_CURSOR_MOVED,
  TAGA_GRID_SELECTION_CHANGED,
  TAGA_GRID_COLUMN_RESIZED,
  TAGA_GRID_SORT_REQUESTED,
  TAGA_GRID_HEADER_MENU,
  TAGA_GRID_CONTEXT_MENU,
  TAGA_GRID_REFUSED,
  TAGA_GRID_CLEAR_REQUESTED,
  TAGA_GRID_COPY_REQUESTED,
  TAGA_GRID_CUT_REQUESTED,
  TAGA_GRID_PASTE_REQUESTED,
  TAGA_GRID_FILL_DOWN_REQUESTED,
  TAGA_GRID_FILL_RIGHT_REQUESTED,
  TAGA_GRID_FILL_TEXT_REQUESTED,
  TAGA_GRID_FILL_REQUESTED,
  TAGA_GRID_INSERT_REQUESTED,
  TAGA_GRID_REMOVE_REQUESTED,
  TAGA_GRID_COLUMN_MOVED,
  TAGA_GRID_N_SIGNALS,
} TagaGridSignal;

struct _TagaGrid
{
  GtkWidget parent_instance;

  GListModel *model;    /* (owned) (nullable) */
  guint n_rows;         /* of the model */
  gboolean has_new_row; /* whether there is one more, into which a record is entered */
  TagaGridHandlers handlers;
  gpointer user_data;
  GDestroyNotify destroy; /* (nullable) */

  TagaGridLayout layout;
  GArray *sort;         /* (owned) (element-type TagaGridSort) */
  GHashTable *filtered; /* (owned): the fields that are filtered */

  GtkAdjustment *hadjustment; /* (owned) */
  GtkAdjustment *vadjustment; /* (owned) */
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
  PangoFontDescription *font; /* (owned) (nullable): that sizes were last worked out for */
  double resolution;
  gboolean text_changed; /* whether to look at the font again */
  double scale;          /* of the text's size to 11 points */
  int row_height;        /* with the line under the row */
  int baseline;          /* of the text, from the row's top */
  TagaGridReveal reveal;
  int settled_height;   /* of the view when the last frame was drawn */
  gint64 settled_frame; /* the frame after that */
  guint tick_id;        /* of what is due before the next frame's layout */

  TagaGridCursor cursor;
  gboolean is_dragging; /* whether the pointer is drawing a range */
  int insertion_x;      /* where that line stands, or -1 */
  gboolean is_filling;  /* whether it is drawing the fill handle */
  double drag_x;        /* where the pointer is then, in the body */
  double drag_y;

  /* The children, in this order. */
  TagaGridHeader *header;
  TagaGridBody *body;
  GtkWidget *edge;        /* beside the frozen columns */
  GtkWidget *insertion;   /* the line where a column would be dropped */
  TagaGridEditor *editor; /* (owned): its widget is in the body */
};

/* taga-grid.c */
void taga_grid_emit (TagaGrid *self, TagaGridSignal signal, ...);
TagaRecord *taga_grid_dup_record (TagaGrid *self, guint row);

/* taga-grid-new-row.c */
guint taga_grid_count_places (TagaGrid *self);
void taga_grid_count_rows_aloud (TagaGrid *self);
gboolean taga_grid_is_new_row (TagaGrid *self, guint row);
gboolean taga_grid_commit_new_row (TagaGrid *self, guint field, const char *text, GError **error);
void taga_grid_clamp_range (TagaGrid *self, TagaGridRange *range);

/* taga-grid-view.c */
void taga_grid_view_install (GtkWidgetClass *widget_class);
void taga_grid_view_install_scrollable (GtkScrollableInterface *iface);
void taga_grid_follow_text (TagaGrid *self);
void
taga_grid_set_adjustment (TagaGrid *self, GtkOrientation orientation, GtkAdjustment *adjustment);
int taga_grid_get_scrolled_x (TagaGrid *self);
int taga_grid_get_scrolled_y (TagaGrid *self);
int taga_grid_get_view_width (TagaGrid *self);
int taga_grid_get_view_height (TagaGrid *self);
void taga_grid_configure_adjustments (TagaGrid *self, int width, int height);
void taga_grid_scroll_to (TagaGrid *self, double x, double y);
void taga_grid_scroll_to_slot (TagaGrid *self, guint slot);
void taga_grid_queue_update (TagaGrid *self);
void taga_grid_widths_changed (TagaGrid *self);
void taga_grid_columns_changed (TagaGrid *self);

/* taga-grid-cursor.c */
gboolean taga_grid_place_equal (TagaGridPlace a, TagaGridPlace b);
void taga_grid_cursor_set (TagaGrid *self, TagaGridPlace cell);
void taga_grid_cursor_extend (TagaGrid *self, TagaGridPlace end);
void taga_grid_cursor_set_in_range (TagaGrid *self, TagaGridPlace cell);
void taga_grid_cursor_set_range (TagaGrid *self, const TagaGridRange *range);
gboolean taga_grid_cursor_get_range (TagaGrid *self, TagaGridRange *range);
gboolean taga_grid_cursor_has_many (TagaGrid *self);
gboolean taga_grid_cursor_is_in_view (TagaGrid *self);
void taga_grid_cursor_reveal (TagaGrid *self);

/* taga-grid-follow.c */
void taga_grid_cursor_announce (TagaGrid *self, const TagaGridCursor *before);
void taga_grid_cursor_follow (TagaGrid *self, guint position, guint removed, guint added);
void taga_grid_cursor_follow_columns (TagaGrid *self);
void taga_grid_cursor_give_up (TagaGrid *self);
void taga_grid_cursor_remember (TagaGrid *self, const TagaGridCursor *before);

/* taga-grid-moves.c */
gboolean taga_grid_find_move (guint keyval, GdkModifierType modifiers, TagaGridMove *move);
void taga_grid_move (TagaGrid *self, TagaGridMove move, gboolean extend);
gboolean taga_grid_move_tab (TagaGrid *self, gboolean back);
void taga_grid_move_enter (TagaGrid *self, gboolean back);
guint taga_grid_find_block_end (TagaGrid *self, const TagaGridRange *range);
void taga_grid_select_columns (TagaGrid *self);
void taga_grid_select_rows (TagaGrid *self);
void taga_grid_select_everything (TagaGrid *self);

/* taga-grid-keys.c */
void taga_grid_keys_attach (TagaGrid *self, GtkWidget *text);
gboolean taga_grid_press_key (TagaGrid *self, guint keyval, GdkModifierType state);

/* taga-grid-editing-keys.c */
gboolean taga_grid_press_commit_key (TagaGrid *self, guint keyval, GdkModifierType modifiers);
gboolean taga_grid_press_editing_key (TagaGrid *self, guint keyval, GdkModifierType modifiers);
gboolean taga_grid_press_alt_key (TagaGrid *self, guint keyval);
gboolean taga_grid_press_today (TagaGrid *self, guint keyval, GdkModifierType modifiers);

/* taga-grid-pointer.c */
void taga_grid_get_drag_speed (TagaGrid *self, int *rows, int *columns);
void taga_grid_pointer_attach (TagaGrid *self, GtkWidget *body);

/* taga-grid-fill-drag.c */
void taga_grid_fill_attach (TagaGrid *self, GtkWidget *body);

G_END_DECLS
