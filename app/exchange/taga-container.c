#include "taga-container.h"

#include "taga-sheet.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The archive's own table is read whole before the first part is seen. So much is enough for the
 * names of as many parts as there may be, and a forged table of millions ends here. */
#define MAX_TABLE_BYTES (2 << 20)

#define BLOCK_SIZE (64 << 10)

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

typedef struct
{
  guint64 size; /* unpacked, as declared */
  gint64 start; /* where its packed bytes begin in the file, for telling progress */
  gint64 end;   /* where the next part's begin */
  gboolean locked;
} Part;

/**
 * TagaContainer:
 *
 * A zip file of parts, as a workbook is one. Nothing of it ever reaches the disk; parts are handed
 * out block by block, and never more of them than their limit and what the file itself declares.
 */
struct _TagaContainer
{
  GInputStream *stream; /* (owned) */
  guint64 size;
  GHashTable *parts; /* (owned): name in small letters to Part */
};

/* What one pass over the archive reads from, and what went wrong there. */
typedef struct
{
  TagaContainer *container;
  GCancellable *cancellable;
  guint64 budget;
  GError *error;
  char block[BLOCK_SIZE];
} Source;

static void
free_source (Source *source)
{
  g_clear_error (&source->error);
  g_free (source);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, free_source)

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
                       _ ("The workbook is damaged: a part of the file cannot be unpacked. Open it "
                          "in your spreadsheet program, save it again and try once more."));
}

static gboolean
set_dangerous (GError **error, const char *message)
{
  g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DANGEROUS, message);
  return FALSE;
}

static gboolean
set_bomb (GError **error)
{
  return set_dangerous (error, _ ("The workbook would unpack to far more than a workbook holds, as "
                                  "files made to do harm do. It was not read."));
}

static la_ssize_t
read_cb (Archive *archive, void *user_data, const void **block)
{
  Source *source = user_data;
  gssize n_read;

  if (source->budget < BLOCK_SIZE)
    {
      set_dangerous (&source->error, _ ("The workbook consists of more parts than any workbook "
                                        "needs. It was not read."));
      archive_set_error (archive, EIO, "too many parts");
      return -1;
    }

  n_read = g_input_stream_read (source->container->stream, source->block, BLOCK_SIZE,
                                source->cancellable, &source->error);
  if (n_read < 0)
    {
      archive_set_error (archive, EIO, "read error");
      return -1;
    }

  source->budget -= (guint64) n_read;
  *block = source->block;
  return n_read;
}

static la_int64_t
seek_cb (Archive *archive, void *user_data, la_int64_t offset, int whence)
{
  Source *source = user_data;
  GSeekable *seekable = G_SEEKABLE (source->container->stream);
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (source->error != NULL
      || !g_seekable_seek (seekable, offset, type, source->cancellable, &source->error))
    {
      archive_set_error (archive, EIO, "seek error");
      return ARCHIVE_FATAL;
    }

  return g_seekable_tell (seekable);
}

/* Passes on what the stream said or, where the archive itself is to blame, says so. */
static gboolean
fail (Source *source, GError **error)
{
  if (source->error == NULL)
    set_damaged (error);
  else if (source->error->domain == TAGA_SHEET_ERROR
           || g_error_matches (source->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&source->error));
  else
    g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_UNREADABLE,
                 _ ("The file cannot be read: %s."), source->error->message);

  return FALSE;
}

static Source *
new_source (TagaContainer *self, GCancellable *cancellable)
{
  Source *source = g_new (Source, 1);

  source->container = self;
  source->cancellable = cancellable;
  source->budget = MAX_TABLE_BYTES;
  source->error = NULL;

  return source;
}

static Archive *
open_archive (Source *source, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();

  archive_read_support_format_zip_seekable (archive);
  archive_read_set_read_callback (archive, read_cb);
  archive_read_set_seek_callback (archive, seek_cb);
  archive_read_set_callback_data (archive, source);

  if (!g_seekable_seek (G_SEEKABLE (source->container->stream), 0, G_SEEK_SET, source->cancellable,
                        &source->error)
      || archive_read_open1 (archive) != ARCHIVE_OK)
    {
      fail (source, error);
      return NULL;
    }

  return g_steal_pointer (&archive);
}

/* Goes on to the next part. A warning is about a name that does not fit the locale, which is no
 * matter, since names are taken as UTF-8. */
static gboolean
next_part (Archive *archive, Source *source, struct archive_entry **entry, GError **error)
{
  int result = archive_read_next_header (archive, entry);

  source->budget = G_MAXUINT64;
  if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
    return TRUE;

  *entry = NULL;
  return result == ARCHIVE_EOF || fail (source, error);
}

/* Some names cannot be had in this locale. They are not of the parts that are looked for, which are
 * in ASCII. */
static const char *
get_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return name != NULL ? name : archive_entry_pathname (entry);
}

/* Tells whether a name stays inside of the container, so that a reader which unpacked the file to
 * disk would come to no harm. Such a file is not made by a spreadsheet program. */
static gboolean
is_safe_name (const char *name)
{
  g_auto (GStrv) steps = NULL;

  if (*name == '\0' || *name == '/' || strpbrk (name, "\\:") != NULL)
    return FALSE;

  steps = g_strsplit (name, "/", -1);
  for (guint i = 0; steps[i] != NULL; i++)
    if (g_str_equal (steps[i], ".") || g_str_equal (steps[i], "..")
        || (*steps[i] == '\0' && steps[i + 1] != NULL))
      return FALSE;

  return TRUE;
}

static gboolean
add_part (TagaContainer *self,
          Archive *archive,
          struct archive_entry *entry,
          Part **part,
          GError **error)
{
  const char *name = get_name (entry);
  g_autofree char *key = NULL;

  if (name != NULL && !is_safe_name (name))
    return set_dangerous (error, _ ("The workbook has a part whose name leads out of the file, as "
                                    "files made to do harm have. It was not read."));

  /* No name that is safe has a colon. */
  key = name != NULL ? g_ascii_strdown (name, -1)
                     : g_strdup_printf (":%u", g_hash_table_size (self->parts));
  if (g_hash_table_contains (self->parts, key))
    return set_dangerous (error, _ ("The workbook has two parts of the same name, so that programs "
                                    "could see different contents. It was not read."));

  *part = g_new0 (Part, 1);
  (*part)->size = (guint64) archive_entry_size (entry);
  (*part)->start = archive_filter_bytes (archive, 0);
  (*part)->locked = archive_entry_is_encrypted (entry) != 0;
  g_hash_table_insert (self->parts, g_steal_pointer (&key), *part);

  return TRUE;
}

/* Reads the list of parts and judges by what they declare, before anything is unpacked. */
static gboolean
list_parts (TagaContainer *self, GError **error)
{
  g_autoptr (Source) source = new_source (self, NULL);
  g_autoptr (Archive) archive = open_archive (source, error);
  struct archive_entry *entry = NULL;
  Part *last = NULL;
  guint64 total = 0;

  while (archive != NULL && next_part (archive, source, &entry, error))
    {
      Part *part = NULL;

      if (entry == NULL)
        {
          if (last != NULL)
            last->end = (gint64) self->size;
          return TRUE;
        }

      if (g_hash_table_size (self->parts) == TAGA_CONTAINER_MAX_PARTS)
        return set_dangerous (error, _ ("The workbook consists of more parts than any workbook "
                                        "needs. It was not read."));
      if (!add_part (self, archive, entry, &part, error))
        return FALSE;

      if (last != NULL)
        last->end = part->start;
      last = part;

      if (part->size > TAGA_CONTAINER_MAX_TOTAL)
        return set_bomb (error);
      total += part->size;
      if (total > TAGA_CONTAINER_MAX_TOTAL
          || (total > TAGA_CONTAINER_RATIO_FROM && total / TAGA_CONTAINER_MAX_RATIO > self->size))
        return set_bomb (error);
    }

  return FALSE;
}

/**
 * taga_container_open:
 * @stream: a seekable stream of a zip file
 * @size: its size in bytes
 * @error: return location for an error
 *
 * Opens a container and lists its parts, without unpacking any.
 *
 * Returns: (transfer full): a container, or `NULL` with @error set to a `TAGA_SHEET_ERROR`
 */
TagaContainer *
taga_container_open (GInputStream *stream, guint64 size, GError **error)
{
  g_autoptr (TagaContainer) self = g_new0 (TagaContainer, 1);

  self->stream = g_object_ref (stream);
  self->size = size;
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!list_parts (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * taga_container_free:
 * @self: (transfer full): a container
 *
 * Frees a container.
 */
void
taga_container_free (TagaContainer *self)
{
  g_clear_object (&self->stream);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_free (self);
}

static Part *
find_part (TagaContainer *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (self->parts, key);
}

/**
 * taga_container_has:
 * @self: a container
 * @name: a part's name; capitals and small letters are the same
 *
 * Tells whether a container has a part.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_container_has (TagaContainer *self, const char *name)
{
  return find_part (self, name) != NULL;
}

static gboolean
read_blocks (Archive *archive,
             Source *source,
             const Part *part,
             TagaBlockFunc func,
             gpointer user_data,
             GError **error)
{
  double span = (double) MAX (part->end - part->start, 1);
  guint64 total = 0;

  for (;;)
    {
      const void *data;
      gsize length;
      la_int64_t offset;
      int result = archive_read_data_block (archive, &data, &length, &offset);
      double fraction = (double) (archive_filter_bytes (archive, 0) - part->start) / span;

      if (result == ARCHIVE_EOF)
        break;
      if (result != ARCHIVE_OK)
        return fail (source, error);

      total += length;
      if (total > part->size)
        break;
      if (length > 0 && !func (data, length, fraction, user_data, error))
        return FALSE;
      if (g_cancellable_set_error_if_cancelled (source->cancellable, error))
        return FALSE;
    }

  if (total != part->size)
    {
      set_damaged (error);
      return FALSE;
    }

  return TRUE;
}

static Archive *
open_part (Source *source, const char *key, GError **error)
{
  g_autoptr (Archive) archive = open_archive (source, error);
  struct archive_entry *entry = NULL;

  while (archive != NULL && next_part (archive, source, &entry, error))
    {
      const char *name = NULL;

      if (entry == NULL)
        {
          set_damaged (error);
          return NULL;
        }

      name = get_name (entry);
      if (name != NULL && g_ascii_strcasecmp (name, key) == 0)
        return g_steal_pointer (&archive);
    }

  return NULL;
}

/**
 * taga_container_read:
 * @self: a container
 * @name: a part's name
 * @limit: so many bytes it may unpack to
 * @func: takes its blocks
 * @user_data: data for @func
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Unpacks a part, block by block.
 *
 * Returns: `TRUE` if all of it was taken; `FALSE` with @error set to a `TAGA_SHEET_ERROR`, the
 * error of @func or `G_IO_ERROR_CANCELLED`, or not set if @func had enough
 */
gboolean
taga_container_read (TagaContainer *self,
                     const char *name,
                     guint64 limit,
                     TagaBlockFunc func,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  const Part *part = g_hash_table_lookup (self->parts, key);
  g_autoptr (Source) source = NULL;
  g_autoptr (Archive) archive = NULL;

  if (part == NULL)
    {
      g_set_error (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
                   _ ("The workbook is damaged: its part “%s” is missing. Open it in your "
                      "spreadsheet program, save it again and try once more."),
                   name);
      return FALSE;
    }
  if (part->locked)
    {
      g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_LOCKED,
                           _ ("The workbook is packed with a password. Unpack it and open the "
                              "workbook that comes out."));
      return FALSE;
    }
  if (part->size > limit)
    return set_dangerous (error, _ ("A part of the workbook is larger than can be read safely. "
                                    "Divide the workbook into smaller ones."));

  source = new_source (self, cancellable);
  archive = open_part (source, key, error);

  return archive != NULL && read_blocks (archive, source, part, func, user_data, error);
}
