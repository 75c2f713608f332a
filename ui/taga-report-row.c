#include "taga-report-row.h"

#include <glib/gi18n-lib.h>

#include "taga-report-action.h"
#include "taga-ui.h"

/* What the page of reports says of a report: in its list, and on its buttons. */

static const struct
{
  TagaFileKind kind;
  const char *label;
  const char *save;
} labels[] = {
  { TAGA_FILE_PDF, N_ ("PDF…"), N_ ("_Save as PDF…") },
  { TAGA_FILE_DOCX, N_ ("Word…"), N_ ("_Save for Word…") },
  { TAGA_FILE_XLSX, N_ ("Excel…"), N_ ("_Save for Excel…") },
  { TAGA_FILE_CSV, N_ ("CSV in UTF-8…"), N_ ("_Save as CSV…") },
  { TAGA_FILE_CSV_CP932, N_ ("CSV in Shift_JIS…"), N_ ("_Save as CSV…") },
  { TAGA_FILE_SVG, N_ ("Picture (SVG)…"), N_ ("_Save as SVG…") },
  { TAGA_FILE_PNG, N_ ("Picture (PNG)…"), N_ ("_Save as PNG…") },
};

/**
 * taga_report_row_new:
 * @report: a report
 *
 * Makes a row of the list: what the report is called, what it is for, and for whom.
 *
 * Returns: (transfer floating): the row, whose name is that of the report
 */
GtkWidget *
taga_report_row_new (const TagaExportReport *report)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = taga_ui_create_label (_ (report->title));
  GtkWidget *purpose = taga_ui_create_label (_ (report->purpose));

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (purpose, "caption");
  gtk_widget_add_css_class (purpose, "dim-label");
  gtk_widget_add_css_class (box, "taga-report-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), purpose);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, report->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (report->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (report->purpose), -1);

  return row;
}

static guint
find_label (TagaFileKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (labels[i].kind == kind)
      return i;

  g_return_val_if_reached (0);
}

/**
 * taga_report_row_create_formats:
 * @report: a report
 *
 * Makes the menu of the formats that there are.
 *
 * Returns: (transfer full): the menu, whose entries call "reports.save-as"
 */
GMenuModel *
taga_report_row_create_formats (const TagaExportReport *report)
{
  GMenu *menu = g_menu_new ();
  TagaFileKind kinds[8];
  guint n = taga_report_action_list_kinds (report, kinds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (labels[find_label (kinds[i])].label), NULL);

      g_menu_item_set_action_and_target (item, "reports.save-as", "i", (int) kinds[i]);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/**
 * taga_report_row_get_save_label:
 * @report: a report
 *
 * Gets what the button says that saves it in its usual format.
 *
 * Returns: (transfer none): the label
 */
const char *
taga_report_row_get_save_label (const TagaExportReport *report)
{
  TagaFileKind kinds[8] = { TAGA_FILE_PDF };

  taga_report_action_list_kinds (report, kinds);
  return _ (labels[find_label (kinds[0])].save);
}
