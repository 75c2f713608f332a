#include <glib/gi18n-lib.h>

#include "taga-cli.h"
#include "taga-company.h"
#include "taga-founding.h"
#include "taga-registers.h"
#include "taga-text.h"

static TagaStore *
create_company (const char *path, const char *name, const char *edition, GError **error)
{
  TagaValue *company = taga_values_new (TAGA_COMPANY_N_FIELDS);
  TagaStore *store;

  company[TAGA_COMPANY_NAME].text = g_strdup (name != NULL ? name : _ ("Company without a name"));
  company[TAGA_COMPANY_EDITION].text = g_strdup (edition != NULL ? edition : "ipa-3.1");
  company[TAGA_COMPANY_FISCAL_MONTH].number = 4;
  company[TAGA_COMPANY_DATE_STYLE].text = g_strdup ("western");
  company[TAGA_COMPANY_FICTITIOUS].number = 0;
  store = taga_founding_new_company (path, company, error);
  taga_values_free (company, TAGA_COMPANY_N_FIELDS);

  return store;
}

/**
 * taga_cli_new:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Makes a company file.
 *
 * Returns: the exit status
 */
int
taga_cli_new (int n, char **arguments)
{
  g_autofree char *sample = NULL;
  g_autofree char *name = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *path = NULL;
  g_autofree char *edition = NULL;
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_STRING, &sample, NULL, NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &edition, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!taga_cli_parse (&n, &arguments, entries, 1, 1))
    return TAGA_CLI_USAGE;

  path = g_canonicalize_filename (arguments[1], NULL);
  if (edition != NULL && !g_strv_contains (taga_edition_get_known (), edition))
    return taga_cli_misuse (_ ("There is no such edition. There are: ipa-3.1, ipa-3.0."));

  if (sample != NULL && (name != NULL || edition != NULL))
    return taga_cli_misuse (_ ("A sample company has its own name and edition."));

  if (name != NULL)
    clean = taga_text_clean (name, -1, FALSE);
  if (name != NULL && clean == NULL)
    return taga_cli_misuse (_ ("The company’s name is empty."));

  if (sample != NULL)
    store = taga_founding_new_sample (path, sample, &error);
  else
    store = create_company (path, clean, edition, &error);

  return store == NULL ? taga_cli_fail (error) : TAGA_CLI_DONE;
}

static gboolean
print_counts (TagaStore *store, GError **error)
{
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      gint64 n = taga_store_count (store, types[i], error);

      if (n < 0)
        return FALSE;
      g_print ("%s\t%" G_GINT64_FORMAT "\n", taga_record_class_peek (types[i])->table, n);
    }

  return TRUE;
}

/**
 * taga_cli_verify:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Checks a company file and counts what is in it.
 *
 * Returns: the exit status; failed if anything is wrong
 */
int
taga_cli_verify (int n, char **arguments)
{
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (!taga_cli_parse (&n, &arguments, NULL, 1, 1))
    return TAGA_CLI_USAGE;

  store = taga_cli_open (arguments[1], TRUE, &error);
  if (store == NULL || !taga_store_verify (store, &problems, &error))
    return taga_cli_fail (error);

  for (guint i = 0; i < problems->len; i++)
    g_printerr ("taga-cli: %s\n", (const char *) g_ptr_array_index (problems, i));
  if (problems->len > 0)
    return TAGA_CLI_FAILED;

  return print_counts (store, &error) ? TAGA_CLI_DONE : taga_cli_fail (error);
}
