#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAGA_CELL_DAY_SIZE (sizeof "2026-11-22")

/**
 * TagaCellReference:
 * @column: from 0
 * @row: from 1
 *
 * A cell's place.
 */
typedef struct
{
  guint column;
  guint row;
} TagaCellReference;

gsize taga_cell_parse_reference (const char *text, gsize length, TagaCellReference *reference);
gboolean taga_cell_reference_is_inside (const TagaCellReference *reference);
char *taga_cell_reference_to_string (const TagaCellReference *reference);

gboolean taga_cell_parse_index (const char *text, gsize length, guint *index);
gboolean taga_cell_parse_number (const char *text, gsize length, double *number, gboolean *plain);
gboolean taga_cell_parse_day (const char *text, gboolean epoch_1904, char *day, double *serial);

G_END_DECLS
