#pragma once

#include <gtk/gtk.h>

#include "taga-application.h"
#include "taga-grid.h"
#include "taga-window.h"

G_BEGIN_DECLS

/**
 * WindowFixture:
 * @application: the only application
 * @window: (nullable): the workbench, showing the register of the sample company
 * @folder: a folder of its own
 * @path: the company file in it
 *
 * The workbench in a real window.
 */
typedef struct
{
  TagaApplication *application;
  TagaWindow *window;
  char *folder;
  char *path;
} WindowFixture;

TagaApplication *window_fixture_init (int *argc, char ***argv);
void window_fixture_set_up (WindowFixture *fixture, gconstpointer data);
void window_fixture_tear_down (WindowFixture *fixture, gconstpointer data);
void window_fixture_open (WindowFixture *fixture);
void window_fixture_open_sized (WindowFixture *fixture, int width, int height);
void window_fixture_close (WindowFixture *fixture);

GtkWidget *window_fixture_find (GtkWidget *widget, GType type);
gboolean window_fixture_shows (GtkWidget *widget, const char *text);
void window_fixture_assert_shows (GtkWidget *widget, const char *text);
gboolean window_fixture_is_told (const char *text);
void window_fixture_press (const char *label);

TagaGrid *window_fixture_get_grid (WindowFixture *fixture);
TagaRecord *window_fixture_dup_asset (WindowFixture *fixture, gint64 id);

G_END_DECLS
