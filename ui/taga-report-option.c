#include "taga-report-option.h"

#include "taga-round.h"
#include "taga-ui.h"

/**
 * taga_report_option_add:
 * @box: what holds the options
 * @title: name of the option, with its mnemonic
 * @row: what it is chosen in
 *
 * Adds an option below its name.
 */
void
taga_report_option_add (GtkBox *box, const char *title, GtkWidget *row)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), row);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "taga-option");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  gtk_box_append (box, label);
  gtk_box_append (box, row);
}

/**
 * taga_report_option_add_note:
 * @box: what holds the options
 * @text: what is to be known of the option above
 *
 * Adds an explanation.
 */
void
taga_report_option_add_note (GtkBox *box, const char *text)
{
  GtkWidget *note = taga_ui_create_label (text);

  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (note, "caption");
  gtk_box_append (box, note);
}

/**
 * taga_report_option_choice_new:
 * @names: (array zero-terminated=1): what there is to choose
 * @selected: which is chosen
 *
 * Makes a list to choose from.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
taga_report_option_choice_new (const char *const *names, guint selected)
{
  GtkWidget *row = gtk_drop_down_new_from_strings (names);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (row), selected);
  return row;
}

static char *
format_round (TagaRecord *round)
{
  const char *name = taga_record_get_text (round, TAGA_ROUND_NAME);
  g_autofree char *day = taga_ui_format_date (taga_record_get_text (round, TAGA_ROUND_DATE));

  return g_strdup_printf ("%s %s", name == NULL ? "" : name, day);
}

/**
 * taga_report_option_rounds_new:
 * @rounds: (element-type TagaRecord): the rounds of the company
 * @usual: the first entry, which leaves the choice to the report
 * @chosen: number of the round that is chosen, or 0 for the first entry
 *
 * Makes a list of rounds to choose from.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
taga_report_option_rounds_new (GPtrArray *rounds, const char *usual, gint64 chosen)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  g_ptr_array_add (names, g_strdup (usual));
  for (guint i = 0; i < rounds->len; i++)
    {
      TagaRecord *round = g_ptr_array_index (rounds, i);

      g_ptr_array_add (names, format_round (round));
      if (taga_record_get_id (round) == chosen)
        selected = i + 1;
    }
  g_ptr_array_add (names, NULL);

  return taga_report_option_choice_new ((const char *const *) names->pdata, selected);
}
