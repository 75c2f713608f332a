#pragma once

#include "taga-figure.h"
#include "taga-front.h"
#include "taga-paper-size.h"
#include "taga-table.h"

G_BEGIN_DECLS

/**
 * TagaBlock:
 * @paragraph: (nullable): its text, if it is a paragraph
 * @table: (nullable): the table, if it is one
 * @figure: (nullable): the chart, if it is one
 * @front: (nullable): the front matter, if it is that
 *
 * What a section consists of, from top to bottom. One of the members is set.
 */
typedef struct
{
  char *paragraph;
  TagaTable *table;
  TagaFigure *figure;
  TagaFront *front;
} TagaBlock;

/**
 * TagaSection:
 * @heading: its heading, and the name of its sheet
 * @title: (nullable): what stands over it if that is not the heading
 * @paper: what it is printed on
 * @is_landscape: whether the paper lies on its long side
 * @is_supplement: whether it only explains the others, so that nothing is missed without it
 * @is_form: whether its sheet is filled in by others: what is computed or hidden is then protected,
 *   without a password, so that no slip of the hand changes it
 * @frozen_columns: how many columns stay in view if it holds one table and nothing else
 * @blocks: (element-type TagaBlock): what it consists of
 *
 * A part of a document that has its own pages, or its own sheet of a workbook.
 */
typedef struct
{
  char *heading;
  char *title;
  TagaPaperSize paper;
  gboolean is_landscape;
  gboolean is_supplement;
  gboolean is_form;
  guint frozen_columns;
  GPtrArray *blocks;
} TagaSection;

TagaSection *taga_section_new (const char *heading);
void taga_section_free (TagaSection *section);

void taga_section_add_paragraph (TagaSection *section, const char *text);
void taga_section_add_table (TagaSection *section, TagaTable *table);
void taga_section_add_figure (TagaSection *section, TagaFigure *figure);
void taga_section_add_front (TagaSection *section, TagaFront *front);
gboolean taga_section_is_fixed (const TagaSection *section);

TagaTable *taga_section_find_table (const TagaSection *section);
guint taga_section_count_tables (const TagaSection *section);
guint64 taga_section_count_rows (const TagaSection *section);

G_END_DECLS
