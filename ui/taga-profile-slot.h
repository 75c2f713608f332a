#pragma once

#include <gtk/gtk.h>

#include "taga-profile-facts.h"
#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PROFILE_SLOT (taga_profile_slot_get_type ())
G_DECLARE_FINAL_TYPE (TagaProfileSlot, taga_profile_slot, TAGA, PROFILE_SLOT, GtkBox)

/**
 * TagaProfileSlotSave:
 * @self: the place
 * @user_data: data
 * @error: return location for an error
 *
 * Brings what is entered into the file.
 *
 * Returns: `TRUE`, or `FALSE` if it was refused
 */
typedef gboolean (*TagaProfileSlotSave) (TagaProfileSlot *self, gpointer user_data, GError **error);

GtkWidget *taga_profile_slot_new (const TagaProfileKind *kind,
                                  const char *name,
                                  guint place,
                                  gboolean is_numbered,
                                  TagaProfileSlotSave save,
                                  gpointer user_data);
void taga_profile_slot_show (TagaProfileSlot *self,
                             TagaStore *store,
                             const TagaProfileFacts *facts,
                             guint place);
const TagaProfileLine *taga_profile_slot_get_line (TagaProfileSlot *self);

G_END_DECLS
