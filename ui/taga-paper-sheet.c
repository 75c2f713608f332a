#include "taga-paper-sheet.h"

#include <math.h>

/**
 * TagaPaperSheet:
 *
 * A page of a paper on the screen: white as paper is, whatever the colours of the desktop, with the
 * picture of the page as soon as there is one. For those who do not see it, it is a picture whose
 * name says which page it is and whose description is its words.
 */
struct _TagaPaperSheet
{
  GtkWidget parent_instance;

  double width; /* in points */
  double height;
  double scale;        /* pixels of a point */
  GdkTexture *picture; /* (owned) (nullable) */
  char *text;          /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaPaperSheet, taga_paper_sheet, GTK_TYPE_WIDGET)

static void
taga_paper_sheet_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  TagaPaperSheet *self = TAGA_PAPER_SHEET (widget);
  double points = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *minimum = *natural = (int) round (points * self->scale);
  *minimum_baseline = *natural_baseline = -1;
}

static void
taga_paper_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TagaPaperSheet *self = TAGA_PAPER_SHEET (widget);
  const graphene_rect_t box =
      GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  const GdkRGBA white = { 1, 1, 1, 1 };

  gtk_snapshot_append_color (snapshot, &white, &box);
  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture, &box);
}

static void
taga_paper_sheet_finalize (GObject *object)
{
  TagaPaperSheet *self = TAGA_PAPER_SHEET (object);

  g_clear_object (&self->picture);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (taga_paper_sheet_parent_class)->finalize (object);
}

static void
taga_paper_sheet_class_init (TagaPaperSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_paper_sheet_finalize;
  widget_class->measure = taga_paper_sheet_measure;
  widget_class->snapshot = taga_paper_sheet_snapshot;

  gtk_widget_class_set_css_name (widget_class, "papersheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
taga_paper_sheet_init (TagaPaperSheet *self)
{
  self->scale = 1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * taga_paper_sheet_new:
 * @name: which page it is, in words
 * @width: how wide it is, in points
 * @height: how high
 *
 * Makes a page that is still empty.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
taga_paper_sheet_new (const char *name, double width, double height)
{
  TagaPaperSheet *self = g_object_new (TAGA_TYPE_PAPER_SHEET, NULL);

  self->width = width;
  self->height = height;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * taga_paper_sheet_set_scale:
 * @self: a page
 * @scale: pixels of a point
 *
 * Sets how large the page is shown. The picture that it has is stretched until a sharper one comes.
 */
void
taga_paper_sheet_set_scale (TagaPaperSheet *self, double scale)
{
  g_return_if_fail (TAGA_IS_PAPER_SHEET (self) && scale > 0);

  if (self->scale == scale)
    return;

  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * taga_paper_sheet_get_width:
 * @self: a page
 *
 * Gets how wide the page is.
 *
 * Returns: the width in points
 */
double
taga_paper_sheet_get_width (TagaPaperSheet *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_SHEET (self), 0);

  return self->width;
}

/**
 * taga_paper_sheet_get_height:
 * @self: a page
 *
 * Gets how high the page is.
 *
 * Returns: the height in points
 */
double
taga_paper_sheet_get_height (TagaPaperSheet *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_SHEET (self), 0);

  return self->height;
}

/**
 * taga_paper_sheet_show:
 * @self: a page
 * @picture: its picture
 * @text: its words
 *
 * Shows what stands on the page.
 */
void
taga_paper_sheet_show (TagaPaperSheet *self, GdkTexture *picture, const char *text)
{
  g_return_if_fail (TAGA_IS_PAPER_SHEET (self) && GDK_IS_TEXTURE (picture));

  g_set_object (&self->picture, picture);
  if (g_strcmp0 (self->text, text) != 0)
    {
      g_free (self->text);
      self->text = g_strdup (text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      text, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * taga_paper_sheet_forget:
 * @self: a page that is far from what is in view
 *
 * Drops the picture, so that a long paper does not fill the memory.
 */
void
taga_paper_sheet_forget (TagaPaperSheet *self)
{
  g_return_if_fail (TAGA_IS_PAPER_SHEET (self));

  if (self->picture == NULL)
    return;

  g_clear_object (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * taga_paper_sheet_get_drawn_width:
 * @self: a page
 *
 * Gets how wide the picture is that it has.
 *
 * Returns: pixels of the picture, or 0 if there is none
 */
int
taga_paper_sheet_get_drawn_width (TagaPaperSheet *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_SHEET (self), 0);

  return self->picture == NULL ? 0 : gdk_texture_get_width (self->picture);
}

/**
 * taga_paper_sheet_get_text:
 * @self: a page
 *
 * Gets the words of the page.
 *
 * Returns: (transfer none) (nullable): its words; `NULL` as long as it was never in view
 */
const char *
taga_paper_sheet_get_text (TagaPaperSheet *self)
{
  g_return_val_if_fail (TAGA_IS_PAPER_SHEET (self), NULL);

  return self->text;
}
