#include <glib/gi18n-lib.h>

#include "taga-application.h"
#include "taga-language.h"
#include "taga-ui.h"

/* The exit status where no display can be opened: EX_UNAVAILABLE of sysexits.h. */
#define NO_DISPLAY 69

int
main (int argc, char **argv)
{
  g_autoptr (TagaApplication) application = NULL;

  taga_language_init ();
  g_set_application_name (_ ("Taga"));
  gtk_disable_setlocale ();

  if (!gtk_init_check ())
    {
      g_printerr ("taga: %s\n", _ ("No display can be opened. “taga-cli” works without one."));
      return NO_DISPLAY;
    }

  taga_ui_init ();
  application = taga_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
