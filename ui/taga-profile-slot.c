#include "taga-profile-slot.h"

#include <glib/gi18n-lib.h>

#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-ui.h"

/* Longer texts are written on several lines. */
#define ONE_LINE 24

static const TagaField one_line = { "text", N_ ("Text"), TAGA_FIELD_TEXT };
static const TagaField lines = { "text", N_ ("Text"), TAGA_FIELD_NOTE };

static const char *const states[] = { NULL, "solved", "continued" };

/**
 * TagaProfileSlot:
 *
 * A place for one line of a part: its title, its text, its axis and its state, as far as the part
 * has them, with how long they are and should be.
 */
struct _TagaProfileSlot
{
  GtkBox parent_instance;

  const TagaProfileKind *kind;
  TagaProfileSlotSave save;
  gpointer user_data;
  gboolean is_filling;
  guint place;

  TagaProfileLine line; /* its texts are owned */
  GPtrArray *axes;      /* (owned) (element-type utf8): keys, in the order of the chooser */

  GtkWidget *title_edit;   /* (nullable) */
  GtkWidget *text_edit;    /* (nullable) */
  GtkLabel *title_count;   /* (nullable) */
  GtkLabel *text_count;    /* (nullable) */
  GtkWidget *axis_choice;  /* (nullable): which axis; of a theme, whether it was worked on */
  GtkWidget *state_choice; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaProfileSlot, taga_profile_slot, GTK_TYPE_BOX)

static void
set (char **text, const char *to)
{
  g_autofree char *copy = g_strdup (to);

  g_free (*text);
  *text = g_steal_pointer (&copy);
}

/* "38 / 60 characters", and in words when it is more. */
static void
show_count (GtkLabel *label, const char *text, guint size)
{
  guint n = taga_profile_count_chars (text);
  g_autofree char *count =
      g_strdup_printf (n > size ? _ ("%1$u / %2$u characters: too long, it may be cut")
                                : _ ("%1$u / %2$u characters"),
                       n, size);

  gtk_label_set_label (label, count);
  if (n > size)
    gtk_widget_add_css_class (GTK_WIDGET (label), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "warning");
}

static void
typed_cb (GtkEditable *editable, TagaProfileSlot *self)
{
  gboolean is_title =
      self->title_edit != NULL && gtk_widget_is_ancestor (GTK_WIDGET (editable), self->title_edit);

  show_count (is_title ? self->title_count : self->text_count, gtk_editable_get_text (editable),
              is_title ? self->kind->title_size : self->kind->text_size);
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, TagaProfileSlot *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_iter_get_text (&start, &end);
  show_count (self->text_count, text, self->kind->text_size);
}

/* The counts follow the typing, so the editor inside the field is listened to. */
static void
watch (TagaProfileSlot *self, GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    g_signal_connect (widget, "changed", G_CALLBACK (typed_cb), self);
  else if (GTK_IS_TEXT_VIEW (widget))
    g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "changed",
                             G_CALLBACK (buffer_changed_cb), self, 0);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      watch (self, child);
}

static gboolean
save_text_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  TagaProfileSlot *self = user_data;
  char **text = GTK_WIDGET (edit) == self->title_edit ? &self->line.title : &self->line.text;
  g_autofree char *before = g_strdup (*text);

  set (text, value->text);
  if (self->save (self, self->user_data, error))
    return TRUE;

  set (text, before);
  return FALSE;
}

/* A choice beside an empty text waits for the text. */
static void
save_choice (TagaProfileSlot *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->is_filling && (self->line.text != NULL || GTK_IS_CHECK_BUTTON (self->axis_choice)))
    taga_ui_report (GTK_WIDGET (self), self->save (self, self->user_data, &error), error);
}

static void
state_cb (TagaProfileSlot *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state_choice));

  set (&self->line.state, i < G_N_ELEMENTS (states) ? states[i] : NULL);
  save_choice (self);
}

static void
axis_cb (TagaProfileSlot *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->axis_choice));

  set (&self->line.axis,
       i > 0 && i <= self->axes->len ? g_ptr_array_index (self->axes, i - 1) : NULL);
  save_choice (self);
}

static void
theme_cb (TagaProfileSlot *self)
{
  gboolean is_on = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->axis_choice));

  set (&self->line.axis,
       is_on && self->place < self->axes->len ? g_ptr_array_index (self->axes, self->place) : NULL);
  save_choice (self);
}

static void
taga_profile_slot_finalize (GObject *object)
{
  TagaProfileSlot *self = TAGA_PROFILE_SLOT (object);

  g_free (self->line.title);
  g_free (self->line.text);
  g_free (self->line.axis);
  g_free (self->line.state);
  g_ptr_array_unref (self->axes);

  G_OBJECT_CLASS (taga_profile_slot_parent_class)->finalize (object);
}

static void
taga_profile_slot_class_init (TagaProfileSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_profile_slot_finalize;
}

static void
taga_profile_slot_init (TagaProfileSlot *self)
{
  self->axes = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
add_edit (TagaProfileSlot *self,
          const TagaField *field,
          const char *name,
          gboolean has_title,
          GtkLabel **count)
{
  GtkWidget *edit = taga_field_edit_new (field, 0, save_text_cb, self);

  *count = GTK_LABEL (taga_ui_create_label (""));
  gtk_label_set_xalign (*count, 1);
  gtk_widget_add_css_class (GTK_WIDGET (*count), "caption");
  taga_field_edit_set_title (TAGA_FIELD_EDIT (edit), name);
  /* The heading of the part says it already; to a screen reader the editor has its name. */
  gtk_widget_set_visible (gtk_widget_get_first_child (edit), has_title);
  gtk_box_append (GTK_BOX (self), edit);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (*count));
  watch (self, edit);

  return edit;
}

static GtkWidget *
add_choice (TagaProfileSlot *self, const char *name, GCallback callback)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (choice, name);
  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), choice);
  g_signal_connect_swapped (choice, "notify::selected", callback, self);

  return choice;
}

static void
add_editors (TagaProfileSlot *self, const char *name, gboolean is_numbered)
{
  const TagaProfileKind *kind = self->kind;
  g_autofree char *title_name = g_strdup_printf (_ ("%s: title"), name);

  if (kind->has_axis && kind->text_size == 0)
    {
      self->axis_choice = gtk_check_button_new ();
      gtk_box_append (GTK_BOX (self), self->axis_choice);
      g_signal_connect_swapped (self->axis_choice, "toggled", G_CALLBACK (theme_cb), self);
      return;
    }

  if (kind->title_size > 0)
    self->title_edit = add_edit (self, &one_line, kind->text_size > 0 ? title_name : name,
                                 is_numbered, &self->title_count);
  if (kind->has_axis)
    self->axis_choice = add_choice (self, _ ("Axis of the radar"), G_CALLBACK (axis_cb));
  if (kind->has_state)
    self->state_choice = add_choice (self, _ ("Solved or continued"), G_CALLBACK (state_cb));
  if (kind->text_size > 0)
    self->text_edit = add_edit (self, kind->text_size <= ONE_LINE ? &one_line : &lines, name,
                                is_numbered, &self->text_count);
}

/**
 * taga_profile_slot_new:
 * @kind: which part
 * @name: what the part is called
 * @place: which place of the part, from 0
 * @is_numbered: whether there are others
 * @save: brings what is entered into the file
 * @user_data: data for @save
 *
 * Makes an empty place.
 *
 * Returns: (transfer floating): the place
 */
GtkWidget *
taga_profile_slot_new (const TagaProfileKind *kind,
                       const char *name,
                       guint place,
                       gboolean is_numbered,
                       TagaProfileSlotSave save,
                       gpointer user_data)
{
  TagaProfileSlot *self = g_object_new (TAGA_TYPE_PROFILE_SLOT, NULL);
  g_autofree char *numbered = g_strdup_printf ("%s %u", name, place + 1);

  self->kind = kind;
  self->place = place;
  self->save = save;
  self->user_data = user_data;
  add_editors (self, is_numbered ? numbered : name, is_numbered);

  return GTK_WIDGET (self);
}

static void
fill_axes (TagaProfileSlot *self, const TagaProfileFacts *facts)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (self->axes->len == facts->axes->len)
    return;

  g_ptr_array_set_size (self->axes, 0);
  gtk_string_list_append (names, _ ("No axis"));
  for (guint i = 0; i < facts->axes->len; i++)
    {
      const TagaProfileAxis *axis = g_ptr_array_index (facts->axes, i);

      g_ptr_array_add (self->axes, g_strdup (axis->key));
      gtk_string_list_append (names, axis->name);
    }
  if (GTK_IS_DROP_DOWN (self->axis_choice))
    gtk_drop_down_set_model (GTK_DROP_DOWN (self->axis_choice), G_LIST_MODEL (names));
}

static void
fill_states (TagaProfileSlot *self, TagaStore *store)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (gtk_drop_down_get_model (GTK_DROP_DOWN (self->state_choice)) != NULL)
    return;

  gtk_string_list_append (names, _ ("No tag"));
  for (guint i = 1; i < G_N_ELEMENTS (states); i++)
    {
      const TagaChoice *choice =
          taga_edition_find_choice (taga_store_get_edition (store), "result-state", states[i]);

      gtk_string_list_append (names, choice == NULL                 ? states[i]
                                     : taga_language_is_japanese () ? choice->label_ja
                                                                    : choice->label_en);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->state_choice), G_LIST_MODEL (names));
}

static void
show_choices (TagaProfileSlot *self)
{
  guint axis = 0;
  guint state = 0;

  for (guint i = 0; i < self->axes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->axes, i), self->line.axis) == 0)
      axis = i + 1;
  for (guint i = 1; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (states[i], self->line.state) == 0)
      state = i;

  if (GTK_IS_DROP_DOWN (self->axis_choice))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->axis_choice), axis);
  if (self->state_choice != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->state_choice), state);
}

static void
show_theme (TagaProfileSlot *self, const TagaProfileFacts *facts)
{
  const TagaProfileAxis *axis = g_ptr_array_index (facts->axes, self->place);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->axis_choice), axis->name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->axis_choice), axis->is_worked);
  set (&self->line.axis, axis->is_worked ? axis->key : NULL);
}

static void
show_text (GtkWidget *edit, TagaStore *store, char *text)
{
  const TagaValue value = { text, TAGA_UNKNOWN };

  if (edit == NULL)
    return;

  taga_field_edit_set_value (TAGA_FIELD_EDIT (edit), taga_store_get_edition (store), &value);
  taga_field_edit_set_locked (TAGA_FIELD_EDIT (edit), taga_store_is_read_only (store));
}

/**
 * taga_profile_slot_show:
 * @self: a place
 * @store: the company file
 * @facts: the profile
 * @place: which line of the part it shows
 *
 * Shows a line. What somebody is typing stays.
 */
void
taga_profile_slot_show (TagaProfileSlot *self,
                        TagaStore *store,
                        const TagaProfileFacts *facts,
                        guint place)
{
  const TagaProfileLine *line = taga_profile_facts_get (facts, self->kind->key, place);

  self->is_filling = TRUE;
  fill_axes (self, facts);
  if (GTK_IS_CHECK_BUTTON (self->axis_choice))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), place < facts->axes->len);
      if (place < facts->axes->len)
        show_theme (self, facts);
    }
  else
    {
      set (&self->line.title, line == NULL ? NULL : line->title);
      set (&self->line.text, line == NULL ? NULL : line->text);
      set (&self->line.axis, line == NULL ? NULL : line->axis);
      set (&self->line.state, line == NULL ? NULL : line->state);
      if (self->state_choice != NULL)
        fill_states (self, store);
      show_choices (self);
      show_text (self->title_edit, store, self->line.title);
      show_text (self->text_edit, store, self->line.text);
      if (self->title_count != NULL)
        show_count (self->title_count, self->line.title, self->kind->title_size);
      if (self->text_count != NULL)
        show_count (self->text_count, self->line.text, self->kind->text_size);
    }
  if (self->axis_choice != NULL)
    gtk_widget_set_sensitive (self->axis_choice, !taga_store_is_read_only (store));
  if (self->state_choice != NULL)
    gtk_widget_set_sensitive (self->state_choice, !taga_store_is_read_only (store));
  self->is_filling = FALSE;
}

/**
 * taga_profile_slot_get_line:
 * @self: a place
 *
 * Gets what stands in the place now.
 *
 * Returns: (transfer none): the line; its kind is not set
 */
const TagaProfileLine *
taga_profile_slot_get_line (TagaProfileSlot *self)
{
  return &self->line;
}
