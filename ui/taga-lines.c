#include "taga-lines.h"

/* How many letters of half a width the sample in measure_letters() has. */
#define SAMPLE_COLUMNS 22

/* Lines break before they are full: so much of them is counted on. */
#define FILLED 0.9

/**
 * TagaLines:
 *
 * Text of one or more lines in a list.
 *
 * A list makes some two hundred rows at once, and laying out the text of each to know its height
 * takes most of a second. So this widget estimates the lines from the number of letters, and only
 * what is seen is laid out. Should the estimate be too small, the text ends in an ellipsis.
 */
struct _TagaLines
{
  GtkWidget parent_instance;

  GtkWidget *inscription; /* (owned) */
  char *plain;            /* (owned) (nullable): the text without markup */
  int line_height;        /* 0 as long as it was not measured */
  int letter_width;       /* of half a width, in Pango's units */
};

G_DEFINE_FINAL_TYPE (TagaLines, taga_lines, GTK_TYPE_WIDGET)

enum
{
  PROP_TEXT = 1,
  PROP_MARKUP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The height of a font says nothing of that of the letters that it has not: a line with Japanese in
 * it may be a third higher. So the height is that of a line with all that occurs, and a pixel more:
 * one too few, and the last line is missing. */
static void
measure_letters (TagaLines *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  int width, height;

  pango_layout_set_markup (layout, "Ag→永永永永永永<b>永Ag→</b>", -1);
  pango_layout_get_size (layout, &width, &height);
  self->line_height = PANGO_PIXELS_CEIL (height) + 1;
  self->letter_width = MAX (width / SAMPLE_COLUMNS, 1);
}

static guint
count_lines (const char *text, guint n_columns)
{
  guint n_lines = 1;
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint letter = g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;

      width += letter;
      if (c == '\n' || width > n_columns)
        {
          n_lines++;
          width = c == '\n' ? 0 : letter;
        }
    }

  return n_lines;
}

static GtkSizeRequestMode
taga_lines_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
taga_lines_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  TagaLines *self = TAGA_LINES (widget);
  guint n_lines = 1;
  int least;

  if (self->line_height == 0)
    measure_letters (self);

  gtk_widget_measure (self->inscription, orientation, -1, &least, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = least;
      return;
    }

  if (for_size > 0 && self->plain != NULL)
    n_lines =
        count_lines (self->plain, (guint) (FILLED * PANGO_SCALE * for_size / self->letter_width));
  *minimum = *natural = MAX ((int) n_lines * self->line_height, least);
}

static void
taga_lines_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TagaLines *self = TAGA_LINES (widget);

  gtk_widget_size_allocate (self->inscription, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
taga_lines_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (taga_lines_parent_class)->css_changed (widget, change);

  TAGA_LINES (widget)->line_height = 0;
}

static void
taga_lines_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TagaLines *self = TAGA_LINES (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      taga_lines_set_text (self, g_value_get_string (value));
      break;
    case PROP_MARKUP:
      taga_lines_set_markup (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_lines_dispose (GObject *object)
{
  TagaLines *self = TAGA_LINES (object);

  /* An inscription of GTK 4.8 does not let go of its attributes by itself. */
  if (self->inscription != NULL)
    gtk_inscription_set_attributes (GTK_INSCRIPTION (self->inscription), NULL);
  g_clear_pointer (&self->inscription, gtk_widget_unparent);

  G_OBJECT_CLASS (taga_lines_parent_class)->dispose (object);
}

static void
taga_lines_finalize (GObject *object)
{
  TagaLines *self = TAGA_LINES (object);

  g_clear_pointer (&self->plain, g_free);

  G_OBJECT_CLASS (taga_lines_parent_class)->finalize (object);
}

static void
taga_lines_class_init (TagaLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_lines_dispose;
  object_class->finalize = taga_lines_finalize;
  object_class->set_property = taga_lines_set_property;

  widget_class->get_request_mode = taga_lines_get_request_mode;
  widget_class->measure = taga_lines_measure;
  widget_class->size_allocate = taga_lines_size_allocate;
  widget_class->css_changed = taga_lines_css_changed;

  /**
   * TagaLines:text:
   *
   * What it shows, as it is.
   */
  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaLines:markup:
   *
   * What it shows, in markup.
   */
  properties[PROP_MARKUP] =
      g_param_spec_string ("markup", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taga_lines_init (TagaLines *self)
{
  self->inscription = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->inscription),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_parent (self->inscription, GTK_WIDGET (self));
}

/**
 * taga_lines_set_text:
 * @self: lines
 * @text: (nullable): a text
 *
 * Shows a text as it is.
 */
void
taga_lines_set_text (TagaLines *self, const char *text)
{
  g_return_if_fail (TAGA_IS_LINES (self));

  g_free (self->plain);
  self->plain = g_strdup (text);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->inscription), NULL);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->inscription), text);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * taga_lines_set_markup:
 * @self: lines
 * @markup: (nullable): a text in markup
 *
 * Shows a text in markup.
 */
void
taga_lines_set_markup (TagaLines *self, const char *markup)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (TAGA_IS_LINES (self));

  g_clear_pointer (&self->plain, g_free);
  if (markup != NULL)
    pango_parse_markup (markup, -1, 0, &attributes, &self->plain, NULL, NULL);

  gtk_inscription_set_attributes (GTK_INSCRIPTION (self->inscription), attributes);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->inscription), self->plain);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
