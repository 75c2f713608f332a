#include "taga-risk-matrix-view.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"

/**
 * TagaRiskMatrixView:
 *
 * Importance × likelihood with how many assets are in each cell. A cell is a button: pressed, it
 * asks for those assets alone.
 */
struct _TagaRiskMatrixView
{
  AdwBin parent_instance;

  int lowest;
  gboolean is_setting; /* whether the buttons follow what is shown */

  GtkWidget
      *cells[TAGA_MATRIX_SIZE][TAGA_MATRIX_SIZE]; /* by importance from the lowest, likelihood */
  GtkLabel *values[TAGA_MATRIX_SIZE][TAGA_MATRIX_SIZE];
  GtkLabel *counts[TAGA_MATRIX_SIZE][TAGA_MATRIX_SIZE];
  GtkLabel *rows[TAGA_MATRIX_SIZE];
  GtkWidget *unknown;
};

G_DEFINE_FINAL_TYPE (TagaRiskMatrixView, taga_risk_matrix_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_chosen (TagaRiskMatrixView *self, GtkWidget *button, int importance, int likelihood)
{
  if (self->is_setting)
    return;

  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    importance = TAGA_RISK_MATRIX_ALL;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, importance, likelihood);
}

static void
toggled_cb (TagaRiskMatrixView *self, GtkWidget *button)
{
  for (int i = 0; i < TAGA_MATRIX_SIZE; i++)
    for (int j = 0; j < TAGA_MATRIX_SIZE; j++)
      if (self->cells[i][j] == button)
        emit_chosen (self, button, self->lowest + i, j + 1);

  if (button == self->unknown)
    emit_chosen (self, button, TAGA_UNKNOWN, TAGA_UNKNOWN);
}

static void
taga_risk_matrix_view_class_init (TagaRiskMatrixViewClass *klass)
{
  /**
   * TagaRiskMatrixView::chosen:
   * @importance: the importance of the assets that are asked for, `TAGA_UNKNOWN` for those without
   * a risk, `TAGA_RISK_MATRIX_ALL` for all
   * @likelihood: their likelihood
   *
   * The user wants to see the assets of one cell, or all again.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TAGA_TYPE_RISK_MATRIX_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "riskmatrix");
}

static GtkWidget *
create_cell (TagaRiskMatrixView *self, int i, int j)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->values[i][j] = GTK_LABEL (gtk_label_new (NULL));
  self->counts[i][j] = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->values[i][j]), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->counts[i][j]), "count");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->values[i][j]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->counts[i][j]));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->cells[i][j] = button;

  return button;
}

static GtkLabel *
create_axis (GtkGrid *grid, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_grid_attach (grid, label, column, row, 1, 1);

  return GTK_LABEL (label);
}

/* The greatest importance stands on top, as in the guideline. */
static void
fill_grid (TagaRiskMatrixView *self, GtkGrid *grid)
{
  for (int i = 0; i < TAGA_MATRIX_SIZE; i++)
    {
      int row = TAGA_MATRIX_SIZE - 1 - i;

      self->rows[i] = create_axis (grid, NULL, 0, row);
      for (int j = 0; j < TAGA_MATRIX_SIZE; j++)
        gtk_grid_attach (grid, create_cell (self, i, j), j + 1, row, 1, 1);
    }

  for (int j = 0; j < TAGA_MATRIX_SIZE; j++)
    {
      g_autofree char *level = g_strdup_printf ("%d", j + 1);

      create_axis (grid, level, j + 1, TAGA_MATRIX_SIZE);
    }
}

static void
taga_risk_matrix_view_init (TagaRiskMatrixView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *below = gtk_label_new (_ ("Likelihood →"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 5);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 5);
  fill_grid (self, GTK_GRID (grid));
  gtk_widget_add_css_class (below, "caption");
  self->unknown = gtk_toggle_button_new_with_label ("");
  gtk_widget_add_css_class (self->unknown, "taga-small");
  gtk_widget_set_halign (self->unknown, GTK_ALIGN_START);
  g_signal_connect_object (self->unknown, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), below);
  gtk_box_append (GTK_BOX (box), self->unknown);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
update_cell (TagaRiskMatrixView *self,
             TagaEdition *edition,
             const TagaRiskMatrix *matrix,
             int i,
             int j)
{
  int risk = taga_risk_value (matrix->lowest + i, j + 1);
  TagaBand band = taga_risk_band (taga_edition_get_scale (edition), risk);
  g_autofree char *value = taga_edition_format_risk (edition, risk, taga_language_is_japanese ());
  g_autofree char *style = g_strconcat ("band-", taga_band_to_key (band), NULL);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u asset", "%u assets", matrix->n[i][j]), matrix->n[i][j]);
  const char *classes[] = { "cell", style, NULL };
  /* Translators: for screen readers: the risk as word and number, then how many assets have it */
  g_autofree char *name = g_strdup_printf (_ ("Importance %d × likelihood %d: %s, %s"),
                                           matrix->lowest + i, j + 1, value, count);

  gtk_label_set_label (self->values[i][j], value);
  gtk_label_set_label (self->counts[i][j], count);
  gtk_widget_set_css_classes (self->cells[i][j], classes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[i][j]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * taga_risk_matrix_view_update:
 * @self: a matrix
 * @edition: the method edition
 * @matrix: the figures
 *
 * Shows how many assets are in each cell.
 */
void
taga_risk_matrix_view_update (TagaRiskMatrixView *self,
                              TagaEdition *edition,
                              const TagaRiskMatrix *matrix)
{
  g_autofree char *unknown = g_strdup_printf (
      ngettext ("Not known yet: %u asset", "Not known yet: %u assets", matrix->n_unknown),
      matrix->n_unknown);

  self->lowest = matrix->lowest;
  for (int i = 0; i < TAGA_MATRIX_SIZE; i++)
    {
      /* Translators: a level of importance, beside its row of the matrix */
      g_autofree char *level = g_strdup_printf (C_ ("matrix", "Importance %d"), matrix->lowest + i);

      gtk_label_set_label (self->rows[i], level);
      for (int j = 0; j < TAGA_MATRIX_SIZE; j++)
        update_cell (self, edition, matrix, i, j);
    }

  gtk_button_set_label (GTK_BUTTON (self->unknown), unknown);
  gtk_widget_set_visible (self->unknown,
                          matrix->n_unknown > 0
                              || gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unknown)));
}

/**
 * taga_risk_matrix_view_mark:
 * @self: a matrix
 * @importance: the importance of the cell whose assets are shown, `TAGA_UNKNOWN` for those without
 * a risk, `TAGA_RISK_MATRIX_ALL` if no cell's are
 * @likelihood: its likelihood
 *
 * Marks the cell whose assets are shown alone.
 */
void
taga_risk_matrix_view_mark (TagaRiskMatrixView *self, int importance, int likelihood)
{
  self->is_setting = TRUE;
  for (int i = 0; i < TAGA_MATRIX_SIZE; i++)
    for (int j = 0; j < TAGA_MATRIX_SIZE; j++)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cells[i][j]),
                                    importance == self->lowest + i && likelihood == j + 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unknown), importance == TAGA_UNKNOWN);
  self->is_setting = FALSE;
}
