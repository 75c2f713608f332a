#include "taga-risk-page.h"

#include <string.h>

#include "taga-asset.h"
#include "taga-decision-view.h"
#include "taga-decision.h"
#include "taga-measure-view.h"
#include "taga-measure.h"
#include "taga-page.h"
#include "taga-risk-view.h"
#include "taga-round-bar.h"
#include "taga-table-follow.h"

/**
 * TagaRiskPage:
 *
 * リスク: the risks and what is decided about them, the measures that follow, and what the
 * management decides about those.
 */
struct _TagaRiskPage
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  TagaRoundBar *rounds;
  TagaRiskView *risks;
  TagaMeasureView *measures;
  TagaDecisionView *decisions;
};

static void taga_risk_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaRiskPage,
                               taga_risk_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_risk_page_init_page))

static TagaRecordTable *
get_decisions (TagaRiskPage *self)
{
  return taga_register_view_get_table (taga_decision_view_get_register (self->decisions));
}

static TagaRecordTable *
get_table (TagaRiskPage *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (shown, "measures") == 0)
    return taga_measure_view_get_table (self->measures);
  if (g_strcmp0 (shown, "decisions") == 0)
    return get_decisions (self);

  return taga_risk_view_get_table (self->risks);
}

static TagaGrid *
get_grid (TagaRiskPage *self)
{
  return taga_record_table_get_grid (get_table (self));
}

/* Who has added a measure goes on to say what it is. */
static void
measure_added_cb (TagaRiskPage *self, gint64 id)
{
  gtk_stack_set_visible_child_name (self->stack, "measures");
  taga_record_table_go_to (get_table (self), id, TAGA_MEASURE_NAME);
}

static void
taga_risk_page_dispose (GObject *object)
{
  TagaRiskPage *self = TAGA_RISK_PAGE (object);

  if (self->stack != NULL)
    taga_page_set_store (TAGA_PAGE (self), NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_RISK_PAGE);

  G_OBJECT_CLASS (taga_risk_page_parent_class)->dispose (object);
}

static void
taga_risk_page_class_init (TagaRiskPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_risk_page_dispose;
  g_type_ensure (TAGA_TYPE_DECISION_VIEW);
  g_type_ensure (TAGA_TYPE_ROUND_BAR);
  g_type_ensure (TAGA_TYPE_MEASURE_VIEW);
  g_type_ensure (TAGA_TYPE_RISK_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-risk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaRiskPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskPage, risks);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskPage, measures);
  gtk_widget_class_bind_template_child (widget_class, TagaRiskPage, decisions);
  gtk_widget_class_bind_template_callback (widget_class, measure_added_cb);
}

static void
taga_risk_page_init (TagaRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
taga_risk_page_set_store (TagaPage *page, TagaStore *store)
{
  TagaRiskPage *self = TAGA_RISK_PAGE (page);

  taga_round_bar_set_store (self->rounds, store);
  taga_risk_view_set_store (self->risks, store);
  taga_measure_view_set_store (self->measures, store);
  taga_decision_view_set_store (self->decisions, store);
}

static void
taga_risk_page_take_focus (TagaPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (TAGA_RISK_PAGE (page))));
}

static gboolean
taga_risk_page_finish_editing (TagaPage *page)
{
  return taga_grid_finish_editing (get_grid (TAGA_RISK_PAGE (page)));
}

/* An asset by its number; "measures" or "decisions", or one of them as "measures/3". */
static void
taga_risk_page_show_item (TagaPage *page, const char *item)
{
  static const struct
  {
    const char *name;
    guint field;
  } parts[] = { { "measures", TAGA_MEASURE_NAME }, { "decisions", TAGA_DECISION_ANSWER } };
  TagaRiskPage *self = TAGA_RISK_PAGE (page);
  const char *name = "risks";
  guint field = TAGA_ASSET_TREATMENT;
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (item, parts[i].name))
      {
        name = parts[i].name;
        field = parts[i].field;
        item += strlen (name);
      }
  if (*item == '/')
    item++;

  id = g_ascii_strtoll (item, NULL, 10);
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (self)));
  if (id > 0)
    taga_record_table_go_to (get_table (self), id, field);
}

static void
taga_risk_page_follow_step (TagaPage *page, gint64 step)
{
  taga_table_follow_step (get_table (TAGA_RISK_PAGE (page)), step);
}

static void
taga_risk_page_search (TagaPage *page)
{
  taga_record_table_search (get_table (TAGA_RISK_PAGE (page)));
}

static void
taga_risk_page_set_projector (TagaPage *page, gboolean on)
{
  taga_risk_view_set_wide (TAGA_RISK_PAGE (page)->risks, on);
  taga_measure_view_set_wide (TAGA_RISK_PAGE (page)->measures, on);
  taga_record_table_set_bare (taga_risk_view_get_table (TAGA_RISK_PAGE (page)->risks), on);
  taga_record_table_set_bare (taga_measure_view_get_table (TAGA_RISK_PAGE (page)->measures), on);
  taga_record_table_set_bare (get_decisions (TAGA_RISK_PAGE (page)), on);
}

static void
taga_risk_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = taga_risk_page_set_store;
  iface->take_focus = taga_risk_page_take_focus;
  iface->finish_editing = taga_risk_page_finish_editing;
  iface->show_item = taga_risk_page_show_item;
  iface->follow_step = taga_risk_page_follow_step;
  iface->search = taga_risk_page_search;
  iface->set_projector = taga_risk_page_set_projector;
}
