#pragma once

#include "taga-database.h"
#include "taga-history.h"
#include "taga-query.h"
#include "taga-row.h"
#include "taga-store.h"

/* What the files of the store share. */

G_BEGIN_DECLS

struct _TagaStore
{
  GObject parent_instance;

  sqlite3 *db; /* (owned) */
  char *path;
  char *person; /* (nullable): who works; written beside each step */
  gboolean read_only;
  gboolean newer;
  GThread *thread; /* the only one that may use the connection */

  TagaEdition *edition;    /* (owned) */
  GPtrArray *old_editions; /* (owned): in whose texts somebody may still point */
  char *edition_signature; /* what the edition was made of */
  TagaAssessment assessment;
  gint64 round;
  gboolean round_selected; /* by hand, so that a new round does not take its place */
  GStrv broken_seals; /* (nullable): names of rounds that were changed after they were sealed */

  GHashTable *statements; /* (owned): SQL -> prepared statement */
  GHashTable *live;       /* (owned): GType -> GHashTable of id -> record, all weak */
  gint64 data_version;

  sqlite3_session *session; /* (owned) (nullable): records the step under way */
  char *label;              /* (nullable): of the step under way */
  gboolean sealing;         /* the step under way seals a round, and undo stops behind it */
};

/* taga-store-file.c: what must hold before anything of a file is believed */
gboolean taga_store_file_inspect (const char *path, int *version, GError **error);
gboolean taga_store_file_check (sqlite3 *db, int version, gboolean thorough, GError **error);
gboolean taga_store_file_create (const char *path, const TagaValue *company, GError **error);
gboolean taga_store_file_upgrade (const char *path, int version, GError **error);

/* taga-functions.c */
gboolean taga_store_add_functions (sqlite3 *db, const TagaAssessment *assessment, GError **error);

/* taga-assess.c */
GHashTable *taga_store_load_answers (TagaStore *self, GError **error);
gboolean taga_store_assess (TagaStore *self, GError **error);
gboolean taga_store_assess_as_if (TagaStore *self,
                                  GType type,
                                  const char *item,
                                  int number,
                                  TagaAssessment *assessment,
                                  GError **error);

/* What the rules go by while they go by another round than the one in use. */
typedef struct
{
  gint64 round;
  TagaAssessment assessment;
} TagaRoundKept;

gboolean taga_store_lend_round (TagaStore *self, gint64 round, TagaRoundKept *kept, GError **error);
void taga_store_return_round (TagaStore *self, const TagaRoundKept *kept);

/* taga-store-edition.c */
gboolean taga_store_load_edition (TagaStore *self, GError **error);

/* Which round counts: the open one that was begun last; when all are sealed, that of the latest
 * day. */
#define TAGA_ROUND_IN_USE                                                                          \
  "SELECT coalesce ((SELECT id FROM round ORDER BY sealed_on IS NOT NULL, "                        \
  "CASE WHEN sealed_on IS NULL THEN '' ELSE coalesce (date, sealed_on) END DESC, id DESC LIMIT "   \
  "1), 0)"

/* taga-store-seal.c: a round that is sealed never changes */
gint64 taga_store_peek_round (TagaRecordClass *klass, const TagaValue *values);
gboolean taga_store_check_seal (TagaStore *self,
                                TagaRecordClass *klass,
                                gint64 id,
                                gint64 round,
                                GError **error);
gboolean taga_store_check_by_hand (TagaRecordClass *klass,
                                   const TagaValue *before,
                                   const TagaValue *values,
                                   GError **error);
gboolean taga_store_check_sealed_rows (TagaStore *self, GArray *changes, GError **error);

/* taga-seal.c */
char *taga_seal_compute (TagaStore *self, gint64 round, GError **error);
GStrv taga_seal_find_broken (TagaStore *self, GError **error);

/* taga-store.c */
sqlite3_stmt *taga_store_get_statement (TagaStore *self, const char *sql, GError **error);
void taga_store_emit_changed (TagaStore *self, const TagaChange *changes, guint n_changes);

/* taga-step.c */
gboolean taga_store_reinsert (TagaStore *self,
                              GType type,
                              gint64 id,
                              const TagaValue *values,
                              GError **error);
gboolean taga_store_check_writable (TagaStore *self, GError **error);

/* taga-live.c */
GHashTable *taga_store_create_live (void);
gboolean taga_store_load (TagaStore *self, TagaRecord *record, gboolean *found, GError **error);
void taga_store_reload (TagaStore *self, GType type, gint64 id);
void taga_store_reload_all (TagaStore *self);

G_END_DECLS
