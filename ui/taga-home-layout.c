#include "taga-home-layout.h"

#define SPACING 14
#define MAX_COLUMNS 4

/* The least width of parts that are alike. */
#define ALIKE_WIDTH 150

/**
 * TagaHomeLayout:
 *
 * Puts parts beside each other as long as there is room for them, and those for which there is none
 * below, so that nothing is cut in a small window or with large text.
 */
struct _TagaHomeLayout
{
  GtkLayoutManager parent_instance;

  TagaHomeLayoutKind kind;
};

G_DEFINE_FINAL_TYPE (TagaHomeLayout, taga_home_layout, GTK_TYPE_LAYOUT_MANAGER)

/* A row of parts, the widest share to the first. */
typedef struct
{
  GtkWidget *parts[MAX_COLUMNS];
  int widths[MAX_COLUMNS];
  guint n;
} Row;

static int
get_width (GtkWidget *part)
{
  int width;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static int
count_columns (TagaHomeLayout *self, GtkWidget *part, int width)
{
  int column = ALIKE_WIDTH;
  int n;

  if (self->kind == TAGA_HOME_LAYOUT_FLOW)
    return MAX_COLUMNS;

  for (part = gtk_widget_get_first_child (gtk_widget_get_parent (part)); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    if (gtk_widget_should_layout (part))
      column = MAX (column, get_width (part));

  n = CLAMP ((width + SPACING) / (column + SPACING), 1, MAX_COLUMNS);
  return self->kind == TAGA_HOME_LAYOUT_FOURS && n < MAX_COLUMNS ? 2 : n;
}

/* Takes as many parts as fit beside each other, and gives them what is left over alike. Gives the
 * part after them. */
static GtkWidget *
fill_row (TagaHomeLayout *self, Row *row, GtkWidget *part, int width)
{
  int n_columns = count_columns (self, part, width);
  int alike = (width - (n_columns - 1) * SPACING) / n_columns;
  int used = 0;

  row->n = 0;
  for (; part != NULL && row->n < (guint) n_columns; part = gtk_widget_get_next_sibling (part))
    {
      int wanted;

      if (!gtk_widget_should_layout (part))
        continue;
      wanted = (self->kind != TAGA_HOME_LAYOUT_FLOW ? alike : get_width (part))
               + (row->n > 0 ? SPACING : 0);
      if (row->n > 0 && used + wanted > width)
        break;
      row->parts[row->n] = part;
      row->widths[row->n] = wanted - (row->n > 0 ? SPACING : 0);
      row->n++;
      used += wanted;
    }

  for (guint i = 0; i < row->n; i++)
    row->widths[i] +=
        self->kind != TAGA_HOME_LAYOUT_FLOW ? 0 : MAX (0, width - used) / (int) row->n;

  return part;
}

static int
get_height (const Row *row)
{
  int tallest = 0;

  for (guint i = 0; i < row->n; i++)
    {
      int height;

      gtk_widget_measure (row->parts[i], GTK_ORIENTATION_VERTICAL, row->widths[i], &height, NULL,
                          NULL, NULL);
      tallest = MAX (tallest, height);
    }

  return tallest;
}

static void
measure_width (TagaHomeLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  guint n = 0;

  for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    if (gtk_widget_should_layout (part))
      {
        int width = get_width (part);

        *minimum = MAX (*minimum, width);
        *natural += width + (n++ > 0 ? SPACING : 0);
      }

  if (self->kind == TAGA_HOME_LAYOUT_FOURS && n > 1)
    *minimum = 2 * *minimum + SPACING;
}

static void
taga_home_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GtkWidget *part = gtk_widget_get_first_child (widget);
  Row row;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (TAGA_HOME_LAYOUT (manager), widget, minimum, natural);
      return;
    }

  while (part != NULL)
    {
      part =
          fill_row (TAGA_HOME_LAYOUT (manager), &row, part, for_size < 0 ? G_MAXINT / 2 : for_size);
      if (row.n > 0)
        *minimum += get_height (&row) + (*minimum > 0 ? SPACING : 0);
    }
  *natural = *minimum;
}

static void
taga_home_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  GtkWidget *part = gtk_widget_get_first_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  while (part != NULL)
    {
      Row row;
      int x = 0;
      int tall;

      part = fill_row (TAGA_HOME_LAYOUT (manager), &row, part, width);
      tall = get_height (&row);
      for (guint i = 0; i < row.n; i++)
        {
          int left = is_rtl ? width - x - row.widths[i] : x;

          gtk_widget_size_allocate (row.parts[i], &(GtkAllocation){ left, y, row.widths[i], tall },
                                    -1);
          x += row.widths[i] + SPACING;
        }
      y += tall + SPACING;
    }
}

static GtkSizeRequestMode
taga_home_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
taga_home_layout_class_init (TagaHomeLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = taga_home_layout_measure;
  layout_class->allocate = taga_home_layout_allocate;
  layout_class->get_request_mode = taga_home_layout_get_request_mode;
}

static void
taga_home_layout_init (TagaHomeLayout *self)
{
}

/**
 * taga_home_layout_new:
 * @kind: how parts stand beside each other
 *
 * Makes the layout.
 *
 * Returns: (transfer full): the layout manager
 */
GtkLayoutManager *
taga_home_layout_new (TagaHomeLayoutKind kind)
{
  TagaHomeLayout *self = g_object_new (TAGA_TYPE_HOME_LAYOUT, NULL);

  self->kind = kind;
  return GTK_LAYOUT_MANAGER (self);
}
