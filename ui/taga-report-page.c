#include "taga-report-page-private.h"

#include <glib/gi18n-lib.h>

#include "taga-export.h"
#include "taga-page.h"
#include "taga-pages.h"
#include "taga-preview.h"
#include "taga-profile-dialog.h"
#include "taga-report-row.h"
#include "taga-ui.h"

/* In a window of this width the options stand beside the paper without being asked for. */
#define WIDE 1180

/* A paper that takes longer than this many milliseconds is announced by a spinner. */
#define PATIENCE 300

/**
 * TagaReportPage:
 *
 * レポート: every paper and workbook of the program, how it looks now, how it is wanted, and one
 * click to a file or the printer.
 */
static void taga_report_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaReportPage,
                               taga_report_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_report_page_init_page))

static void
turned_cb (TagaReportPage *self)
{
  guint n = taga_paper_view_get_n_pages (self->paper_view);
  guint page = taga_paper_view_get_page (self->paper_view);
  int percent = (int) (taga_paper_view_get_scale (self->paper_view) * 100 + 0.5);
  g_autofree char *pages = n == 0 ? g_strdup ("") : g_strdup_printf ("%u / %u", page + 1, n);
  g_autofree char *zoom = g_strdup_printf ("%d%%", percent);

  gtk_label_set_label (self->page_label, pages);
  gtk_label_set_label (self->zoom_label, zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.previous-page", page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.next-page", page + 1 < n);
}

static void
show_view (TagaReportPage *self, const char *name)
{
  gboolean is_paper = g_str_equal (name, "pages");
  gboolean is_there = is_paper || g_str_equal (name, "sheets");

  gtk_stack_set_visible_child_name (self->views, name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.print", is_paper);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.copy", is_there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.save", is_there);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.save-as", is_there);
}

static void
stop_loading (TagaReportPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->wait_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
}

/* What is there at once needs no sign that it is coming. */
static gboolean
wait_cb (gpointer user_data)
{
  TagaReportPage *self = user_data;

  self->wait_id = 0;
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
show_failure (TagaReportPage *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed_page, text);
  show_view (self, "failed");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TagaReportPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaPreview) preview = taga_preview_load_finish (result, &error);

  /* A newer request has taken its place, or the page has gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  stop_loading (self);
  if (preview == NULL)
    {
      show_failure (self, error);
      return;
    }

  if (preview->layout != NULL)
    taga_paper_view_show (self->paper_view, preview->layout, self->shown == self->report);
  else
    taga_sheet_preview_show (self->sheet_preview, preview->tables);
  self->shown = self->report;
  show_view (self, preview->layout != NULL ? "pages" : "sheets");
}

/* What the report is made of is not there yet: says where to begin. */
static gboolean
show_need (TagaReportPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *advice = NULL;
  const TagaPageEntry *pages;
  int page;
  guint n;

  if (self->report->needs == NULL
      || taga_store_count (self->store, self->report->needs (), &error) != 0)
    return FALSE;

  pages = taga_pages_get (&n);
  page = taga_pages_find (self->report->page);
  advice = g_markup_escape_text (_ (self->report->advice), -1);
  adw_status_page_set_description (self->empty_page, advice);
  gtk_widget_set_visible (GTK_WIDGET (self->lead_button), page >= 0);
  if (page >= 0)
    {
      g_autofree char *label = g_strdup_printf (_ ("Go to %s"), _ (pages[page].title));

      gtk_button_set_label (self->lead_button, label);
    }
  show_view (self, "empty");

  return TRUE;
}

static void
load (TagaReportPage *self)
{
  self->is_stale = FALSE;
  stop_loading (self);
  if (self->store == NULL || self->report == NULL)
    {
      show_view (self, "no-file");
      return;
    }
  if (taga_report_options_get (self->options) == NULL || show_need (self))
    return;

  self->cancellable = g_cancellable_new ();
  self->wait_id = g_timeout_add (PATIENCE, wait_cb, self);
  taga_preview_load (self->store, self->report->name, taga_report_options_get (self->options),
                     self->cancellable, loaded_cb, g_object_ref (self));
}

static void
options_cb (TagaReportPage *self)
{
  load (self);
}

static void
show_report (TagaReportPage *self)
{
  gboolean is_paper = self->report->create_paper != NULL;
  g_autoptr (GMenuModel) formats = taga_report_row_create_formats (self->report);
  g_autoptr (GError) error = NULL;

  gtk_label_set_label (self->title_label, _ (self->report->title));
  gtk_widget_set_visible (self->write_button, g_str_equal (self->report->name, "profile"));
  gtk_widget_set_visible (self->print_button, is_paper);
  gtk_widget_set_visible (self->copy_button, (self->report->takes & TAGA_EXPORT_TAKES_CHART) != 0);
  adw_split_button_set_label (self->save_button, taga_report_row_get_save_label (self->report));
  adw_split_button_set_menu_model (self->save_button, formats);
  taga_report_options_show (self->options, self->store, self->report, &error);
  gtk_widget_set_sensitive (GTK_WIDGET (self->options_button),
                            taga_report_options_has_any (self->options));
  if (error != NULL)
    show_failure (self, error);
  else
    load (self);
}

static void
selected_cb (TagaReportPage *self, GtkListBoxRow *row)
{
  const TagaExportReport *report =
      row == NULL ? NULL : taga_export_find_report (gtk_widget_get_name (GTK_WIDGET (row)));

  if (report == NULL || report == self->report || self->store == NULL)
    return;

  self->report = report;
  show_report (self);
}

/* Nobody waits for the paper while another page is open. */
static void
store_changed_cb (TagaReportPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
  else
    self->is_stale = TRUE;
}

static gboolean
width_cb (gpointer user_data)
{
  TagaReportPage *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean is_wide = root != NULL && gtk_widget_get_width (GTK_WIDGET (root)) >= WIDE;

  self->width_id = 0;
  if (is_wide != self->is_wide && !self->is_projected)
    gtk_toggle_button_set_active (self->options_button, is_wide);
  self->is_wide = is_wide;

  return G_SOURCE_REMOVE;
}

/* Nothing is shown or hidden while sizes are given out. */
static void
layout_cb (TagaReportPage *self)
{
  if (self->width_id == 0)
    self->width_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_cb, self, NULL);
}

static void
taga_report_page_map (GtkWidget *widget)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (widget);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  GTK_WIDGET_CLASS (taga_report_page_parent_class)->map (widget);
  g_signal_connect_object (surface, "layout", G_CALLBACK (layout_cb), self, G_CONNECT_SWAPPED);
  layout_cb (self);
  if (self->is_stale && self->report != NULL && self->store != NULL)
    show_report (self);
}

static void
taga_report_page_unmap (GtkWidget *widget)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (widget));

  g_signal_handlers_disconnect_by_func (surface, layout_cb, widget);
  GTK_WIDGET_CLASS (taga_report_page_parent_class)->unmap (widget);
}

static void
taga_report_page_dispose (GObject *object)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (object);

  g_clear_handle_id (&self->width_id, g_source_remove);
  if (self->spinner != NULL)
    stop_loading (self);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_REPORT_PAGE);

  G_OBJECT_CLASS (taga_report_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TAGA_TYPE_PAPER_VIEW);
  g_type_ensure (TAGA_TYPE_REPORT_OPTIONS);
  g_type_ensure (TAGA_TYPE_SHEET_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, side);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, list);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, bar);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, recent_button);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, write_button);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, options_button);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, options_side);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, options);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, views);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, paper_view);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, foot);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, page_label);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, sheet_preview);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, lead_button);
  gtk_widget_class_bind_template_child (widget_class, TagaReportPage, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, turned_cb);
  gtk_widget_class_bind_template_callback (widget_class, options_cb);
}

/* The case profile has parts that no data can fill. */
static void
write_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (widget);
  const TagaExportOptions *options = taga_report_options_get (self->options);

  if (self->store != NULL)
    taga_profile_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)), self->store,
                                 options == NULL ? 0 : options->before,
                                 options == NULL ? 0 : options->after);
}

static void
taga_report_page_class_init (TagaReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_report_page_dispose;
  widget_class->map = taga_report_page_map;
  widget_class->unmap = taga_report_page_unmap;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "reports.write", NULL, write_action);
  taga_report_acts_install (widget_class);
}

static void
taga_report_page_init (TagaReportPage *self)
{
  guint n;
  const TagaExportReport *reports = taga_export_get_reports (&n);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, taga_report_row_new (&reports[i]));
  turned_cb (self);
  show_view (self, "no-file");
}

/**
 * taga_report_page_is_busy:
 * @self: the page
 *
 * Tells whether the report that is chosen is still being made.
 *
 * Returns: whether it is
 */
gboolean
taga_report_page_is_busy (TagaReportPage *self)
{
  g_return_val_if_fail (TAGA_IS_REPORT_PAGE (self), FALSE);

  return self->cancellable != NULL;
}

static void
taga_report_page_set_store (TagaPage *page, TagaStore *store)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (page);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  taga_report_options_clear (self->options);
  stop_loading (self);
  g_set_object (&self->store, store);
  self->shown = NULL;
  gtk_widget_set_sensitive (self->bar, store != NULL);
  taga_report_acts_fill_recent (self);
  if (store == NULL)
    {
      load (self);
      return;
    }

  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (self->report == NULL)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_report (self);
  else
    self->is_stale = TRUE;
}

static void
taga_report_page_take_focus (TagaPage *page)
{
  taga_report_acts_focus_list (TAGA_REPORT_PAGE (page));
}

/* A link names a report. */
static void
taga_report_page_show_item (TagaPage *page, const char *item)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (page);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), item))
      gtk_list_box_select_row (self->list, row);
}

/* To a room only the paper is shown, page by page. */
static void
taga_report_page_set_projector (TagaPage *page, gboolean on)
{
  TagaReportPage *self = TAGA_REPORT_PAGE (page);

  self->is_projected = on;
  gtk_widget_set_visible (self->side, !on);
  gtk_widget_set_visible (self->bar, !on);
  gtk_widget_set_visible (self->foot, !on);
  gtk_toggle_button_set_active (self->options_button, !on && self->is_wide);
  taga_paper_view_set_zoom (self->paper_view, on ? TAGA_PAPER_ZOOM_PAGE : TAGA_PAPER_ZOOM_WIDTH);
  if (on && self->shown != NULL && self->shown->create_paper != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->paper_view));
}

static void
taga_report_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = taga_report_page_set_store;
  iface->take_focus = taga_report_page_take_focus;
  iface->show_item = taga_report_page_show_item;
  iface->set_projector = taga_report_page_set_projector;
}
