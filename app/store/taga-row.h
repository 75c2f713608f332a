#pragma once

#include "taga-database.h"
#include "taga-edition.h"
#include "taga-query.h"
#include "taga-record.h"

/* How the records of a type stand in its table: the SQL that the field table makes. */

G_BEGIN_DECLS

char *taga_row_create_select (TagaRecordClass *klass);
char *taga_row_create_insert (TagaRecordClass *klass);
void taga_row_append_column (GString *sql, const TagaField *field);
void taga_row_bind (sqlite3_stmt *stmt, int index, const TagaField *field, const TagaValue *value);
const char *taga_row_guard (const char *text);
void taga_row_peek (sqlite3_stmt *stmt, int index, const TagaField *field, TagaValue *value);

sqlite3_stmt *taga_row_prepare_query (sqlite3 *db,
                                      TagaRecordClass *klass,
                                      const TagaQuery *query,
                                      TagaEdition *edition,
                                      const char *columns,
                                      GError **error);

G_END_DECLS
