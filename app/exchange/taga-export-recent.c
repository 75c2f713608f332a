#include "taga-export-recent.h"

#include <string.h>

#include "taga-setting.h"

/*
 * The files that were written from a company file, the newest first: a line each, with the report,
 * the time and the address between tabs. The list comes from outside; a line that is not as it
 * should be is passed over.
 */

#define SETTING "recent-reports"

/* A longer address is not worth remembering, and ten of them fit into a setting. */
#define MAX_ADDRESS 4096

static void
free_recent (gpointer data)
{
  TagaExportRecent *recent = data;

  g_free (recent->time);
  g_object_unref (recent->file);
  g_free (recent);
}

static void
read_line (GPtrArray *recents, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", -1);
  TagaExportRecent *recent;

  /* Only files of a computer are written; nothing else is opened because a file says so. */
  if (g_strv_length (parts) != 3 || taga_export_find_report (parts[0]) == NULL
      || !g_str_has_prefix (parts[2], "file:///"))
    return;

  recent = g_new0 (TagaExportRecent, 1);
  recent->report = taga_export_find_report (parts[0]);
  recent->time = g_strdup (parts[1]);
  recent->file = g_file_new_for_uri (parts[2]);
  g_ptr_array_add (recents, recent);
}

/**
 * taga_export_recent_read:
 * @store: a company file
 *
 * Reads which files were written from it, the newest first, at most ten.
 *
 * Returns: (transfer full) (element-type TagaExportRecent): the files
 */
GPtrArray *
taga_export_recent_read (TagaStore *store)
{
  GPtrArray *recents = g_ptr_array_new_with_free_func (free_recent);
  g_autofree char *text = taga_setting_get (store, SETTING, NULL);
  g_auto (GStrv) lines = g_strsplit (text == NULL ? "" : text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && recents->len < TAGA_EXPORT_MAX_RECENT; i++)
    read_line (recents, lines[i]);

  return recents;
}

/**
 * taga_export_recent_add:
 * @store: a company file, in which no step is under way
 * @report: name of the report
 * @file: the file that was written
 * @error: return location for an error
 *
 * Remembers a file that was written now. That is a setting and no step of the history. The same
 * file, written again, stands in the list once.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_export_recent_add (TagaStore *store, const char *report, GFile *file, GError **error)
{
  g_autoptr (GPtrArray) recents = taga_export_recent_read (store);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *address = g_file_get_uri (file);
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (taga_export_find_report (report) != NULL, FALSE);

  if (strlen (address) > MAX_ADDRESS)
    return TRUE;

  g_string_append_printf (text, "%s\t%s\t%s\n", report, time, address);
  for (guint i = 0, n = 1; i < recents->len && n < TAGA_EXPORT_MAX_RECENT; i++)
    {
      const TagaExportRecent *recent = g_ptr_array_index (recents, i);
      g_autofree char *other = g_file_get_uri (recent->file);

      if (g_str_equal (other, address))
        continue;
      g_string_append_printf (text, "%s\t%s\t%s\n", recent->report->name, recent->time, other);
      n++;
    }

  return taga_setting_set (store, SETTING, text->str, error);
}
