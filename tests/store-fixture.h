#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * StoreFixture:
 * @folder: a folder of its own
 * @path: the company file in it
 * @store: (nullable): the file, open
 *
 * What a test of the store works on. g_test_add() passes the kind of file: the key of an edition,
 * "sample" for the sample company, or `NULL` for a new company of the default edition.
 */
typedef struct
{
  char *folder;
  char *path;
  TagaStore *store;
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer kind);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer kind);
void store_fixture_close (StoreFixture *fixture);
void store_fixture_reopen (StoreFixture *fixture);

char *store_fixture_make_folder (void);
void store_fixture_remove_folder (const char *folder);
TagaStore *store_fixture_create (const char *path, const char *kind);

gboolean store_fixture_try_add (TagaStore *store,
                                GType type,
                                const char *const *pairs,
                                gint64 *id,
                                GError **error);
gint64 store_fixture_add (TagaStore *store, GType type, ...) G_GNUC_NULL_TERMINATED;
gboolean store_fixture_try_set (TagaStore *store,
                                GType type,
                                gint64 id,
                                const char *field,
                                const char *text,
                                GError **error);
void
store_fixture_set (TagaStore *store, GType type, gint64 id, const char *field, const char *text);
void store_fixture_seal (TagaStore *store, gint64 round);
char *store_fixture_get (TagaStore *store, GType type, gint64 id, const char *field);

GBytes *store_fixture_read_file (const char *path);
void store_fixture_write_file (const char *path, const void *data, gsize size);
void store_fixture_exec (const char *path, const char *sql);
void store_fixture_answer_all (const char *path);
char *store_fixture_digest (const char *path, gboolean with_history);
gboolean store_fixture_run_apart (void);
void store_fixture_assert_whole (TagaStore *store);
void store_fixture_assert_plain (const GError *error);

G_END_DECLS
