#pragma once

#include <gtk/gtk.h>

#include "taga-record-history.h"

G_BEGIN_DECLS

#define TAGA_TYPE_CHANGE_BLOCK (taga_change_block_get_type ())
G_DECLARE_FINAL_TYPE (TagaChangeBlock, taga_change_block, TAGA, CHANGE_BLOCK, GtkBox)

GtkWidget *taga_change_block_new (TagaEdition *edition,
                                  GType type,
                                  const TagaRecordChange *change,
                                  guint index,
                                  gboolean writable);

guint taga_change_block_get_index (TagaChangeBlock *self);
GtkWidget *taga_change_block_get_button (TagaChangeBlock *self);

char *taga_change_block_format_who (const TagaRecordChange *change);

G_END_DECLS
