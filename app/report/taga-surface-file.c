#include "taga-surface-file.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

/**
 * taga_surface_file_open:
 * @self: (out caller-allocates): the file
 * @job: what is written
 * @error: return location for an error
 *
 * Opens the temporary file of a job.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_surface_file_open (TagaSurfaceFile *self, TagaWriteJob *job, GError **error)
{
  self->file = fopen (job->path, "wb");
  self->saved_errno = 0;

  return self->file != NULL || taga_write_job_fail (job, errno, error);
}

/**
 * taga_surface_file_write_cb:
 * @closure: the file
 * @data: (array length=length): what comes next
 * @length: how much
 *
 * Writes what a surface hands over; of type `cairo_write_func_t`.
 *
 * Returns: whether it was written
 */
cairo_status_t
taga_surface_file_write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  TagaSurfaceFile *self = closure;

  if (fwrite (data, 1, length, self->file) == length)
    return CAIRO_STATUS_SUCCESS;

  if (self->saved_errno == 0)
    self->saved_errno = errno;
  return CAIRO_STATUS_WRITE_ERROR;
}

/**
 * taga_surface_file_close:
 * @self: the file
 * @job: what is written
 * @surface: (transfer full): what was drawn on
 * @error: (nullable): return location for an error
 *
 * Has the surface write what it still holds, and closes the file.
 *
 * Returns: `TRUE` if all of it was drawn and written, or `FALSE` with `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_surface_file_close (TagaSurfaceFile *self,
                         TagaWriteJob *job,
                         cairo_surface_t *surface,
                         GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (fclose (self->file) != 0 && self->saved_errno == 0)
    self->saved_errno = errno;

  if (self->saved_errno != 0)
    return taga_write_job_fail (job, self->saved_errno, error);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
               _ ("“%s” could not be drawn: %s. Please report this as a fault of Taga."), job->name,
               cairo_status_to_string (status));
  return FALSE;
}
