#pragma once

#include "taga-sheet-row.h"

G_BEGIN_DECLS

typedef struct _TagaCsvParser TagaCsvParser;

TagaCsvParser *taga_csv_parser_new (TagaSheetReading *reading);
void taga_csv_parser_free (TagaCsvParser *self);

gboolean taga_csv_parser_take (TagaCsvParser *self, const char *text, gsize length, GError **error);
gboolean taga_csv_parser_end (TagaCsvParser *self, GError **error);
guint taga_csv_parser_get_line (TagaCsvParser *self);

char taga_csv_find_separator (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaCsvParser, taga_csv_parser_free)

G_END_DECLS
