#include "taga-asset-empty.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * taga_asset_empty_new:
 * @is_narrowed: whether a search or filters leave assets out
 *
 * Makes what stands in the register's place when it shows no row: what it is for and the next step,
 * or why nothing is in it.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
taga_asset_empty_new (gboolean is_narrowed)
{
  AdwStatusPage *page = ADW_STATUS_PAGE (adw_status_page_new ());

  if (is_narrowed)
    {
      adw_status_page_set_icon_name (page, "edit-find-symbolic");
      adw_status_page_set_title (page, _ ("Nothing matches"));
      adw_status_page_set_description (page, _ ("Change the search or the filters, or show all."));
    }
  else
    {
      adw_status_page_set_icon_name (page, "x-office-spreadsheet-symbolic");
      adw_status_page_set_title (page, _ ("The register is empty"));
      adw_status_page_set_description (
          page,
          _ ("List the information that the work depends on: drawings, customer lists, accounts. "
             "Add the first with “Asset”, or take over last year's Excel file with “Import…”."));
    }

  return GTK_WIDGET (page);
}
