#include <glib/gi18n-lib.h>

#include "taga-chart-source.h"
#include "taga-chart-writer.h"
#include "taga-cli.h"

static int
refuse_kind (const char *kind)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  g_string_printf (sentence, _ ("There is no chart “%s”. There are:"), kind);
  for (guint i = 0; taga_chart_source_get_kind (i) != NULL; i++)
    g_string_append_printf (sentence, " %s", taga_chart_source_get_kind (i));

  return taga_cli_misuse (sentence->str);
}

/**
 * taga_cli_chart:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Writes a chart to a file; its extension says in which format.
 *
 * Returns: the exit status
 */
int
taga_cli_chart (int n, char **arguments)
{
  gint64 before = 0, after = 0;
  g_autofree char *palette = NULL;
  gboolean replace = FALSE;
  const GOptionEntry entries[] = {
    { "before", 0, 0, G_OPTION_ARG_INT64, &before, NULL, NULL },
    { "after", 0, 0, G_OPTION_ARG_INT64, &after, NULL, NULL },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &palette, NULL, NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  TagaPaletteKind kind = TAGA_PALETTE_PRINT;
  TagaChartFormat format;
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (TagaChart) chart = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;

  if (!taga_cli_parse (&n, &arguments, entries, 3, 3))
    return TAGA_CLI_USAGE;
  if (taga_chart_source_get_title (arguments[2]) == NULL)
    return refuse_kind (arguments[2]);
  if (palette != NULL && !taga_palette_from_key (palette, &kind))
    return taga_cli_misuse (
        _ ("--palette must be light, dark, contrast, contrast-dark, print or monochrome."));
  if (before < 0 || after < 0)
    return taga_cli_misuse (_ ("The number of an entry is a whole number from 1."));
  if (before != 0 && !taga_chart_source_has_before (arguments[2]))
    return taga_cli_misuse (_ ("--before is for charts that compare two rounds."));

  store = taga_cli_open (arguments[1], TRUE, &error);
  if (store == NULL)
    return taga_cli_fail (error);
  chart = taga_chart_source_new (store, arguments[2], before, after, &error);
  if (chart == NULL)
    return taga_cli_fail (error);

  target = g_file_new_for_path (arguments[3]);
  taga_chart_format_init (&format, chart, kind);
  if (!taga_chart_write (chart, &format, target, replace ? TAGA_WRITE_REPLACE : TAGA_WRITE_NONE,
                         &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}
