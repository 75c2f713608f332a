#include "taga-figures.h"

#include "taga-ui.h"

#define MAX_COLUMNS 16

/* Headings of figures wrap at so many half-width characters. */
#define MAX_HEADING 8

/**
 * TagaFigures:
 *
 * A few figures as a table: a column of names and columns of figures, for those who read a chart's
 * numbers, or have them read to them.
 */
struct _TagaFigures
{
  GtkBox parent_instance;

  guint n_columns;
  GtkSizeGroup *groups[MAX_COLUMNS]; /* (owned): the widths of the columns */
};

G_DEFINE_FINAL_TYPE (TagaFigures, taga_figures, GTK_TYPE_BOX)

static void
taga_figures_dispose (GObject *object)
{
  TagaFigures *self = TAGA_FIGURES (object);

  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_clear_object (&self->groups[i]);

  G_OBJECT_CLASS (taga_figures_parent_class)->dispose (object);
}

static void
taga_figures_class_init (TagaFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_figures_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
taga_figures_init (TagaFigures *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-figures");
}

/* How wide a text is, in half-width characters, which kana and kanji take two of. */
static int
count_columns (const char *text)
{
  int n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return n;
}

/* The first column takes the room that is left. A figure stays in one line; a long heading, such as
 * the name of a round, takes several, so that the other columns stay narrow and stand in line. */
static void
add_cell (TagaFigures *self, GtkWidget *row, guint column, const char *text, GtkAccessibleRole role)
{
  gboolean is_heading = role == GTK_ACCESSIBLE_ROLE_COLUMN_HEADER;
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "wrap",
                                   column == 0 || is_heading, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", column == 0 ? 0.0 : 1.0, "hexpand", column == 0, NULL);

  if (column > 0)
    {
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_size_group_add_widget (self->groups[column], label);
    }
  if (column > 0 && is_heading)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), MIN (count_columns (text), MAX_HEADING));
      gtk_label_set_max_width_chars (GTK_LABEL (label), MIN (count_columns (text), MAX_HEADING));
    }
  gtk_box_append (GTK_BOX (row), label);
}

static GtkWidget *
add_row (TagaFigures *self)
{
  GtkWidget *row =
      g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, "spacing", 12, NULL);

  gtk_box_append (GTK_BOX (self), row);
  return row;
}

/**
 * taga_figures_new:
 * @title: what the table tells
 * @headings: (array zero-terminated=1): headings of its columns, two to sixteen
 *
 * Makes a table without rows.
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
taga_figures_new (const char *title, const char *const *headings)
{
  TagaFigures *self = g_object_new (TAGA_TYPE_FIGURES, NULL);
  GtkWidget *row = add_row (self);

  gtk_widget_add_css_class (row, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; headings[i] != NULL && i < MAX_COLUMNS; i++)
    {
      self->groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      self->n_columns++;
      add_cell (self, row, i, headings[i], GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
    }

  return GTK_WIDGET (self);
}

/**
 * taga_figures_add_row:
 * @self: a table
 * @cells: (array zero-terminated=1): the text of each cell, as many as there are columns
 *
 * Adds a row below the others. The first cell names it.
 */
void
taga_figures_add_row (TagaFigures *self, const char *const *cells)
{
  GtkWidget *row;

  g_return_if_fail (TAGA_IS_FIGURES (self));
  g_return_if_fail (g_strv_length ((char **) cells) == self->n_columns);

  row = add_row (self);
  for (guint i = 0; i < self->n_columns; i++)
    add_cell (self, row, i, cells[i],
              i == 0 ? GTK_ACCESSIBLE_ROLE_ROW_HEADER : GTK_ACCESSIBLE_ROLE_CELL);
}
