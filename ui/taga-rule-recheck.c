#include "taga-rule-recheck.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-record.h"
#include "taga-choice-bar.h"
#include "taga-language.h"
#include "taga-recheck.h"
#include "taga-ui.h"

/**
 * TagaRuleRecheck:
 *
 * The questions that look at one of the rules more closely. A rule that is kept on the whole often
 * has a gap that only the second question finds.
 */
struct _TagaRuleRecheck
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) */
  GPtrArray *bars;  /* (element-type TagaChoiceBar) (unowned) */
};

G_DEFINE_FINAL_TYPE (TagaRuleRecheck, taga_rule_recheck, GTK_TYPE_BOX)

static TagaChoiceBar *
get_bar (TagaRuleRecheck *self, guint i)
{
  return g_ptr_array_index (self->bars, i);
}

static const char *
get_key (TagaChoiceBar *bar)
{
  return g_object_get_data (G_OBJECT (bar), "item");
}

static void
move_from (TagaRuleRecheck *self, TagaChoiceBar *bar, int by)
{
  guint i;

  if (g_ptr_array_find (self->bars, bar, &i) && (int) i + by >= 0 && i + by < self->bars->len)
    gtk_widget_grab_focus (GTK_WIDGET (get_bar (self, i + by)));
}

static void
move_cb (TagaChoiceBar *bar, int by, TagaRuleRecheck *self)
{
  move_from (self, bar, by);
}

static void
chosen_cb (TagaChoiceBar *bar, int number, TagaRuleRecheck *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) answer =
      taga_answer_record_load (self->store, TAGA_TYPE_RECHECK, get_key (bar), &error);
  gboolean done = answer != NULL && taga_answer_record_change (answer, number, &error);

  taga_ui_report (GTK_WIDGET (self), done, error);
  if (done && number != TAGA_UNKNOWN)
    move_from (self, bar, 1);
}

static void
add_question (TagaRuleRecheck *self, const TagaItem *item)
{
  gboolean japanese = taga_language_is_japanese ();
  const char *title = japanese ? item->title_ja : item->title_en;
  const char *help = japanese ? item->help_ja : item->help_en;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *bar = taga_choice_bar_new (taga_store_get_edition (self->store), "rule-state", title);

  gtk_box_append (GTK_BOX (box), taga_ui_create_label (title));
  if (help != NULL)
    {
      GtkWidget *label = taga_ui_create_label (help);

      gtk_widget_add_css_class (label, "taga-quiet");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_halign (bar, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (self), box);

  g_object_set_data_full (G_OBJECT (bar), "item", g_strdup (item->key), g_free);
  g_signal_connect (bar, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect (bar, "move", G_CALLBACK (move_cb), self);
  g_ptr_array_add (self->bars, bar);
}

static void
taga_rule_recheck_finalize (GObject *object)
{
  TagaRuleRecheck *self = TAGA_RULE_RECHECK (object);

  g_clear_object (&self->store);
  g_ptr_array_unref (self->bars);

  G_OBJECT_CLASS (taga_rule_recheck_parent_class)->finalize (object);
}

static void
taga_rule_recheck_class_init (TagaRuleRecheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_rule_recheck_finalize;
}

static void
taga_rule_recheck_init (TagaRuleRecheck *self)
{
  self->bars = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/**
 * taga_rule_recheck_new:
 * @store: a store
 * @rule: key of a rule
 *
 * Makes the questions of a rule.
 *
 * Returns: (transfer floating): the questions
 */
GtkWidget *
taga_rule_recheck_new (TagaStore *store, const char *rule)
{
  TagaRuleRecheck *self = g_object_new (TAGA_TYPE_RULE_RECHECK, NULL);
  TagaEdition *edition = taga_store_get_edition (store);
  GtkWidget *source;
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "recheck", &n);

  self->store = g_object_ref (store);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (items[i].group, rule) == 0)
      add_question (self, &items[i]);

  source = taga_ui_create_label (
      taga_edition_get_source (edition, "recheck", taga_language_is_japanese ()));
  gtk_widget_add_css_class (source, "taga-quiet");
  gtk_box_append (GTK_BOX (self), source);

  return GTK_WIDGET (self);
}

/**
 * taga_rule_recheck_update:
 * @self: the questions
 * @obstacle: (nullable): why nothing can be answered
 * @error: return location for an error
 *
 * Shows what the round in use says.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_rule_recheck_update (TagaRuleRecheck *self, const char *obstacle, GError **error)
{
  for (guint i = 0; i < self->bars->len; i++)
    {
      TagaChoiceBar *bar = get_bar (self, i);
      g_autoptr (TagaAnswerRecord) answer =
          taga_answer_record_load (self->store, TAGA_TYPE_RECHECK, get_key (bar), error);

      if (answer == NULL)
        return FALSE;

      taga_choice_bar_set_number (bar, taga_answer_record_get_number (answer));
      taga_choice_bar_set_locked (bar, obstacle != NULL);
    }

  return TRUE;
}

/**
 * taga_rule_recheck_show:
 * @self: the questions
 * @item: key of a question
 *
 * Puts the keys on a question.
 *
 * Returns: whether it is one of these
 */
gboolean
taga_rule_recheck_show (TagaRuleRecheck *self, const char *item)
{
  for (guint i = 0; i < self->bars->len; i++)
    if (g_str_equal (get_key (get_bar (self, i)), item))
      return gtk_widget_grab_focus (GTK_WIDGET (get_bar (self, i)));

  return FALSE;
}
