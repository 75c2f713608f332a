#include "taga-preferences.h"

#include <glib/gi18n-lib.h>

/**
 * TagaPreferences:
 *
 * What is set for this computer and its user, not for one company.
 */
struct _TagaPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings; /* (owned) */

  /* Template */
  AdwPreferencesGroup *person_group;
  AdwEntryRow *person_row;
};

G_DEFINE_FINAL_TYPE (TagaPreferences, taga_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static const char *
get_user (void)
{
  return g_str_equal (g_get_real_name (), "Unknown") ? g_get_user_name () : g_get_real_name ();
}

static void
taga_preferences_dispose (GObject *object)
{
  TagaPreferences *self = TAGA_PREFERENCES (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_PREFERENCES);

  G_OBJECT_CLASS (taga_preferences_parent_class)->dispose (object);
}

static void
taga_preferences_class_init (TagaPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_preferences_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaPreferences, person_group);
  gtk_widget_class_bind_template_child (widget_class, TagaPreferences, person_row);
}

static void
taga_preferences_init (TagaPreferences *self)
{
  g_autofree char *text = NULL;
  g_autofree char *escaped = g_markup_escape_text (get_user (), -1);

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Translators: %s is the name of the computer's user */
  text =
      g_strdup_printf (_ ("It is written beside each step in the history, so that everybody sees "
                          "who changed what. If it is empty, the name of the computer’s user is "
                          "taken: %s."),
                       escaped);
  adw_preferences_group_set_description (self->person_group, text);

  self->settings = g_settings_new (TAGA_APP_ID);
  g_settings_bind (self->settings, "person-name", self->person_row, "text",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * taga_preferences_present:
 * @parent: (nullable): the window in front of which they stand
 *
 * Shows the preferences. What is set there holds at once.
 */
void
taga_preferences_present (GtkWindow *parent)
{
  gtk_window_present (g_object_new (TAGA_TYPE_PREFERENCES, "transient-for", parent, NULL));
}
