#include <glib/gi18n-lib.h>

#include "taga-answer-list-private.h"
#include "taga-answer-record.h"
#include "taga-language.h"
#include "taga-pages.h"

/* What shows in the list: it is brought in line with the file, and only what differs is touched, so
 * that neither the focus nor the place on the screen is lost. */

static void
answer_cb (TagaAnswerList *self, int number, TagaAnswerRow *row)
{
  if (taga_answer_list_go_to (self, row, TRUE))
    taga_answer_list_answer (self, row, number);
  else
    taga_answer_row_show (row,
                          taga_edition_find_item (taga_store_get_edition (self->store),
                                                  self->kind.list, taga_answer_row_get_key (row)),
                          taga_answer_row_get_state (row));
}

static void
pointed_cb (TagaAnswerList *self, TagaAnswerRow *row)
{
  taga_answer_list_go_to (self, row, TRUE);
}

static gboolean
is_shown (TagaAnswerList *self, const TagaItem *item, const char *group)
{
  const char *own = self->kind.groups == NULL ? "" : item->group;

  return g_strcmp0 (own, group) == 0
         && (self->items == NULL || g_strv_contains ((const char *const *) self->items, item->key));
}

static TagaAnswerRow *
add_row (TagaAnswerList *self, GtkWidget *rows, GtkWidget *before)
{
  GtkWidget *row = taga_answer_row_new (taga_store_get_edition (self->store), &self->kind);

  g_signal_connect_object (row, "answer", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "pointed", G_CALLBACK (pointed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (rows), row, before);
  return TAGA_ANSWER_ROW (row);
}

/* The row that is worked on hands over to its neighbour before it goes. */
static void
leave_row (TagaAnswerList *self)
{
  gboolean had_focus = gtk_widget_is_focus (GTK_WIDGET (self->current));
  TagaAnswerRow *other = taga_answer_list_step (self, self->current, -1);

  if (other == self->current)
    other = taga_answer_list_step (self, self->current, 1);
  if (other == self->current)
    other = NULL;

  self->current = NULL;
  if (other != NULL)
    taga_answer_list_go_to (self, other, had_focus);
  else
    g_signal_emit_by_name (self, "current-changed", NULL);
}

/* Rows that are not asked for any more go. */
static void
remove_rows (TagaAnswerList *self, GtkWidget *row)
{
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (TAGA_ANSWER_ROW (row) == self->current)
        leave_row (self);
      gtk_box_remove (GTK_BOX (gtk_widget_get_parent (row)), row);
      row = next;
    }
}

static gboolean
has_changed (TagaAnswerRow *row, const TagaAnswerState *state)
{
  const TagaAnswerState *old = taga_answer_row_get_state (row);

  return old->number != state->number || old->to_confirm != state->to_confirm;
}

static void
update_row (TagaAnswerList *self, TagaAnswerRow *row, const TagaItem *item, GHashTable *states)
{
  TagaAnswerState state = taga_answer_states_get (states, item->key);

  if (taga_answer_row_get_key (row) != NULL && has_changed (row, &state)
      && self->last_change == NULL)
    self->last_change = g_strdup (item->key);
  taga_answer_row_show (row, item, &state);
  taga_answer_row_set_editable (row, self->is_editable);
}

/* Returns whether the group has any items. */
static gboolean
fill_group (TagaAnswerList *self, TagaAnswerGroup *group, GHashTable *states)
{
  GtkWidget *rows = taga_answer_group_get_rows (group);
  GtkWidget *before = NULL;
  guint n;
  const TagaItem *items =
      taga_edition_get_items (taga_store_get_edition (self->store), self->kind.list, &n);

  for (guint i = 0; i < n; i++)
    {
      TagaAnswerRow *row;

      if (!is_shown (self, &items[i], taga_answer_group_get_key (group)))
        continue;

      row = taga_answer_group_find_row (group, items[i].key);
      if (row == NULL)
        row = add_row (self, rows, before);
      else if (gtk_widget_get_prev_sibling (GTK_WIDGET (row)) != before)
        gtk_box_reorder_child_after (GTK_BOX (rows), GTK_WIDGET (row), before);
      update_row (self, row, &items[i], states);
      before = GTK_WIDGET (row);
    }

  remove_rows (self, before == NULL ? gtk_widget_get_first_child (rows)
                                    : gtk_widget_get_next_sibling (before));
  taga_answer_group_update (group, g_str_equal (self->kind.list, "question"));
  return before != NULL;
}

/* What is worked on is never out of sight. */
static void
folded_cb (TagaAnswerList *self, TagaAnswerGroup *group)
{
  TagaAnswerRow *other;

  if (self->current == NULL
      || !gtk_widget_is_ancestor (GTK_WIDGET (self->current), GTK_WIDGET (group)))
    return;

  other = taga_answer_list_step (self, NULL, 1);
  if (other != NULL)
    taga_answer_list_go_to (self, other, gtk_widget_is_focus (GTK_WIDGET (self->current)));
}

static void
show_group (TagaAnswerList *self, const char *key, const char *title, GHashTable *states)
{
  TagaAnswerGroup *group = taga_answer_list_find_group (self, key);
  gboolean has_items;

  if (group == NULL)
    {
      group = TAGA_ANSWER_GROUP (taga_answer_group_new (key));
      g_signal_connect_object (group, "folded", G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->groups, GTK_WIDGET (group));
    }
  taga_answer_group_set_title (group, title);
  has_items = fill_group (self, group, states);
  gtk_widget_set_visible (GTK_WIDGET (group), has_items);
}

static void
fill_groups (TagaAnswerList *self, GHashTable *states)
{
  gboolean japanese = taga_language_is_japanese ();
  TagaEdition *edition = taga_store_get_edition (self->store);
  guint n;

  if (self->kind.groups == NULL)
    {
      show_group (self, "", "", states);
      return;
    }

  if (g_str_equal (self->kind.groups, "medium"))
    {
      const TagaChoice *media = taga_edition_get_choices (edition, "medium", &n);

      for (guint i = 0; i < n; i++)
        show_group (self, media[i].key, japanese ? media[i].label_ja : media[i].label_en, states);
    }
  else
    {
      const TagaItem *groups = taga_edition_get_items (edition, self->kind.groups, &n);

      for (guint i = 0; i < n; i++)
        show_group (self, groups[i].key, japanese ? groups[i].title_ja : groups[i].title_en,
                    states);
    }
}

static void
update_total (TagaAnswerList *self)
{
  guint n = 0, n_answered = 0, n_to_confirm = 0;
  g_autofree char *words = NULL;

  for (GtkWidget *group = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); group != NULL;
       group = gtk_widget_get_next_sibling (group))
    {
      guint n_more, n_more_answered, n_more_to_confirm;

      taga_answer_group_count (TAGA_ANSWER_GROUP (group), &n_more, &n_more_answered,
                               &n_more_to_confirm);
      n += n_more;
      n_answered += n_more_answered;
      n_to_confirm += n_more_to_confirm;
    }

  words = taga_answer_group_format_progress (n, n_answered, n_to_confirm,
                                             g_str_equal (self->kind.list, "question"));
  gtk_label_set_label (self->total_label, words);
  gtk_progress_bar_set_fraction (self->total_bar, n == 0 ? 0 : (double) n_answered / n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->total_bar),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static void
update_notice (TagaAnswerList *self, const char *text, gboolean offers_rounds)
{
  gtk_label_set_label (self->notice_label, text == NULL ? "" : text);
  gtk_widget_set_visible (self->notice, text != NULL);
  gtk_widget_set_visible (self->rounds_button, offers_rounds && taga_pages_find ("rounds") >= 0);
}

/* Which keys answer depends on how many answers there are. */
static void
update_hint (TagaAnswerList *self)
{
  g_autofree char *hint = NULL;
  guint n;

  taga_edition_get_choices (taga_store_get_edition (self->store), self->kind.domain, &n);
  hint =
      g_strdup_printf (_ ("1–%u: answer and go on ・ Space: confirm ・ Delete: take back ・ Enter: "
                          "details"),
                       n);
  gtk_label_set_label (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), self->is_editable);
}

/**
 * taga_answer_list_fill:
 * @self: a list with a file
 *
 * Brings the list in line with the file.
 */
void
taga_answer_list_fill (TagaAnswerList *self)
{
  const char *obstacle = taga_answer_record_find_obstacle (self->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) states =
      taga_answer_states_load (self->store, self->kind.type, self->sheet, &error);

  g_clear_pointer (&self->last_change, g_free);
  if (states == NULL)
    {
      update_notice (self, error->message, FALSE);
      return;
    }

  self->is_editable = obstacle == NULL;
  update_notice (self, obstacle, !taga_store_is_read_only (self->store));
  fill_groups (self, states);
  update_total (self);
  update_hint (self);
  if (self->current == NULL)
    taga_answer_list_go_to (self, taga_answer_list_step (self, NULL, 1), FALSE);
}
