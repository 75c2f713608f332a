#include "taga-questions-view.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-list.h"
#include "taga-answer-record.h"
#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-page.h"
#include "taga-self-answer.h"
#include "taga-self-check-read.h"
#include "taga-self-result.h"
#include "taga-sheet-bar.h"
#include "taga-ui.h"

/**
 * TagaQuestionsView:
 *
 * The self-check of 25 questions: the sheet of a site or person to fill in, and what the company
 * comes to.
 */
struct _TagaQuestionsView
{
  AdwBin parent_instance;

  TagaStore *store;     /* (owned) (nullable) */
  TagaSelfCheck *check; /* (owned) (nullable): as it was read last */
  gint64 shown_sheet;   /* whose answers the list has */
  gint64 shown_round;
  gboolean is_shown_to_room;
  gboolean is_stale; /* whether the file changed while nobody looked */

  TagaFieldEdit *note;

  /* Template */
  GtkLabel *failure_label;
  GtkStack *stack;
  TagaSheetBar *sheets;
  GtkLabel *total_label;
  GtkWidget *result_button;
  GtkStack *parts;
  GtkLabel *start_label;
  GtkWidget *start_button;
  TagaAnswerList *list;
  GtkBox *note_box;
  TagaSelfResult *result;
};

static void taga_questions_view_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaQuestionsView,
                               taga_questions_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE,
                                                      taga_questions_view_init_page))

static const TagaSelfCheckSheet *
get_sheet (TagaQuestionsView *self)
{
  for (guint i = 0; i < self->check->sheets->len; i++)
    {
      const TagaSelfCheckSheet *sheet = g_ptr_array_index (self->check->sheets, i);

      if (sheet->id == taga_sheet_bar_get_sheet (self->sheets))
        return sheet;
    }

  return NULL;
}

static TagaAnswerRecord *
load_answer (TagaQuestionsView *self, GError **error)
{
  return taga_answer_record_load_in_sheet (self->store, TAGA_TYPE_SELF_ANSWER,
                                           taga_sheet_bar_get_sheet (self->sheets),
                                           taga_answer_list_get_current (self->list), error);
}

static gboolean
save_note_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  g_autoptr (TagaAnswerRecord) answer = load_answer (user_data, error);

  return answer != NULL && taga_answer_record_set (answer, TAGA_SELF_ANSWER_NOTE, value, error);
}

/* Below the list: what was remarked on the question that is worked on. */
static void
update_note (TagaQuestionsView *self)
{
  const char *current = taga_answer_list_get_current (self->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) answer = NULL;
  g_autofree char *title = NULL;

  if (self->store == NULL || taga_sheet_bar_get_sheet (self->sheets) == 0)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->note_box), current != NULL && !self->is_shown_to_room);
  answer = current == NULL ? NULL : load_answer (self, &error);
  if (answer == NULL)
    return;

  /* Translators: %s is the number of a question */
  title = g_strdup_printf (_ ("Remarks on question %s (Enter)"), current);
  taga_field_edit_set_title (self->note, title);
  taga_field_edit_set_value (self->note, taga_store_get_edition (self->store),
                             taga_answer_record_get_value (answer, TAGA_SELF_ANSWER_NOTE));
  taga_field_edit_set_locked (self->note, taga_answer_record_get_obstacle (answer) != NULL);
}

static gboolean
leaving_cb (TagaQuestionsView *self)
{
  return !taga_field_edit_finish (self->note);
}

static void
opened_cb (TagaQuestionsView *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->note), GTK_DIR_TAB_FORWARD);
}

/* Above the list, and at the head of each part: the points of the sheet that is filled in. */
static void
update_points (TagaQuestionsView *self)
{
  const TagaSelfCheckSheet *sheet = get_sheet (self);
  g_autofree char *total = NULL;
  g_autofree char *words = NULL;

  if (sheet == NULL)
    return;

  total = taga_self_result_format_sum (&sheet->total);
  words = self->check->sheets->len > 1
              /* Translators: %s is a number of points with the most that there can be */
              ? g_strdup_printf (_ ("This sheet: %s"), total)
              : g_strdup (total);
  gtk_label_set_label (self->total_label, words);
  gtk_widget_set_visible (self->result_button, taga_self_check_is_complete (&sheet->total));
  for (guint i = 0; i < self->check->n_parts; i++)
    {
      TagaAnswerGroup *group = taga_answer_list_find_group (self->list, self->check->parts[i].key);
      g_autofree char *part = taga_self_result_format_sum (&sheet->parts[i]);
      /* Translators: %s is a number of points with the most that there can be */
      g_autofree char *text = g_strdup_printf (_ ("Points: %s"), part);
      GtkWidget *label = taga_ui_create_label (text);

      gtk_widget_add_css_class (label, "numeric");
      if (group != NULL)
        taga_answer_group_set_extra (group, label);
    }
}

static void
show_sheet (TagaQuestionsView *self)
{
  gint64 sheet = taga_sheet_bar_get_sheet (self->sheets);
  gint64 round = taga_store_get_round (self->store);

  if (sheet != self->shown_sheet || round != self->shown_round)
    taga_answer_list_set_source (self->list, self->store, TAGA_TYPE_SELF_ANSWER, sheet);
  self->shown_sheet = sheet;
  self->shown_round = round;
  update_points (self);
  update_note (self);
}

static void
sheet_chosen_cb (TagaQuestionsView *self)
{
  if (!taga_field_edit_finish (self->note))
    {
      taga_sheet_bar_set_sheet (self->sheets, self->shown_sheet);
      return;
    }

  show_sheet (self);
}

static void
refresh (TagaQuestionsView *self)
{
  g_autoptr (GError) error = NULL;
  const char *obstacle;

  self->is_stale = FALSE;
  if (self->store == NULL)
    return;

  g_clear_pointer (&self->check, taga_self_check_free);
  self->check = taga_self_check_read (self->store, taga_store_get_round (self->store), &error);
  gtk_label_set_label (self->failure_label, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), error != NULL);
  if (self->check == NULL)
    return;

  obstacle = taga_answer_record_find_obstacle (self->store);
  gtk_label_set_label (self->start_label, obstacle);
  gtk_widget_set_visible (GTK_WIDGET (self->start_label), obstacle != NULL);
  gtk_widget_set_sensitive (self->start_button, obstacle == NULL);
  taga_sheet_bar_update (self->sheets, self->store, self->check, obstacle);
  gtk_stack_set_visible_child_name (self->stack, self->check->sheets->len > 0 ? "sheets" : "empty");
  taga_self_result_update (self->result, self->check);
  if (self->check->sheets->len > 0)
    show_sheet (self);
  else
    self->shown_sheet = 0;
}

/* Who chose the answers or the result wants to work there. */
static void
part_chosen_cb (TagaQuestionsView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->parts)))
    taga_page_take_focus (TAGA_PAGE (self));
}

/* A new sheet is there to be filled in. */
static void
added_cb (TagaQuestionsView *self)
{
  gtk_stack_set_visible_child_name (self->parts, "answers");
  taga_answer_list_take_focus (self->list);
}

/* The last question leads on. */
static void
result_cb (TagaQuestionsView *self)
{
  gtk_stack_set_visible_child_name (self->parts, "result");
}

static void
start_cb (TagaQuestionsView *self)
{
  taga_sheet_bar_add (self->sheets);
}

static void
store_changed_cb (TagaQuestionsView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->is_stale = TRUE;
}

static void
taga_questions_view_map (GtkWidget *widget)
{
  TagaQuestionsView *self = TAGA_QUESTIONS_VIEW (widget);

  if (self->is_stale)
    refresh (self);

  GTK_WIDGET_CLASS (taga_questions_view_parent_class)->map (widget);
}

static void
taga_questions_view_dispose (GObject *object)
{
  TagaQuestionsView *self = TAGA_QUESTIONS_VIEW (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_pointer (&self->check, taga_self_check_free);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_QUESTIONS_VIEW);

  G_OBJECT_CLASS (taga_questions_view_parent_class)->dispose (object);
}

static void
taga_questions_view_class_init (TagaQuestionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_questions_view_dispose;
  widget_class->map = taga_questions_view_map;

  g_type_ensure (TAGA_TYPE_ANSWER_LIST);
  g_type_ensure (TAGA_TYPE_SELF_RESULT);
  g_type_ensure (TAGA_TYPE_SHEET_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-questions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, failure_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, sheets);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, total_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, result_button);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, parts);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, start_label);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, start_button);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, list);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, note_box);
  gtk_widget_class_bind_template_child (widget_class, TagaQuestionsView, result);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaving_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, part_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, result_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_note);
}

static void
taga_questions_view_init (TagaQuestionsView *self)
{
  const TagaField *fields = taga_record_class_peek (TAGA_TYPE_SELF_ANSWER)->fields;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->note = TAGA_FIELD_EDIT (taga_field_edit_new (&fields[TAGA_SELF_ANSWER_NOTE],
                                                     TAGA_SELF_ANSWER_NOTE, save_note_cb, self));
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  gtk_box_append (self->note_box, GTK_WIDGET (self->note));
}

static void
set_store (TagaPage *page, TagaStore *store)
{
  TagaQuestionsView *self = TAGA_QUESTIONS_VIEW (page);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  self->shown_sheet = 0;
  if (store == NULL)
    {
      taga_answer_list_set_source (self->list, NULL, TAGA_TYPE_SELF_ANSWER, 0);
      return;
    }

  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

static void
take_focus (TagaPage *page)
{
  TagaQuestionsView *self = TAGA_QUESTIONS_VIEW (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") == 0)
    gtk_widget_grab_focus (self->start_button);
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (self->parts), "answers") == 0)
    taga_answer_list_take_focus (self->list);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->result), GTK_DIR_TAB_FORWARD);
}

static gboolean
finish_editing (TagaPage *page)
{
  return taga_field_edit_finish_all (GTK_WIDGET (page));
}

/* A question is shown on the sheet whose answer counts for the company, unless it is the same on
 * the one that is open. */
static void
choose_sheet_for (TagaQuestionsView *self, gsize question)
{
  const TagaSelfCheckSheet *sheet = get_sheet (self);
  int answer = self->check->company->answers[question];

  if (sheet == NULL || sheet->answers[question] == answer)
    return;

  for (guint i = 0; i < self->check->sheets->len; i++)
    {
      const TagaSelfCheckSheet *other = g_ptr_array_index (self->check->sheets, i);

      if (other->answers[question] == answer)
        {
          taga_sheet_bar_set_sheet (self->sheets, other->id);
          return;
        }
    }
}

static void
show_item (TagaPage *page, const char *item)
{
  TagaQuestionsView *self = TAGA_QUESTIONS_VIEW (page);
  const TagaItem *question =
      self->check == NULL ? NULL : taga_edition_find_item (self->check->edition, "question", item);

  if (question == NULL)
    return;

  choose_sheet_for (self, (gsize) (question - self->check->questions));
  gtk_stack_set_visible_child_name (self->parts, "answers");
  if (taga_answer_list_set_current (self->list, item))
    taga_answer_list_take_focus (self->list);
}

/* A room sees the questions; sheets are kept and remarks written at the desk. */
static void
set_projector (TagaPage *page, gboolean on)
{
  TagaQuestionsView *self = TAGA_QUESTIONS_VIEW (page);

  self->is_shown_to_room = on;
  taga_sheet_bar_set_projector (self->sheets, on);
  gtk_widget_set_visible (GTK_WIDGET (self->note_box),
                          !on && taga_answer_list_get_current (self->list) != NULL);
}

static void
taga_questions_view_init_page (TagaPageInterface *iface)
{
  iface->set_store = set_store;
  iface->take_focus = take_focus;
  iface->finish_editing = finish_editing;
  iface->show_item = show_item;
  iface->set_projector = set_projector;
}
