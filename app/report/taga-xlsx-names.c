#include "taga-xlsx.h"

#include <string.h>

/* What a sheet's name may be long, in UTF-16. */
#define MAX_NAME 31

/* Room for the number that tells two sheets of the same name apart. */
#define MAX_STEM (MAX_NAME - 5)

/* The signs that a sheet's name must not have, and those that stand in for them. An apostrophe
 * would be allowed within a name, but not at its ends, and each use of the name would have to
 * double it. */
static const struct
{
  gunichar from;
  gunichar to;
} substitutes[] = {
  { '[', 0xFF3B }, { ']', 0xFF3D }, { ':', 0xFF1A },  { '*', 0xFF0A },
  { '?', 0xFF1F }, { '/', 0xFF0F }, { '\\', 0xFF3C }, { '\'', 0x2019 },
};

/* Excel keeps these names for itself. */
static const char *const reserved[] = { "history", "履歴", NULL };

static gunichar
substitute (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (substitutes); i++)
    {
      if (substitutes[i].from == c)
        return substitutes[i].to;
    }

  return c == '\n' || c == '\t' ? ' ' : c;
}

static char *
shorten (const char *text, guint max)
{
  g_autoptr (GString) name = g_string_new (NULL);
  guint n_units = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = substitute (g_utf8_get_char (c));

      n_units += character > 0xFFFF ? 2 : 1;
      if (n_units > max)
        break;
      g_string_append_unichar (name, character);
    }

  return g_strstrip (g_string_free (g_steal_pointer (&name), FALSE));
}

/* A spreadsheet does not tell names apart by upper and lower case. */
static gboolean
take_name (GHashTable *names, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return !g_strv_contains (reserved, folded) && g_hash_table_add (names, g_steal_pointer (&folded));
}

/**
 * taga_xlsx_take_name:
 * @job: the job
 * @names: (element-type utf8): names that are taken; the new one is added
 * @heading: what the sheet should be called
 *
 * Finds a name for a sheet: one that a spreadsheet accepts and that no other sheet has.
 *
 * Returns: (transfer full): the name
 */
char *
taga_xlsx_take_name (TagaWriteJob *job, GHashTable *names, const char *heading)
{
  const char *clean = taga_write_job_clean (job, heading);
  g_autofree char *name = shorten (clean, MAX_NAME);
  g_autofree char *stem = NULL;

  if (*name == '\0')
    {
      clean = taga_document_is_japanese (job->document) ? "シート" : "Sheet";
      g_free (name);
      name = g_strdup (clean);
    }

  stem = shorten (name, MAX_STEM);
  for (guint i = 2; !take_name (names, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", stem, i);
    }

  return g_steal_pointer (&name);
}

/**
 * taga_xlsx_escape_print:
 * @job: the job
 * @text: text for the head or foot of a page
 *
 * Makes a text fit for the head or foot of a page, where an ampersand begins a command and little
 * fits.
 *
 * Returns: (transfer full): the text
 */
char *
taga_xlsx_escape_print (TagaWriteJob *job, const char *text)
{
  const char *clean = taga_write_job_clean (job, text);
  g_autoptr (GString) result = g_string_new (NULL);
  guint n = 0;

  for (const char *c = clean; *c != '\0' && n < TAGA_XLSX_MAX_PRINT; c = g_utf8_next_char (c), n++)
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '&')
        g_string_append_c (result, '&');
      g_string_append_unichar (result, character < 0x20 ? ' ' : character);
    }

  return g_string_free (g_steal_pointer (&result), FALSE);
}
