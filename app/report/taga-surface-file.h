#pragma once

#include <cairo.h>
#include <stdio.h>

#include "taga-write-job.h"

G_BEGIN_DECLS

/**
 * TagaSurfaceFile:
 * @file: what is written to
 * @saved_errno: what the system said when that failed, or 0
 *
 * The file that a surface of cairo is written to.
 */
typedef struct
{
  FILE *file;
  int saved_errno;
} TagaSurfaceFile;

gboolean taga_surface_file_open (TagaSurfaceFile *self, TagaWriteJob *job, GError **error);
cairo_status_t
taga_surface_file_write_cb (void *closure, const unsigned char *data, unsigned int length);
gboolean taga_surface_file_close (TagaSurfaceFile *self,
                                  TagaWriteJob *job,
                                  cairo_surface_t *surface,
                                  GError **error);

G_END_DECLS
