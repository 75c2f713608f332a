#pragma once

#include "taga-container.h"

G_BEGIN_DECLS

/**
 * TagaXmlAttributes:
 *
 * An element's attributes, as libxml2 has them in its buffer: nothing is copied.
 */
typedef struct
{
  const guchar **items;
  guint n_items;
} TagaXmlAttributes;

/**
 * TagaXmlHandlers:
 * @start: hears of an element that begins; the root has depth 1
 * @end: (nullable): hears of an element that ends
 * @text: (nullable): takes a piece of text
 *
 * What to do with a part. Names come without their namespaces, since the strict and the usual
 * format differ in these alone. A function returns `FALSE` to stop, with an error set for a failure
 * and not set for enough.
 */
typedef struct
{
  gboolean (*start) (gpointer self,
                     guint depth,
                     const char *name,
                     const TagaXmlAttributes *attributes,
                     GError **error);
  gboolean (*end) (gpointer self, guint depth, GError **error);
  gboolean (*text) (gpointer self, const char *text, gsize length, GError **error);
} TagaXmlHandlers;

/**
 * TagaXmlProgressFunc:
 * @fraction: how much of the part is read
 * @user_data: data
 *
 * Hears of each block.
 */
typedef void (*TagaXmlProgressFunc) (double fraction, gpointer user_data);

gboolean taga_xml_parse (TagaContainer *container,
                         const char *part,
                         guint64 limit,
                         const TagaXmlHandlers *handlers,
                         gpointer self,
                         GCancellable *cancellable,
                         TagaXmlProgressFunc progress,
                         GError **error);

const char *taga_xml_get (const TagaXmlAttributes *attributes, const char *name, gsize *length);
char *taga_xml_dup (const TagaXmlAttributes *attributes, const char *name);
gboolean taga_xml_get_number (const TagaXmlAttributes *attributes, const char *name, guint *number);
gboolean taga_xml_is_true (const TagaXmlAttributes *attributes, const char *name);

G_END_DECLS
