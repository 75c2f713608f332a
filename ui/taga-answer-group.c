#include "taga-answer-group.h"

#include <glib/gi18n-lib.h>

#include "taga-ui.h"

/**
 * TagaAnswerGroup:
 *
 * Items to answer that belong together, under a heading that says how far they are answered. A
 * group that does not matter can be folded away, with a word why.
 */
struct _TagaAnswerGroup
{
  GtkBox parent_instance;

  char *key; /* (owned) */

  GtkLabel *title;
  GtkLabel *progress;
  GtkWidget *bar;
  GtkWidget *extra_place;
  GtkWidget *fold_button;
  GtkLabel *why;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (TagaAnswerGroup, taga_answer_group, GTK_TYPE_BOX)

enum
{
  SIGNAL_FOLDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is folded, and what the button beside the reason says then. */
static void
update_folding (TagaAnswerGroup *self)
{
  gboolean is_open = taga_answer_group_is_open (self);
  const char *title = gtk_label_get_label (self->title);
  g_autofree char *label = is_open ? g_strdup_printf (_ ("Fold away “%s”"), title)
                                   : g_strdup_printf (_ ("Show “%s”"), title);

  gtk_button_set_icon_name (GTK_BUTTON (self->fold_button),
                            is_open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_tooltip_text (self->fold_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               is_open, -1);
  gtk_widget_set_visible (self->rows, is_open);
  gtk_widget_set_visible (self->extra_place, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_open);
  gtk_widget_set_visible (self->bar, is_open);
}

static void
toggled_cb (TagaAnswerGroup *self)
{
  update_folding (self);
  if (!taga_answer_group_is_open (self))
    g_signal_emit (self, signals[SIGNAL_FOLDED], 0);
}

static void
taga_answer_group_finalize (GObject *object)
{
  g_free (TAGA_ANSWER_GROUP (object)->key);

  G_OBJECT_CLASS (taga_answer_group_parent_class)->finalize (object);
}

static void
taga_answer_group_class_init (TagaAnswerGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_answer_group_finalize;

  /**
   * TagaAnswerGroup::folded:
   * @self: the group
   *
   * Emitted when the items of the group do not show any more.
   */
  signals[SIGNAL_FOLDED] = g_signal_new ("folded", TAGA_TYPE_ANSWER_GROUP, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
create_heading (TagaAnswerGroup *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->fold_button = gtk_toggle_button_new ();
  self->title = GTK_LABEL (taga_ui_create_label (""));
  self->progress = GTK_LABEL (gtk_label_new (NULL));
  self->why = GTK_LABEL (taga_ui_create_label (""));
  self->bar = gtk_progress_bar_new ();

  gtk_widget_add_css_class (self->fold_button, "flat");
  gtk_widget_add_css_class (self->fold_button, "taga-fold");
  gtk_widget_set_visible (self->fold_button, FALSE);
  gtk_widget_set_valign (self->fold_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->progress), "caption");
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self->why), FALSE);
  gtk_box_append (GTK_BOX (line), self->fold_button);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->bar);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->why));
}

static void
taga_answer_group_init (TagaAnswerGroup *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-answer-group");
  create_heading (self);

  self->extra_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->rows = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  gtk_widget_add_css_class (self->rows, "card");
  gtk_widget_set_overflow (self->rows, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self), self->extra_place);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fold_button), TRUE);
  g_signal_connect_object (self->fold_button, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * taga_answer_group_new:
 * @key: key of the group
 *
 * Makes a group without items.
 *
 * Returns: (transfer floating): the group
 */
GtkWidget *
taga_answer_group_new (const char *key)
{
  TagaAnswerGroup *self = g_object_new (TAGA_TYPE_ANSWER_GROUP, NULL);

  self->key = g_strdup (key);
  return GTK_WIDGET (self);
}

/**
 * taga_answer_group_get_key:
 * @self: a group
 *
 * Gets which group it is.
 *
 * Returns: (transfer none): its key; empty where items are not grouped
 */
const char *
taga_answer_group_get_key (TagaAnswerGroup *self)
{
  return self->key;
}

/**
 * taga_answer_group_set_title:
 * @self: a group
 * @title: what stands above it; empty for nothing
 *
 * Sets the heading.
 */
void
taga_answer_group_set_title (TagaAnswerGroup *self, const char *title)
{
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  update_folding (self);
}

/**
 * taga_answer_group_set_extra:
 * @self: a group
 * @extra: (nullable): what stands between the heading and the items
 *
 * Sets what a page has to say about the group.
 */
void
taga_answer_group_set_extra (TagaAnswerGroup *self, GtkWidget *extra)
{
  GtkWidget *old = gtk_widget_get_first_child (self->extra_place);

  if (old == extra)
    return;
  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->extra_place), old);
  if (extra != NULL)
    gtk_box_append (GTK_BOX (self->extra_place), extra);
}

/**
 * taga_answer_group_get_extra:
 * @self: a group
 *
 * Gets what a page has to say about the group.
 *
 * Returns: (transfer none) (nullable): the widget
 */
GtkWidget *
taga_answer_group_get_extra (TagaAnswerGroup *self)
{
  return gtk_widget_get_first_child (self->extra_place);
}

/**
 * taga_answer_group_set_folded:
 * @self: a group
 * @why: (nullable): why it does not matter, or `NULL` if it does
 *
 * Folds the group away, or shows it. As long as the reason stays, so does what the user has chosen.
 */
void
taga_answer_group_set_folded (TagaAnswerGroup *self, const char *why)
{
  gboolean had_reason = gtk_widget_get_visible (GTK_WIDGET (self->why));

  gtk_label_set_label (self->why, why == NULL ? "" : why);
  gtk_widget_set_visible (GTK_WIDGET (self->why), why != NULL);
  gtk_widget_set_visible (self->fold_button, why != NULL);
  if (had_reason != (why != NULL))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fold_button), why == NULL);
}

/**
 * taga_answer_group_unfold:
 * @self: a group
 *
 * Shows the items, whatever the group was folded for.
 */
void
taga_answer_group_unfold (TagaAnswerGroup *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->fold_button), TRUE);
}

/**
 * taga_answer_group_is_open:
 * @self: a group
 *
 * Tells whether the items show.
 *
 * Returns: `FALSE` if they are folded away
 */
gboolean
taga_answer_group_is_open (TagaAnswerGroup *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->fold_button));
}

/**
 * taga_answer_group_get_rows:
 * @self: a group
 *
 * Gets what holds the rows.
 *
 * Returns: (transfer none): a box of [class@AnswerRow]
 */
GtkWidget *
taga_answer_group_get_rows (TagaAnswerGroup *self)
{
  return self->rows;
}

/**
 * taga_answer_group_find_row:
 * @self: a group
 * @item: key of an item
 *
 * Finds the row of an item.
 *
 * Returns: (transfer none) (nullable): the row
 */
TagaAnswerRow *
taga_answer_group_find_row (TagaAnswerGroup *self, const char *item)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (taga_answer_row_get_key (TAGA_ANSWER_ROW (row)), item) == 0)
      return TAGA_ANSWER_ROW (row);

  return NULL;
}

/**
 * taga_answer_group_count:
 * @self: a group
 * @n: (out): how many items it has
 * @n_answered: (out): how many are answered
 * @n_to_confirm: (out): how many answers are to be confirmed
 *
 * Counts the items by what is known of them.
 */
void
taga_answer_group_count (TagaAnswerGroup *self, guint *n, guint *n_answered, guint *n_to_confirm)
{
  *n = *n_answered = *n_to_confirm = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const TagaAnswerState *state = taga_answer_row_get_state (TAGA_ANSWER_ROW (row));

      ++*n;
      *n_answered += state->number != TAGA_UNKNOWN;
      *n_to_confirm += state->to_confirm;
    }
}

/**
 * taga_answer_group_format_progress:
 * @n: how many items there are
 * @n_answered: how many are answered
 * @n_to_confirm: how many answers are to be confirmed
 * @are_questions: whether the items are questions, which some languages count in their own way
 *
 * Writes how far something is answered.
 *
 * Returns: (transfer full): the words
 */
char *
taga_answer_group_format_progress (guint n,
                                   guint n_answered,
                                   guint n_to_confirm,
                                   gboolean are_questions)
{
  g_autofree char *answered = g_strdup_printf (are_questions ? C_ ("questions", "%u of %u answered")
                                                             : _ ("%u of %u answered"),
                                               n_answered, n);

  if (n_to_confirm == 0)
    return g_steal_pointer (&answered);

  /* Translators: first how far it is answered, then how many answers are to be confirmed */
  return g_strdup_printf (_ ("%s, %u to confirm"), answered, n_to_confirm);
}

/**
 * taga_answer_group_update:
 * @self: a group
 * @are_questions: whether its items are questions
 *
 * Says anew how far the group is answered.
 */
void
taga_answer_group_update (TagaAnswerGroup *self, gboolean are_questions)
{
  guint n, n_answered, n_to_confirm;
  g_autofree char *words = NULL;

  taga_answer_group_count (self, &n, &n_answered, &n_to_confirm);
  words = taga_answer_group_format_progress (n, n_answered, n_to_confirm, are_questions);
  gtk_label_set_label (self->progress, words);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 n == 0 ? 0 : (double) n_answered / n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->title),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}
