#include "taga-axis-row.h"

#include <glib/gi18n-lib.h>

#include "taga-axis-text.h"
#include "taga-ui.h"

/**
 * TagaAxisRow:
 *
 * One axis of the radar in a round: its score, where that comes from, and the ways to change it,
 * which are the actions `axes.judge` and `axes.map` with the axis' key.
 */
struct _TagaAxisRow
{
  GtkBox parent_instance;

  GtkLabel *score;
  GtkLabel *origin;
  GtkLabel *evidence;
};

G_DEFINE_FINAL_TYPE (TagaAxisRow, taga_axis_row, GTK_TYPE_BOX)

static void
taga_axis_row_class_init (TagaAxisRowClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
taga_axis_row_init (TagaAxisRow *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-axis");
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = taga_ui_create_label (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
add_button (GtkWidget *box,
            const char *words,
            const char *name,
            const char *action,
            const char *axis)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_widget_add_css_class (button, "taga-small");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", axis);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * taga_axis_row_new:
 * @axis: an axis; its key and name are copied
 *
 * Makes the row of an axis.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_axis_row_new (const TagaItem *axis)
{
  TagaAxisRow *self = g_object_new (TAGA_TYPE_AXIS_ROW, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const char *name = taga_axis_text_name (axis);
  /* Translators: %s is an axis of the radar */
  g_autofree char *judge = g_strdup_printf (_ ("Enter a score: %s"), name);
  g_autofree char *map = g_strdup_printf (_ ("Choose the check items that count: %s"), name);

  add_label (words, name, "heading");
  self->origin = add_label (words, "", "taga-axis-origin");
  self->evidence = add_label (words, "", "taga-axis-origin");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self), words);

  self->score = add_label (GTK_WIDGET (self), "", "taga-axis-score");
  gtk_label_set_xalign (self->score, 1);
  gtk_label_set_wrap (self->score, FALSE);

  add_button (buttons, _ ("Score…"), judge, "axes.judge", axis->key);
  add_button (buttons, _ ("Items…"), map, "axes.map", axis->key);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), buttons);

  return GTK_WIDGET (self);
}

/**
 * taga_axis_row_update:
 * @self: the row of an axis
 * @value: where the axis stands
 *
 * Shows the score, and where it comes from.
 */
void
taga_axis_row_update (TagaAxisRow *self, const TagaAxisValue *value)
{
  g_autofree char *score = taga_axis_text_score (value->score);
  g_autofree char *origin = taga_axis_text_origin (value);
  g_autofree char *whole = NULL;

  g_return_if_fail (TAGA_IS_AXIS_ROW (self));

  gtk_label_set_label (self->score, score);
  if (value->score == TAGA_UNKNOWN)
    gtk_widget_add_css_class (GTK_WIDGET (self->score), "missing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->score), "missing");
  gtk_label_set_label (self->origin, origin);
  gtk_label_set_label (self->evidence, value->evidence == NULL ? "" : value->evidence);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), value->evidence != NULL);

  whole = g_strdup_printf ("%s: %s", taga_axis_text_name (value->axis), score);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}
