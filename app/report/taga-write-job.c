#include "taga-write-job.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* How many sentences a user may be asked to read. */
#define MAX_NOTES 50

/**
 * taga_write_job_reach:
 * @job: a job
 * @fraction: how much of it is done, 0 to 1
 * @error: return location for an error
 *
 * Tells of progress and asks whether to go on.
 *
 * Returns: `TRUE` to go on, or `FALSE` with @error set to `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_write_job_reach (TagaWriteJob *job, double fraction, GError **error)
{
  if (job->progress != NULL)
    job->progress (fraction, job->user_data);

  if (!g_cancellable_is_cancelled (job->cancellable))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       _ ("Writing was cancelled. Nothing was changed."));
  return FALSE;
}

/**
 * taga_write_job_advance:
 * @job: a job
 * @error: return location for an error
 *
 * Counts a row. A hundred times in all it tells of progress; it asks more often whether to go on.
 *
 * Returns: `TRUE` to go on, or `FALSE` with @error set to `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_write_job_advance (TagaWriteJob *job, GError **error)
{
  guint64 before = 0, after = 0;

  job->n_rows++;
  if (job->n_rows <= job->n_total)
    {
      before = (job->n_rows - 1) * 100 / job->n_total;
      after = job->n_rows * 100 / job->n_total;
    }
  if (before == after && !g_cancellable_is_cancelled (job->cancellable))
    return TRUE;

  return taga_write_job_reach (job, job->rows_share * (double) after / 100, error);
}

/* Control characters and U+FFFE and U+FFFF are forbidden in XML, and mean nothing in a table. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0xFFFE
         || c == 0xFFFF;
}

static gboolean
is_clean (const char *text)
{
  gboolean is_ascii = TRUE;

  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    {
      if (*c >= 0x20 && *c < 0x7F)
        continue;
      if (*c < 0x80 && is_forbidden (*c))
        return FALSE;
      if (*c == 0xC2 && c[1] < 0xA0)
        return FALSE;
      if (*c == 0xEF && c[1] == 0xBF && c[2] >= 0xBE)
        return FALSE;
      if (*c >= 0x80)
        is_ascii = FALSE;
    }

  return is_ascii || g_utf8_validate (text, -1, NULL);
}

/**
 * taga_write_job_clean:
 * @job: a job
 * @text: (nullable): text from the document
 *
 * Makes a text fit to stand in any file: valid UTF-8, lines ended by LF, no other control character
 * but the tab. Texts that are so already, nearly all, are not copied.
 *
 * Returns: the text; it lives until the next call or as long as @text does
 */
const char *
taga_write_job_clean (TagaWriteJob *job, const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) result = NULL;
  gboolean is_lossy;

  if (text == NULL)
    return "";
  if (is_clean (text))
    return text;

  valid = g_utf8_make_valid (text, -1);
  is_lossy = strcmp (valid, text) != 0;

  result = g_string_sized_new (strlen (valid));
  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!is_forbidden (character))
        g_string_append_unichar (result, character);
      else if (character != '\r')
        is_lossy = TRUE;
      else if (c[1] != '\n')
        g_string_append_c (result, '\n');
    }

  if (is_lossy)
    job->n_cleaned++;

  g_free (job->cleaned);
  job->cleaned = g_string_free (g_steal_pointer (&result), FALSE);
  return job->cleaned;
}

/**
 * taga_write_job_note:
 * @job: a job
 * @note: (transfer full): a sentence
 *
 * Adds what the user should know of the file. After some dozens the rest is only counted.
 */
void
taga_write_job_note (TagaWriteJob *job, char *note)
{
  job->n_notes++;

  if (job->notes->len < MAX_NOTES)
    g_ptr_array_add (job->notes, note);
  else
    g_free (note);
}

/**
 * taga_write_job_fail:
 * @job: a job
 * @saved_errno: what the system said
 * @error: return location for an error
 *
 * Says why the file could not be written.
 *
 * Returns: `FALSE`, with @error set to `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_write_job_fail (TagaWriteJob *job, int saved_errno, GError **error)
{
  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                   _ ("“%s” could not be written because the disk is full. Make room or choose "
                      "another folder, and try again."),
                   job->name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                   _ ("“%s” could not be written because its folder may not be written in. Choose "
                      "another folder."),
                   job->name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
                   _ ("“%s” could not be written because its folder is not there. Choose another "
                      "folder."),
                   job->name);
      break;
    default:
      g_set_error (
          error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
          _ ("“%s” could not be written: %s. Check the disk or the network and try again."),
          job->name, g_strerror (saved_errno));
    }

  return FALSE;
}

/**
 * taga_write_parse_date:
 * @text: (nullable): text that may be a day
 * @year: (out): the year
 * @month: (out): the month, from 1
 * @day: (out): the day, from 1
 *
 * Reads a day, but only in the form that records hold it in: 2026-11-22.
 *
 * Returns: `TRUE` if it is one that the calendar has
 */
gboolean
taga_write_parse_date (const char *text, int *year, int *month, int *day)
{
  static const char shape[] = "dddd-dd-dd";

  if (text == NULL)
    return FALSE;

  for (gsize i = 0; i < sizeof shape - 1; i++)
    {
      if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
        return FALSE;
    }
  if (text[sizeof shape - 1] != '\0')
    return FALSE;

  *year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] - '0';
  *month = (text[5] - '0') * 10 + text[6] - '0';
  *day = (text[8] - '0') * 10 + text[9] - '0';

  return g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}
