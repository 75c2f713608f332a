#pragma once

#include <adwaita.h>

#include "store-fixture.h"
#include "taga-import-dialog.h"
#include "taga-proposal-list.h"
#include "taga-proposal-row.h"

G_BEGIN_DECLS

/**
 * ImportFixture:
 * @file: the sample company, with 44 assets in use
 * @window: its window
 * @overlay: where the window says what became of an import
 * @dialog: (nullable): the dialog, as long as it is there
 *
 * What a test of importing in the window works on.
 */
typedef struct
{
  StoreFixture file;
  GtkWidget *window;
  GtkWidget *overlay;
  TagaImportDialog *dialog;
} ImportFixture;

typedef gboolean (*ImportCondition) (ImportFixture *fixture);

void import_fixture_set_up (ImportFixture *fixture, gconstpointer data);
void import_fixture_tear_down (ImportFixture *fixture, gconstpointer data);
void import_fixture_wait (ImportFixture *fixture, ImportCondition condition);
gpointer import_fixture_get_part (ImportFixture *fixture, const char *name);
gpointer import_fixture_get_review_part (ImportFixture *fixture, const char *name);
gpointer import_fixture_get_found_part (ImportFixture *fixture, const char *name);
gboolean import_fixture_is_reviewing (ImportFixture *fixture);
gboolean import_fixture_has_status (ImportFixture *fixture);
gboolean import_fixture_shows_found (ImportFixture *fixture);
void import_fixture_open (ImportFixture *fixture, const char *path, ImportCondition condition);
void import_fixture_import (ImportFixture *fixture, const char *text, ImportCondition condition);
gboolean import_fixture_shows (GtkWidget *widget, const char *text);
void import_fixture_assert_button (ImportFixture *fixture, const char *label, gboolean sensitive);
void import_fixture_assert_counts (ImportFixture *fixture, const char *expected);
TagaProposalList *import_fixture_get_list (ImportFixture *fixture);
TagaProposalRow *
import_fixture_dup_row (ImportFixture *fixture, TagaStagedKind kind, const char *name);
void import_fixture_assert_row (ImportFixture *fixture,
                                TagaStagedKind kind,
                                const char *name,
                                const char *description);
gint64 import_fixture_count (ImportFixture *fixture);
void import_fixture_apply (ImportFixture *fixture);

G_END_DECLS
