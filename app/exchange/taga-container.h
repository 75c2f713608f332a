#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a workbook may hold; a larger one is refused before any of it is unpacked. */
#define TAGA_CONTAINER_MAX_PARTS 5000
#define TAGA_CONTAINER_MAX_TOTAL (G_GUINT64_CONSTANT (1) << 30)
#define TAGA_CONTAINER_MAX_RATIO 200
#define TAGA_CONTAINER_RATIO_FROM (10 << 20)

typedef struct _TagaContainer TagaContainer;

/**
 * TagaBlockFunc:
 * @data: (array length=length): the next bytes of a part
 * @length: how many
 * @fraction: how much of the part is read, counted as it is packed
 * @user_data: data
 * @error: return location for an error
 *
 * Takes one block of a part.
 *
 * Returns: `TRUE` to go on; `FALSE` to stop, with @error set for a failure and not set for enough
 */
typedef gboolean (*TagaBlockFunc) (const char *data,
                                   gsize length,
                                   double fraction,
                                   gpointer user_data,
                                   GError **error);

TagaContainer *taga_container_open (GInputStream *stream, guint64 size, GError **error);
void taga_container_free (TagaContainer *self);

gboolean taga_container_has (TagaContainer *self, const char *name);
gboolean taga_container_read (TagaContainer *self,
                              const char *name,
                              guint64 limit,
                              TagaBlockFunc func,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaContainer, taga_container_free)

G_END_DECLS
