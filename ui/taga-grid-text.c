#include "taga-grid-text.h"

#include <string.h>

/* A cell shows the beginning of a long text; what does not fit in the widest column isn't shaped.
 */
#define MAX_CHARACTERS 300
#define MAX_SHARED_BYTES 120
#define MAX_SHARED 2000

struct _TagaGridText
{
  PangoContext *context; /* (owned) */
  GHashTable *plain;     /* (owned) (element-type utf8 PangoLayout) */
  GHashTable *bold;      /* (owned) (element-type utf8 PangoLayout) */
};

/**
 * taga_grid_text_new:
 * @context: the context that the cells' text is set in
 *
 * Makes an empty store of shaped texts.
 *
 * Returns: (transfer full): the store
 */
TagaGridText *
taga_grid_text_new (PangoContext *context)
{
  TagaGridText *self = g_new0 (TagaGridText, 1);

  self->context = g_object_ref (context);
  self->plain = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->bold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

/**
 * taga_grid_text_free:
 * @self: shaped texts
 *
 * Frees the store. Texts that cells still use stay theirs.
 */
void
taga_grid_text_free (TagaGridText *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->plain, g_hash_table_unref);
  g_clear_pointer (&self->bold, g_hash_table_unref);
  g_free (self);
}

/**
 * taga_grid_text_forget:
 * @self: shaped texts
 *
 * Forgets all shaped texts, because the font has changed.
 */
void
taga_grid_text_forget (TagaGridText *self)
{
  g_hash_table_remove_all (self->plain);
  g_hash_table_remove_all (self->bold);
}

static void
embolden (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static PangoLayout *
create_layout (TagaGridText *self, const char *text, gboolean is_bold)
{
  PangoLayout *layout = pango_layout_new (self->context);
  const char *end = text;

  for (guint i = 0; i < MAX_CHARACTERS && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, (int) (end - text));
  if (is_bold)
    embolden (layout);

  return layout;
}

/* The layout of a whole text, without a limit of width; (transfer none). */
static PangoLayout *
find_shared (TagaGridText *self, const char *text, gboolean is_bold)
{
  GHashTable *shared = is_bold ? self->bold : self->plain;
  PangoLayout *layout = g_hash_table_lookup (shared, text);

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (shared) >= MAX_SHARED)
    g_hash_table_remove_all (shared);

  layout = create_layout (self, text, is_bold);
  g_hash_table_insert (shared, g_strdup (text), layout);

  return layout;
}

/**
 * taga_grid_text_shape:
 * @self: shaped texts
 * @text: a text
 * @is_bold: whether it is set in bold
 * @width: the room there is, in pixels
 *
 * Shapes a text, with an ellipsis if it is too long. The layout may be shared: do not change it.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
taga_grid_text_shape (TagaGridText *self, const char *text, gboolean is_bold, int width)
{
  PangoLayout *layout;
  int natural;

  if (strlen (text) <= MAX_SHARED_BYTES)
    {
      layout = find_shared (self, text, is_bold);
      pango_layout_get_pixel_size (layout, &natural, NULL);
      if (natural <= width)
        return g_object_ref (layout);
    }

  layout = create_layout (self, text, is_bold);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width, 0) * PANGO_SCALE);

  return layout;
}

/**
 * taga_grid_text_get_natural_width:
 * @self: shaped texts
 * @text: a text
 * @is_bold: whether it is set in bold
 *
 * Measures the room that a text takes on one line.
 *
 * Returns: the width in pixels
 */
int
taga_grid_text_get_natural_width (TagaGridText *self, const char *text, gboolean is_bold)
{
  g_autoptr (PangoLayout) layout = create_layout (self, text, is_bold);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}
