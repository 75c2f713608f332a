#pragma once

#include "taga-record-table.h"
#include "window-fixture.h"

G_BEGIN_DECLS

/* What somebody does in the register of a real window, and what is seen of it. */

TagaRecordTable *table_fixture_get_table (WindowFixture *fixture);
guint table_fixture_count_rows (WindowFixture *fixture);
gint64 table_fixture_get_number (WindowFixture *fixture, gint64 id, guint field);
void table_fixture_activate (WindowFixture *fixture, const char *action);
void table_fixture_undo (WindowFixture *fixture);
guint table_fixture_count_windows (void);
void
table_fixture_pick (WindowFixture *fixture, guint row, guint field, guint n_rows, guint n_columns);
void table_fixture_paste (WindowFixture *fixture, const char *text);
guint table_fixture_count_steps (WindowFixture *fixture);
char *table_fixture_dup_name_at (WindowFixture *fixture, guint row);
void table_fixture_assert_name_at (WindowFixture *fixture, guint row, const char *expected);
void table_fixture_type (WindowFixture *fixture, const char *keys);
void table_fixture_press (WindowFixture *fixture, guint keyval, GdkModifierType state);

G_END_DECLS
