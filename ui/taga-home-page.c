#include "taga-home-page.h"

#include <glib/gi18n-lib.h>

#include "taga-chart-menu.h"
#include "taga-date.h"
#include "taga-due-list.h"
#include "taga-home-charts.h"
#include "taga-home-layout.h"
#include "taga-ladder-later.h"
#include "taga-page.h"
#include "taga-pages.h"
#include "taga-step-card.h"
#include "taga-ui.h"
#include "taga-yen.h"

/**
 * TagaHomePage:
 *
 * ホーム: where the company stands on the guideline's four steps, the one next thing to do, and at
 * a glance the last two rounds, the risks, what is due and what it costs. It is read when the
 * window has been drawn, so that opening a file does not wait for it.
 */
struct _TagaHomePage
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  guint refresh_id;
  gboolean is_stale;     /* whether the file changed while nobody looked */
  gboolean is_projected; /* whether the page is shown to a room */
  TagaLadderMove move;   /* the next thing to do */
  gint64 round;          /* in which */
  char *page;            /* where the next thing is done */
  char *item;            /* (nullable): and what it is about */

  /* Template */
  GtkWidget *content;
  GtkLabel *failure;
  GtkWidget *steps;
  GtkWidget *next_card;
  GtkLabel *next_title;
  GtkLabel *next_reason;
  GtkWidget *next_button;
  GtkWidget *later_button;
  GtkWidget *back_button;
  GtkWidget *parts;
  GtkLabel *radar_title;
  GtkWidget *radar_words;
  TagaChartView *radar;
  gint64 radar_round; /* whose scores the radar shows last; 0 if it shows none */
  GtkWidget *numbers;
  GtkGrid *table;
  GtkWidget *barrel_words;
  TagaChartView *barrel;
  GtkWidget *bands_words;
  TagaChartView *bands;
  GtkWidget *side;
  TagaDueList *due;
  GtkWidget *cost_card;
  GtkLabel *cost_label;
  GtkProgressBar *cost_bar;
  GtkWidget *later;
};

static void taga_home_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaHomePage,
                               taga_home_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_home_page_init_page))

static TagaStepCard *
get_card (TagaHomePage *self, guint step)
{
  GtkWidget *card = gtk_widget_get_first_child (self->steps);

  for (guint i = 0; i < step; i++)
    card = gtk_widget_get_next_sibling (card);

  return TAGA_STEP_CARD (card);
}

static void
show_ladder (TagaHomePage *self, const TagaLadder *ladder)
{
  g_autofree char *title = g_strdup_printf (_ ("Next: %s"), ladder->title);

  for (guint i = 0; i < TAGA_N_STEPS; i++)
    taga_step_card_set_step (get_card (self, i), &ladder->steps[i], i == ladder->current);

  g_free (self->page);
  g_free (self->item);
  self->page = g_strdup (ladder->page);
  self->item = g_strdup (ladder->item);
  self->move = ladder->move;
  self->round = ladder->round;
  gtk_label_set_label (self->next_title, title);
  gtk_label_set_label (self->next_reason, ladder->reason);
  gtk_widget_set_visible (self->next_button, taga_pages_find (self->page) >= 0);
  gtk_widget_set_visible (self->later_button, taga_ladder_may_wait (ladder->move)
                                                  && !taga_store_is_read_only (self->store));
  gtk_widget_set_visible (self->back_button,
                          ladder->facts.put_off != 0 && !taga_store_is_read_only (self->store));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ladder->title, -1);
}

/* A chart, or words about what will be there. */
static gboolean
show_chart (TagaChartView *view, GtkWidget *words, TagaChart *chart)
{
  taga_chart_view_set_chart (view, chart);
  gtk_widget_set_visible (GTK_WIDGET (view), chart != NULL);
  gtk_widget_set_visible (words, chart == NULL);

  return chart != NULL;
}

static gboolean
show_charts (TagaHomePage *self, const TagaOverview *overview)
{
  g_autoptr (TagaChart) radar = taga_home_charts_create_radar (overview);
  g_autoptr (TagaChart) barrel = taga_home_charts_create_barrel (overview);
  g_autoptr (TagaChart) bands =
      taga_home_charts_create_bands (overview, taga_store_get_edition (self->store));
  gboolean has_any = show_chart (self->radar, self->radar_words, radar);

  self->radar_round = 0;
  for (guint i = 0; i < overview->n_rounds; i++)
    if (overview->rounds[i].has_axes)
      self->radar_round = overview->rounds[i].id;

  has_any = show_chart (self->barrel, self->barrel_words, barrel) || has_any;
  has_any = show_chart (self->bands, self->bands_words, bands) || has_any;
  gtk_label_set_label (self->radar_title,
                       radar == NULL ? _ ("Before and after") : taga_chart_get_title (radar));
  gtk_widget_set_visible (self->numbers, radar != NULL);
  taga_home_charts_fill_table (self->table, overview);

  return has_any;
}

static void
show_costs (TagaHomePage *self, const TagaOverview *overview)
{
  g_autofree char *cost = taga_yen_format (overview->cost);
  g_autofree char *budget = taga_yen_format (overview->budget);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->cost_card, overview->n_measures > 0);
  if (overview->cost > overview->budget)
    /* Translators: two sums, what was spent and the budget */
    text = g_strdup_printf (_ ("%s of %s, more than planned"), cost, budget);
  else
    /* Translators: two sums, what was spent and the budget */
    text = g_strdup_printf (_ ("%s of %s"), cost, budget);
  gtk_label_set_label (self->cost_label, text);
  gtk_progress_bar_set_fraction (
      self->cost_bar,
      overview->budget == 0 ? 0 : MIN (1.0, (double) overview->cost / (double) overview->budget));
}

static void
show_overview (TagaHomePage *self, const TagaOverview *overview)
{
  gboolean has_charts = show_charts (self, overview);
  gboolean is_new = !has_charts && overview->due->len == 0 && overview->n_measures == 0;

  show_costs (self, overview);
  taga_due_list_set_overview (self->due, overview);
  gtk_widget_set_visible (self->parts, !is_new);
  gtk_widget_set_visible (self->later, is_new);
  gtk_widget_set_visible (self->side, !self->is_projected);
}

static void
refresh (TagaHomePage *self)
{
  g_autofree char *today = taga_date_today ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaLadder) ladder = taga_ladder_read (self->store, &error);
  g_autoptr (TagaOverview) overview =
      ladder == NULL ? NULL : taga_overview_read (self->store, today, &error);
  gboolean done = overview != NULL;

  self->is_stale = FALSE;
  if (done)
    {
      show_ladder (self, ladder);
      show_overview (self, overview);
    }

  gtk_label_set_label (self->failure, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), !done);
  gtk_widget_set_visible (self->steps, done);
  gtk_widget_set_visible (self->next_card, done);
  if (!done)
    {
      gtk_widget_set_visible (self->parts, FALSE);
      gtk_widget_set_visible (self->later, FALSE);
    }
  gtk_widget_set_visible (self->content, TRUE);
}

static gboolean
refresh_cb (gpointer user_data)
{
  TagaHomePage *self = user_data;

  self->refresh_id = 0;
  if (self->store != NULL)
    refresh (self);

  return G_SOURCE_REMOVE;
}

/* After the frame that is due: who looks at home does not wait for it, and many changes in a row
 * are read once. Nobody waits for it while another page is open. */
static void
queue_refresh (TagaHomePage *self)
{
  self->is_stale = TRUE;
  if (self->store != NULL && self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
next_clicked_cb (TagaHomePage *self)
{
  taga_page_open (GTK_WIDGET (self), self->page, self->item);
}

/* What comes next has the keys, wherever the button was that went. */
static void
finish_waiting (TagaHomePage *self, gboolean done, GError *error)
{
  taga_ui_report (GTK_WIDGET (self), done, error);
  refresh (self);
  gtk_widget_grab_focus (self->next_button);
}

static void
later_clicked_cb (TagaHomePage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = taga_ladder_later_add (self->store, self->round, self->move, &error);

  finish_waiting (self, done, error);
}

static void
back_clicked_cb (TagaHomePage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean done = taga_ladder_later_clear (self->store, &error);

  finish_waiting (self, done, error);
}

/* Where a step is done; a step that has several pages leads to its first. */
static void
card_clicked_cb (TagaStepCard *card)
{
  static const struct
  {
    const char *page;
    const char *item;
  } places[TAGA_N_STEPS] = {
    { "self-check", "rules" },
    { "self-check", "questions" },
    { "assets", NULL },
    { "rounds", NULL },
  };
  guint step = taga_step_card_get_step (card);

  taga_page_open (GTK_WIDGET (card), places[step].page, places[step].item);
}

/* Behind an axis stand the scores of the round, and what they follow from. */
static void
axis_activated_cb (TagaHomePage *self)
{
  g_autofree char *round = g_strdup_printf ("%" G_GINT64_FORMAT, self->radar_round);

  if (self->radar_round != 0)
    taga_page_open (GTK_WIDGET (self), "rounds", round);
}

static void
place_menu (TagaChartView *view)
{
  GtkWidget *card = gtk_widget_get_parent (GTK_WIDGET (view));

  taga_chart_menu_place (view, gtk_widget_get_first_child (card));
}

static void
taga_home_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (taga_home_page_parent_class)->map (widget);

  if (TAGA_HOME_PAGE (widget)->is_stale)
    queue_refresh (TAGA_HOME_PAGE (widget));
}

static void
taga_home_page_dispose (GObject *object)
{
  TagaHomePage *self = TAGA_HOME_PAGE (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->page, g_free);
  g_clear_pointer (&self->item, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_HOME_PAGE);

  G_OBJECT_CLASS (taga_home_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, content);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, failure);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, steps);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, next_card);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, next_title);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, next_reason);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, next_button);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, later_button);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, parts);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, radar_title);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, radar_words);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, radar);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, numbers);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, table);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, barrel_words);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, barrel);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, bands_words);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, bands);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, side);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, due);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, cost_card);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, cost_label);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, cost_bar);
  gtk_widget_class_bind_template_child (widget_class, TagaHomePage, later);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
taga_home_page_class_init (TagaHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_home_page_dispose;
  widget_class->map = taga_home_page_map;

  g_type_ensure (TAGA_TYPE_CHART_VIEW);
  g_type_ensure (TAGA_TYPE_DUE_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-home-page.ui");
  bind_template (widget_class);
}

static void
taga_home_page_init (TagaHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  place_menu (self->radar);
  place_menu (self->barrel);
  place_menu (self->bands);
  g_signal_connect_object (self->radar, "part-activated", G_CALLBACK (axis_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_layout_manager (self->parts, taga_home_layout_new (TAGA_HOME_LAYOUT_FLOW));
  gtk_widget_set_layout_manager (self->steps, taga_home_layout_new (TAGA_HOME_LAYOUT_FOURS));
  for (guint i = 0; i < TAGA_N_STEPS; i++)
    {
      GtkWidget *card = taga_step_card_new (i);

      g_signal_connect (card, "clicked", G_CALLBACK (card_clicked_cb), NULL);
      gtk_box_append (GTK_BOX (self->steps), card);
    }
}

static void
taga_home_page_set_store (TagaPage *page, TagaStore *store)
{
  TagaHomePage *self = TAGA_HOME_PAGE (page);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  gtk_widget_set_visible (self->content, FALSE);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  queue_refresh (self);
}

static void
taga_home_page_take_focus (TagaPage *page)
{
  TagaHomePage *self = TAGA_HOME_PAGE (page);

  if (!gtk_widget_grab_focus (self->next_button))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
taga_home_page_set_projector (TagaPage *page, gboolean on)
{
  TagaHomePage *self = TAGA_HOME_PAGE (page);

  self->is_projected = on;
  gtk_widget_set_visible (self->side, !on);
}

static void
taga_home_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = taga_home_page_set_store;
  iface->take_focus = taga_home_page_take_focus;
  iface->set_projector = taga_home_page_set_projector;
}
