#pragma once

#include <adwaita.h>

#include "store-fixture.h"
#include "taga-page.h"

G_BEGIN_DECLS

/**
 * PageFixture:
 * @file: a company file
 * @window: a real window
 * @page: the page in it
 * @opened: (nullable): where a link led last, e.g. "checks/7-1"
 *
 * A page, or a view of one, with a file of its own.
 */
typedef struct
{
  StoreFixture file;
  GtkWidget *window;
  GtkWidget *page;
  char *opened;
} PageFixture;

void page_fixture_set_up (PageFixture *fixture, GType type, const char *kind);
void page_fixture_tear_down (PageFixture *fixture);

void page_fixture_press (PageFixture *fixture, guint keyval, GdkModifierType state);
gboolean page_fixture_shows (PageFixture *fixture, const char *part);
GtkWidget *page_fixture_find_entry (PageFixture *fixture, const char *name);
void page_fixture_enter (GtkWidget *entry, const char *text);
guint page_fixture_count_steps (PageFixture *fixture);
char *page_fixture_dup_step (PageFixture *fixture);
void page_fixture_undo (PageFixture *fixture);
void page_fixture_click (GtkWidget *root, const char *label);

G_END_DECLS
