#pragma once

#include "taga-store-private.h"

G_BEGIN_DECLS

/**
 * TagaChangeset:
 *
 * What a step did, as SQLite's session extension writes it: its memory is SQLite's.
 */
typedef struct
{
  void *data;
  int size;
} TagaChangeset;

void taga_changeset_clear (TagaChangeset *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TagaChangeset, taga_changeset_clear)

gboolean taga_changeset_count (const TagaChangeset *self, gsize *n);
GArray *taga_changeset_list (const TagaChangeset *self);
gboolean taga_changeset_apply (const TagaChangeset *self, sqlite3 *db, GError **error);
gboolean taga_changeset_describe (const TagaChangeset *self,
                                  TagaStore *store,
                                  TagaFieldChangeFunc func,
                                  gpointer user_data,
                                  GError **error);
int *
taga_changeset_map_columns (sqlite3 *db, TagaRecordClass *klass, int n_columns, GError **error);
void taga_changeset_announce (TagaStore *store, GArray *changes);

G_END_DECLS
