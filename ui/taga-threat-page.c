#include "taga-threat-page.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-effect.h"
#include "taga-answer-panel.h"
#include "taga-answer-view.h"
#include "taga-language.h"
#include "taga-medium-states.h"
#include "taga-medium-summary.h"
#include "taga-own-item-bar.h"
#include "taga-own-item-dialog.h"
#include "taga-page.h"
#include "taga-round-bar.h"
#include "taga-threat.h"
#include "taga-ui.h"

/**
 * TagaThreatPage:
 *
 * 脅威の状況: how often each threat occurs, by medium, and what follows for the medium. Media on
 * which no asset is kept are folded away.
 */
struct _TagaThreatPage
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  TagaRoundBar *rounds;
  guint update_id;

  GtkWidget *add_button;
  TagaAnswerView *view;
  TagaAnswerPanel *panel;
  TagaAnswerEffect *effect;
  TagaOwnItemBar *own_bar;
  GtkLabel *source;
};

static void taga_threat_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaThreatPage,
                               taga_threat_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE, taga_threat_page_init_page))

static TagaAnswerList *
get_list (TagaThreatPage *self)
{
  return taga_answer_view_get_list (self->view);
}

/* As long as there are no assets at all, nobody knows which media matter. */
static gboolean
has_assets (GArray *states)
{
  for (guint i = 0; i < states->len; i++)
    if (g_array_index (states, TagaMediumState, i).n_assets > 0)
      return TRUE;

  return FALSE;
}

static void
show_medium (TagaThreatPage *self, const TagaMediumState *state, gboolean folds)
{
  TagaAnswerGroup *group = taga_answer_list_find_group (get_list (self), state->medium->key);
  GtkWidget *summary;

  if (group == NULL)
    return;

  summary = taga_answer_group_get_extra (group);
  if (summary == NULL)
    {
      summary = taga_medium_summary_new ();
      taga_answer_group_set_extra (group, summary);
    }
  taga_medium_summary_show (TAGA_MEDIUM_SUMMARY (summary), taga_store_get_edition (self->store),
                            state);
  taga_answer_group_set_folded (
      group, state->n_assets > 0 || !folds
                 ? NULL
                 : _ ("No information asset in use is kept there, so its threats change "
                      "no risk."));
}

/* What follows for the media is told a moment after an answer, so that nobody waits for it. */
static gboolean
update_cb (gpointer user_data)
{
  TagaThreatPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) states = taga_medium_states_load (self->store, &error);

  self->update_id = 0;
  if (states == NULL)
    {
      taga_ui_toast (GTK_WIDGET (self), error->message);
      return G_SOURCE_REMOVE;
    }

  for (guint i = 0; i < states->len; i++)
    show_medium (self, &g_array_index (states, TagaMediumState, i), has_assets (states));

  return G_SOURCE_REMOVE;
}

static void
show_details (TagaThreatPage *self)
{
  const TagaItem *item;

  taga_answer_panel_show (self->panel, self->store, 0,
                          taga_answer_list_get_current (get_list (self)));
  item = taga_answer_panel_get_item (self->panel);
  taga_answer_effect_show (self->effect, self->store, item);
  taga_own_item_bar_show (self->own_bar, self->store, item);
  if (self->store == NULL)
    return;

  gtk_label_set_label (self->source,
                       taga_edition_get_source (taga_store_get_edition (self->store), "threat",
                                                taga_language_is_japanese ()));
  gtk_widget_set_visible (GTK_WIDGET (self->source), item != NULL && !item->is_own);
}

static void
refreshed_cb (TagaThreatPage *self)
{
  show_details (self);
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
saved_cb (TagaThreatPage *self, const char *item)
{
  taga_answer_list_set_current (get_list (self), item);
  taga_answer_list_take_focus (get_list (self));
}

/* Most likely it belongs to the medium that is being worked on. */
static void
add_cb (TagaThreatPage *self)
{
  const TagaItem *item = taga_answer_panel_get_item (self->panel);
  TagaOwnItemDialog *dialog;

  if (!taga_answer_view_finish_editing (self->view))
    return;

  dialog =
      taga_own_item_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                    self->store, "threat", item == NULL ? NULL : item->group, NULL);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

static void
taga_threat_page_dispose (GObject *object)
{
  TagaThreatPage *self = TAGA_THREAT_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_threat_page_parent_class)->dispose (object);
}

static void
taga_threat_page_class_init (TagaThreatPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_threat_page_dispose;
}

static GtkWidget *
create_bar (TagaThreatPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = taga_ui_create_label (
      _ ("Judge how often each threat occurs. The most frequent one decides for its medium."));

  self->add_button = gtk_button_new_with_mnemonic (_ ("_Add a Threat…"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "taga-page-bar");
  gtk_box_append (GTK_BOX (bar), words);
  gtk_box_append (GTK_BOX (bar), self->add_button);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self,
                           G_CONNECT_SWAPPED);
  return bar;
}

static void
taga_threat_page_init (TagaThreatPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *part;

  self->view = TAGA_ANSWER_VIEW (taga_answer_view_new ());
  self->panel = TAGA_ANSWER_PANEL (taga_answer_panel_new (TAGA_TYPE_THREAT));
  part = taga_answer_panel_add_part (self->panel, _ ("What Depends on It"));
  self->effect = TAGA_ANSWER_EFFECT (taga_answer_effect_new (TAGA_TYPE_THREAT));
  gtk_box_append (GTK_BOX (part), GTK_WIDGET (self->effect));
  self->own_bar = TAGA_OWN_ITEM_BAR (taga_own_item_bar_new ("threat"));
  self->source = GTK_LABEL (taga_ui_create_label (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->source), "caption");
  gtk_box_append (GTK_BOX (self->panel), GTK_WIDGET (self->own_bar));
  gtk_box_append (GTK_BOX (self->panel), GTK_WIDGET (self->source));
  taga_answer_view_set_panel (self->view, GTK_WIDGET (self->panel));

  self->rounds = TAGA_ROUND_BAR (taga_round_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rounds));
  gtk_box_append (GTK_BOX (box), create_bar (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (get_list (self), "current-changed", G_CALLBACK (show_details), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self), "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
taga_threat_page_set_store (TagaPage *page, TagaStore *store)
{
  TagaThreatPage *self = TAGA_THREAT_PAGE (page);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_set_object (&self->store, store);
  taga_round_bar_set_store (self->rounds, store);
  gtk_widget_set_sensitive (self->add_button, store != NULL && !taga_store_is_read_only (store));
  taga_answer_list_set_source (get_list (self), store, TAGA_TYPE_THREAT, 0);
}

static void
taga_threat_page_take_focus (TagaPage *page)
{
  taga_answer_list_take_focus (get_list (TAGA_THREAT_PAGE (page)));
}

static gboolean
taga_threat_page_finish_editing (TagaPage *page)
{
  return taga_answer_view_finish_editing (TAGA_THREAT_PAGE (page)->view);
}

static void
taga_threat_page_show_item (TagaPage *page, const char *item)
{
  taga_answer_list_set_current (get_list (TAGA_THREAT_PAGE (page)), item);
}

static void
taga_threat_page_follow_step (TagaPage *page, gint64 step)
{
  taga_answer_list_show_last_change (get_list (TAGA_THREAT_PAGE (page)));
}

static void
taga_threat_page_set_projector (TagaPage *page, gboolean on)
{
  taga_answer_view_set_projector (TAGA_THREAT_PAGE (page)->view, on);
}

static void
taga_threat_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = taga_threat_page_set_store;
  iface->take_focus = taga_threat_page_take_focus;
  iface->finish_editing = taga_threat_page_finish_editing;
  iface->show_item = taga_threat_page_show_item;
  iface->follow_step = taga_threat_page_follow_step;
  iface->set_projector = taga_threat_page_set_projector;
}
