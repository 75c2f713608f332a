#include "risk-fixture.h"

#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-cost.h"
#include "taga-grid-private.h"
#include "taga-history.h"
#include "taga-measure.h"
#include "taga-risk-view.h"
#include "widget-fixture.h"

/* Takes back what the sample company has decided, so that a test can decide it. */
void
risk_fixture_clear (TagaStore *store)
{
  static const guint fields[] = {
    TAGA_ASSET_TREATMENT,   TAGA_ASSET_TREATMENT_REASON,  TAGA_ASSET_REJECTED_OPTIONS,
    TAGA_ASSET_ACCEPTED_BY, TAGA_ASSET_RESIDUAL_OVERRIDE, TAGA_ASSET_RESIDUAL_REASON,
    TAGA_ASSET_ACCEPTED_ON,
  };
  const TagaValue none[G_N_ELEMENTS (fields)] = {
    TAGA_VALUE_INIT, TAGA_VALUE_INIT, TAGA_VALUE_INIT, TAGA_VALUE_INIT,
    TAGA_VALUE_INIT, TAGA_VALUE_INIT, TAGA_VALUE_INIT,
  };
  const GType types[] = { TAGA_TYPE_MEASURE, TAGA_TYPE_COST };

  g_assert_true (taga_store_begin (store, "clear", NULL));
  for (gint64 id = 1; id <= 100; id++)
    {
      g_autoptr (TagaRecord) asset = taga_store_get_record (store, TAGA_TYPE_ASSET, id, NULL);

      if (asset != NULL)
        g_assert_true (taga_store_update (store, TAGA_TYPE_ASSET, id, fields, none,
                                          G_N_ELEMENTS (fields), NULL));
      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        {
          g_autoptr (TagaRecord) record = taga_store_get_record (store, types[i], id, NULL);

          if (record != NULL)
            g_assert_true (taga_store_remove (store, types[i], id, NULL));
        }
    }
  g_assert_true (taga_store_commit (store, NULL));
}

void
risk_fixture_set_up (WindowFixture *fixture, gconstpointer data)
{
  window_fixture_set_up (fixture, data);
  risk_fixture_clear (taga_window_get_store (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "risks");
  settle ();
  settle ();
}

GtkWidget *
risk_fixture_get_view (WindowFixture *fixture, GType type)
{
  GtkWidget *view = window_fixture_find (GTK_WIDGET (fixture->window), type);

  g_assert_nonnull (view);
  return view;
}

TagaRecordTable *
risk_fixture_get_table (WindowFixture *fixture, GType type)
{
  return TAGA_RECORD_TABLE (
      window_fixture_find (risk_fixture_get_view (fixture, type), TAGA_TYPE_RECORD_TABLE));
}

static TagaGrid *
get_grid (WindowFixture *fixture, GType type)
{
  return taga_record_table_get_grid (risk_fixture_get_table (fixture, type));
}

guint
risk_fixture_count_rows (WindowFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (
      taga_record_table_get_list (risk_fixture_get_table (fixture, TAGA_TYPE_RISK_VIEW))));
}

/* Selects cells of a column, from a row on. */
void
risk_fixture_pick (WindowFixture *fixture, guint row, guint field, guint n_rows)
{
  TagaGrid *grid = get_grid (fixture, TAGA_TYPE_RISK_VIEW);
  TagaGridRange range;

  gtk_widget_grab_focus (GTK_WIDGET (grid));
  taga_grid_set_cursor (grid, row, field);
  g_assert_true (taga_grid_get_range (grid, &range));
  range.last_row += n_rows - 1;
  taga_grid_select_range (grid, &range);
}

/* A key goes to where the focus is, in the window in front. */
void
risk_fixture_press (WindowFixture *fixture, guint keyval, GdkModifierType state)
{
  widget_fixture_press (GTK_WIDGET (fixture->window), keyval, state);
}

/* Types letters into the cell of the cursor, one key after the other, and enters them. */
void
risk_fixture_type (WindowFixture *fixture, GType type, const char *keys)
{
  for (const char *p = keys; *p != '\0'; p++)
    taga_grid_press_key (get_grid (fixture, type), (guint) *p, 0);
  taga_grid_press_key (get_grid (fixture, type), GDK_KEY_Return, 0);
  settle ();
}

/* What the cell of a row in view says. */
char *
risk_fixture_dup_text (WindowFixture *fixture, guint row, guint field)
{
  TagaGrid *grid = get_grid (fixture, TAGA_TYPE_RISK_VIEW);
  TagaRecordTable *table = risk_fixture_get_table (fixture, TAGA_TYPE_RISK_VIEW);
  g_autoptr (TagaRecord) asset =
      g_list_model_get_item (G_LIST_MODEL (taga_record_table_get_list (table)), row);
  TagaGridCell cell = { NULL, NULL, FALSE };

  grid->handlers.format (asset, field, &cell, grid->user_data);

  return cell.text;
}

gint64
risk_fixture_get_id (WindowFixture *fixture, guint row)
{
  return taga_record_list_get_id (
      taga_record_table_get_list (risk_fixture_get_table (fixture, TAGA_TYPE_RISK_VIEW)), row);
}

void
risk_fixture_undo (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  settle ();
}

guint
risk_fixture_count_steps (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) steps =
      taga_history_list (taga_window_get_store (fixture->window), G_MAXINT64, 1000, NULL);

  return steps->len;
}

/* The widget of a type whose name is a key. */
GtkWidget *
risk_fixture_find_named (GtkWidget *root, GType type, const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && g_str_equal (gtk_widget_get_name (root), name))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = risk_fixture_find_named (child, type, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}
