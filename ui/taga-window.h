#pragma once

#include "taga-application.h"
#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_WINDOW (taga_window_get_type ())
G_DECLARE_FINAL_TYPE (TagaWindow, taga_window, TAGA, WINDOW, AdwApplicationWindow)

TagaWindow *taga_window_new (TagaApplication *application, GSettings *settings);

void taga_window_open (TagaWindow *self, const char *path);
const char *taga_window_get_path (TagaWindow *self);
TagaStore *taga_window_get_store (TagaWindow *self);
void taga_window_show_page (TagaWindow *self, const char *name);
GtkWidget *taga_window_get_content (TagaWindow *self);
gboolean taga_window_finish_editing (TagaWindow *self);

G_END_DECLS
