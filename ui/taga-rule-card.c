#include "taga-rule-card.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-answer-record.h"
#include "taga-answer-states.h"
#include "taga-choice-bar.h"
#include "taga-language.h"
#include "taga-recheck.h"
#include "taga-rule-fields.h"
#include "taga-rule-recheck.h"
#include "taga-rule.h"
#include "taga-scroll.h"
#include "taga-ui.h"

/**
 * TagaRuleCard:
 *
 * One of the five or six rules: what it says, why, and how far the company keeps it. What more can
 * be said of it is folded away, so that six keys are enough for the whole page.
 */
struct _TagaRuleCard
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) */
  char *key;        /* (owned) */

  TagaChoiceBar *bar;
  GtkLabel *answered;
  GtkLabel *confirm;
  GtkExpander *fields_expander;
  GtkExpander *recheck_expander;
  TagaRuleFields *fields;   /* (nullable): made when it is first unfolded */
  TagaRuleRecheck *recheck; /* (nullable): likewise */
};

G_DEFINE_FINAL_TYPE (TagaRuleCard, taga_rule_card, GTK_TYPE_BOX)

enum
{
  SIGNAL_MOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
move_cb (TagaRuleCard *self, int by)
{
  g_signal_emit (self, signals[SIGNAL_MOVE], 0, by);
}

static void
chosen_cb (TagaRuleCard *self, int number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) answer =
      taga_answer_record_load (self->store, TAGA_TYPE_RULE, self->key, &error);
  gboolean done = answer != NULL && taga_answer_record_change (answer, number, &error);

  taga_ui_report (GTK_WIDGET (self), done, error);
  if (done && number != TAGA_UNKNOWN)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
}

static void
set_label (GtkExpander *expander, const char *text)
{
  gtk_label_set_label (GTK_LABEL (gtk_expander_get_label_widget (expander)), text);
}

/* Who wrote something down finds it without unfolding. */
static void
update_fields_label (TagaRuleCard *self, TagaAnswerRecord *answer)
{
  const char *way = taga_answer_record_get_value (answer, TAGA_RULE_WAY)->text;
  const char *owner = taga_answer_record_get_value (answer, TAGA_RULE_OWNER)->text;
  g_autofree char *line =
      g_strndup (way == NULL ? "" : way, strcspn (way == NULL ? "" : way, "\n"));
  g_autofree char *start = taga_ui_shorten (line, 40);
  g_autofree char *text = NULL;

  if (way == NULL && owner == NULL)
    text = g_strdup (_ ("Write down how we do it, who sees to it, what proves it"));
  else if (owner == NULL)
    /* Translators: %s is the beginning of what the company wrote */
    text = g_strdup_printf (_ ("Our own way: %s"), start);
  else
    /* Translators: a person, then the beginning of what the company wrote */
    text =
        g_strdup_printf (_ ("%s: %s"), owner, way == NULL ? _ ("no way written down yet") : start);
  set_label (self->fields_expander, text);
}

static gboolean
update_recheck_label (TagaRuleCard *self, GError **error)
{
  guint n, n_mine = 0, n_answered = 0;
  const TagaItem *items =
      taga_edition_get_items (taga_store_get_edition (self->store), "recheck", &n);
  g_autoptr (GHashTable) states =
      taga_answer_states_load (self->store, TAGA_TYPE_RECHECK, 0, error);
  g_autofree char *text = NULL;

  if (states == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (items[i].group, self->key) == 0)
      {
        n_mine++;
        n_answered += taga_answer_states_get (states, items[i].key).number != TAGA_UNKNOWN;
      }

  /* Translators: how many questions are answered, of how many */
  text = g_strdup_printf (_ ("A closer look: %u of %u questions answered"), n_answered, n_mine);
  set_label (self->recheck_expander, text);
  gtk_widget_set_visible (GTK_WIDGET (self->recheck_expander), n_mine > 0);

  return TRUE;
}

static void
update_answered (TagaRuleCard *self, TagaAnswerRecord *answer)
{
  const char *person = taga_answer_record_get_person (answer);
  g_autofree char *day = taga_ui_format_date (taga_answer_record_get_day (answer));
  g_autofree char *text = g_strjoin (person == NULL || *day == '\0' ? "" : " · ",
                                     person == NULL ? "" : person, day, NULL);

  gtk_label_set_label (self->answered, text);
  gtk_widget_set_visible (GTK_WIDGET (self->answered), *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), taga_answer_record_is_to_confirm (answer));
}

/* What is folded away costs nothing until somebody looks. */
static void
make_contents (TagaRuleCard *self)
{
  if (self->fields == NULL && gtk_expander_get_expanded (self->fields_expander))
    {
      self->fields = TAGA_RULE_FIELDS (taga_rule_fields_new (self->store, self->key));
      gtk_expander_set_child (self->fields_expander, GTK_WIDGET (self->fields));
      gtk_widget_set_margin_top (GTK_WIDGET (self->fields), 8);
    }

  if (self->recheck == NULL && gtk_expander_get_expanded (self->recheck_expander))
    {
      self->recheck = TAGA_RULE_RECHECK (taga_rule_recheck_new (self->store, self->key));
      gtk_expander_set_child (self->recheck_expander, GTK_WIDGET (self->recheck));
      gtk_widget_set_margin_top (GTK_WIDGET (self->recheck), 8);
    }
}

static void
expanded_cb (TagaRuleCard *self)
{
  g_autoptr (GError) error = NULL;

  make_contents (self);
  if (!taga_rule_card_update (self, &error))
    taga_ui_toast (GTK_WIDGET (self), error->message);
}

static GtkExpander *
add_expander (TagaRuleCard *self, GtkWidget *box)
{
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);

  /* What is folded away begins with what was written, as far as there is room. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  g_signal_connect_swapped (expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
  gtk_box_append (GTK_BOX (box), expander);

  return GTK_EXPANDER (expander);
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = taga_ui_create_label (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
add_bar (TagaRuleCard *self, GtkWidget *box, const char *title)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->bar = TAGA_CHOICE_BAR (
      taga_choice_bar_new (taga_store_get_edition (self->store), "rule-state", title));
  gtk_widget_set_margin_top (row, 4);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->bar, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->bar, "move", G_CALLBACK (move_cb), self);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->bar));
  self->answered = add_label (row, "", "taga-quiet");
  gtk_box_append (GTK_BOX (box), row);
}

static void
taga_rule_card_finalize (GObject *object)
{
  TagaRuleCard *self = TAGA_RULE_CARD (object);

  g_clear_object (&self->store);
  g_free (self->key);

  G_OBJECT_CLASS (taga_rule_card_parent_class)->finalize (object);
}

static void
taga_rule_card_class_init (TagaRuleCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_rule_card_finalize;

  /**
   * TagaRuleCard::move:
   * @self: a card
   * @by: -1 for the rule above, 1 for the one below
   *
   * The user goes on to another rule.
   */
  signals[SIGNAL_MOVE] = g_signal_new ("move", TAGA_TYPE_RULE_CARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
taga_rule_card_init (TagaRuleCard *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-card");
}

/**
 * taga_rule_card_new:
 * @store: a store
 * @rule: a rule
 * @number: its place among the company's rules, from 1
 *
 * Makes the card of a rule.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
taga_rule_card_new (TagaStore *store, const TagaItem *rule, guint number)
{
  TagaRuleCard *self = g_object_new (TAGA_TYPE_RULE_CARD, NULL);
  gboolean japanese = taga_language_is_japanese ();
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkLabel *place = add_label (GTK_WIDGET (self), digits, "taga-number");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->store = g_object_ref (store);
  self->key = g_strdup (rule->key);
  gtk_widget_set_valign (GTK_WIDGET (place), GTK_ALIGN_START);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (self), box);

  add_label (box, japanese ? rule->title_ja : rule->title_en, "heading");
  if (rule->help_ja != NULL)
    add_label (box, japanese ? rule->help_ja : rule->help_en, "taga-help");
  add_bar (self, box, japanese ? rule->title_ja : rule->title_en);
  self->confirm =
      add_label (box, _ ("Copied from the round before. If it still holds, choose it once more."),
                 "taga-confirm");
  self->fields_expander = add_expander (self, box);
  self->recheck_expander = add_expander (self, box);

  return GTK_WIDGET (self);
}

/**
 * taga_rule_card_get_key:
 * @self: a card
 *
 * Gets which rule it is.
 *
 * Returns: (transfer none): the key
 */
const char *
taga_rule_card_get_key (TagaRuleCard *self)
{
  return self->key;
}

/**
 * taga_rule_card_get_state:
 * @self: a card
 *
 * Gets how far the company keeps the rule, as the card shows it.
 *
 * Returns: a number of "rule-state", or `TAGA_UNKNOWN`
 */
gint64
taga_rule_card_get_state (TagaRuleCard *self)
{
  return taga_choice_bar_get_number (self->bar);
}

/**
 * taga_rule_card_update:
 * @self: a card
 * @error: return location for an error
 *
 * Shows what the round in use says.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_rule_card_update (TagaRuleCard *self, GError **error)
{
  g_autoptr (TagaAnswerRecord) answer =
      taga_answer_record_load (self->store, TAGA_TYPE_RULE, self->key, error);
  const char *obstacle;

  if (answer == NULL || !update_recheck_label (self, error))
    return FALSE;

  obstacle = taga_answer_record_get_obstacle (answer);
  taga_choice_bar_set_number (self->bar, taga_answer_record_get_number (answer));
  taga_choice_bar_set_locked (self->bar, obstacle != NULL);
  update_answered (self, answer);
  update_fields_label (self, answer);

  return (self->fields == NULL || taga_rule_fields_update (self->fields, answer, error))
         && (self->recheck == NULL || taga_rule_recheck_update (self->recheck, obstacle, error));
}

/**
 * taga_rule_card_take_focus:
 * @self: a card
 *
 * Puts the keys on the answers.
 */
void
taga_rule_card_take_focus (TagaRuleCard *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->bar));
  taga_scroll_to (GTK_WIDGET (self));
}

/* Whether only writing down is left: the rule is kept, and nobody can read how. */
static gboolean
is_way_missing (TagaRuleCard *self)
{
  g_autoptr (TagaAnswerRecord) answer =
      taga_answer_record_load (self->store, TAGA_TYPE_RULE, self->key, NULL);
  gint64 number = answer == NULL ? TAGA_UNKNOWN : taga_answer_record_get_number (answer);

  return answer != NULL && taga_answer_record_get_obstacle (answer) == NULL
         && !taga_answer_record_is_to_confirm (answer)
         && (number == TAGA_ANSWER_DONE || number == TAGA_ANSWER_PARTLY)
         && taga_answer_record_get_value (answer, TAGA_RULE_WAY)->text == NULL;
}

/**
 * taga_rule_card_show:
 * @self: a card
 * @item: key of a rule or of one of its re-check questions
 *
 * Unfolds what belongs to an item and puts the keys there.
 *
 * Returns: whether the item is of this card
 */
gboolean
taga_rule_card_show (TagaRuleCard *self, const char *item)
{
  const TagaItem *question =
      taga_edition_find_item (taga_store_get_edition (self->store), "recheck", item);

  if (g_str_equal (item, self->key))
    {
      taga_rule_card_take_focus (self);
      if (is_way_missing (self))
        {
          gtk_expander_set_expanded (self->fields_expander, TRUE);
          gtk_widget_child_focus (GTK_WIDGET (self->fields), GTK_DIR_TAB_FORWARD);
        }
      return TRUE;
    }

  if (question == NULL || g_strcmp0 (question->group, self->key) != 0)
    return FALSE;

  gtk_expander_set_expanded (self->recheck_expander, TRUE);
  return taga_rule_recheck_show (self->recheck, item);
}
