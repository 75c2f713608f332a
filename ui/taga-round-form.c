#include "taga-round-form.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-round-list.h"
#include "taga-round.h"
#include "taga-ui.h"

/**
 * TagaRoundForm:
 *
 * A round's name, day, judge and remarks, entered in their places. Those of a sealed round can be
 * read but not changed, and a line says why.
 */
struct _TagaRoundForm
{
  GtkBox parent_instance;

  TagaStore *store;  /* (owned) (nullable) */
  TagaRecord *round; /* (owned) (nullable) */
  GtkWidget *fields; /* made anew for each round, so that nothing of another stays in them */
  GtkDropDown *judge;
  GtkLabel *judge_reason;
  GtkLabel *lock_label;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (TagaRoundForm, taga_round_form, GTK_TYPE_BOX)

static gboolean
save_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  TagaRoundForm *self = user_data;
  const guint field = taga_field_edit_get_index (edit);

  return taga_action_set (self->store, TAGA_TYPE_ROUND, taga_record_get_id (self->round), &field,
                          value, 1, error);
}

/* The place of the round's judge in the list, whose first line is for none. */
static guint
find_judge (TagaRoundForm *self)
{
  const char *judge = taga_record_get_text (self->round, TAGA_ROUND_JUDGE);
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), "judge", &n);

  for (guint i = 0; judge != NULL && i < n; i++)
    if (g_str_equal (choices[i].key, judge))
      return i + 1;

  return 0;
}

static void
select_judge (TagaRoundForm *self)
{
  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->judge, find_judge (self));
  self->is_updating = FALSE;
}

static void
judge_changed_cb (TagaRoundForm *self)
{
  const guint field = TAGA_ROUND_JUDGE;
  guint place = gtk_drop_down_get_selected (self->judge);
  g_autoptr (GError) error = NULL;
  TagaValue value = TAGA_VALUE_INIT;
  guint n;
  const TagaChoice *choices;

  if (self->is_updating || self->round == NULL || place == find_judge (self))
    return;

  choices = taga_edition_get_choices (taga_store_get_edition (self->store), "judge", &n);
  if (place > 0 && place <= n)
    value.text = (char *) choices[place - 1].key;
  if (!taga_action_set (self->store, TAGA_TYPE_ROUND, taga_record_get_id (self->round), &field,
                        &value, 1, &error))
    select_judge (self);
  gtk_label_set_label (self->judge_reason, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->judge_reason), error != NULL);
}

static void
taga_round_form_dispose (GObject *object)
{
  TagaRoundForm *self = TAGA_ROUND_FORM (object);

  g_clear_object (&self->store);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (taga_round_form_parent_class)->dispose (object);
}

static void
taga_round_form_class_init (TagaRoundFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_round_form_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
taga_round_form_init (TagaRoundForm *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The chosen round"), -1);
  self->lock_label = GTK_LABEL (taga_ui_create_label (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->lock_label), "taga-round-lock");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->lock_label));
}

static void
add_field (TagaRoundForm *self, guint index)
{
  const TagaField *field = &taga_record_class_peek (TAGA_TYPE_ROUND)->fields[index];

  gtk_box_append (GTK_BOX (self->fields), taga_field_edit_new (field, index, save_cb, self));
}

static void
add_judge (TagaRoundForm *self)
{
  const TagaField *field = &taga_record_class_peek (TAGA_TYPE_ROUND)->fields[TAGA_ROUND_JUDGE];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = taga_ui_create_label (_ (field->title));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), "judge", &n);

  gtk_string_list_append (names, _ ("(not entered)"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, taga_language_is_japanese () ? choices[i].label_ja
                                                                : choices[i].label_en);
  self->judge = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  self->judge_reason = GTK_LABEL (taga_ui_create_label (""));
  gtk_widget_set_visible (GTK_WIDGET (self->judge_reason), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->judge_reason), "error");
  gtk_widget_add_css_class (title, "taga-field-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->judge), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->title), -1);
  select_judge (self);
  g_signal_connect_object (self->judge, "notify::selected", G_CALLBACK (judge_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->judge));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->judge_reason));
  gtk_box_append (GTK_BOX (self->fields), box);
}

static void
make_fields (TagaRoundForm *self)
{
  if (self->fields != NULL)
    gtk_box_remove (GTK_BOX (self), self->fields);
  self->fields = NULL;
  if (self->round == NULL)
    return;

  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  add_field (self, TAGA_ROUND_NAME);
  add_field (self, TAGA_ROUND_DATE);
  add_judge (self);
  add_field (self, TAGA_ROUND_NOTE);
  gtk_box_append (GTK_BOX (self), self->fields);
}

static void
update_lock (TagaRoundForm *self, gboolean *is_locked)
{
  g_autofree char *sealed = taga_round_list_format_sealed (self->round);
  g_autofree char *text = NULL;

  *is_locked = sealed != NULL || taga_store_is_read_only (self->store);
  if (sealed != NULL)
    /* Translators: %s is a sentence such as: Sealed on 2026/11/22 */
    text = g_strdup_printf (_ ("%s. It can be read but never changes."), sealed);
  else if (*is_locked)
    text = g_strdup (_ ("This file may only be read."));

  gtk_label_set_label (self->lock_label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->lock_label), text != NULL);
}

/* Remarks of a sealed round can be scrolled, as they may be longer than their field. */
static void
update_field (TagaRoundForm *self, TagaFieldEdit *edit, gboolean is_locked)
{
  guint field = taga_field_edit_get_index (edit);

  taga_field_edit_set_value (edit, taga_store_get_edition (self->store),
                             taga_record_get_value (self->round, field));
  taga_field_edit_set_locked (edit, is_locked);
  gtk_widget_set_sensitive (GTK_WIDGET (edit), !is_locked || field == TAGA_ROUND_NOTE);
}

static void
update_fields (TagaRoundForm *self, gboolean is_locked)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->fields); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TAGA_IS_FIELD_EDIT (child))
      update_field (self, TAGA_FIELD_EDIT (child), is_locked);
  select_judge (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->judge), !is_locked);
}

/**
 * taga_round_form_show:
 * @self: a form
 * @store: (nullable): the company file
 * @round: (nullable): one of its rounds
 *
 * Shows a round. What is being entered stays as long as it is the same round.
 */
void
taga_round_form_show (TagaRoundForm *self, TagaStore *store, TagaRecord *round)
{
  gboolean is_locked;
  gboolean is_other;

  g_return_if_fail (TAGA_IS_ROUND_FORM (self));

  is_other = g_set_object (&self->store, store);
  is_other = g_set_object (&self->round, round) || is_other;
  if (is_other)
    make_fields (self);
  gtk_widget_set_visible (GTK_WIDGET (self), round != NULL);
  if (round == NULL)
    return;

  update_lock (self, &is_locked);
  update_fields (self, is_locked);
}
