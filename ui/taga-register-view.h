#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

#define TAGA_TYPE_REGISTER_VIEW (taga_register_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaRegisterView, taga_register_view, TAGA, REGISTER_VIEW, GtkBox)

GtkWidget *
taga_register_view_new (GType type, const char *title, const char *add, TagaRecordTableEmpty empty);

void taga_register_view_set_store (TagaRegisterView *self, TagaStore *store);
TagaRecordTable *taga_register_view_get_table (TagaRegisterView *self);
void taga_register_view_set_projector (TagaRegisterView *self, gboolean on);

GtkWidget *taga_register_view_create_empty (gboolean is_narrowed,
                                            const char *icon,
                                            const char *title,
                                            const char *description,
                                            const char *add);

G_END_DECLS
