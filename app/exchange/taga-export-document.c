#include "taga-export-document.h"

#include "taga-asset.h"
#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-report-register.h"

/* Makes the register. Retired assets are left out. */
TagaDocument *
taga_export_register (TagaStore *store, const TagaExportOptions *options, GError **error)
{
  g_autoptr (TagaRecord) company = NULL;
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autofree char *today = taga_date_today ();
  TagaCursor *cursor;
  gint64 n;

  company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);
  n = taga_store_count (store, TAGA_TYPE_ASSET, error);
  if (company == NULL || n < 0)
    return NULL;

  query->scope = TAGA_SCOPE_IN_USE;
  cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, query, error);
  if (cursor == NULL)
    return NULL;

  return taga_report_register_new (
      taga_store_get_edition (store), taga_record_get_text (company, TAGA_COMPANY_NAME), today,
      options->size, taga_cursor_read, cursor, g_object_unref, (guint64) n);
}
