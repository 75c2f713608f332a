#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaPackagePart:
 * @name: its path in the package
 * @mark: what is counted in it, e.g. the beginning of an element; at most 15 bytes
 * @n_marks: how often it must be there
 *
 * A part that a package must hold.
 */
typedef struct
{
  const char *name;
  const char *mark;
  guint64 n_marks;
} TagaPackagePart;

gboolean
taga_package_check (const char *path, const TagaPackagePart *parts, guint n_parts, GError **error);

G_END_DECLS
