#include "taga-criteria.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-language.h"
#include "taga-ui.h"

/*
 * The guideline's criteria in one window: what each level of confidentiality, integrity and
 * availability stands for, and where that is written. It is only for reading.
 */

#define N_PROPERTIES 3

static GtkWidget *
create_cell (const char *text, const char *css_class, gboolean chosen)
{
  GtkWidget *label = taga_ui_create_label (text);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  if (chosen)
    gtk_widget_add_css_class (label, "chosen");

  return label;
}

static void
attach_heading (GtkGrid *grid, const TagaField *field, int column, gboolean chosen)
{
  GtkWidget *heading = create_cell (_ (field->title), "heading", chosen);

  gtk_grid_attach (grid, heading, column, 0, 1, 1);
}

static void
attach_criterion (GtkGrid *grid, TagaEdition *edition, guint i, int level, int row, gboolean chosen)
{
  const TagaField *field =
      &taga_record_class_peek (TAGA_TYPE_ASSET)->fields[TAGA_ASSET_CONFIDENTIALITY + i];
  g_autofree char *criterion = taga_ui_format_criterion (edition, field->name, level);
  g_autofree char *name = g_strdup_printf ("%s %d: %s", _ (field->title), level, criterion);
  GtkWidget *cell = create_cell (criterion, "taga-criterion", chosen);

  /* Read aloud, a cell does not tell its row and column by itself. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (grid, cell, (int) i + 1, row, 1, 1);
}

static GtkWidget *
create_table (TagaEdition *edition, guint field)
{
  const TagaField *fields = taga_record_class_peek (TAGA_TYPE_ASSET)->fields;
  const TagaScale *scale = taga_edition_get_scale (edition);
  GtkWidget *grid = gtk_grid_new ();
  int row = 1;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < N_PROPERTIES; i++)
    attach_heading (GTK_GRID (grid), &fields[TAGA_ASSET_CONFIDENTIALITY + i], (int) i + 1,
                    field == TAGA_ASSET_CONFIDENTIALITY + i);

  for (int level = scale->highest; level >= scale->lowest; level--, row++)
    {
      g_autofree char *number = g_strdup_printf ("%d", level);
      GtkWidget *label = gtk_label_new (number);

      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "title-2");
      gtk_grid_attach (GTK_GRID (grid), label, 0, row, 1, 1);
      for (guint i = 0; i < N_PROPERTIES; i++)
        attach_criterion (GTK_GRID (grid), edition, i, level, row,
                          field == TAGA_ASSET_CONFIDENTIALITY + i);
    }

  return grid;
}

static GtkWidget *
create_content (TagaEdition *edition, guint field)
{
  gboolean japanese = taga_language_is_japanese ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *source =
      taga_ui_create_label (taga_edition_get_source (edition, "criteria", japanese));

  gtk_widget_add_css_class (box, "taga-questions");
  gtk_widget_add_css_class (source, "caption");
  gtk_box_append (GTK_BOX (box), taga_ui_create_label (_ ("Where a level names several cases, one "
                                                          "of them suffices.")));
  gtk_box_append (GTK_BOX (box), create_table (edition, field));
  gtk_box_append (GTK_BOX (box), source);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_focusable (scrolled, TRUE);

  return scrolled;
}

static void
add_shortcut (GtkWidget *window, guint keyval)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keyval, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/**
 * taga_criteria_present:
 * @parent: the window in front of which they stand
 * @store: the company file
 * @field: confidentiality, integrity or availability of an asset, to mark its column; any other
 *   field for none
 *
 * Shows the criteria of the method edition in use.
 */
void
taga_criteria_present (GtkWindow *parent, TagaStore *store, guint field)
{
  GtkWidget *window =
      g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                    _ ("Criteria"), "default-width", 860, "default-height", 600, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = create_content (taga_store_get_edition (store), field);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (window), box);
  add_shortcut (window, GDK_KEY_Escape);
  add_shortcut (window, GDK_KEY_F1);
  gtk_window_set_focus (GTK_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
}
