#pragma once

#include <sqlite3.h>

#include "taga-store-error.h"

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_session, sqlite3session_delete)

#define TAGA_APPLICATION_ID 0x54414741 /* "TAGA" */

sqlite3 *taga_database_connect (const char *path, int flags, GError **error);
gboolean taga_database_fail (sqlite3 *db, int rc, GError **error);
gboolean taga_database_exec (sqlite3 *db, const char *sql, GError **error);
sqlite3_stmt *taga_database_prepare (sqlite3 *db, const char *sql, GError **error);
gboolean taga_database_step (sqlite3_stmt *stmt, gboolean *has_row, GError **error);
gboolean taga_database_get_integer (sqlite3 *db, const char *sql, gint64 *value, GError **error);

gboolean taga_database_begin (sqlite3 *db, GError **error);
gboolean taga_database_commit (sqlite3 *db, GError **error);
void taga_database_rollback (sqlite3 *db);

gboolean taga_database_migrate (sqlite3 *db, const char *const *steps, int n_steps, GError **error);

G_END_DECLS
