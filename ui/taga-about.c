#include "taga-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * taga_about_present:
 * @parent: (nullable): the window in front of which it stands
 *
 * Shows what the program is, under which licence it is, and what of its method is the guideline's
 * and what its own.
 */
void
taga_about_present (GtkWindow *parent)
{
  static const char *const developers[] = { "The Taga developers", NULL };
  GtkWidget *window = adw_about_window_new ();
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (window);

  adw_about_window_set_application_icon (about, TAGA_APP_ID);
  /* Translators: in Japanese with the word for the hoop of a barrel */
  adw_about_window_set_application_name (about, _ ("Taga (箍)"));
  adw_about_window_set_version (about, TAGA_VERSION);
  adw_about_window_set_developer_name (about, developers[0]);
  adw_about_window_set_developers (about, (const char **) developers);
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (
      about, _ ("Taga is the hoop that holds a barrel’s staves together. Water leaks where the "
                "lowest stave ends; with Taga a small company finds that stave, and keeps its "
                "information security in shape year after year."));

  adw_about_window_add_legal_section (
      about, _ ("The method"), NULL, GTK_LICENSE_CUSTOM,
      _ ("Media, values, importance, likelihood, risk and bands follow the guideline on "
         "information "
         "security for small and medium-sized companies of IPA, Japan’s Information-technology "
         "Promotion Agency.\n\nThe check items, the threats and the explanations are in Taga’s own "
         "words; they are not IPA’s sentences. IPA has neither made nor examined Taga."));
  adw_about_window_add_legal_section (
      about, _ ("Rules of Taga’s own"), NULL, GTK_LICENSE_CUSTOM,
      _ ("The guideline does not publish how the following is worked out, so Taga has rules of its "
         "own:\n\n• which check item protects which medium\n• the threat of a medium is the most "
         "frequent of its threats\n• the vulnerability follows from the answers to the check items "
         "that apply: 1 if all of it is done, 3 if less than a quarter is, 2 otherwise; partly "
         "done "
         "counts half\n\nIn the edition v3.0 the bands of v2.1 are presumed."));

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), parent != NULL);
  gtk_window_present (GTK_WINDOW (window));
}
