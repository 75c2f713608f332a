#include "taga-docx.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "taga-package.h"

/* Where the time goes: the text, the packing, then the reading back. */
#define TEXT_SHARE 0.82
#define PACKED_SHARE 0.93

/* What paragraphs are counted by; no text can hold it, as its brackets are escaped. */
#define MARK "</w:p>"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

typedef struct archive Archive;
typedef struct archive_entry ArchiveEntry;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_write_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArchiveEntry, archive_entry_free)

static void
docx_init (TagaDocx *self, TagaWriteJob *job)
{
  self->job = job;
  self->paper = job->paper;
  self->measure = taga_paper_layout_create (job->paper);
  self->xml = g_string_new (DECLARATION);
  self->width = self->measure->width;
  self->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->links = g_ptr_array_new_with_free_func (g_free);
  self->sheets = g_array_new (FALSE, FALSE, sizeof (TagaSheet));
  g_array_append_val (self->sheets, self->measure->sheet);
}

static void
docx_clear (TagaDocx *self)
{
  g_object_unref (self->measure);
  g_string_free (self->xml, TRUE);
  g_ptr_array_unref (self->pictures);
  g_ptr_array_unref (self->links);
  g_array_unref (self->sheets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TagaDocx, docx_clear)

static gboolean
fail (TagaDocx *self, Archive *archive, GError **error)
{
  int code = archive_errno (archive);

  return taga_write_job_fail (self->job, code > 0 ? code : EIO, error);
}

/* A part without a time gets the first that the format knows, so that no clock is in the file. */
static gboolean
add_part (TagaDocx *self,
          Archive *archive,
          const char *name,
          gconstpointer data,
          gsize length,
          GError **error)
{
  g_autoptr (ArchiveEntry) entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);

  if (archive_write_header (archive, entry) != ARCHIVE_OK
      || archive_write_data (archive, data, length) != (la_ssize_t) length
      || archive_write_finish_entry (archive) != ARCHIVE_OK)
    return fail (self, archive, error);

  return TRUE;
}

/* Packs the part that was written, and begins another. */
static gboolean
add_xml (TagaDocx *self, Archive *archive, const char *name, GError **error)
{
  gboolean is_added = add_part (self, archive, name, self->xml->str, self->xml->len, error);

  g_string_assign (self->xml, DECLARATION);
  self->is_top = FALSE;

  return is_added;
}

static gboolean
add_margins (TagaDocx *self, Archive *archive, GError **error)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      g_autofree char *header = g_strdup_printf ("word/header%u.xml", i + 1);
      g_autofree char *footer = g_strdup_printf ("word/footer%u.xml", i + 1);

      taga_docx_add_header (self, i);
      if (!add_xml (self, archive, header, error))
        return FALSE;
      taga_docx_add_footer (self, i);
      if (!add_xml (self, archive, footer, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_pictures (TagaDocx *self, Archive *archive, GError **error)
{
  for (guint i = 0; i < self->pictures->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("word/media/picture%u.png", i + 1);
      gsize length;
      gconstpointer data = g_bytes_get_data (g_ptr_array_index (self->pictures, i), &length);

      if (!taga_write_job_reach (self->job, TEXT_SHARE, error)
          || !add_part (self, archive, name, data, length, error))
        return FALSE;
    }

  return TRUE;
}

/* The text comes first into memory, as the parts before it in the package follow from it. */
static gboolean
add_parts (TagaDocx *self, Archive *archive, const GString *text, GError **error)
{
  static const struct
  {
    const char *name;
    void (*add) (TagaDocx *self);
  } parts[] = {
    { "[Content_Types].xml", taga_docx_add_types },
    { "_rels/.rels", taga_docx_add_package_relations },
    { "word/_rels/document.xml.rels", taga_docx_add_relations },
    { "word/styles.xml", taga_docx_add_styles },
    { "word/numbering.xml", taga_docx_add_numbering },
    { "word/settings.xml", taga_docx_add_settings },
    { "word/fontTable.xml", taga_docx_add_fonts },
    { "docProps/core.xml", taga_docx_add_core },
    { "docProps/app.xml", taga_docx_add_app },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i].add (self);
      if (!add_xml (self, archive, parts[i].name, error))
        return FALSE;
    }

  return add_margins (self, archive, error)
         && add_part (self, archive, "word/document.xml", text->str, text->len, error)
         && add_pictures (self, archive, error);
}

static la_ssize_t
append_cb (Archive *archive, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, (guint) length);
  return (la_ssize_t) length;
}

/* Packs into memory: the library leaks what it packs with where the disk fails under it. */
static gboolean
pack (TagaDocx *self, const GString *text, GByteArray *package, GError **error)
{
  g_autoptr (Archive) archive = archive_write_new ();

  if (archive_write_set_format_zip (archive) != ARCHIVE_OK
      || archive_write_set_bytes_in_last_block (archive, 1) != ARCHIVE_OK
      || archive_write_open (archive, package, NULL, append_cb, NULL) != ARCHIVE_OK)
    return fail (self, archive, error);

  return add_parts (self, archive, text, error)
         && (archive_write_close (archive) == ARCHIVE_OK || fail (self, archive, error));
}

static gboolean
write_file (TagaWriteJob *job, const GByteArray *package, GError **error)
{
  FILE *file = fopen (job->path, "wb");
  int saved_errno = 0;

  if (file == NULL)
    return taga_write_job_fail (job, errno, error);

  if (fwrite (package->data, 1, package->len, file) != package->len)
    saved_errno = errno;
  if (fclose (file) != 0 && saved_errno == 0)
    saved_errno = errno;

  return saved_errno == 0 || taga_write_job_fail (job, saved_errno, error);
}

static guint64
count_marks (const GString *text)
{
  guint64 n = 0;

  for (const char *c = strstr (text->str, MARK); c != NULL; c = strstr (c + 1, MARK))
    n++;

  return n;
}

/**
 * taga_docx_write:
 * @job: a job with a paper
 * @error: return location for an error
 *
 * Writes a paper as an Office Open XML document, for Word and LibreOffice. How many pages it has is
 * not known before one of them has set it.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to any [error@ReportError] or
 *   `G_IO_ERROR_CANCELLED`
 */
gboolean
taga_docx_write (TagaWriteJob *job, GError **error)
{
  g_auto (TagaDocx) self = { 0 };
  g_autoptr (GByteArray) package = g_byte_array_new ();
  g_autoptr (GString) text = NULL;
  TagaPackagePart part = { "word/document.xml", MARK, 0 };

  docx_init (&self, job);
  if (!taga_docx_add_body (&self, error) || !taga_write_job_reach (job, TEXT_SHARE, error))
    return FALSE;

  text = g_steal_pointer (&self.xml);
  self.xml = g_string_new (DECLARATION);
  part.n_marks = count_marks (text);
  if (!pack (&self, text, package, error) || !write_file (job, package, error)
      || !taga_write_job_reach (job, PACKED_SHARE, error))
    return FALSE;

  return taga_package_check (job->path, &part, 1, error);
}
