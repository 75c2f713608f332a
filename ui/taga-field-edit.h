#pragma once

#include <gtk/gtk.h>

#include "taga-edition.h"

G_BEGIN_DECLS

#define TAGA_TYPE_FIELD_EDIT (taga_field_edit_get_type ())
G_DECLARE_FINAL_TYPE (TagaFieldEdit, taga_field_edit, TAGA, FIELD_EDIT, GtkBox)

/**
 * TagaFieldEditSave:
 * @self: the field
 * @value: what was entered
 * @user_data: data
 * @error: return location for an error, whose sentence the user reads below the field
 *
 * Brings what was entered into the file.
 *
 * Returns: `TRUE`, or `FALSE` if it was refused
 */
typedef gboolean (*TagaFieldEditSave) (TagaFieldEdit *self,
                                       const TagaValue *value,
                                       gpointer user_data,
                                       GError **error);

GtkWidget *taga_field_edit_new (const TagaField *field,
                                guint index,
                                TagaFieldEditSave save,
                                gpointer user_data);

guint taga_field_edit_get_index (TagaFieldEdit *self);
void taga_field_edit_set_value (TagaFieldEdit *self, TagaEdition *edition, const TagaValue *value);
void taga_field_edit_set_names (TagaFieldEdit *self, const char *const *names);
void taga_field_edit_set_locked (TagaFieldEdit *self, gboolean locked);
void taga_field_edit_set_title (TagaFieldEdit *self, const char *title);
void taga_field_edit_set_name (TagaFieldEdit *self, const char *name);
gboolean taga_field_edit_finish (TagaFieldEdit *self);
gboolean taga_field_edit_finish_all (GtkWidget *root);

G_END_DECLS
