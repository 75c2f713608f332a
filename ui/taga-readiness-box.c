#include "taga-readiness-box.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-ui.h"

/**
 * TagaReadinessBox:
 *
 * What has to hold before the company declares so many stars: what does, what is missing, and the
 * way to where it is done.
 */
struct _TagaReadinessBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaReadinessBox, taga_readiness_box, GTK_TYPE_BOX)

/* Where a condition is seen to, as links name it. */
static char *
dup_target (const TagaCondition *condition)
{
  const char *view = g_str_equal (condition->key, "self-check") ? "questions" : "rules";

  return condition->item == NULL ? g_strconcat ("self-check/", view, NULL)
                                 : g_strjoin ("/", "self-check", view, condition->item, NULL);
}

/* The policy is named in the record of the declaration, which is entered here. */
static GtkWidget *
create_button (const TagaCondition *condition)
{
  gboolean is_here = g_str_equal (condition->key, "policy");
  GtkWidget *button = gtk_button_new_with_label (is_here ? _ ("Add a Record…") : _ ("Go there"));
  /* Translators: what a button does, then what is missing */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), gtk_button_get_label (GTK_BUTTON (button)),
                                           condition->sentence);
  g_autofree char *target = dup_target (condition);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button),
                                  is_here ? "declaration.add" : "win.page");
  if (!is_here)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);

  return button;
}

static void
add_condition (TagaReadinessBox *self, const TagaCondition *condition)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (condition->is_met ? "emblem-ok-symbolic"
                                                                    : "dialog-warning-symbolic");
  GtkWidget *label = taga_ui_create_label (condition->sentence);

  gtk_widget_set_tooltip_text (icon, condition->is_met ? _ ("Met") : _ ("Missing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  condition->is_met ? _ ("Met") : _ ("Missing"), -1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  if (!condition->is_met)
    gtk_box_append (GTK_BOX (row), create_button (condition));
  gtk_box_append (GTK_BOX (self), row);
}

static void
add_heading (TagaReadinessBox *self, const TagaChoice *choice, gboolean is_ready, guint n_missing)
{
  gboolean japanese = taga_language_is_japanese ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *title = taga_ui_create_label (japanese ? choice->label_ja : choice->label_en);
  GtkWidget *text = taga_ui_create_label (japanese ? choice->text_ja : choice->text_en);
  g_autofree char *state = is_ready
                               ? g_strdup (_ ("Ready to be declared"))
                               : g_strdup_printf (ngettext ("%u condition is missing",
                                                            "%u conditions are missing", n_missing),
                                                  n_missing);
  GtkWidget *pill = gtk_label_new (state);

  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (pill, "taga-state");
  gtk_widget_add_css_class (pill, is_ready ? "ready" : "missing");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), pill);
  gtk_box_append (GTK_BOX (self), row);
  gtk_widget_add_css_class (text, "taga-help");
  gtk_box_append (GTK_BOX (self), text);
}

static void
taga_readiness_box_class_init (TagaReadinessBoxClass *klass)
{
}

static void
taga_readiness_box_init (TagaReadinessBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-card");
}

/**
 * taga_readiness_box_update:
 * @self: the box
 * @edition: the method edition
 * @readiness: what holds
 * @stars: how many stars, 1 or 2
 *
 * Shows the conditions of a declaration.
 */
void
taga_readiness_box_update (TagaReadinessBox *self,
                           TagaEdition *edition,
                           const TagaReadiness *readiness,
                           int stars)
{
  GPtrArray *conditions = readiness->conditions[stars - 1];
  const TagaChoice *choice = taga_edition_find_level (edition, "stars", stars);
  guint n_missing = 0;
  GtkWidget *child;

  g_return_if_fail (choice != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  for (guint i = 0; i < conditions->len; i++)
    n_missing += !((TagaCondition *) g_ptr_array_index (conditions, i))->is_met;
  add_heading (self, choice, readiness->is_ready[stars - 1], n_missing);
  for (guint i = 0; i < conditions->len; i++)
    add_condition (self, g_ptr_array_index (conditions, i));
}
