#pragma once

#include <gtk/gtk.h>

#include "taga-paper-layout.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PROFILE_PAGES (taga_profile_pages_get_type ())
G_DECLARE_FINAL_TYPE (TagaProfilePages, taga_profile_pages, TAGA, PROFILE_PAGES, GtkWidget)

GtkWidget *taga_profile_pages_new (void);
void taga_profile_pages_show (TagaProfilePages *self, TagaPaperLayout *layout);

G_END_DECLS
