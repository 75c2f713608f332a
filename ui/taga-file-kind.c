#include "taga-file-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Which files there are, and how they are named.
 */

#define MAX_SUFFIXES 4

/* The first suffix is the one that a new file gets. */
static const struct
{
  const char *title;
  const char *suffixes[MAX_SUFFIXES + 1];
} descriptions[] = {
  [TAGA_FILE_COMPANY] = { N_ ("Company files (.taga)"), { "taga", NULL } },
  [TAGA_FILE_TABLE] = { N_ ("Workbooks and text files (.xlsx, .csv, .tsv, .txt)"),
                        { "xlsx", "csv", "tsv", "txt", NULL } },
  [TAGA_FILE_XLSX] = { N_ ("Excel workbook (.xlsx)"), { "xlsx", NULL } },
  [TAGA_FILE_CSV] = { N_ ("CSV text in UTF-8 (.csv)"), { "csv", NULL } },
  [TAGA_FILE_CSV_CP932] = { N_ ("CSV text in Shift_JIS (.csv)"), { "csv", NULL } },
  [TAGA_FILE_PDF] = { N_ ("PDF (.pdf)"), { "pdf", NULL } },
  [TAGA_FILE_DOCX] = { N_ ("Word document (.docx)"), { "docx", NULL } },
  [TAGA_FILE_SVG] = { N_ ("Picture that can be made larger (.svg)"), { "svg", NULL } },
  [TAGA_FILE_PNG] = { N_ ("Picture (.png)"), { "png", NULL } },
  [TAGA_FILE_ANY] = { N_ ("All files"), { NULL } },
};

/**
 * taga_file_kind_create_filter:
 * @kind: a kind
 *
 * Makes what a file dialog shows only files of a kind by.
 *
 * Returns: (transfer full): the filter
 */
GtkFileFilter *
taga_file_kind_create_filter (TagaFileKind kind)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  const char *const *suffixes = descriptions[kind].suffixes;

  gtk_file_filter_set_name (filter, _ (descriptions[kind].title));
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");

  return filter;
}

static gboolean
has_suffix (const char *name, const char *suffix)
{
  gsize n = strlen (name);
  gsize n_suffix = strlen (suffix);

  return n > n_suffix + 1 && name[n - n_suffix - 1] == '.'
         && g_ascii_strcasecmp (name + n - n_suffix, suffix) == 0;
}

static gboolean
is_named_like (TagaFileKind kind, const char *name)
{
  const char *const *suffixes = descriptions[kind].suffixes;

  for (guint i = 0; suffixes[i] != NULL; i++)
    if (has_suffix (name, suffixes[i]))
      return TRUE;

  return suffixes[0] == NULL;
}

/**
 * taga_file_kind_rename:
 * @kind: what is to be written
 * @kinds: (array length=n_kinds): what else there is
 * @n_kinds: how many
 * @name: a name
 *
 * Gives a name the ending of a kind, in place of that of another kind if it has one.
 *
 * Returns: (transfer full): the name
 */
char *
taga_file_kind_rename (TagaFileKind kind,
                       const TagaFileKind *kinds,
                       guint n_kinds,
                       const char *name)
{
  const char *suffix = descriptions[kind].suffixes[0];
  gsize length = strlen (name);

  if (is_named_like (kind, name))
    return g_strdup (name);

  for (guint i = 0; i < n_kinds; i++)
    {
      const char *other = descriptions[kinds[i]].suffixes[0];

      if (other != NULL && has_suffix (name, other))
        length = strlen (name) - strlen (other) - 1;
    }

  return g_strdup_printf ("%.*s.%s", (int) length, name, suffix);
}

/**
 * taga_file_kind_complete_name:
 * @kind: (inout): what the user chose to write
 * @kinds: (array length=n_kinds): what there was to choose; the first is chosen from the start
 * @n_kinds: how many
 * @name: the name that the user typed
 *
 * Settles in which format a file is written and what it is called. Who has chosen a format gets it,
 * with its ending. As long as nobody has, a name that ends like another of the formats says so
 * itself.
 *
 * Returns: (transfer full): the whole name
 */
char *
taga_file_kind_complete_name (TagaFileKind *kind,
                              const TagaFileKind *kinds,
                              guint n_kinds,
                              const char *name)
{
  for (guint i = 0; *kind == kinds[0] && i < n_kinds; i++)
    if (is_named_like (kinds[i], name))
      {
        *kind = kinds[i];
        return g_strdup (name);
      }

  return taga_file_kind_rename (*kind, kinds, n_kinds, name);
}
