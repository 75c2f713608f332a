#include "taga-section.h"

static void
free_block (gpointer data)
{
  TagaBlock *block = data;

  taga_table_free (block->table);
  taga_figure_free (block->figure);
  taga_front_free (block->front);
  g_free (block->paragraph);
  g_free (block);
}

/**
 * taga_section_new:
 * @heading: its heading, and the name of its sheet
 *
 * Makes a section without any block, for A4 paper that lies on its long side.
 *
 * Returns: (transfer full): the section
 */
TagaSection *
taga_section_new (const char *heading)
{
  TagaSection *section = g_new0 (TagaSection, 1);

  section->heading = g_strdup (heading);
  section->paper = TAGA_PAPER_A4;
  section->is_landscape = TRUE;
  section->blocks = g_ptr_array_new_with_free_func (free_block);

  return section;
}

/**
 * taga_section_free:
 * @section: (transfer full): a section
 *
 * Frees a section and what it consists of.
 */
void
taga_section_free (TagaSection *section)
{
  g_ptr_array_unref (section->blocks);
  g_free (section->heading);
  g_free (section->title);
  g_free (section);
}

/**
 * taga_section_add_paragraph:
 * @section: a section
 * @text: the text
 *
 * Adds a paragraph at the end.
 */
void
taga_section_add_paragraph (TagaSection *section, const char *text)
{
  TagaBlock *block = g_new0 (TagaBlock, 1);

  block->paragraph = g_strdup (text);
  g_ptr_array_add (section->blocks, block);
}

/**
 * taga_section_add_table:
 * @section: a section
 * @table: (transfer full): the table
 *
 * Adds a table at the end.
 */
void
taga_section_add_table (TagaSection *section, TagaTable *table)
{
  TagaBlock *block = g_new0 (TagaBlock, 1);

  block->table = table;
  g_ptr_array_add (section->blocks, block);
}

/**
 * taga_section_add_figure:
 * @section: a section
 * @figure: (transfer full): a chart of a table that the section has already
 *
 * Adds a chart at the end. Formats without charts leave it out.
 */
void
taga_section_add_figure (TagaSection *section, TagaFigure *figure)
{
  TagaBlock *block = g_new0 (TagaBlock, 1);

  block->figure = figure;
  g_ptr_array_add (section->blocks, block);
}

/**
 * taga_section_add_front:
 * @section: a section
 * @front: (transfer full): the front matter
 *
 * Adds the front matter at the end.
 */
void
taga_section_add_front (TagaSection *section, TagaFront *front)
{
  TagaBlock *block = g_new0 (TagaBlock, 1);

  block->front = front;
  g_ptr_array_add (section->blocks, block);
}

/**
 * taga_section_is_fixed:
 * @section: a section
 *
 * Tells whether nobody adds rows to its sheet, because it is a cover or has charts.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_section_is_fixed (const TagaSection *section)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const TagaBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->figure != NULL || block->front != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * taga_section_find_table:
 * @section: a section
 *
 * Finds the first table.
 *
 * Returns: (transfer none) (nullable): the table, or `NULL` if there is none
 */
TagaTable *
taga_section_find_table (const TagaSection *section)
{
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const TagaBlock *block = g_ptr_array_index (section->blocks, i);

      if (block->table != NULL)
        return block->table;
    }

  return NULL;
}

/**
 * taga_section_count_tables:
 * @section: a section
 *
 * Counts the tables.
 *
 * Returns: how many there are
 */
guint
taga_section_count_tables (const TagaSection *section)
{
  guint n = 0;

  for (guint i = 0; i < section->blocks->len; i++)
    n += ((const TagaBlock *) g_ptr_array_index (section->blocks, i))->table != NULL;

  return n;
}

/**
 * taga_section_count_rows:
 * @section: a section
 *
 * Counts the rows that the tables will have.
 *
 * Returns: how many their sources promise
 */
guint64
taga_section_count_rows (const TagaSection *section)
{
  guint64 n = 0;

  for (guint i = 0; i < section->blocks->len; i++)
    {
      const TagaBlock *block = g_ptr_array_index (section->blocks, i);

      n += block->table == NULL ? 0 : block->table->n_rows;
    }

  return n;
}
