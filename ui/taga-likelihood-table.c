#include "taga-likelihood-table.h"

#include <glib/gi18n-lib.h>

#include "taga-value.h"

/**
 * TagaLikelihoodTable:
 *
 * The guideline's table by which threat and vulnerability make the likelihood, with a frame around
 * the cell that an asset's likelihood comes from. What the frame says stands in words beside it and
 * is read aloud with the cell.
 */
struct _TagaLikelihoodTable
{
  GtkGrid parent_instance;

  GtkLabel *cells[3][3]; /* (unowned): by threat and vulnerability */
};

G_DEFINE_FINAL_TYPE (TagaLikelihoodTable, taga_likelihood_table, GTK_TYPE_GRID)

static void
taga_likelihood_table_class_init (TagaLikelihoodTableClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
attach (TagaLikelihoodTable *self, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_hexpand (label, column > 0);
  gtk_grid_attach (GTK_GRID (self), label, column, row, 1, 1);

  return label;
}

static void
attach_heading (TagaLikelihoodTable *self, const char *name, int level, int column, int row)
{
  g_autofree char *text = g_strdup_printf ("%s %d", name, level);
  GtkWidget *heading = attach (self, text, column, row);

  gtk_widget_add_css_class (heading, "caption");
}

/* The highest threat stands on top, as in the guideline's tables. */
static void
taga_likelihood_table_init (TagaLikelihoodTable *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-likelihood");
  gtk_grid_set_column_spacing (GTK_GRID (self), 4);
  gtk_grid_set_row_spacing (GTK_GRID (self), 2);

  for (int vulnerability = 1; vulnerability <= 3; vulnerability++)
    attach_heading (self, _ ("Vulnerability"), vulnerability, vulnerability, 0);

  for (int threat = 1; threat <= 3; threat++)
    {
      attach_heading (self, _ ("Threat"), threat, 0, 4 - threat);
      for (int vulnerability = 1; vulnerability <= 3; vulnerability++)
        {
          GtkWidget *cell = attach (self, "", vulnerability, 4 - threat);

          gtk_widget_add_css_class (cell, "cell");
          self->cells[threat - 1][vulnerability - 1] = GTK_LABEL (cell);
        }
    }
}

static void
update_cell (TagaLikelihoodTable *self,
             int threat,
             int vulnerability,
             int likelihood,
             gboolean used)
{
  GtkLabel *cell = self->cells[threat - 1][vulnerability - 1];
  g_autofree char *number = g_strdup_printf ("%d", likelihood);
  g_autofree char *name = NULL;

  /* Translators: threat, vulnerability and the likelihood that follows from them */
  name = g_strdup_printf (used ? _ ("Threat %d, vulnerability %d: likelihood %d, used here")
                               : _ ("Threat %d, vulnerability %d: likelihood %d"),
                          threat, vulnerability, likelihood);
  gtk_label_set_label (cell, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (used)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "used");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell), "used");
}

/**
 * taga_likelihood_table_update:
 * @self: a table
 * @scale: the edition's figures
 * @threat: 1–3, or `TAGA_UNKNOWN`
 * @vulnerability: 1–3, or `TAGA_UNKNOWN`
 *
 * Shows the table, and which of its cells is used; none as long as one of the two is not known.
 */
void
taga_likelihood_table_update (TagaLikelihoodTable *self,
                              const TagaScale *scale,
                              int threat,
                              int vulnerability)
{
  g_return_if_fail (TAGA_IS_LIKELIHOOD_TABLE (self));

  for (int t = 1; t <= 3; t++)
    for (int v = 1; v <= 3; v++)
      update_cell (self, t, v, taga_risk_likelihood (scale, t, v),
                   t == threat && v == vulnerability);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Table of likelihoods"), -1);
}
