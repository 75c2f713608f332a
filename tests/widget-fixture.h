#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What tests of windows do and see: widgets by id, texts on the screen, keys. */

GtkWidget *widget_fixture_find (GtkWidget *root, const char *id);
GtkWidget *widget_fixture_find_text (GtkWidget *root, const char *text);
GtkWidget *widget_fixture_find_type (GtkWidget *root, GType type, guint nth);
gboolean widget_fixture_shows (GtkWidget *root, const char *part);
void widget_fixture_wait_for (GtkWidget *root, const char *part);
GtkWidget *widget_fixture_get_dialog (GType type);
GtkWidget *widget_fixture_find_print_dialog (void);
void widget_fixture_activate (GtkWidget *widget);
void widget_fixture_destroy_windows (void);
void widget_fixture_press (GtkWidget *window, guint keyval, GdkModifierType state);
void widget_fixture_assert_whole (GtkWidget *root);

G_END_DECLS
