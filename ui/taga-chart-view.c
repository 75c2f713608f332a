#include "taga-chart-view.h"

#include <adwaita.h>

#include "taga-chart-menu.h"

/* Pixels of a point on a display that does not say how fine it is. */
#define USUAL_RESOLUTION 96

/**
 * TagaChartView:
 *
 * A chart on the screen, in the colours of the desktop and in the size of its text. For those who
 * do not see it, it is a picture whose name is the chart's title and whose description says its
 * figures in words.
 *
 * Where the chart has parts, such as the cells of the matrix, one of them has the keys: the arrow
 * keys move between them, Enter or the space bar activates one, and so does a click. The other
 * mouse button or the menu key shows what can be done with the chart.
 */
struct _TagaChartView
{
  GtkWidget parent_instance;

  TagaChart *chart; /* (owned) (nullable) */
  guint part;       /* which has the keys */
};

G_DEFINE_FINAL_TYPE (TagaChartView, taga_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_CHART = 1,
  PROP_PART,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  PART_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
get_style (TagaChartView *self, TagaChartStyle *style)
{
  style->palette = taga_palette_get (taga_chart_view_get_palette (self));
  style->text_size = taga_chart_view_get_text_size (self);
}

static guint
count_parts (TagaChartView *self)
{
  return self->chart == NULL ? 0 : taga_chart_get_n_parts (self->chart);
}

/* The part that has the keys is said first: a screen reader reads a description when it changes. */
static void
describe (TagaChartView *self)
{
  g_autofree char *summary = NULL;
  g_autofree char *text = NULL;

  if (self->chart == NULL)
    return;

  summary = taga_chart_dup_summary (self->chart);
  if (self->part < count_parts (self) && gtk_widget_has_focus (GTK_WIDGET (self)))
    {
      g_autofree char *part = taga_chart_dup_part_text (self->chart, self->part);

      text = g_strdup_printf ("%s\n%s", part, summary);
    }

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, taga_chart_get_title (self->chart),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text == NULL ? summary : text, -1);
}

static void
taga_chart_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TagaChartView *self = TAGA_CHART_VIEW (widget);
  double width = 0, height = 0;

  if (self->chart != NULL)
    taga_chart_get_min_size (self->chart, taga_chart_view_get_text_size (self), &width, &height);

  *minimum = *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height);
  *minimum_baseline = *natural_baseline = -1;
}

static void
taga_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TagaChartView *self = TAGA_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  TagaChartStyle style;
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;

  get_style (self, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  taga_chart_draw (self->chart, &style, cr, width, height);
  if (self->part < count_parts (self) && gtk_widget_has_visible_focus (widget))
    {
      const double dashes[] = { 3, 2 };
      TagaChartBox box;
      double inset;

      taga_chart_get_part (self->chart, &style, width, height, self->part, &box);
      taga_palette_set (cr, style.palette->text, 1);
      cairo_set_line_width (cr, 2);
      cairo_set_dash (cr, dashes, 2, 0);
      inset = MIN (6, MIN (box.width, box.height) / 8);
      cairo_rectangle (cr, box.x + inset, box.y + inset, MAX (box.width - 2 * inset, 1),
                       MAX (box.height - 2 * inset, 1));
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static int
find_part (TagaChartView *self, double x, double y)
{
  TagaChartStyle style;

  if (self->chart == NULL)
    return -1;

  get_style (self, &style);
  return taga_chart_find_part (self->chart, &style, gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)), x, y);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  TagaChartView *self = user_data;
  int part = find_part (self, x, y);

  if (part < 0)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  taga_chart_view_set_part (self, (guint) part);
  g_signal_emit (self, signals[PART_ACTIVATED], 0, self->part);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                gpointer user_data)
{
  TagaChartView *self = user_data;
  int right = 0, down = 0;

  if (self->part >= count_parts (self) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      right = -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      right = 1;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      down = -1;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      down = 1;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, signals[PART_ACTIVATED], 0, self->part);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  taga_chart_view_set_part (self, taga_chart_move (self->chart, self->part, right, down));
  return GDK_EVENT_STOP;
}

static void
focus_changed_cb (TagaChartView *self)
{
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean by_keys, GtkTooltip *tooltip)
{
  TagaChartView *self = TAGA_CHART_VIEW (widget);
  int part = by_keys ? (int) self->part : find_part (self, x, y);
  g_autofree char *text = NULL;

  if (part < 0 || (guint) part >= count_parts (self))
    return FALSE;

  text = taga_chart_dup_part_text (self->chart, (guint) part);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
taga_chart_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TagaChartView *self = TAGA_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_PART:
      g_value_set_uint (value, self->part);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
taga_chart_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TagaChartView *self = TAGA_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      taga_chart_view_set_chart (self, g_value_get_object (value));
      break;
    case PROP_PART:
      taga_chart_view_set_part (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
taga_chart_view_dispose (GObject *object)
{
  TagaChartView *self = TAGA_CHART_VIEW (object);

  g_clear_object (&self->chart);

  G_OBJECT_CLASS (taga_chart_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /**
   * TagaChartView:chart:
   *
   * What it shows.
   */
  properties[PROP_CHART] =
      g_param_spec_object ("chart", NULL, NULL, TAGA_TYPE_CHART,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * TagaChartView:part:
   *
   * The part that has the keys.
   */
  properties[PROP_PART] =
      g_param_spec_uint ("part", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taga_chart_view_class_init (TagaChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = taga_chart_view_get_property;
  object_class->set_property = taga_chart_view_set_property;
  object_class->dispose = taga_chart_view_dispose;
  widget_class->measure = taga_chart_view_measure;
  widget_class->snapshot = taga_chart_view_snapshot;
  widget_class->query_tooltip = query_tooltip_cb;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
  install_properties (object_class);

  /**
   * TagaChartView::part-activated:
   * @self: the view
   * @part: the part
   *
   * The user wants to see what is in a part.
   */
  signals[PART_ACTIVATED] =
      g_signal_new ("part-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
taga_chart_view_init (TagaChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  taga_chart_menu_add (self);

  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

/**
 * taga_chart_view_new:
 * @chart: (nullable): what it shows
 *
 * Makes a view.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_chart_view_new (TagaChart *chart)
{
  return g_object_new (TAGA_TYPE_CHART_VIEW, "chart", chart, NULL);
}

/**
 * taga_chart_view_get_chart:
 * @self: a view
 *
 * Gets what it shows.
 *
 * Returns: (transfer none) (nullable): the chart
 */
TagaChart *
taga_chart_view_get_chart (TagaChartView *self)
{
  g_return_val_if_fail (TAGA_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * taga_chart_view_set_chart:
 * @self: a view
 * @chart: (nullable): a chart, which is not changed any more
 *
 * Sets what it shows. New figures are a new chart; the part that has the keys stays where it is if
 * the new chart has such a part.
 */
void
taga_chart_view_set_chart (TagaChartView *self, TagaChart *chart)
{
  g_return_if_fail (TAGA_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || TAGA_IS_CHART (chart));

  if (!g_set_object (&self->chart, chart))
    return;

  if (self->part >= count_parts (self))
    taga_chart_view_set_part (self, 0);
  gtk_widget_set_focusable (GTK_WIDGET (self), count_parts (self) > 0);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), count_parts (self) > 0);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

/**
 * taga_chart_view_get_part:
 * @self: a view
 *
 * Gets the part that has the keys.
 *
 * Returns: the part, from 0
 */
guint
taga_chart_view_get_part (TagaChartView *self)
{
  g_return_val_if_fail (TAGA_IS_CHART_VIEW (self), 0);

  return self->part;
}

/**
 * taga_chart_view_set_part:
 * @self: a view
 * @part: a part of its chart
 *
 * Sets the part that has the keys.
 */
void
taga_chart_view_set_part (TagaChartView *self, guint part)
{
  g_return_if_fail (TAGA_IS_CHART_VIEW (self));

  if (self->part == part)
    return;

  self->part = part;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PART]);
}

/**
 * taga_chart_view_get_palette:
 * @self: a view
 *
 * Tells in which colours it draws now: those of the desktop, light or dark, with more contrast if
 * the user wants that.
 *
 * Returns: the palette
 */
TagaPaletteKind
taga_chart_view_get_palette (TagaChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (manager);

  g_return_val_if_fail (TAGA_IS_CHART_VIEW (self), TAGA_PALETTE_LIGHT);

  if (adw_style_manager_get_high_contrast (manager))
    return is_dark ? TAGA_PALETTE_CONTRAST_DARK : TAGA_PALETTE_CONTRAST;

  return is_dark ? TAGA_PALETTE_DARK : TAGA_PALETTE_LIGHT;
}

/**
 * taga_chart_view_get_text_size:
 * @self: a view
 *
 * Tells how high its text is: as high as that of the desktop.
 *
 * Returns: the height in pixels
 */
double
taga_chart_view_get_text_size (TagaChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * (resolution > 0 ? resolution : USUAL_RESOLUTION) / 72;
}
