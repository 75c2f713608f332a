#include <adwaita.h>

#include "screen-fixture.h"
#include "taga-shortcuts.h"

/* The window of the keys, as somebody leafs through it who has no mouse. */

typedef struct
{
  GtkWidget *parent;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = NULL;

  fixture->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->parent));
  taga_shortcuts_present (GTK_WINDOW (fixture->parent));
  settle ();

  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (GTK_IS_SHORTCUTS_WINDOW (l->data))
      fixture->window = l->data;
  g_assert_nonnull (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
}

static char *
get_page (Fixture *fixture)
{
  char *page;

  g_object_get (fixture->window, "section-name", &page, NULL);
  return page;
}

/* As if the key came from the keyboard: whatever listens on the window before its children. */
static void
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->window);
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &done);
    }
  settle ();
}

static void
test_keys_turn_the_pages (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    const char *page;
  } steps[] = {
    { GDK_KEY_Page_Down, "rows" }, { GDK_KEY_Page_Down, "rows" }, { GDK_KEY_Page_Up, "table" },
    { GDK_KEY_Right, "rows" },     { GDK_KEY_Left, "table" },     { GDK_KEY_Down, "table" },
  };
  g_autofree char *first = get_page (fixture);

  g_assert_cmpstr (first, ==, "table");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *page = NULL;

      press (fixture, steps[i].keyval);
      page = get_page (fixture);
      g_assert_cmpstr (page, ==, steps[i].page);
    }
}

/* While a text is searched for, the arrows move within it. */
static void
test_arrows_stay_in_the_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *page = NULL;

  g_signal_emit_by_name (fixture->window, "search");
  settle ();
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  page = get_page (fixture);
  press (fixture, GDK_KEY_Right);
  {
    g_autofree char *after = get_page (fixture);

    g_assert_cmpstr (after, ==, page);
  }
}

/* The window's own search has copies of them, which come last. */
static void
collect (GtkWidget *widget, GPtrArray *shortcuts)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget)
      && gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_SECTION) != NULL)
    g_ptr_array_add (shortcuts, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, shortcuts);
}

static void
test_every_key_is_one_and_stands_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) shortcuts = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  collect (fixture->window, shortcuts);
  g_assert_cmpuint (shortcuts->len, ==, 52);

  for (guint i = 0; i < shortcuts->len; i++)
    {
      g_autofree char *title = NULL;
      g_autofree char *accelerator = NULL;
      g_auto (GStrv) keys = NULL;

      g_object_get (g_ptr_array_index (shortcuts, i), "title", &title, "accelerator", &accelerator,
                    NULL);
      g_test_message ("%s: %s", title, accelerator);
      g_assert_cmpstr (title, !=, "");
      g_assert_true (g_hash_table_add (known, g_strdup (accelerator)));
      g_assert_true (g_hash_table_add (known, g_strdup (title)));

      keys = g_strsplit (accelerator, " ", -1);
      for (guint j = 0; keys[j] != NULL; j++)
        {
          guint keyval;

          g_assert_true (gtk_accelerator_parse (keys[j], &keyval, NULL));
          g_assert_cmpuint (keyval, !=, 0);
        }
    }
}

/* On the smallest screen that the window is made for. */
static void
test_both_pages_fit_a_small_screen (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      int width, height;

      gtk_widget_measure (fixture->window, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL,
                          NULL);
      gtk_widget_measure (fixture->window, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
      g_assert_cmpint (width, <=, 1024);
      g_assert_cmpint (height, <=, 700);
      press (fixture, GDK_KEY_Page_Down);
    }
}

#define ADD(name, func) g_test_add ("/shortcuts/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

  ADD ("keys-turn-the-pages", test_keys_turn_the_pages);
  ADD ("arrows-stay-in-the-search", test_arrows_stay_in_the_search);
  ADD ("every-key-is-one-and-stands-once", test_every_key_is_one_and_stands_once);
  ADD ("both-pages-fit-a-small-screen", test_both_pages_fit_a_small_screen);

  return g_test_run ();
}
