#include "screen-fixture.h"
#include "window-fixture.h"

/* How the workbench looks on an old projector of 800 × 600 dots, which is the second screen of the
 * display that tests/run makes. */

/* In letters that are read from afar, no page is wider than an old projector. */
static void
test_fits_a_projector (WindowFixture *fixture, gconstpointer data)
{
  static const char *const places[] = { "home",
                                        "company",
                                        "self-check/rules",
                                        "self-check/questions",
                                        "self-check/threats",
                                        "self-check/declaration",
                                        "assets",
                                        "threats",
                                        "checks",
                                        "checks/result",
                                        "risks",
                                        "risks/measures",
                                        "risks/decisions",
                                        "rounds",
                                        "rounds/compare",
                                        "reports",
                                        "history" };
  GtkWidget *window;

  window_fixture_close (fixture);
  window_fixture_open_sized (fixture, 800, 600);
  window = GTK_WIDGET (fixture->window);
  gtk_widget_activate_action (window, "win.projector", NULL);
  settle ();
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int narrowest;

      gtk_widget_activate_action (window, "win.page", "s", places[i]);
      settle ();
      gtk_widget_measure (taga_window_get_content (fixture->window), GTK_ORIENTATION_HORIZONTAL, -1,
                          &narrowest, NULL, NULL, NULL);
      g_test_message ("%s: %d", places[i], narrowest);
      g_assert_cmpint (narrowest, <=, 800);
    }
  gtk_widget_activate_action (window, "win.projector", NULL);
}

int
main (int argc, char **argv)
{
  g_autofree char *second = g_strconcat (g_getenv ("DISPLAY"), ".1", NULL);
  g_autoptr (TagaApplication) application = NULL;

  g_setenv ("DISPLAY", second, TRUE);
  application = window_fixture_init (&argc, &argv);

  g_test_add ("/projector/every-page-fits", WindowFixture, NULL, window_fixture_set_up,
              test_fits_a_projector, window_fixture_tear_down);

  return g_test_run ();
}
