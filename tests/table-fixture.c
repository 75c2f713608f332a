#include "table-fixture.h"

#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-grid-private.h"
#include "taga-history.h"

TagaRecordTable *
table_fixture_get_table (WindowFixture *fixture)
{
  return TAGA_RECORD_TABLE (
      window_fixture_find (GTK_WIDGET (fixture->window), TAGA_TYPE_RECORD_TABLE));
}

guint
table_fixture_count_rows (WindowFixture *fixture)
{
  return g_list_model_get_n_items (
      G_LIST_MODEL (taga_record_table_get_list (table_fixture_get_table (fixture))));
}

gint64
table_fixture_get_number (WindowFixture *fixture, gint64 id, guint field)
{
  g_autoptr (TagaRecord) asset = window_fixture_dup_asset (fixture, id);

  return taga_record_get_number (asset, field);
}

void
table_fixture_activate (WindowFixture *fixture, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (table_fixture_get_table (fixture)), action, NULL);
  settle ();
}

void
table_fixture_undo (WindowFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  settle ();
}

guint
table_fixture_count_windows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  guint n = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    n += gtk_widget_get_mapped (l->data);

  return n;
}

/* Selects cells from a row's field on, so many rows and columns. */
void
table_fixture_pick (WindowFixture *fixture, guint row, guint field, guint n_rows, guint n_columns)
{
  TagaGrid *grid = window_fixture_get_grid (fixture);
  TagaGridRange range;

  taga_grid_set_cursor (grid, row, field);
  g_assert_true (taga_grid_get_range (grid, &range));
  range.last_row += n_rows - 1;
  range.last_column += n_columns - 1;
  taga_grid_select_range (grid, &range);
}

void
table_fixture_paste (WindowFixture *fixture, const char *text)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));

  gdk_clipboard_set_text (clipboard, text);
  table_fixture_activate (fixture, "table.paste");
}

guint
table_fixture_count_steps (WindowFixture *fixture)
{
  g_autoptr (GPtrArray) steps =
      taga_history_list (taga_window_get_store (fixture->window), G_MAXINT64, 1000, NULL);

  return steps->len;
}

char *
table_fixture_dup_name_at (WindowFixture *fixture, guint row)
{
  GListModel *model = G_LIST_MODEL (taga_record_table_get_list (table_fixture_get_table (fixture)));
  g_autoptr (TagaRecord) asset = g_list_model_get_item (model, row);

  return g_strdup (taga_record_get_text (asset, TAGA_ASSET_NAME));
}

void
table_fixture_assert_name_at (WindowFixture *fixture, guint row, const char *expected)
{
  g_autofree char *name = table_fixture_dup_name_at (fixture, row);

  g_assert_cmpstr (name, ==, expected);
}

/* Types letters into the cell, one key after the other. */
void
table_fixture_type (WindowFixture *fixture, const char *keys)
{
  for (const char *p = keys; *p != '\0'; p++)
    taga_grid_press_key (window_fixture_get_grid (fixture), (guint) *p, 0);
  settle ();
}

void
table_fixture_press (WindowFixture *fixture, guint keyval, GdkModifierType state)
{
  taga_grid_press_key (window_fixture_get_grid (fixture), keyval, state);
  settle ();
}
