#include "taga-new-lists.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"

/*
 * What there is to choose from when a company file is made.
 */

/* The large classes of Japan's standard industrial classification that small companies are of. */
static const char *const industries[] = {
  N_ ("Manufacturing"),
  N_ ("Construction"),
  N_ ("Wholesale and retail"),
  N_ ("Information and communications"),
  N_ ("Transport and postal services"),
  N_ ("Real estate and leasing"),
  N_ ("Professional and technical services"),
  N_ ("Accommodation and food services"),
  N_ ("Personal services and entertainment"),
  N_ ("Education and learning support"),
  N_ ("Medical care and welfare"),
  N_ ("Other services"),
};

/**
 * taga_new_lists_fill_months:
 * @months: an empty list
 *
 * Fills in the months, January first.
 */
void
taga_new_lists_fill_months (GtkStringList *months)
{
  static const char *const names[] = {
    N_ ("January"),   N_ ("February"), N_ ("March"),    N_ ("April"),
    N_ ("May"),       N_ ("June"),     N_ ("July"),     N_ ("August"),
    N_ ("September"), N_ ("October"),  N_ ("November"), N_ ("December"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_string_list_append (months, _ (names[i]));
}

/**
 * taga_new_lists_fill_industries:
 * @menu: an empty menu
 * @action: the action that is told which one was chosen, as text
 *
 * Fills in the industries that most companies are of. Any other can be typed.
 */
void
taga_new_lists_fill_industries (GMenu *menu, const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (industries); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (industries[i]), NULL);

      g_menu_item_set_action_and_target (item, action, "s", _ (industries[i]));
      g_menu_append_item (menu, item);
    }
}

/**
 * taga_new_lists_fill_choices:
 * @row: a row
 * @edition: (nullable): a method edition
 * @domain: one of its lists of choices
 *
 * Fills in the choices of a field. The first line is that nothing is decided yet.
 */
void
taga_new_lists_fill_choices (AdwComboRow *row, TagaEdition *edition, const char *domain)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const TagaChoice *choices = NULL;
  guint n = 0;

  if (edition != NULL)
    choices = taga_edition_get_choices (edition, domain, &n);

  gtk_string_list_append (labels, _ ("Not decided yet"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels, taga_language_is_japanese () ? choices[i].label_ja
                                                                 : choices[i].label_en);
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

/**
 * taga_new_lists_dup_choice:
 * @row: a row with the choices of a field
 * @edition: (nullable): the method edition
 * @domain: the list of choices
 *
 * Gets what was chosen.
 *
 * Returns: (transfer full) (nullable): the key of the choice, or `NULL` if nothing is decided yet
 */
char *
taga_new_lists_dup_choice (AdwComboRow *row, TagaEdition *edition, const char *domain)
{
  guint selected = adw_combo_row_get_selected (row);
  const TagaChoice *choices;
  guint n = 0;

  if (edition == NULL)
    return NULL;

  choices = taga_edition_get_choices (edition, domain, &n);
  return selected >= 1 && selected <= n ? g_strdup (choices[selected - 1].key) : NULL;
}
