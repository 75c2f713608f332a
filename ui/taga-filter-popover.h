#pragma once

#include <gtk/gtk.h>

#include "taga-edition.h"
#include "taga-query.h"
#include "taga-record.h"

G_BEGIN_DECLS

/**
 * TagaFilterFunc:
 * @filter: (nullable) (transfer full): what the column must be, or `NULL` for anything
 * @field: the column's field
 * @user_data: data
 *
 * Hears of a filter as the user makes it.
 */
typedef void (*TagaFilterFunc) (TagaFilter *filter, guint field, gpointer user_data);

#define TAGA_TYPE_FILTER_POPOVER (taga_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (TagaFilterPopover, taga_filter_popover, TAGA, FILTER_POPOVER, GtkPopover)

GtkWidget *taga_filter_popover_new (TagaEdition *edition,
                                    TagaRecordClass *klass,
                                    guint field,
                                    const TagaFilter *filter,
                                    TagaFilterFunc func,
                                    gpointer user_data);

G_END_DECLS
