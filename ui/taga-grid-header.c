#include "taga-grid-header.h"

#include <glib/gi18n-lib.h>

#include "taga-grid-heading.h"
#include "taga-grid-reorder.h"
#include "taga-grid-resize.h"

/**
 * TagaGridHeader:
 *
 * The titles over the columns, in two lines: groups, and below them the columns. Without groups
 * there is one line.
 *
 * ## CSS nodes
 *
 * `gridheader` with `gridheading`s and `label.group`s.
 */
struct _TagaGridHeader
{
  GtkWidget parent_instance;

  TagaGrid *grid;      /* (unowned): it owns its header */
  GPtrArray *headings; /* (owned): by slot; each is a child */
  GPtrArray *groups;   /* (owned): labels, each a child */
  GArray *spans;       /* (owned) (element-type Span): what the labels stand over */
};

typedef struct
{
  guint first;
  guint last;
} Span;

G_DEFINE_FINAL_TYPE (TagaGridHeader, taga_grid_header, GTK_TYPE_WIDGET)

static int
get_group_height (TagaGridHeader *self)
{
  int height = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (self->groups, i), GTK_ORIENTATION_VERTICAL, -1, NULL,
                          &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

/* The tallest title at its column's width: long ones take a second line. */
static int
get_heading_height (TagaGridHeader *self)
{
  int height = 0;

  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkWidget *heading = g_ptr_array_index (self->headings, i);
      int width = taga_grid_layout_get_slot (&self->grid->layout, i)->width;
      int min_width, natural;

      gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
      gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, MAX (width, min_width), NULL, &natural,
                          NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

static void
taga_grid_header_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  TagaGridHeader *self = TAGA_GRID_HEADER (widget);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = get_group_height (self) + get_heading_height (self);
  *natural = *minimum;
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_child (GtkWidget *child, int x, int y, int width, int height)
{
  int min_width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (width, min_width), height }, -1);
}

/* A group's title stands over that part of the group that is in view, so that it is read while any
 * column of the group is; where that is too narrow, it slides out with its last column. */
static void
allocate_group (TagaGridHeader *self, guint i, int width, int height)
{
  TagaGridLayout *layout = &self->grid->layout;
  const Span *span = &g_array_index (self->spans, Span, i);
  const TagaGridSlot *first = taga_grid_layout_get_slot (layout, span->first);
  const TagaGridSlot *last = taga_grid_layout_get_slot (layout, span->last);
  GtkWidget *label = g_ptr_array_index (self->groups, i);
  int start = taga_grid_layout_get_x (layout, span->first, taga_grid_get_scrolled_x (self->grid));
  int left = start, right = start + last->x + last->width - first->x, min_width;

  if (span->first >= layout->n_frozen)
    left = MAX (left, layout->frozen_width);
  right = MIN (right, width);

  gtk_widget_set_child_visible (label, right > left);
  if (right <= left)
    return;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  if (left > start)
    left = MAX (MIN (left, right - min_width), start);
  allocate_child (label, left, 0, right - left, height);
}

static void
taga_grid_header_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TagaGridHeader *self = TAGA_GRID_HEADER (widget);
  TagaGridLayout *layout = &self->grid->layout;
  int scrolled = taga_grid_get_scrolled_x (self->grid);
  int group_height = get_group_height (self);

  for (guint i = 0; i < self->headings->len; i++)
    {
      const TagaGridSlot *slot = taga_grid_layout_get_slot (layout, i);

      allocate_child (g_ptr_array_index (self->headings, i),
                      taga_grid_layout_get_x (layout, i, scrolled), group_height, slot->width,
                      height - group_height);
    }

  for (guint i = 0; i < self->groups->len; i++)
    allocate_group (self, i, width, group_height);
}

static void
snapshot_part (TagaGridHeader *self, GtkSnapshot *snapshot, gboolean frozen)
{
  guint n_frozen = self->grid->layout.n_frozen;

  for (guint i = 0; i < self->groups->len; i++)
    if ((g_array_index (self->spans, Span, i).first < n_frozen) == frozen)
      gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->groups, i), snapshot);

  for (guint i = 0; i < self->headings->len; i++)
    if ((i < n_frozen) == frozen)
      gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (self->headings, i),
                                 snapshot);
}

static void
taga_grid_header_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TagaGridHeader *self = TAGA_GRID_HEADER (widget);
  int left = self->grid->layout.frozen_width;

  gtk_snapshot_push_clip (
      snapshot,
      &GRAPHENE_RECT_INIT ((float) left, 0, (float) MAX (gtk_widget_get_width (widget) - left, 0),
                           (float) gtk_widget_get_height (widget)));
  snapshot_part (self, snapshot, FALSE);
  gtk_snapshot_pop (snapshot);
  snapshot_part (self, snapshot, TRUE);
}

static void
drop_children (TagaGridHeader *self)
{
  for (guint i = 0; i < self->headings->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->headings, i));
  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->groups, i));

  g_ptr_array_set_size (self->headings, 0);
  g_ptr_array_set_size (self->groups, 0);
  g_array_set_size (self->spans, 0);
}

static void
taga_grid_header_dispose (GObject *object)
{
  drop_children (TAGA_GRID_HEADER (object));

  G_OBJECT_CLASS (taga_grid_header_parent_class)->dispose (object);
}

static void
taga_grid_header_finalize (GObject *object)
{
  TagaGridHeader *self = TAGA_GRID_HEADER (object);

  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);

  G_OBJECT_CLASS (taga_grid_header_parent_class)->finalize (object);
}

static void
taga_grid_header_class_init (TagaGridHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_grid_header_dispose;
  object_class->finalize = taga_grid_header_finalize;

  widget_class->measure = taga_grid_header_measure;
  widget_class->size_allocate = taga_grid_header_size_allocate;
  widget_class->snapshot = taga_grid_header_snapshot;

  gtk_widget_class_set_css_name (widget_class, "gridheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
taga_grid_header_init (TagaGridHeader *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Column headers"), -1);
  self->headings = g_ptr_array_new ();
  self->groups = g_ptr_array_new ();
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * taga_grid_header_new:
 * @grid: the grid that the header is for
 *
 * Makes an empty header.
 *
 * Returns: (transfer floating): the header
 */
GtkWidget *
taga_grid_header_new (TagaGrid *grid)
{
  TagaGridHeader *self = g_object_new (TAGA_TYPE_GRID_HEADER, NULL);

  self->grid = grid;
  taga_grid_resize_attach (grid, GTK_WIDGET (self));
  taga_grid_reorder_attach (grid, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

static void
add_group (TagaGridHeader *self, guint first, guint last, const char *title)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "ellipsize", PANGO_ELLIPSIZE_END,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  Span span = { first, last };

  taga_grid_heading_show_whole (label);
  gtk_widget_add_css_class (label, "group");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_ptr_array_add (self->groups, label);
  g_array_append_val (self->spans, span);
}

/* A group goes over neighbours, but not over the edge between frozen columns and others. */
static void
add_groups (TagaGridHeader *self)
{
  TagaGridLayout *layout = &self->grid->layout;
  guint n = layout->slots->len;

  for (guint first = 0, end; first < n; first = end)
    {
      const TagaGridColumn *column = taga_grid_layout_get_column (layout, first);

      for (end = first + 1; end < n; end++)
        {
          const TagaGridColumn *next = taga_grid_layout_get_column (layout, end);

          if (next->frozen != column->frozen || g_strcmp0 (next->group, column->group) != 0)
            break;
        }

      if (column->group != NULL)
        add_group (self, first, end - 1, column->group);
    }
}

/**
 * taga_grid_header_rebuild:
 * @self: a header
 *
 * Makes the titles anew, because the columns are others now.
 */
void
taga_grid_header_rebuild (TagaGridHeader *self)
{
  drop_children (self);
  add_groups (self);

  for (guint i = 0; i < self->grid->layout.slots->len; i++)
    {
      GtkWidget *heading = taga_grid_heading_new (self->grid, i);

      gtk_widget_set_parent (heading, GTK_WIDGET (self));
      g_ptr_array_add (self->headings, heading);
    }
}

/**
 * taga_grid_header_update:
 * @self: a header
 *
 * Shows the order and the filters as they are now.
 */
void
taga_grid_header_update (TagaGridHeader *self)
{
  for (guint i = 0; i < self->headings->len; i++)
    taga_grid_heading_update (g_ptr_array_index (self->headings, i));
}

/**
 * taga_grid_header_focus:
 * @self: a header
 * @slot: a column, counted over those that are shown
 *
 * Gives a column's header the focus and brings it into view. Beyond the last column nothing is
 * done.
 */
void
taga_grid_header_focus (TagaGridHeader *self, guint slot)
{
  if (slot >= self->headings->len)
    return;

  if (taga_grid_finish_editing (self->grid))
    {
      taga_grid_scroll_to_slot (self->grid, slot);
      gtk_widget_grab_focus (g_ptr_array_index (self->headings, slot));
    }
}

/**
 * taga_grid_header_show_menu:
 * @self: a header
 * @slot: a column, counted over those that are shown
 *
 * Asks the page for a column's menu.
 */
void
taga_grid_header_show_menu (TagaGridHeader *self, guint slot)
{
  if (slot < self->headings->len)
    taga_grid_heading_show_menu (g_ptr_array_index (self->headings, slot));
}
