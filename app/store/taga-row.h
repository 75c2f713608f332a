#pragma once

#include "taga-database.h"
#include "taga-edition.h"
#include "taga-query.h"
#include "taga-record.h"

/* How the records of a type stand in its table: the SQL that the field table makes. */

G_BEGIN_DECLS

/**
 * TAGA_ROW_PLACE:
 *
 * The order of a table whose rows may be put between others: ids a wide gap apart.
 */
#define TAGA_ROW_GAP (G_GINT64_CONSTANT (1) << 40)
#define TAGA_ROW_PLACE "coalesce (position, id << 40)"

char *taga_row_create_select (TagaRecordClass *klass);
char *taga_row_create_rule_select (TagaRecordClass *klass);
char *taga_row_create_insert (TagaRecordClass *klass);
void taga_row_append_column (GString *sql, const TagaField *field);
void taga_row_bind (sqlite3_stmt *stmt, int index, const TagaField *field, const TagaValue *value);
const char *taga_row_guard (const char *text);
void taga_row_peek (sqlite3_stmt *stmt, int index, const TagaField *field, TagaValue *value);

gint64 taga_row_get_place (sqlite3 *db, TagaRecordClass *klass, gint64 id);
sqlite3_stmt *taga_row_prepare_query (sqlite3 *db,
                                      TagaRecordClass *klass,
                                      const TagaQuery *query,
                                      TagaEdition *edition,
                                      const char *columns,
                                      GError **error);

G_END_DECLS
