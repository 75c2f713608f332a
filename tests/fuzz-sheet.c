#define _GNU_SOURCE

#include "fuzz-sheet.h"

#include "taga-sheet.h"

#include <sys/mman.h>
#include <unistd.h>

static void
check_text (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (text, -1), >, 0);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, 32767);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (*p == '\n' || !g_unichar_iscntrl (g_utf8_get_char (p)));
}

/* Checks what the reader promises of each row. */
static gboolean
check_row (guint row, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  guint *last = user_data;

  g_assert_cmpuint (row, >, *last);
  g_assert_cmpuint (row, <=, 1048576);
  g_assert_cmpuint (n_cells, >, 0);
  *last = row;

  for (guint i = 0; i < n_cells; i++)
    {
      g_assert_cmpuint (cells[i].column, <, 16384);
      g_assert_true (i == 0 || cells[i].column > cells[i - 1].column);
      check_text (cells[i].text);
    }

  return TRUE;
}

static void
read_sheet (TagaSheets *sheets, guint sheet)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (GError) error = NULL;
      guint last = 0;

      if (!taga_sheets_read (sheets, sheet, check_row, &last, NULL, &error))
        g_assert_true (error != NULL && error->domain == TAGA_SHEET_ERROR);

      /* A second reading never wants a third. */
      g_assert_true (pass == 0 || !taga_sheets_needs_reread (sheets));
    }
}

/* Reads bytes as a file, without a disk, and aborts if the reader breaks a promise. */
void
fuzz_sheet_read (gconstpointer data, gsize size)
{
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaSheets) sheets = NULL;

  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  sheets = taga_sheets_open (file, &error);
  close (fd);

  if (sheets == NULL)
    g_assert_true (error != NULL && error->domain == TAGA_SHEET_ERROR);
  else
    for (guint i = 0; i < MIN (taga_sheets_get_count (sheets), 4); i++)
      read_sheet (sheets, i);
}
