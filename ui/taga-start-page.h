#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_START_PAGE (taga_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TagaStartPage, taga_start_page, TAGA, START_PAGE, AdwBin)

GtkWidget *taga_start_page_new (void);

G_END_DECLS
