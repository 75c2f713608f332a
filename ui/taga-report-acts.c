#include <glib/gi18n-lib.h>

#include "taga-export-chart.h"
#include "taga-page.h"
#include "taga-report-action.h"
#include "taga-report-page-private.h"
#include "taga-report-picture.h"
#include "taga-report-recent.h"
#include "taga-report-save.h"
#include "taga-ui.h"

/* What can be done on the page of reports. */

static void
written_cb (GFile *target, gpointer user_data)
{
  taga_report_acts_fill_recent (user_data);
}

static void
again (const char *report, GFile *file, gpointer user_data)
{
  TagaReportPage *self = user_data;

  taga_report_save_again (GTK_WIDGET (self), self->store, report, file, written_cb, self);
}

/**
 * taga_report_acts_fill_recent:
 * @self: the page
 *
 * Lists the files that were written lately.
 */
void
taga_report_acts_fill_recent (TagaReportPage *self)
{
  taga_report_recent_fill (self->recent_button, self->store, again, self);
}

static void
save_as_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (widget);

  taga_report_save_run (widget, self->store, self->report, taga_report_options_get (self->options),
                        (TagaFileKind) g_variant_get_int32 (parameter), written_cb, self);
}

static void
save_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaFileKind kinds[8] = { TAGA_FILE_PDF };

  taga_report_action_list_kinds (TAGA_REPORT_PAGE (widget)->report, kinds);
  gtk_widget_activate_action (widget, "reports.save-as", "i", (int) kinds[0]);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (widget);

  taga_report_action_print (widget, self->store, self->report->name,
                            taga_report_options_get (self->options));
}

/* The picture is made of the file as it is now, as a file of it would be. */
static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (widget);
  const TagaExportOptions *options = taga_report_options_get (self->options);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaChart) chart = taga_export_new_chart (self->store, options, &error);
  g_autoptr (GdkTexture) picture = NULL;

  if (chart == NULL)
    {
      taga_ui_show_error (widget, _ ("The Chart Could Not Be Copied"), error);
      return;
    }

  picture = taga_report_picture_new (chart, taga_export_get_palette (options));
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), picture);
  taga_ui_toast (widget, _ ("The chart is copied as a picture. Paste it into a slide or a mail."));
}

static void
lead_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  taga_page_open (widget, TAGA_REPORT_PAGE (widget)->report->page, NULL);
}

static void
turn_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (widget);
  guint page = taga_paper_view_get_page (self->paper_view);

  taga_paper_view_turn_to (self->paper_view,
                           g_str_equal (action_name, "reports.next-page") ? page + 1 : page - 1);
}

static void
zoom_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (widget);

  if (parameter == NULL)
    taga_paper_view_set_zoom (self->paper_view, TAGA_PAPER_ZOOM_PAGE);
  else if (g_variant_get_int32 (parameter) == 0)
    taga_paper_view_set_zoom (self->paper_view, TAGA_PAPER_ZOOM_WIDTH);
  else
    taga_paper_view_step_zoom (self->paper_view, g_variant_get_int32 (parameter));
}

static gboolean
has_focus (TagaReportPage *self, GtkWidget *part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && (focus == part || gtk_widget_is_ancestor (focus, part));
}

/**
 * taga_report_acts_focus_list:
 * @self: the page
 *
 * Puts the keys on the report that is chosen.
 */
void
taga_report_acts_focus_list (TagaReportPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL || !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* From the list to the paper, to its options, and to the list again. */
static void
other_part_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (widget);
  GtkWidget *paper = gtk_stack_get_visible_child (self->views);
  GtkWidget *options = GTK_WIDGET (self->options);
  int place = has_focus (self, options) ? 2 : has_focus (self, paper) ? 1 : 0;
  int next = (place + (g_str_equal (action_name, "reports.other-part") ? 1 : 2)) % 3;

  if (next == 2 && !taga_report_options_has_any (self->options))
    next = place == 1 ? 0 : 1;

  if (next == 1 && paper == gtk_widget_get_parent (GTK_WIDGET (self->paper_view)))
    gtk_widget_grab_focus (GTK_WIDGET (self->paper_view));
  else if (next == 1)
    gtk_widget_child_focus (paper, GTK_DIR_TAB_FORWARD);
  else if (next == 2)
    {
      gtk_toggle_button_set_active (self->options_button, TRUE);
      gtk_widget_child_focus (options, GTK_DIR_TAB_FORWARD);
    }
  else
    taga_report_acts_focus_list (self);
}

/**
 * taga_report_acts_install:
 * @widget_class: the class of the page
 *
 * Gives the page what can be done on it, and the keys for it.
 */
void
taga_report_acts_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reports.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "reports.save-as", "i", save_as_action);
  gtk_widget_class_install_action (widget_class, "reports.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "reports.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "reports.lead", NULL, lead_action);
  gtk_widget_class_install_action (widget_class, "reports.previous-page", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "reports.next-page", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "reports.zoom", "i", zoom_action);
  gtk_widget_class_install_action (widget_class, "reports.whole-page", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "reports.other-part", NULL, other_part_action);
  gtk_widget_class_install_action (widget_class, "reports.last-part", NULL, other_part_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "reports.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "reports.other-part", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, GDK_SHIFT_MASK,
                                       "reports.last-part", NULL);
}
