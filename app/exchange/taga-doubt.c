#include "taga-doubt.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"

/* Says which asset it is: its name, business and medium, as far as they are known. */
static char *
describe_asset (TagaEdition *edition, TagaRecord *record, gboolean japanese)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  const char *business = taga_record_get_text (record, TAGA_ASSET_BUSINESS);
  g_autofree char *medium =
      taga_edition_format (edition, &klass->fields[TAGA_ASSET_MEDIUM],
                           taga_record_get_value (record, TAGA_ASSET_MEDIUM), japanese);
  GString *text = g_string_new (taga_record_get_text (record, TAGA_ASSET_NAME));

  if (business != NULL)
    g_string_append_printf (text, " ・ %s", business);
  if (*medium != '\0')
    g_string_append_printf (text, " ・ %s", medium);

  return g_string_free (text, FALSE);
}

/**
 * taga_doubt_describe:
 * @doubt: a doubt
 * @edition: the method edition
 * @record: (nullable): the asset that the row was taken for; `NULL` for a new one
 * @japanese: whether media are called in Japanese
 *
 * Says which asset a row was taken for, and why that is not certain.
 *
 * Returns: (transfer full) (nullable): a sentence, or `NULL` if there is no doubt
 */
char *
taga_doubt_describe (TagaDoubt doubt, TagaEdition *edition, TagaRecord *record, gboolean japanese)
{
  g_autofree char *asset = record == NULL ? NULL : describe_asset (edition, record, japanese);

  switch (doubt)
    {
    case TAGA_DOUBT_SPELLING:
      return g_strdup_printf (_ ("The register writes the name differently: “%s”."), asset);
    case TAGA_DOUBT_BUSINESS:
      return g_strdup_printf (_ ("Found by its name and medium only: “%s”."), asset);
    case TAGA_DOUBT_MEDIUM:
      return g_strdup_printf (_ ("Found by its business and name only: “%s”."), asset);
    case TAGA_DOUBT_SEVERAL:
      return asset == NULL
                 ? g_strdup (_ ("The register has assets that are called so; which one is meant "
                                "cannot be told."))
                 : g_strdup_printf (_ ("The register has several of that name. The first one is "
                                       "taken: “%s”."),
                                    asset);
    case TAGA_DOUBT_TWICE:
      return g_strdup (_ ("Another sheet of the file has the same asset."));
    case TAGA_DOUBT_NONE:
    default:
      return NULL;
    }
}
