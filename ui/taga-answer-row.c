#include "taga-answer-row.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-words.h"
#include "taga-beside-layout.h"
#include "taga-language.h"
#include "taga-ui.h"

/* So many pixels a title needs for the answers to stand beside it: about fourteen kanji a line. */
#define ROOM_FOR_TITLE 260

/**
 * TagaAnswerRow:
 *
 * One item to answer: its number, what it says, marks, and the answers as buttons side by side, of
 * which one is down. The row has the focus, never a button, so that it stays where it is when an
 * answer is clicked.
 */
struct _TagaAnswerRow
{
  GtkWidget parent_instance;

  TagaAnswerKind kind;
  char *key; /* (owned) */
  TagaAnswerState state;

  GtkWidget *words;   /* (owned) */
  GtkWidget *buttons; /* (owned) */
  GtkLabel *number;
  GtkLabel *title;
  GtkWidget *marks;
  GtkWidget *own_mark;
  GtkWidget *confirm_mark;
};

G_DEFINE_FINAL_TYPE (TagaAnswerRow, taga_answer_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ANSWER,
  SIGNAL_POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The name of a button is the number of its answer. */
static gint64
get_number (GtkWidget *button)
{
  return g_ascii_strtoll (gtk_widget_get_name (button), NULL, 10);
}

static void
clicked_cb (TagaAnswerRow *self, GtkWidget *button)
{
  g_signal_emit (self, signals[SIGNAL_ANSWER], 0, (int) get_number (button));
}

static void
pressed_cb (TagaAnswerRow *self)
{
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
}

static GtkWidget *
create_mark (const char *text, const char *class_name)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "taga-mark");
  gtk_widget_add_css_class (label, class_name);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static void
create_words (TagaAnswerRow *self)
{
  GtkWidget *line = gtk_grid_new ();

  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  self->title = GTK_LABEL (taga_ui_create_label (""));
  self->own_mark = create_mark (_ ("added by us"), "own");
  self->confirm_mark = create_mark (_ ("to confirm"), "to-confirm");

  gtk_label_set_xalign (self->number, 0);
  gtk_label_set_width_chars (self->number, 4);
  gtk_widget_set_valign (GTK_WIDGET (self->number), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  /* No box: that would ask how wide the title is at its height, and so lay it out a dozen times. */
  gtk_grid_set_column_spacing (GTK_GRID (line), 10);
  gtk_grid_attach (GTK_GRID (line), GTK_WIDGET (self->number), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (line), GTK_WIDGET (self->title), 1, 0, 1, 1);

  self->marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->marks), self->confirm_mark);
  gtk_box_append (GTK_BOX (self->marks), self->own_mark);

  gtk_box_append (GTK_BOX (self->words), line);
  gtk_box_append (GTK_BOX (self->words), self->marks);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

static GtkWidget *
create_button (TagaAnswerRow *self, const TagaChoice *choice, GtkWidget *group)
{
  g_autofree char *label = taga_answer_words_format_short (self->kind.domain, choice);
  g_autofree char *whole = taga_answer_words_format (choice);
  g_autofree char *name = g_strdup_printf ("%d", choice->number);
  const char *meaning = taga_language_is_japanese () ? choice->text_ja : choice->text_en;
  g_autofree char *tooltip =
      meaning == NULL ? g_strdup (whole) : g_strdup_printf ("%s\n%s", whole, meaning);
  GtkWidget *button =
      g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, "label",
                    label, "name", name, "focusable", FALSE, "tooltip-text", tooltip, NULL);

  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
create_buttons (TagaAnswerRow *self, TagaEdition *edition)
{
  GtkWidget *group = NULL;
  guint n;
  const TagaChoice *choices = taga_edition_get_choices (edition, self->kind.domain, &n);

  self->buttons = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                                "valign", GTK_ALIGN_CENTER, "halign", GTK_ALIGN_END, NULL);
  gtk_widget_add_css_class (self->buttons, "linked");
  gtk_widget_add_css_class (self->buttons, "taga-answers");
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = create_button (self, &choices[i], group);

      gtk_box_append (GTK_BOX (self->buttons), button);
      group = button;
    }
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
}

static void
taga_answer_row_dispose (GObject *object)
{
  TagaAnswerRow *self = TAGA_ANSWER_ROW (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (taga_answer_row_parent_class)->dispose (object);
}

static void
taga_answer_row_class_init (TagaAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_answer_row_dispose;

  /**
   * TagaAnswerRow::answer:
   * @self: the row
   * @number: the answer
   *
   * Emitted when an answer is clicked, also one that stands already.
   */
  signals[SIGNAL_ANSWER] = g_signal_new ("answer", TAGA_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * TagaAnswerRow::pointed:
   * @self: the row
   *
   * Emitted when a mouse button goes down anywhere on the row.
   */
  signals[SIGNAL_POINTED] = g_signal_new ("pointed", TAGA_TYPE_ANSWER_ROW, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
taga_answer_row_init (TagaAnswerRow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  self->state = (TagaAnswerState){ TAGA_UNKNOWN, FALSE };
  gtk_widget_set_layout_manager (GTK_WIDGET (self), taga_beside_layout_new (ROOM_FOR_TITLE));
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-answer-row");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

/**
 * taga_answer_row_new:
 * @edition: the method edition
 * @kind: what is answered
 *
 * Makes a row, with a button for each answer.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_answer_row_new (TagaEdition *edition, const TagaAnswerKind *kind)
{
  TagaAnswerRow *self = g_object_new (TAGA_TYPE_ANSWER_ROW, NULL);

  self->kind = *kind;
  create_words (self);
  create_buttons (self, edition);

  return GTK_WIDGET (self);
}

static void
update_buttons (TagaAnswerRow *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      gboolean is_chosen = get_number (button) == self->state.number;

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)) != is_chosen)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_chosen);
      gtk_accessible_update_state (
          GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
          is_chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static const char *
find_answer (TagaAnswerRow *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (get_number (button) == self->state.number)
      return gtk_button_get_label (GTK_BUTTON (button));

  return _ ("not answered");
}

/* A screen reader reads the row as one: what it says, the answer, and what is to be done with it.
 */
static void
update_name (TagaAnswerRow *self, const char *title)
{
  const char *marks = self->state.to_confirm ? _ ("to confirm") : "";
  g_autofree char *name = NULL;

  if (*gtk_label_get_label (self->number) == '\0')
    name = g_strdup_printf ("%s: %s %s", title, find_answer (self), marks);
  else
    name = g_strdup_printf ("%s %s: %s %s", gtk_label_get_label (self->number), title,
                            find_answer (self), marks);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strchomp (name), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

/* Keys that people do not know by heart, such as those of rules and of what the company has added,
 * are not shown. */
static gboolean
is_number (const char *key)
{
  return g_ascii_isdigit (*key);
}

/**
 * taga_answer_row_show:
 * @self: a row
 * @item: what is asked
 * @state: what was answered
 *
 * Shows an item and its answer.
 */
void
taga_answer_row_show (TagaAnswerRow *self, const TagaItem *item, const TagaAnswerState *state)
{
  const char *title = taga_language_is_japanese () ? item->title_ja : item->title_en;

  g_return_if_fail (TAGA_IS_ANSWER_ROW (self));

  if (g_strcmp0 (self->key, item->key) != 0)
    {
      g_free (self->key);
      self->key = g_strdup (item->key);
    }
  self->state = *state;
  gtk_label_set_label (self->number, is_number (item->key) ? item->key : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), is_number (item->key));
  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (self->own_mark, item->is_own);
  gtk_widget_set_visible (self->confirm_mark, state->to_confirm);
  gtk_widget_set_visible (self->marks, item->is_own || state->to_confirm);
  update_buttons (self);
  update_name (self, title);
}

/**
 * taga_answer_row_get_key:
 * @self: a row
 *
 * Gets which item it shows.
 *
 * Returns: (transfer none): the item's key
 */
const char *
taga_answer_row_get_key (TagaAnswerRow *self)
{
  return self->key;
}

/**
 * taga_answer_row_get_state:
 * @self: a row
 *
 * Gets the answer that it shows.
 *
 * Returns: (transfer none): the answer
 */
const TagaAnswerState *
taga_answer_row_get_state (TagaAnswerRow *self)
{
  return &self->state;
}

/**
 * taga_answer_row_set_editable:
 * @self: a row
 * @editable: whether it may be answered
 *
 * Sets whether the answers can be clicked.
 */
void
taga_answer_row_set_editable (TagaAnswerRow *self, gboolean editable)
{
  gtk_widget_set_sensitive (self->buttons, editable);
}

/**
 * taga_answer_row_set_current:
 * @self: a row
 * @is_current: whether it is the one that keys answer
 *
 * Marks the row as the one that is worked on. Only that one can be reached by Tab.
 */
void
taga_answer_row_set_current (TagaAnswerRow *self, gboolean is_current)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), is_current);
  if (is_current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, is_current,
                               -1);
}
