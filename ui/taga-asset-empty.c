#include "taga-asset-empty.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Who has filtered everything away has no row to go back from. */
static GtkWidget *
create_show_all (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show _All Rows (Esc)"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "table.clear-filters");

  return button;
}

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
      adw_status_page_set_child (page, create_show_all ());
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
