#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* for memmem */
#endif

#include "taga-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-document.h"

#define BLOCK_SIZE (64 * 1024)

/* Longer than any mark, and than the end tag of any root element. */
#define TAIL 32

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

/* What is remembered of a part while its blocks pass by. */
typedef struct
{
  const char *mark;
  gsize mark_length;
  guint64 n_marks;

  char end_tag[TAIL];
  char tail[TAIL];
  gsize tail_length;
} Reading;

static gboolean
fail (const char *detail, GError **error)
{
  g_set_error (error, TAGA_REPORT_ERROR, TAGA_REPORT_ERROR_FAILED,
               _ ("The file was read back and is not what was written (%s). It was thrown away. "
                  "Check that the disk has room and is sound, and try again."),
               detail != NULL ? detail : "zip");
  return FALSE;
}

static guint64
count_marks (const Reading *reading, const char *data, gsize length)
{
  const char *end = data + length;
  guint64 n = 0;

  for (const char *found = memmem (data, length, reading->mark, reading->mark_length);
       found != NULL;
       found = memmem (found, (gsize) (end - found), reading->mark, reading->mark_length))
    {
      n++;
      found += reading->mark_length;
    }

  return n;
}

/* A mark may begin in one block and end in the next. */
static guint64
count_marks_at_seam (const Reading *reading, const char *data, gsize length)
{
  char seam[2 * TAIL];
  gsize before = MIN (reading->mark_length - 1, reading->tail_length);
  gsize after = MIN (reading->mark_length - 1, length);

  memcpy (seam, reading->tail + reading->tail_length - before, before);
  memcpy (seam + before, data, after);

  return count_marks (reading, seam, before + after);
}

static void
keep_tail (Reading *reading, const char *data, gsize length)
{
  gsize kept = length >= TAIL ? 0 : MIN (reading->tail_length, TAIL - length);
  gsize added = MIN (length, TAIL);

  memmove (reading->tail, reading->tail + reading->tail_length - kept, kept);
  memcpy (reading->tail + kept, data + length - added, added);
  reading->tail_length = kept + added;
}

/* The first block begins with the XML declaration and the start tag of the root element. */
static void
note_root (Reading *reading, const char *data, gsize length)
{
  const char *root = memmem (data, length, "?>", 2);
  const char *end = data + length;
  gsize span = 0;

  root = root == NULL ? NULL : memchr (root, '<', (gsize) (end - root));
  if (root == NULL)
    return;

  for (root++; root + span < end && (g_ascii_isalnum (root[span]) || root[span] == ':'); span++)
    ;
  g_snprintf (reading->end_tag, TAIL, "</%.*s>", (int) MIN (span, TAIL), root);
}

static gboolean
is_whole (const Reading *reading)
{
  gsize length = strlen (reading->end_tag);
  gsize end = reading->tail_length;

  while (end > 0 && g_ascii_isspace (reading->tail[end - 1]))
    end--;

  return length > 0 && end >= length
         && memcmp (reading->tail + end - length, reading->end_tag, length) == 0;
}

/* Reading an entry to its end makes libarchive compare its checksum and size. */
static gboolean
read_part (Archive *archive, Reading *reading, GError **error)
{
  const void *block;
  gsize length;
  la_int64_t offset;
  int rc;

  while ((rc = archive_read_data_block (archive, &block, &length, &offset)) == ARCHIVE_OK)
    {
      if (offset == 0)
        note_root (reading, block, length);
      if (reading->mark != NULL)
        {
          reading->n_marks += count_marks (reading, block, length);
          reading->n_marks += count_marks_at_seam (reading, block, length);
        }
      keep_tail (reading, block, length);
    }

  return rc == ARCHIVE_EOF || fail (archive_error_string (archive), error);
}

static const TagaPackagePart *
find_part (const TagaPackagePart *parts, guint n_parts, const char *name)
{
  for (guint i = 0; i < n_parts; i++)
    {
      if (strcmp (parts[i].name, name) == 0)
        return &parts[i];
    }

  return NULL;
}

static gboolean
check_entry (Archive *archive, const char *name, const TagaPackagePart *part, GError **error)
{
  Reading reading = { .mark = part == NULL ? NULL : part->mark,
                      .mark_length = part == NULL ? 0 : strlen (part->mark) };

  if (!read_part (archive, &reading, error))
    return FALSE;

  if ((g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels")) && !is_whole (&reading))
    return fail (name, error);
  if (part != NULL && reading.n_marks != part->n_marks)
    return fail (name, error);

  return TRUE;
}

/**
 * taga_package_check:
 * @path: a file that was just written
 * @parts: (array length=n_parts): parts that it must hold
 * @n_parts: how many
 * @error: return location for an error
 *
 * Reads a zip package of XML parts back: every checksum, whether every part ends where its root
 * element ends, and whether the parts that are named hold as much as was put in. The libraries that
 * write such packages do not notice everything that a full disk takes away.
 *
 * Returns: `TRUE` if it is what it should be, or `FALSE` with @error set to
 *   `TAGA_REPORT_ERROR_FAILED`
 */
gboolean
taga_package_check (const char *path, const TagaPackagePart *parts, guint n_parts, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  guint n_found = 0;
  int rc;

  if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK
      || archive_read_open_filename (archive, path, BLOCK_SIZE) != ARCHIVE_OK)
    return fail (archive_error_string (archive), error);

  while ((rc = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname (entry);
      const TagaPackagePart *part = name == NULL ? NULL : find_part (parts, n_parts, name);

      if (name == NULL || !check_entry (archive, name, part, error))
        return FALSE;
      n_found += part != NULL;
    }

  if (rc != ARCHIVE_EOF)
    return fail (archive_error_string (archive), error);

  return n_found == n_parts || fail (_ ("a part is missing"), error);
}
