#include "taga-export.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-report-register.h"

static TagaDocument *
create_register (TagaStore *store, TagaPaper paper, GError **error)
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

  return taga_report_register_new (taga_store_get_edition (store),
                                   taga_record_get_text (company, TAGA_COMPANY_NAME), today, paper,
                                   taga_cursor_read, cursor, g_object_unref, (guint64) n);
}

/**
 * taga_export_create:
 * @store: a company file, which is read while the document is written
 * @report: name of a report: "register"
 * @paper: what it is printed on
 * @error: return location for an error
 *
 * Makes the document of a report from what is in a company file. Retired assets are left out.
 *
 * Returns: (transfer full) (nullable): the document, or `NULL` with `G_IO_ERROR_NOT_SUPPORTED` if
 * there is no such report, or any [error@StoreError]
 */
TagaDocument *
taga_export_create (TagaStore *store, const char *report, TagaPaper paper, GError **error)
{
  if (g_str_equal (report, "register"))
    return create_register (store, paper, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _ ("There is no report “%s”. There is: register."), report);
  return NULL;
}
