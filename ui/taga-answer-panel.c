#include "taga-answer-panel.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-kind.h"
#include "taga-answer-words.h"
#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-threat.h"
#include "taga-ui.h"

/**
 * TagaAnswerPanel:
 *
 * The details of an item that is answered: what it means, what each answer means, who answered
 * when, and remarks. A page adds its own parts below.
 */
struct _TagaAnswerPanel
{
  GtkBox parent_instance;

  TagaAnswerKind kind;
  TagaRecordClass *klass;
  TagaStore *store; /* (owned) (nullable) */
  gint64 sheet;
  char *item;        /* (owned) (nullable) */
  GPtrArray *fields; /* (owned) (element-type TagaFieldEdit): not owned each */

  GtkLabel *title;
  GtkLabel *help;
  GtkWidget *meanings;
  GtkLabel *present;
};

G_DEFINE_FINAL_TYPE (TagaAnswerPanel, taga_answer_panel, GTK_TYPE_BOX)

static const char *
pick (const char *ja, const char *en)
{
  return taga_language_is_japanese () ? ja : en;
}

static TagaAnswerRecord *
load (TagaAnswerPanel *self, GError **error)
{
  return taga_answer_record_load_in_sheet (self->store, self->kind.type, self->sheet, self->item,
                                           error);
}

static gboolean
write_value (TagaAnswerPanel *self, guint field, const TagaValue *value, GError **error)
{
  g_autoptr (TagaAnswerRecord) record = load (self, error);
  const char *obstacle;

  if (record == NULL)
    return FALSE;

  obstacle = taga_answer_record_get_obstacle (record);
  if (obstacle != NULL)
    {
      g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_SEALED, obstacle);
      return FALSE;
    }

  return taga_answer_record_set (record, field, value, error);
}

/* Each field that is left is one step. */
static gboolean
save_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  return write_value (TAGA_ANSWER_PANEL (user_data), taga_field_edit_get_index (edit), value,
                      error);
}

static void
taga_answer_panel_dispose (GObject *object)
{
  TagaAnswerPanel *self = TAGA_ANSWER_PANEL (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->item, g_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_answer_panel_parent_class)->dispose (object);
}

static void
taga_answer_panel_class_init (TagaAnswerPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_answer_panel_dispose;
}

static void
taga_answer_panel_init (TagaAnswerPanel *self)
{
  self->fields = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-inspector");
}

static GtkLabel *
add_label (TagaAnswerPanel *self, const char *class_name)
{
  GtkWidget *label = taga_ui_create_label ("");

  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

/**
 * taga_answer_panel_new:
 * @type: the record type of the answers, see [func@AnswerKind.get]
 *
 * Makes a panel that shows nothing yet.
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
taga_answer_panel_new (GType type)
{
  TagaAnswerPanel *self = g_object_new (TAGA_TYPE_ANSWER_PANEL, NULL);

  if (!taga_answer_kind_get (type, &self->kind))
    g_return_val_if_reached (GTK_WIDGET (self));
  self->klass = taga_record_class_peek (type);

  self->title = add_label (self, "title-4");
  self->help = add_label (self, NULL);
  self->meanings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->meanings, "card");
  gtk_widget_set_overflow (self->meanings, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self), self->meanings);
  self->present = add_label (self, "caption");
  taga_answer_panel_add_field (self, GTK_WIDGET (self), self->kind.note);

  return GTK_WIDGET (self);
}

/**
 * taga_answer_panel_add_field:
 * @self: a panel
 * @box: a box somewhere in the panel
 * @field: a field of the answers' record type
 *
 * Adds a field that goes with the answer.
 *
 * Returns: (transfer none): the field
 */
GtkWidget *
taga_answer_panel_add_field (TagaAnswerPanel *self, GtkWidget *box, guint field)
{
  GtkWidget *edit = taga_field_edit_new (&self->klass->fields[field], field, save_cb, self);

  gtk_box_append (GTK_BOX (box), edit);
  g_ptr_array_add (self->fields, edit);
  return edit;
}

/**
 * taga_answer_panel_add_part:
 * @self: a panel
 * @title: its heading
 *
 * Adds a part of the page's own at the end.
 *
 * Returns: (transfer none): a vertical box, with the heading in it
 */
GtkWidget *
taga_answer_panel_add_part (TagaAnswerPanel *self, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = taga_ui_create_label (title);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (box, "taga-panel-part");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self), box);
  return box;
}

/* What each answer means, the one that stands marked by its place and weight. */
static void
show_meanings (TagaAnswerPanel *self, gint64 number)
{
  GtkWidget *old;
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), self->kind.domain, &n);

  while ((old = gtk_widget_get_first_child (self->meanings)) != NULL)
    gtk_box_remove (GTK_BOX (self->meanings), old);

  for (guint i = 0; i < n; i++)
    {
      const char *meaning = pick (choices[i].text_ja, choices[i].text_en);
      g_autofree char *label = taga_answer_words_format (&choices[i]);
      g_autofree char *text =
          meaning == NULL ? g_strdup (label) : g_strdup_printf ("%s\n%s", label, meaning);
      GtkWidget *line = taga_ui_create_label (text);

      gtk_widget_add_css_class (line, "taga-criterion");
      if (choices[i].number == number)
        {
          gtk_widget_add_css_class (line, "chosen");
          gtk_widget_add_css_class (line, "heading");
        }
      gtk_box_append (GTK_BOX (self->meanings), line);
    }
}

static void
show_present (TagaAnswerPanel *self, TagaAnswerRecord *record)
{
  const char *person = taga_answer_record_get_person (record);
  g_autofree char *day = taga_ui_format_date (taga_answer_record_get_day (record));
  g_autofree char *text = NULL;

  if (taga_answer_record_get_number (record) == TAGA_UNKNOWN)
    text = g_strdup (_ ("Not answered yet."));
  else if (person != NULL && *day != '\0')
    /* Translators: who answered, and when */
    text = g_strdup_printf (_ ("Answered by %s on %s."), person, day);
  else if (person != NULL || *day != '\0')
    text = g_strdup_printf (_ ("Answered: %s."), person != NULL ? person : day);
  else
    text = g_strdup (_ ("Answered; by whom and when is not known."));

  if (taga_answer_record_is_to_confirm (record))
    {
      g_autofree char *more =
          g_strdup_printf ("%s\n%s", text,
                           _ ("Copied from the round before: answer it anew, or press Space if it "
                              "still holds."));

      gtk_label_set_label (self->present, more);
    }
  else
    gtk_label_set_label (self->present, text);
}

static void
show_item (TagaAnswerPanel *self, const TagaItem *item)
{
  const char *help = pick (item->help_ja, item->help_en);
  const char *title = pick (item->title_ja, item->title_en);
  g_autofree char *heading = g_ascii_isdigit (*item->key)
                                 ? g_strdup_printf ("%s  %s", item->key, title)
                                 : g_strdup (title);
  g_autofree char *words = NULL;

  if (help != NULL && self->kind.type != TAGA_TYPE_THREAT)
    words = g_strdup_printf (_ ("Counts as done: %s"), help);
  gtk_label_set_label (self->title, heading);
  gtk_label_set_label (self->help, words != NULL ? words : help != NULL ? help : "");
  gtk_widget_set_visible (GTK_WIDGET (self->help), help != NULL);
}

/**
 * taga_answer_panel_show:
 * @self: a panel
 * @store: the company file
 * @sheet: id of the sheet, for the questions of the self-check; 0 elsewhere
 * @item: (nullable): key of an item, or `NULL` to show nothing
 *
 * Shows an item as the round in use has it. What the user is typing about it stays.
 */
void
taga_answer_panel_show (TagaAnswerPanel *self, TagaStore *store, gint64 sheet, const char *item)
{
  g_autoptr (TagaAnswerRecord) record = NULL;
  gboolean locked;

  g_return_if_fail (TAGA_IS_ANSWER_PANEL (self));

  g_set_object (&self->store, store);
  self->sheet = sheet;
  if (g_strcmp0 (self->item, item) != 0)
    {
      g_free (self->item);
      self->item = g_strdup (item);
    }
  record = item == NULL || store == NULL ? NULL : load (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL);
  if (record == NULL)
    return;

  locked = taga_answer_record_get_obstacle (record) != NULL;
  show_item (self, taga_answer_record_get_item (record));
  show_meanings (self, taga_answer_record_get_number (record));
  show_present (self, record);
  for (guint i = 0; i < self->fields->len; i++)
    {
      TagaFieldEdit *edit = g_ptr_array_index (self->fields, i);

      taga_field_edit_set_value (
          edit, taga_store_get_edition (store),
          taga_answer_record_get_value (record, taga_field_edit_get_index (edit)));
      taga_field_edit_set_locked (edit, locked);
    }
}

/**
 * taga_answer_panel_get_item:
 * @self: a panel
 *
 * Gets which item it shows.
 *
 * Returns: (transfer none) (nullable): the item as the edition in use has it
 */
const TagaItem *
taga_answer_panel_get_item (TagaAnswerPanel *self)
{
  return self->store == NULL || self->item == NULL
             ? NULL
             : taga_edition_find_item (taga_store_get_edition (self->store), self->kind.list,
                                       self->item);
}

/**
 * taga_answer_panel_dup_value:
 * @self: a panel that shows an item
 * @field: a text field of the answers' record type
 *
 * Gets what the file has in a field.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
taga_answer_panel_dup_value (TagaAnswerPanel *self, guint field)
{
  g_autoptr (TagaAnswerRecord) record =
      self->store == NULL || self->item == NULL ? NULL : load (self, NULL);

  return record == NULL ? NULL : g_strdup (taga_answer_record_get_value (record, field)->text);
}

/**
 * taga_answer_panel_set_value:
 * @self: a panel that shows an item
 * @field: a text field of the answers' record type
 * @text: its new value
 *
 * Sets a field as one step, as if the text had been entered; or says why that failed.
 */
void
taga_answer_panel_set_value (TagaAnswerPanel *self, guint field, const char *text)
{
  TagaValue value = { (char *) text, TAGA_UNKNOWN };
  g_autoptr (GError) error = NULL;
  gboolean done = write_value (self, field, &value, &error);

  taga_ui_report (GTK_WIDGET (self), done, error);
}
