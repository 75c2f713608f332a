#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What every test of the screen begins with, and how it waits. */

void screen_fixture_init (int *argc, char ***argv);
void settle (void);

G_END_DECLS
