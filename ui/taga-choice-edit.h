#pragma once

#include <gtk/gtk.h>

#include "taga-edition.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CHOICE_EDIT (taga_choice_edit_get_type ())
G_DECLARE_FINAL_TYPE (TagaChoiceEdit, taga_choice_edit, TAGA, CHOICE_EDIT, GtkBox)

/**
 * TagaChoiceEditSave:
 * @field: place of the field in its table
 * @value: what was chosen
 * @user_data: data
 * @error: return location for an error, whose sentence the user reads below the field
 *
 * Brings what was chosen into the file.
 *
 * Returns: `TRUE`, or `FALSE` if it was refused
 */
typedef gboolean (*TagaChoiceEditSave) (guint field,
                                        const TagaValue *value,
                                        gpointer user_data,
                                        GError **error);

GtkWidget *taga_choice_edit_new (const TagaField *field,
                                 guint index,
                                 TagaChoiceEditSave save,
                                 gpointer user_data);

void
taga_choice_edit_set_value (TagaChoiceEdit *self, TagaEdition *edition, const TagaValue *value);

G_END_DECLS
