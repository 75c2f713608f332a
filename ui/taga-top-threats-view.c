#include "taga-top-threats-view.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-record.h"
#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-page.h"
#include "taga-ranking.h"
#include "taga-scroll.h"
#include "taga-top-list.h"
#include "taga-top-ranks.h"
#include "taga-top-threat-row.h"
#include "taga-ui.h"

/**
 * TagaTopThreatsView:
 *
 * The ten threats of a year as IPA publishes them, which rules help against each, and the order in
 * which the company itself puts them.
 */
struct _TagaTopThreatsView
{
  AdwBin parent_instance;

  TagaStore *store;  /* (owned) (nullable) */
  GPtrArray *rows;   /* (element-type TagaTopThreatRow) (unowned): in the published order */
  char *built_for;   /* (owned) (nullable): which rows there are */
  gboolean is_stale; /* whether the file changed while nobody looked */
  gboolean is_updating;

  /* Template */
  GtkWidget *lead;
  GtkDropDown *list_choice;
  GtkCheckButton *own_order;
  GtkLabel *obstacle_label;
  GtkBox *list;
  GtkLabel *published_label;
  GtkLabel *source_label;
};

static void taga_top_threats_view_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaTopThreatsView,
                               taga_top_threats_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE,
                                                      taga_top_threats_view_init_page))

static TagaTopThreatRow *
get_row (TagaTopThreatsView *self, guint i)
{
  return g_ptr_array_index (self->rows, i);
}

static TagaEdition *
get_edition (TagaTopThreatsView *self)
{
  return taga_store_get_edition (self->store);
}

/* The lists stand in the drop-down from the newest on. */
static const TagaItem *
get_list (TagaTopThreatsView *self, guint position)
{
  guint n;
  const TagaItem *lists = taga_edition_get_items (get_edition (self), "top-threat-list", &n);

  return position < n ? &lists[n - 1 - position] : NULL;
}

static const TagaItem *
get_chosen_list (TagaTopThreatsView *self)
{
  return get_list (self, gtk_drop_down_get_selected (self->list_choice));
}

static void
fill_choice (TagaTopThreatsView *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  gboolean japanese = taga_language_is_japanese ();
  const TagaItem *list;

  for (guint i = 0; (list = get_list (self, i)) != NULL; i++)
    gtk_string_list_append (titles, japanese ? list->title_ja : list->title_en);
  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->list_choice, G_LIST_MODEL (titles));
  self->is_updating = FALSE;
  g_object_unref (titles);
}

/* A row that was moved may have left the picture. */
static void
moved_cb (TagaTopThreatRow *row)
{
  taga_scroll_to (GTK_WIDGET (row));
}

/* The row that stands so many places from another, as they are sorted now. */
static void
step_cb (TagaTopThreatRow *row, int by, TagaTopThreatsView *self)
{
  GtkWidget *next = by < 0 ? gtk_widget_get_prev_sibling (GTK_WIDGET (row))
                           : gtk_widget_get_next_sibling (GTK_WIDGET (row));

  if (next == NULL)
    return;

  taga_top_threat_row_take_focus (TAGA_TOP_THREAT_ROW (next));
  taga_scroll_to (next);
}

static void
remove_rows (TagaTopThreatsView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_box_remove (self->list, GTK_WIDGET (get_row (self, i)));
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->built_for, g_free);
}

static void
make_rows (TagaTopThreatsView *self, const TagaTopRanks *ranks, const char *list)
{
  g_autofree char *built_for =
      g_strdup_printf ("%s %s %" G_GINT64_FORMAT, taga_edition_get_key (get_edition (self)), list,
                       taga_store_get_round (self->store));

  if (g_strcmp0 (built_for, self->built_for) == 0)
    return;

  remove_rows (self);
  self->built_for = g_steal_pointer (&built_for);
  for (guint i = 0; i < ranks->n; i++)
    {
      GtkWidget *row = taga_top_threat_row_new (self->store, ranks->threats[i], i + 1);

      g_signal_connect (row, "moved", G_CALLBACK (moved_cb), NULL);
      g_signal_connect (row, "step", G_CALLBACK (step_cb), self);
      gtk_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
sort_rows (TagaTopThreatsView *self, const TagaTopRanks *ranks)
{
  g_autofree guint *order = g_new (guint, ranks->n);
  GtkWidget *before = NULL;

  taga_ranking_order (ranks->ranks, ranks->n, order);
  for (guint i = 0; i < ranks->n; i++)
    {
      guint place = gtk_check_button_get_active (self->own_order) ? order[i] : i;
      GtkWidget *row = GTK_WIDGET (get_row (self, place));

      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_box_reorder_child_after (self->list, row, before);
      before = row;
    }
}

static void
show_notice (TagaTopThreatsView *self, const char *sentence)
{
  gtk_label_set_label (self->obstacle_label, sentence == NULL ? "" : sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle_label), sentence != NULL);
}

static void
show_sources (TagaTopThreatsView *self, const TagaItem *list)
{
  gboolean japanese = taga_language_is_japanese ();
  g_autofree char *sources =
      g_strjoin ("\n", taga_edition_get_source (get_edition (self), "top-threat", japanese),
                 taga_edition_get_source (get_edition (self), "top-threat-rules", japanese), NULL);

  gtk_label_set_label (self->published_label, japanese ? list->help_ja : list->help_en);
  gtk_label_set_label (self->source_label, sources);
}

static void
refresh (TagaTopThreatsView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaTopRanks) ranks = NULL;
  const TagaItem *list = self->store == NULL ? NULL : get_chosen_list (self);
  const char *obstacle;

  self->is_stale = FALSE;
  if (list == NULL)
    return;

  ranks = taga_top_ranks_read (self->store, list->key, &error);
  if (ranks == NULL)
    {
      show_notice (self, error->message);
      return;
    }

  obstacle = taga_answer_record_find_obstacle (self->store);
  make_rows (self, ranks, list->key);
  for (guint i = 0; i < self->rows->len; i++)
    taga_top_threat_row_update (get_row (self, i), ranks, obstacle != NULL);
  sort_rows (self, ranks);
  show_sources (self, list);
  show_notice (self, obstacle);
}

static void
chosen_cb (TagaTopThreatsView *self)
{
  if (!self->is_updating && taga_field_edit_finish_all (GTK_WIDGET (self->list)))
    refresh (self);
}

static void
store_changed_cb (TagaTopThreatsView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->is_stale = TRUE;
}

static void
taga_top_threats_view_map (GtkWidget *widget)
{
  TagaTopThreatsView *self = TAGA_TOP_THREATS_VIEW (widget);

  if (self->is_stale)
    refresh (self);

  GTK_WIDGET_CLASS (taga_top_threats_view_parent_class)->map (widget);
}

static void
taga_top_threats_view_dispose (GObject *object)
{
  TagaTopThreatsView *self = TAGA_TOP_THREATS_VIEW (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_TOP_THREATS_VIEW);

  G_OBJECT_CLASS (taga_top_threats_view_parent_class)->dispose (object);
}

static void
taga_top_threats_view_finalize (GObject *object)
{
  TagaTopThreatsView *self = TAGA_TOP_THREATS_VIEW (object);

  g_ptr_array_unref (self->rows);
  g_free (self->built_for);

  G_OBJECT_CLASS (taga_top_threats_view_parent_class)->finalize (object);
}

static void
taga_top_threats_view_class_init (TagaTopThreatsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_top_threats_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = taga_top_threats_view_finalize;
  widget_class->map = taga_top_threats_view_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-top-threats-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaTopThreatsView, lead);
  gtk_widget_class_bind_template_child (widget_class, TagaTopThreatsView, list_choice);
  gtk_widget_class_bind_template_child (widget_class, TagaTopThreatsView, own_order);
  gtk_widget_class_bind_template_child (widget_class, TagaTopThreatsView, obstacle_label);
  gtk_widget_class_bind_template_child (widget_class, TagaTopThreatsView, list);
  gtk_widget_class_bind_template_child (widget_class, TagaTopThreatsView, published_label);
  gtk_widget_class_bind_template_child (widget_class, TagaTopThreatsView, source_label);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
taga_top_threats_view_init (TagaTopThreatsView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_store (TagaPage *page, TagaStore *store)
{
  TagaTopThreatsView *self = TAGA_TOP_THREATS_VIEW (page);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  remove_rows (self);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;

  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fill_choice (self);
  refresh (self);
}

static void
take_focus (TagaPage *page)
{
  TagaTopThreatsView *self = TAGA_TOP_THREATS_VIEW (page);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  if (first != NULL)
    taga_top_threat_row_take_focus (TAGA_TOP_THREAT_ROW (first));
}

static gboolean
finish_editing (TagaPage *page)
{
  return taga_field_edit_finish_all (GTK_WIDGET (page));
}

static void
show_item (TagaPage *page, const char *item)
{
  TagaTopThreatsView *self = TAGA_TOP_THREATS_VIEW (page);
  const TagaItem *threat =
      self->store == NULL ? NULL : taga_edition_find_item (get_edition (self), "top-threat", item);
  const TagaItem *list;

  for (guint i = 0; threat != NULL && (list = get_list (self, i)) != NULL; i++)
    if (g_strcmp0 (list->key, threat->group) == 0)
      gtk_drop_down_set_selected (self->list_choice, i);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (taga_top_threat_row_get_key (get_row (self, i)), item))
      taga_top_threat_row_take_focus (get_row (self, i));
}

/* A room sees the threats, and not what is said about the list. */
static void
set_projector (TagaPage *page, gboolean on)
{
  TagaTopThreatsView *self = TAGA_TOP_THREATS_VIEW (page);

  gtk_widget_set_visible (self->lead, !on);
  gtk_widget_set_visible (GTK_WIDGET (self->published_label), !on);
}

static void
taga_top_threats_view_init_page (TagaPageInterface *iface)
{
  iface->set_store = set_store;
  iface->take_focus = take_focus;
  iface->finish_editing = finish_editing;
  iface->show_item = show_item;
  iface->set_projector = set_projector;
}
