#include "page-fixture.h"

#include "screen-fixture.h"
#include "taga-field-edit.h"
#include "taga-history.h"
#include "widget-fixture.h"

/* Where the window of the program would turn to a page. */
static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PageFixture *fixture = user_data;

  g_free (fixture->opened);
  fixture->opened = g_variant_dup_string (parameter, NULL);
}

static void
add_actions (PageFixture *fixture)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("page", G_VARIANT_TYPE_STRING);

  g_signal_connect (action, "activate", G_CALLBACK (open_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
}

void
page_fixture_set_up (PageFixture *fixture, GType type, const char *kind)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  store_fixture_set_up (&fixture->file, kind);
  fixture->window = adw_window_new ();
  fixture->page = g_object_new (type, NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), fixture->page);
  adw_window_set_content (ADW_WINDOW (fixture->window), toasts);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 840, 700);
  add_actions (fixture);
  taga_page_set_store (TAGA_PAGE (fixture->page), fixture->file.store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  taga_page_take_focus (TAGA_PAGE (fixture->page));
  settle ();
}

void
page_fixture_tear_down (PageFixture *fixture)
{
  widget_fixture_destroy_windows ();
  g_clear_pointer (&fixture->opened, g_free);
  store_fixture_tear_down (&fixture->file, NULL);
}

void
page_fixture_press (PageFixture *fixture, guint keyval, GdkModifierType state)
{
  widget_fixture_press (fixture->window, keyval, state);
}

gboolean
page_fixture_shows (PageFixture *fixture, const char *part)
{
  return widget_fixture_shows (fixture->page, part);
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  g_autofree char *difference = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  return difference == NULL;
}

static GtkWidget *
find_entry (GtkWidget *root, const char *name)
{
  if ((GTK_IS_ENTRY (root) || GTK_IS_TEXT_VIEW (root)) && gtk_widget_get_mapped (root)
      && has_name (root, name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The text widget on the screen that a screen reader calls so. */
GtkWidget *
page_fixture_find_entry (PageFixture *fixture, const char *name)
{
  return find_entry (fixture->page, name);
}

/* Types a text in place of the one that there is. */
void
page_fixture_enter (GtkWidget *entry, const char *text)
{
  g_assert_nonnull (entry);
  gtk_widget_grab_focus (entry);
  if (GTK_IS_ENTRY (entry))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (entry)), text, -1);
}

guint
page_fixture_count_steps (PageFixture *fixture)
{
  g_autoptr (GPtrArray) steps = taga_history_list (fixture->file.store, 0, 1000, NULL);

  return steps->len;
}

char *
page_fixture_dup_step (PageFixture *fixture)
{
  g_autoptr (TagaStep) step = taga_history_peek (fixture->file.store, TAGA_STEP_DONE, NULL);

  return g_strdup (step->label);
}

void
page_fixture_undo (PageFixture *fixture)
{
  g_autoptr (TagaStep) step = taga_history_peek (fixture->file.store, TAGA_STEP_DONE, NULL);
  g_autoptr (GError) error = NULL;

  taga_history_undo (fixture->file.store, &error);
  g_assert_no_error (error);
  taga_page_follow_step (TAGA_PAGE (fixture->page), step->id);
  settle ();
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) && gtk_widget_is_sensitive (root)
      && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0
          || widget_fixture_shows (root, label)
          || g_strcmp0 (gtk_widget_get_tooltip_text (root), label) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Presses the button that says so, or whose tooltip does. */
void
page_fixture_click (GtkWidget *root, const char *label)
{
  GtkWidget *button = find_button (root, label);

  if (button == NULL)
    g_error ("no button says “%s”", label);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}
