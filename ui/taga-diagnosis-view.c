#include "taga-diagnosis-view.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-states.h"
#include "taga-check.h"
#include "taga-diagnosis.h"
#include "taga-language.h"
#include "taga-link.h"
#include "taga-medium-summary.h"
#include "taga-ui.h"

/**
 * TagaDiagnosisView:
 *
 * 診断結果: what follows from the countermeasure check of the round in use. For each group the
 * share that is done, and for each regulation whether it is needed and which items ask for it.
 */
struct _TagaDiagnosisView
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  gboolean is_stale;

  GtkStack *stack;
  GtkBox *content;
};

G_DEFINE_FINAL_TYPE (TagaDiagnosisView, taga_diagnosis_view, ADW_TYPE_BIN)

static const char *
pick (const char *ja, const char *en)
{
  return taga_language_is_japanese () ? ja : en;
}

static const char *
get_state_words (const TagaTally *tally)
{
  switch (taga_tally_get_state (tally))
    {
    case TAGA_TALLY_DONE:
      return C_ ("group", "Done");
    case TAGA_TALLY_PARTLY:
      return C_ ("group", "Partly done");
    case TAGA_TALLY_NOT_DONE:
      return C_ ("group", "Nothing done");
    case TAGA_TALLY_NOT_APPLICABLE:
      return C_ ("group", "Does not apply");
    case TAGA_TALLY_UNKNOWN:
    default:
      return C_ ("group", "Not answered yet");
    }
}

static GtkWidget *
add_heading (TagaDiagnosisView *self, const char *text)
{
  GtkWidget *label = taga_ui_create_label (text);

  gtk_widget_add_css_class (label, "title-4");
  gtk_widget_set_margin_top (label, 12);
  gtk_box_append (self->content, label);
  return label;
}

static GtkWidget *
add_card (TagaDiagnosisView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card");
  gtk_box_append (self->content, box);
  return box;
}

/* How far something is done: a bar, and the same in words. */
static GtkWidget *
create_share (const TagaTally *tally, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *bar = gtk_progress_bar_new ();
  int share = taga_tally_get_share (tally);
  g_autofree char *counts = taga_medium_summary_format_tally (tally);
  g_autofree char *words = NULL;
  GtkWidget *label;

  /* Of what is done in part only, the share that is done may be nothing: then the counts say it. */
  if (share == TAGA_UNKNOWN)
    words = g_strdup (get_state_words (tally));
  else if (share == 0 && tally->n_partly > 0)
    /* Translators: the state, and how many items have which answer */
    words = g_strdup_printf (_ ("%s (%s)"), get_state_words (tally), counts);
  else
    /* Translators: the state, the share that is done, and how many items have which answer */
    words = g_strdup_printf (_ ("%s, %d %% (%s)"), get_state_words (tally), share, counts);

  label = taga_ui_create_label (words);
  gtk_widget_add_css_class (label, "caption");
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), share == TAGA_UNKNOWN ? 0 : share / 100.0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_group (GtkWidget *card, GtkSizeGroup *column, const TagaDiagnosisGroup *group)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *link = taga_link_new ();
  GtkWidget *share;
  const char *title = pick (group->group->title_ja, group->group->title_en);
  g_autofree char *text = g_strdup_printf ("%s  %s", group->group->key, title);
  g_autofree char *item = g_strconcat ("group=", group->group->key, NULL);

  share = create_share (&group->tally, title);
  taga_link_set (link, text, "checks", item);
  gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), 16);
  gtk_widget_set_halign (link, GTK_ALIGN_FILL);
  gtk_size_group_add_widget (column, link);
  gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (share, TRUE);
  gtk_widget_set_valign (share, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "taga-diagnosis-line");
  gtk_box_append (GTK_BOX (line), link);
  gtk_box_append (GTK_BOX (line), share);
  gtk_box_append (GTK_BOX (card), line);
}

static const char *
get_need_words (TagaNeed need)
{
  switch (need)
    {
    case TAGA_NEED_YES:
      return _ ("Needed");
    case TAGA_NEED_NO:
      return _ ("All done, or not needed");
    case TAGA_NEED_UNKNOWN:
    default:
      return _ ("Not known yet: not every item is answered");
    }
}

/* The items that ask for a regulation, each with its answer, as links that stand side by side. */
static GtkWidget *
create_reasons (TagaDiagnosisView *self, GPtrArray *reasons, GHashTable *states)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  for (guint i = 0; i < reasons->len; i++)
    {
      const TagaItem *check = g_ptr_array_index (reasons, i);
      GtkWidget *link = taga_link_new ();
      TagaAnswerState state = taga_answer_states_get (states, check->key);
      const char *answer =
          state.number == TAGA_ANSWER_PARTLY ? C_ ("answer", "Partly") : C_ ("answer", "Not done");
      const char *name = pick (check->short_ja, check->short_en);
      g_autofree char *text = check->is_own
                                  ? g_strdup_printf ("%s: %s", name, answer)
                                  : g_strdup_printf ("%s %s: %s", check->key, name, answer);

      taga_link_set (link, text, "checks", check->key);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), link);
      gtk_widget_set_focusable (gtk_widget_get_parent (link), FALSE);
    }

  return flow;
}

static void
add_regulation (TagaDiagnosisView *self,
                GtkWidget *card,
                const TagaDiagnosisRegulation *regulation,
                GHashTable *states)
{
  const TagaItem *item = regulation->regulation;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = taga_ui_create_label (pick (item->title_ja, item->title_en));
  GtkWidget *need = gtk_label_new (get_need_words (regulation->need));
  const char *help = pick (item->help_ja, item->help_en);
  const char *when = pick (item->when_ja, item->when_en);
  /* Translators: what a regulation covers, and for whom it is */
  g_autofree char *words =
      g_strdup_printf (_ ("%s – for: %s"), help == NULL ? "" : help, when == NULL ? "" : when);
  GtkWidget *more = taga_ui_create_label (when == NULL ? help : words);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (need, "taga-mark");
  gtk_widget_add_css_class (need, regulation->need == TAGA_NEED_YES ? "to-confirm" : "own");
  gtk_widget_set_valign (need, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (more, "caption");
  gtk_widget_add_css_class (box, "taga-diagnosis-line");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), need);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), more);
  if (regulation->reasons->len > 0)
    gtk_box_append (GTK_BOX (box), create_reasons (self, regulation->reasons, states));
  gtk_box_append (GTK_BOX (card), box);
}

static void
add_remarks (TagaDiagnosisView *self, const TagaDiagnosis *diagnosis)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (diagnosis->total.n_unanswered > 0)
    g_string_append_printf (text,
                            ngettext ("%u item is not answered yet. ",
                                      "%u items are not answered yet. ",
                                      diagnosis->total.n_unanswered),
                            diagnosis->total.n_unanswered);
  if (diagnosis->n_to_confirm > 0)
    g_string_append_printf (text,
                            ngettext ("%u answer is still to be confirmed. ",
                                      "%u answers are still to be confirmed. ",
                                      diagnosis->n_to_confirm),
                            diagnosis->n_to_confirm);
  if (diagnosis->n_foreign > 0)
    g_string_append_printf (
        text,
        ngettext ("%u answer is to an item that the method edition in use does not have. ",
                  "%u answers are to items that the method edition in use does not have. ",
                  diagnosis->n_foreign),
        diagnosis->n_foreign);
  g_strchomp (text->str);
  if (*text->str != '\0')
    gtk_box_append (self->content, taga_ui_create_label (text->str));
}

static void
fill (TagaDiagnosisView *self, const TagaDiagnosis *diagnosis, GHashTable *states)
{
  g_autoptr (GtkSizeGroup) column = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *card, *old, *share;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, old);

  add_heading (self, _ ("All Check Items"));
  share = create_share (&diagnosis->total, _ ("All Check Items"));
  gtk_box_append (self->content, share);
  add_remarks (self, diagnosis);

  add_heading (self, _ ("By Group"));
  card = add_card (self);
  for (guint i = 0; i < diagnosis->n_groups; i++)
    add_group (card, column, &diagnosis->groups[i]);

  add_heading (self, _ ("Regulations"));
  gtk_box_append (self->content, taga_ui_create_label (
                                     _ ("A regulation is needed when an item that asks for it is "
                                        "done in part or not done. This rule is Taga’s own.")));
  card = add_card (self);
  for (guint i = 0; i < diagnosis->n_regulations; i++)
    add_regulation (self, card, &diagnosis->regulations[i], states);
}

static void
refresh (TagaDiagnosisView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaDiagnosis) diagnosis = NULL;
  g_autoptr (GHashTable) states = NULL;

  self->is_stale = FALSE;
  if (self->store == NULL)
    return;

  diagnosis = taga_diagnosis_read (self->store, taga_store_get_round (self->store), &error);
  if (diagnosis != NULL)
    states = taga_answer_states_load (self->store, TAGA_TYPE_CHECK, 0, &error);
  if (states == NULL)
    {
      taga_ui_toast (GTK_WIDGET (self), error->message);
      return;
    }

  if (taga_tally_get_state (&diagnosis->total) == TAGA_TALLY_UNKNOWN)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  fill (self, diagnosis, states);
  gtk_stack_set_visible_child_name (self->stack, "result");
}

static void
store_changed_cb (TagaDiagnosisView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->is_stale = TRUE;
}

static void
taga_diagnosis_view_map (GtkWidget *widget)
{
  TagaDiagnosisView *self = TAGA_DIAGNOSIS_VIEW (widget);

  if (self->is_stale)
    refresh (self);

  GTK_WIDGET_CLASS (taga_diagnosis_view_parent_class)->map (widget);
}

static void
taga_diagnosis_view_dispose (GObject *object)
{
  TagaDiagnosisView *self = TAGA_DIAGNOSIS_VIEW (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_diagnosis_view_parent_class)->dispose (object);
}

static void
taga_diagnosis_view_class_init (TagaDiagnosisViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_diagnosis_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = taga_diagnosis_view_map;
}

static GtkWidget *
create_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Answer the Checks"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing to Diagnose Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page), _ ("Here you see how far each group of measures is done and which "
                                 "regulations you need. Answer the check items first."));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "checks.answer");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
taga_diagnosis_view_init (TagaDiagnosisView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->content), "taga-diagnosis");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->content));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, create_empty (), "empty");
  gtk_stack_add_named (self->stack, scroller, "result");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * taga_diagnosis_view_new:
 *
 * Makes a view without a file.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_diagnosis_view_new (void)
{
  return g_object_new (TAGA_TYPE_DIAGNOSIS_VIEW, NULL);
}

/**
 * taga_diagnosis_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose diagnosis is shown.
 */
void
taga_diagnosis_view_set_store (TagaDiagnosisView *self, TagaStore *store)
{
  g_return_if_fail (TAGA_IS_DIAGNOSIS_VIEW (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store == NULL)
    return;

  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  store_changed_cb (self);
}
