#include "taga-pages.h"

#include <glib/gi18n-lib.h>

#include "taga-asset-page.h"
#include "taga-check-page.h"
#include "taga-company-page.h"
#include "taga-history-page.h"
#include "taga-home-page.h"
#include "taga-page.h"
#include "taga-report-page.h"
#include "taga-risk-page.h"
#include "taga-rounds-page.h"
#include "taga-self-check-page.h"
#include "taga-threat-page.h"

/* The pages, in the order of the work. */
static const TagaPageEntry pages[] = {
  { "home", N_ ("Home"), "go-home-symbolic", NULL, taga_home_page_get_type },
  { "company", N_ ("Our Company"), "system-users-symbolic", NULL, taga_company_page_get_type },
  { "self-check", N_ ("Self-Check"), "emblem-ok-symbolic", NULL, taga_self_check_page_get_type },
  { "assets", N_ ("Information Assets"), "x-office-spreadsheet-symbolic", N_ ("Analyse"),
    taga_asset_page_get_type },
  { "threats", N_ ("Threats"), "dialog-warning-symbolic", N_ ("Analyse"),
    taga_threat_page_get_type },
  { "checks", N_ ("Checks"), "checkbox-checked-symbolic", N_ ("Analyse"),
    taga_check_page_get_type },
  { "risks", N_ ("Risks"), "view-grid-symbolic", N_ ("Analyse"), taga_risk_page_get_type },
  { "rounds", N_ ("Rounds"), "view-refresh-symbolic", N_ ("Keep going"),
    taga_rounds_page_get_type },
  { "reports", N_ ("Reports"), "x-office-document-symbolic", N_ ("Keep going"),
    taga_report_page_get_type },
  { "history", N_ ("History"), "document-open-recent-symbolic", N_ ("Keep going"),
    taga_history_page_get_type },
};

/**
 * taga_pages_get:
 * @n: (out): how many there are
 *
 * Gives the pages of the workbench in the order of the sidebar.
 *
 * Returns: (transfer none) (array length=n): the pages
 */
const TagaPageEntry *
taga_pages_get (guint *n)
{
  *n = G_N_ELEMENTS (pages);
  return pages;
}

/**
 * taga_pages_find:
 * @name: (nullable): name of a page
 *
 * Finds a page.
 *
 * Returns: its place in the sidebar, or -1 if there is none of that name
 */
int
taga_pages_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0)
      return (int) i;

  return -1;
}

/**
 * taga_pages_finish_editing:
 * @stack: what shows the pages
 *
 * Keeps what is being entered on any page, also on those that somebody has left with something
 * that was refused.
 *
 * Returns: (transfer none) (nullable): name of a page that could not keep it, or `NULL` if all is
 *   kept
 */
const char *
taga_pages_finish_editing (GtkStack *stack)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (stack, pages[i].name);

      if (page != NULL && !taga_page_finish_editing (TAGA_PAGE (page)))
        return pages[i].name;
    }

  return NULL;
}

/* The first page of a section carries the section's name. */
static void
update_header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const char *section = pages[gtk_list_box_row_get_index (row)].section;
  const char *above = before == NULL ? NULL : pages[gtk_list_box_row_get_index (before)].section;
  GtkWidget *label;

  if (section == NULL || g_strcmp0 (section, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (_ (section));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "taga-section");
  gtk_list_box_row_set_header (row, label);
}

/**
 * taga_pages_fill:
 * @navigation: the list in the sidebar
 *
 * Fills the sidebar with the pages.
 */
void
taga_pages_fill (GtkListBox *navigation)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      GtkWidget *icon = gtk_image_new_from_icon_name (pages[i].icon);
      GtkWidget *label = gtk_label_new (_ (pages[i].title));

      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), label);
      gtk_list_box_append (navigation, box);
    }

  gtk_list_box_set_header_func (navigation, update_header_cb, NULL, NULL);
}
