#include "taga-profile-part-edit.h"

#include <glib/gi18n-lib.h>

#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-profile-action.h"
#include "taga-profile-part.h"
#include "taga-profile-slot.h"
#include "taga-ui.h"

/**
 * TagaProfilePartEdit:
 *
 * One part of a case profile: as many places as the pages have for it, where their texts come
 * from, and a way back to what the data says.
 */
struct _TagaProfilePartEdit
{
  GtkBox parent_instance;

  const TagaProfileKind *kind;
  TagaStore *store;        /* (owned) (nullable) */
  TagaProfileFacts *facts; /* (unowned) (nullable): the view's */
  gboolean is_filling;

  GtkLabel *title;
  GtkLabel *origin;
  GtkWidget *reset_button;
  GtkWidget *slots;
};

G_DEFINE_FINAL_TYPE (TagaProfilePartEdit, taga_profile_part_edit, GTK_TYPE_BOX)

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* What the places hold. Empty ones are left out; if nothing is left, the part stays empty. */
static GArray *
collect (TagaProfilePartEdit *self)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (TagaProfileLine));
  const TagaProfileLine empty = { NULL };

  for (GtkWidget *slot = gtk_widget_get_first_child (self->slots); slot != NULL;
       slot = gtk_widget_get_next_sibling (slot))
    {
      const TagaProfileLine *line = taga_profile_slot_get_line (TAGA_PROFILE_SLOT (slot));
      gboolean is_theme = self->kind->title_size == 0 && self->kind->text_size == 0;

      if (has_text (line->title) || has_text (line->text) || (is_theme && has_text (line->axis)))
        g_array_append_val (lines, *line);
    }
  if (lines->len == 0)
    g_array_append_val (lines, empty);

  return lines;
}

static gboolean
save_cb (TagaProfileSlot *slot, gpointer user_data, GError **error)
{
  TagaProfilePartEdit *self = user_data;
  g_autoptr (GArray) lines = NULL;

  if (self->is_filling || self->store == NULL || self->facts == NULL)
    return TRUE;

  lines = collect (self);
  return taga_profile_action_set_part (self->store, self->facts, self->kind->key,
                                       (const TagaProfileLine *) (gpointer) lines->data, lines->len,
                                       error);
}

static void
reset_cb (TagaProfilePartEdit *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store != NULL && self->facts != NULL)
    taga_ui_report (
        GTK_WIDGET (self),
        taga_profile_action_reset_part (self->store, self->facts, self->kind->key, &error), error);
}

static void
taga_profile_part_edit_dispose (GObject *object)
{
  TagaProfilePartEdit *self = TAGA_PROFILE_PART_EDIT (object);

  self->facts = NULL;
  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_profile_part_edit_parent_class)->dispose (object);
}

static void
taga_profile_part_edit_class_init (TagaProfilePartEditClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_profile_part_edit_dispose;
}

static void
taga_profile_part_edit_init (TagaProfilePartEdit *self)
{
  GtkWidget *head = gtk_grid_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->title = GTK_LABEL (taga_ui_create_label (""));
  self->origin = GTK_LABEL (taga_ui_create_label (""));
  self->reset_button = gtk_button_new_with_label (_ ("Use the Data Again"));
  self->slots = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_name (self->reset_button, "reset");
  gtk_widget_add_css_class (self->reset_button, "flat");
  gtk_widget_set_valign (self->reset_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->origin), "caption");
  gtk_widget_set_hexpand (GTK_WIDGET (self->origin), TRUE);
  gtk_grid_attach (GTK_GRID (head), GTK_WIDGET (self->title), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (head), GTK_WIDGET (self->origin), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (head), self->reset_button, 1, 0, 1, 2);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->slots);
  g_signal_connect_swapped (self->reset_button, "clicked", G_CALLBACK (reset_cb), self);
}

/**
 * taga_profile_part_edit_new:
 * @kind: which part
 *
 * Makes a part that shows nothing yet.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
taga_profile_part_edit_new (const TagaProfileKind *kind)
{
  TagaProfilePartEdit *self = g_object_new (TAGA_TYPE_PROFILE_PART_EDIT, NULL);

  self->kind = kind;
  gtk_widget_set_name (GTK_WIDGET (self), kind->key);

  return GTK_WIDGET (self);
}

static void
ensure_slots (TagaProfilePartEdit *self, const char *title, guint n)
{
  GtkWidget *slot = gtk_widget_get_first_child (self->slots);

  for (guint i = 0; i < n; i++)
    {
      if (slot == NULL)
        {
          slot = taga_profile_slot_new (self->kind, title, i, n > 1, save_cb, self);
          gtk_box_append (GTK_BOX (self->slots), slot);
        }
      slot = gtk_widget_get_next_sibling (slot);
    }
}

/* A theme has a place for each axis; the others have as many as the pages, or more if more is
 * written. */
static guint
count_slots (const TagaProfilePartEdit *self)
{
  if (g_str_equal (self->kind->key, "theme"))
    return self->facts->axes->len;

  return MAX (self->kind->n_lines, taga_profile_facts_count (self->facts, self->kind->key));
}

static void
show_origin (TagaProfilePartEdit *self)
{
  const TagaProfileLine *first = taga_profile_facts_get (self->facts, self->kind->key, 0);
  gboolean is_theme = g_str_equal (self->kind->key, "theme");
  gboolean is_own = first != NULL && first->record != 0;
  const char *text;

  if (is_own)
    text = _ ("In your own words");
  else if (first != NULL || is_theme)
    text = _ ("From the data; a draft to look over");
  else if (g_str_equal (self->kind->key, "management")
           || g_str_equal (self->kind->key, "participant"))
    text = _ ("Left out. Voices are never made up: write down what was said.");
  else
    text = _ ("Left out: the data says nothing here yet");

  gtk_label_set_label (self->origin, text);
  gtk_widget_set_visible (self->reset_button, is_own);
  gtk_widget_set_sensitive (self->reset_button, !taga_store_is_read_only (self->store));
}

/**
 * taga_profile_part_edit_show:
 * @self: a part
 * @store: (nullable): the company file; `NULL` lets go of it
 * @facts: (nullable): the profile; it has to live until the next call
 *
 * Shows what stands in the part. What somebody is typing stays.
 */
void
taga_profile_part_edit_show (TagaProfilePartEdit *self, TagaStore *store, TagaProfileFacts *facts)
{
  const TagaChoice *choice = store == NULL
                                 ? NULL
                                 : taga_edition_find_choice (taga_store_get_edition (store),
                                                             "profile-part", self->kind->key);
  const char *title = choice == NULL                 ? self->kind->key
                      : taga_language_is_japanese () ? choice->label_ja
                                                     : choice->label_en;
  GtkWidget *slot;

  g_set_object (&self->store, store);
  self->facts = facts;
  if (store == NULL)
    return;

  gtk_label_set_label (self->title, title);
  ensure_slots (self, title, count_slots (self));

  self->is_filling = TRUE;
  slot = gtk_widget_get_first_child (self->slots);
  for (guint i = 0; slot != NULL; i++, slot = gtk_widget_get_next_sibling (slot))
    taga_profile_slot_show (TAGA_PROFILE_SLOT (slot), store, facts, i);
  self->is_filling = FALSE;
  show_origin (self);
}
