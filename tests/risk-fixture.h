#pragma once

#include "taga-record-table.h"
#include "window-fixture.h"

G_BEGIN_DECLS

/* What somebody does on the page of the risks, in a real window. */

void risk_fixture_clear (TagaStore *store);
void risk_fixture_set_up (WindowFixture *fixture, gconstpointer data);

GtkWidget *risk_fixture_get_view (WindowFixture *fixture, GType type);
TagaRecordTable *risk_fixture_get_table (WindowFixture *fixture, GType type);
guint risk_fixture_count_rows (WindowFixture *fixture);
void risk_fixture_pick (WindowFixture *fixture, guint row, guint field, guint n_rows);
void risk_fixture_press (WindowFixture *fixture, guint keyval, GdkModifierType state);
void risk_fixture_type (WindowFixture *fixture, GType type, const char *keys);
char *risk_fixture_dup_text (WindowFixture *fixture, guint row, guint field);
gint64 risk_fixture_get_id (WindowFixture *fixture, guint row);
void risk_fixture_undo (WindowFixture *fixture);
guint risk_fixture_count_steps (WindowFixture *fixture);
GtkWidget *risk_fixture_find_named (GtkWidget *root, GType type, const char *name);

G_END_DECLS
