#pragma once

#include "taga-edition.h"
#include "taga-record.h"
#include "taga-store-error.h"

G_BEGIN_DECLS

#define TAGA_TYPE_STORE (taga_store_get_type ())
G_DECLARE_FINAL_TYPE (TagaStore, taga_store, TAGA, STORE, GObject)

TagaStore *taga_store_create (const char *path, const TagaValue *company, GError **error);
TagaStore *taga_store_open (const char *path, gboolean read_only, GError **error);

const char *taga_store_get_path (TagaStore *self);
gboolean taga_store_is_read_only (TagaStore *self);
gboolean taga_store_is_newer (TagaStore *self);
TagaEdition *taga_store_get_edition (TagaStore *self);
const TagaAssessment *taga_store_get_assessment (TagaStore *self);
gint64 taga_store_get_round (TagaStore *self);
gint64 taga_store_find_round_in_use (TagaStore *self);
gboolean taga_store_looks_back (TagaStore *self);
gboolean taga_store_select_round (TagaStore *self, gint64 round, GError **error);
const char *const *taga_store_get_broken_seals (TagaStore *self);

const char *taga_store_get_person (TagaStore *self);
void taga_store_set_person (TagaStore *self, const char *person);

TagaRecord *taga_store_get_record (TagaStore *self, GType type, gint64 id, GError **error);
gint64 taga_store_count (TagaStore *self, GType type, GError **error);

gboolean taga_store_begin (TagaStore *self, const char *label, GError **error);
gboolean taga_store_insert (TagaStore *self,
                            GType type,
                            const TagaValue *values,
                            gint64 *id,
                            GError **error);
gboolean taga_store_update (TagaStore *self,
                            GType type,
                            gint64 id,
                            const guint *fields,
                            const TagaValue *values,
                            guint n_fields,
                            GError **error);
gboolean taga_store_remove (TagaStore *self, GType type, gint64 id, GError **error);
gboolean taga_store_commit (TagaStore *self, GError **error);
void taga_store_rollback (TagaStore *self);

gboolean taga_store_refresh (TagaStore *self, GError **error);
gboolean taga_store_verify (TagaStore *self, GPtrArray **problems, GError **error);

G_END_DECLS
