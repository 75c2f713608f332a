#include "taga-language.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
names_japanese (const char *variable)
{
  const char *value = g_getenv (variable);

  return value != NULL && g_str_has_prefix (value, "ja");
}

/**
 * taga_language_init:
 *
 * Takes the language over from the locale. Where a Japanese locale is asked for that the machine
 * has not generated, the texts are Japanese all the same. Called once, before any other thread
 * runs.
 */
void
taga_language_init (void)
{
  const char *folder = g_getenv ("TAGA_LOCALEDIR");

  if (setlocale (LC_ALL, "") == NULL && setlocale (LC_ALL, "C.UTF-8") != NULL
      && (names_japanese ("LC_ALL") || names_japanese ("LC_MESSAGES") || names_japanese ("LANG")))
    g_setenv ("LANGUAGE", "ja", FALSE);

  /* Texts are UTF-8, also where the locale says nothing of them. */
  if (g_strcmp0 (setlocale (LC_CTYPE, NULL), "C") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");

  bindtextdomain (GETTEXT_PACKAGE, folder == NULL ? TAGA_LOCALEDIR : folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * taga_language_is_japanese:
 *
 * Tells which of the languages of data texts to show: that of the program's own texts.
 *
 * Returns: `TRUE` for Japanese, `FALSE` for English
 */
gboolean
taga_language_is_japanese (void)
{
  /* Translators: the language of this translation, "ja" or "en" */
  return g_str_equal (C_ ("language", "en"), "ja");
}
