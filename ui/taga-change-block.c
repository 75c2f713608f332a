#include "taga-change-block.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-text.h"
#include "taga-ui.h"

/* As much of a value is shown; all of it stands in the register or in the history. */
#define MAX_CHARACTERS 120

/**
 * TagaChangeBlock:
 *
 * One change of a record: when, who, in which step, each field from what to what, and a button that
 * puts it back.
 */
struct _TagaChangeBlock
{
  GtkBox parent_instance;

  guint index;
  GtkWidget *button; /* (unowned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaChangeBlock, taga_change_block, GTK_TYPE_BOX)

enum
{
  SIGNAL_PUT_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
taga_change_block_class_init (TagaChangeBlockClass *klass)
{
  /**
   * TagaChangeBlock::put-back:
   * @self: a block
   *
   * The user wants the change to be put back.
   */
  signals[SIGNAL_PUT_BACK] = g_signal_new ("put-back", TAGA_TYPE_CHANGE_BLOCK, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
taga_change_block_init (TagaChangeBlock *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
}

static void
add_label (TagaChangeBlock *self, const char *text, const char *css_class)
{
  GtkWidget *label = taga_ui_create_label (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
}

/* What stands in the file may come from anywhere. */
static char *
format_value (TagaEdition *edition, const TagaField *field, const TagaValue *value)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;

  if (taga_field_is_empty (field, value))
    return g_strdup (_ ("(blank)"));

  text = taga_edition_format (edition, field, value, taga_language_is_japanese ());
  clean = taga_text_clean (text, -1, FALSE);

  return clean == NULL ? g_strdup (_ ("(blank)")) : taga_ui_shorten (clean, MAX_CHARACTERS);
}

static char *
format_field (TagaEdition *edition, TagaRecordClass *klass, const TagaFieldChange *change)
{
  const TagaField *field = &klass->fields[change->field];
  g_autofree char *from = format_value (edition, field, &change->from);
  g_autofree char *to = format_value (edition, field, &change->to);

  /* Translators: a field, its value before, and after */
  return g_strdup_printf (_ ("%s: %s → %s"), _ (field->title), from, to);
}

static void
clicked_cb (TagaChangeBlock *self)
{
  g_signal_emit (self, signals[SIGNAL_PUT_BACK], 0);
}

static void
add_button (TagaChangeBlock *self, const char *what)
{
  g_autofree char *name = NULL;

  /* Translators: %s is a change such as: Confidentiality: 2 → 3 */
  name = g_strdup_printf (_ ("Put back: %s"), what);
  self->button = gtk_button_new_with_label (_ ("Put Back"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "taga-small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->button);
}

static const char *
get_kind (TagaChangeKind kind)
{
  return kind == TAGA_CHANGE_INSERTED ? C_ ("record", "Added") : C_ ("record", "Removed");
}

/**
 * taga_change_block_new:
 * @edition: the method edition
 * @type: the register
 * @change: a change of one of its records
 * @index: its place in the record's history
 * @writable: whether it may be put back
 *
 * Makes the view of a change.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_change_block_new (TagaEdition *edition,
                       GType type,
                       const TagaRecordChange *change,
                       guint index,
                       gboolean writable)
{
  TagaChangeBlock *self = g_object_new (TAGA_TYPE_CHANGE_BLOCK, NULL);
  g_autofree char *who = taga_change_block_format_who (change);
  g_autofree char *label = taga_text_clean (change->label, -1, FALSE);
  g_autoptr (GString) what = g_string_new (NULL);

  self->index = index;
  add_label (self, who, "caption-heading");
  if (change->kind != TAGA_CHANGE_UPDATED)
    add_label (self, get_kind (change->kind), NULL);
  for (guint i = 0; i < change->fields->len; i++)
    {
      g_autofree char *line = format_field (edition, taga_record_class_peek (type),
                                            &g_array_index (change->fields, TagaFieldChange, i));

      add_label (self, line, NULL);
      g_string_append_printf (what, "%s%s", i == 0 ? "" : _ (", "), line);
    }
  if (label != NULL)
    add_label (self, label, "caption");
  if (writable && change->fields->len > 0)
    add_button (self, what->str);

  return GTK_WIDGET (self);
}

/**
 * taga_change_block_get_index:
 * @self: a block
 *
 * Gets the change's place in the record's history.
 *
 * Returns: the place, from 0
 */
guint
taga_change_block_get_index (TagaChangeBlock *self)
{
  g_return_val_if_fail (TAGA_IS_CHANGE_BLOCK (self), 0);

  return self->index;
}

/**
 * taga_change_block_get_button:
 * @self: a block
 *
 * Gets the button that puts the change back.
 *
 * Returns: (transfer none) (nullable): the button, or `NULL` if it cannot be put back
 */
GtkWidget *
taga_change_block_get_button (TagaChangeBlock *self)
{
  g_return_val_if_fail (TAGA_IS_CHANGE_BLOCK (self), NULL);

  return self->button;
}

/**
 * taga_change_block_format_who:
 * @change: a change
 *
 * Tells when a change was made and by whom, as far as that is known.
 *
 * Returns: (transfer full): the words
 */
char *
taga_change_block_format_who (const TagaRecordChange *change)
{
  g_autofree char *time = taga_ui_format_time (change->time);
  g_autofree char *person =
      change->person == NULL ? NULL : taga_text_clean (change->person, -1, FALSE);

  if (person == NULL)
    return g_steal_pointer (&time);

  return g_strjoin (" · ", time, person, NULL);
}
