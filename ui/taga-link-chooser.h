#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaLinksChosen:
 * @text: (nullable): the keys as a measure holds them
 * @user_data: data
 *
 * Hears what was chosen.
 */
typedef void (*TagaLinksChosen) (const char *text, gpointer user_data);

#define TAGA_TYPE_LINK_CHOOSER (taga_link_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TagaLinkChooser, taga_link_chooser, TAGA, LINK_CHOOSER, AdwWindow)

void taga_link_chooser_present (GtkWidget *widget,
                                TagaStore *store,
                                GType type,
                                const char *text,
                                TagaLinksChosen done,
                                gpointer user_data);

G_END_DECLS
