#pragma once

#include "grid-list.h"
#include "taga-grid.h"

G_BEGIN_DECLS

/**
 * GridFixture:
 * @window: a window on the screen
 * @grid: the grid in it, in a scrolled window
 * @list: the rows: assets that are made when they are asked for
 * @moved: how often cursor-moved was emitted
 * @selected: how often selection-changed was emitted
 * @committed: what was committed: field, text and id, one line each
 * @reason: (nullable): what the last refused signal said
 * @formatted: how many cells were formatted
 * @added: the number of the record that was added last
 * @adds_above: whether records are added above the first one
 *
 * What a test of the grid works on. g_test_add() passes the number of rows by GUINT_TO_POINTER().
 */
typedef struct
{
  GtkWidget *window;
  TagaGrid *grid;
  TestLazyList *list;
  guint moved;
  guint selected;
  GString *committed;
  char *reason;
  guint formatted;
  gint64 added;
  gboolean adds_above;
} GridFixture;

void grid_fixture_set_up (GridFixture *fixture, gconstpointer n_rows);
void grid_fixture_tear_down (GridFixture *fixture, gconstpointer n_rows);

void grid_fixture_draw (GridFixture *fixture);
void grid_fixture_press (GridFixture *fixture, guint keyval, GdkModifierType state);
void grid_fixture_type (GridFixture *fixture, const char *text);
void grid_fixture_put (GridFixture *fixture, guint row, guint field);
void grid_fixture_assert_cursor (GridFixture *fixture, guint row, guint field);
void grid_fixture_assert_range (GridFixture *fixture, const char *expected);
void grid_fixture_assert_committed (GridFixture *fixture, const char *expected);

GtkWidget *grid_fixture_get_entry (GridFixture *fixture);
const char *grid_fixture_get_entry_text (GridFixture *fixture);
char *grid_fixture_dup_cell (GridFixture *fixture, guint row, guint field);
GtkWidget *grid_fixture_find (GtkWidget *root, GType type, guint nth);
guint grid_fixture_count (GtkWidget *root, GType type);

G_END_DECLS
