#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_FILTER_VALUES (taga_filter_values_get_type ())
G_DECLARE_FINAL_TYPE (TagaFilterValues, taga_filter_values, TAGA, FILTER_VALUES, AdwBin)

GtkWidget *taga_filter_values_new (TagaStore *store, const TagaField *field);

void taga_filter_values_fill (TagaFilterValues *self, GPtrArray *counts, char **keys, guint max);
char **taga_filter_values_dup_keys (TagaFilterValues *self);

G_END_DECLS
