#include "taga-answer-list-private.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-record.h"
#include "taga-page.h"
#include "taga-ui.h"

/**
 * TagaAnswerList:
 *
 * Items to answer, in groups: threats, check items, the questions of the self-check, rules or
 * re-check questions of the round in use. Keys answer the item that is worked on and go on to the
 * next one; each answer is one step, on disk when it shows. What undo or another program changes
 * shows at once, while the focus and the place on the screen stay.
 *
 * Arrow keys, Home, End, Page Up and Page Down move; digits answer and go on; Delete, Backspace and
 * 0 take an answer back; Space confirms one that was copied from the round before; Enter opens the
 * details, which are the page's.
 */
G_DEFINE_FINAL_TYPE (TagaAnswerList, taga_answer_list, ADW_TYPE_BIN)

enum
{
  SIGNAL_CURRENT_CHANGED,
  SIGNAL_LEAVING,
  SIGNAL_OPENED,
  SIGNAL_REFRESHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * taga_answer_list_answer:
 * @self: a list
 * @row: one of its rows
 * @number: the answer, or `TAGA_UNKNOWN` to take it back
 *
 * Answers an item as one step, or says why that failed. An answer that stands already is confirmed.
 */
void
taga_answer_list_answer (TagaAnswerList *self, TagaAnswerRow *row, gint64 number)
{
  g_autofree char *item = g_strdup (taga_answer_row_get_key (row));
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) record = NULL;
  gboolean done;

  if (!self->is_editable)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  record =
      taga_answer_record_load_in_sheet (self->store, self->kind.type, self->sheet, item, &error);
  done = record != NULL && taga_answer_record_change (record, number, &error);
  taga_answer_list_refresh (self);
  taga_ui_report (GTK_WIDGET (self), done, error);
}

static gboolean
key_pressed_cb (TagaAnswerList *self, guint keyval, guint keycode, GdkModifierType state)
{
  return taga_answer_list_press_key (self, keyval, state);
}

static void
rounds_clicked_cb (TagaAnswerList *self)
{
  taga_page_open (GTK_WIDGET (self), "rounds", NULL);
}

/* Nobody waits for the answers while another page is open. */
static void
store_changed_cb (TagaAnswerList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    taga_answer_list_refresh (self);
  else
    self->is_stale = TRUE;
}

static void
taga_answer_list_map (GtkWidget *widget)
{
  TagaAnswerList *self = TAGA_ANSWER_LIST (widget);

  if (self->is_stale)
    taga_answer_list_refresh (self);

  GTK_WIDGET_CLASS (taga_answer_list_parent_class)->map (widget);
}

static void
taga_answer_list_dispose (GObject *object)
{
  TagaAnswerList *self = TAGA_ANSWER_LIST (object);

  g_clear_handle_id (&self->scroll_id, g_source_remove);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->items, g_strfreev);
  g_clear_pointer (&self->last_change, g_free);
  self->current = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_ANSWER_LIST);

  G_OBJECT_CLASS (taga_answer_list_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  /**
   * TagaAnswerList::current-changed:
   * @self: the list
   * @item: (nullable): key of the item that is worked on now
   *
   * Emitted when the user goes to another item.
   */
  signals[SIGNAL_CURRENT_CHANGED] =
      g_signal_new ("current-changed", TAGA_TYPE_ANSWER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TagaAnswerList::leaving:
   * @self: the list
   *
   * Emitted before the list goes to another item. A handler that returns `TRUE` keeps it where it
   * is, since what was entered about the item was refused.
   */
  signals[SIGNAL_LEAVING] =
      g_signal_new ("leaving", TAGA_TYPE_ANSWER_LIST, G_SIGNAL_RUN_LAST, 0,
                    g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);

  /**
   * TagaAnswerList::opened:
   * @self: the list
   * @item: key of an item
   *
   * Emitted when Enter asks for the details of an item.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", TAGA_TYPE_ANSWER_LIST, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TagaAnswerList::refreshed:
   * @self: the list
   *
   * Emitted when the list was brought in line with the file; what a page shows beside it follows.
   */
  signals[SIGNAL_REFRESHED] = g_signal_new ("refreshed", TAGA_TYPE_ANSWER_LIST, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
taga_answer_list_class_init (TagaAnswerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_answer_list_dispose;
  widget_class->map = taga_answer_list_map;
  install_signals ();

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-answer-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerList, notice);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerList, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerList, rounds_button);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerList, total_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerList, total_bar);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerList, scroller);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerList, groups);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerList, hint);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rounds_clicked_cb);
}

static void
taga_answer_list_init (TagaAnswerList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_answer_list_new:
 *
 * Makes a list that shows nothing yet.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
taga_answer_list_new (void)
{
  return g_object_new (TAGA_TYPE_ANSWER_LIST, NULL);
}

/**
 * taga_answer_list_set_source:
 * @self: a list
 * @store: (nullable): the company file, or `NULL` for none
 * @type: the record type of the answers, see [func@AnswerKind.get]
 * @sheet: id of the sheet, for the questions of the self-check; 0 elsewhere
 *
 * Sets whose answers to what are shown. The list begins at the first item.
 */
void
taga_answer_list_set_source (TagaAnswerList *self, TagaStore *store, GType type, gint64 sheet)
{
  GtkWidget *group;

  g_return_if_fail (TAGA_IS_ANSWER_LIST (self));
  g_return_if_fail (store == NULL || TAGA_IS_STORE (store));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  self->current = NULL;
  self->sheet = sheet;
  while ((group = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, group);
  g_signal_emit (self, signals[SIGNAL_CURRENT_CHANGED], 0, NULL);
  if (store == NULL)
    return;

  if (!taga_answer_kind_get (type, &self->kind))
    g_return_if_reached ();
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  taga_answer_list_refresh (self);
}

/**
 * taga_answer_list_set_items:
 * @self: a list
 * @items: (nullable) (array zero-terminated=1): keys of the items to show, or `NULL` for all
 *
 * Shows only some of the items, as those of a rule set.
 */
void
taga_answer_list_set_items (TagaAnswerList *self, const char *const *items)
{
  g_return_if_fail (TAGA_IS_ANSWER_LIST (self));

  g_strfreev (self->items);
  self->items = g_strdupv ((char **) items);
  taga_answer_list_refresh (self);
}

/**
 * taga_answer_list_find_group:
 * @self: a list
 * @group: key of a group; empty where items are not grouped
 *
 * Finds a group, to say more about it or to fold it away.
 *
 * Returns: (transfer none) (nullable): the group; it stays the same until the source is set
 */
TagaAnswerGroup *
taga_answer_list_find_group (TagaAnswerList *self, const char *group)
{
  g_return_val_if_fail (TAGA_IS_ANSWER_LIST (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->groups)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (taga_answer_group_get_key (TAGA_ANSWER_GROUP (child)), group) == 0)
      return TAGA_ANSWER_GROUP (child);

  return NULL;
}

/**
 * taga_answer_list_get_current:
 * @self: a list
 *
 * Gets which item is worked on.
 *
 * Returns: (transfer none) (nullable): its key, or `NULL` if the list is empty
 */
const char *
taga_answer_list_get_current (TagaAnswerList *self)
{
  g_return_val_if_fail (TAGA_IS_ANSWER_LIST (self), NULL);

  return self->current == NULL ? NULL : taga_answer_row_get_key (self->current);
}

/**
 * taga_answer_list_take_focus:
 * @self: a list
 *
 * Puts the keys on the item that is worked on.
 */
void
taga_answer_list_take_focus (TagaAnswerList *self)
{
  g_return_if_fail (TAGA_IS_ANSWER_LIST (self));

  if (self->current != NULL)
    taga_answer_list_go_to (self, self->current, TRUE);
}

/**
 * taga_answer_list_refresh:
 * @self: a list
 *
 * Brings the list in line with the file.
 */
void
taga_answer_list_refresh (TagaAnswerList *self)
{
  g_return_if_fail (TAGA_IS_ANSWER_LIST (self));

  self->is_stale = FALSE;
  if (self->store == NULL)
    return;

  taga_answer_list_fill (self);
  g_signal_emit (self, signals[SIGNAL_REFRESHED], 0);
}
