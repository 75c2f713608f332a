#include "taga-front.h"

#include "taga-paper-table.h"

static void
free_line (gpointer data)
{
  TagaFrontLine *line = data;

  g_free (line->label);
  g_free (line->text);
  g_free (line->formula);
  g_free (line);
}

static void
free_part (gpointer data)
{
  TagaFrontPart *part = data;

  g_free (part->title);
  g_ptr_array_unref (part->lines);
  g_free (part);
}

/**
 * taga_front_new:
 * @boxes: (nullable): labels of the approval boxes, as [func@paper_split_labels] reads them
 *
 * Makes the front matter of a document, without any line.
 *
 * Returns: (transfer full): the front matter
 */
TagaFront *
taga_front_new (const char *boxes)
{
  TagaFront *self = g_new0 (TagaFront, 1);

  self->boxes = taga_paper_split_labels (boxes);
  self->parts = g_ptr_array_new_with_free_func (free_part);

  return self;
}

/**
 * taga_front_free:
 * @self: (nullable) (transfer full): front matter
 *
 * Frees front matter.
 */
void
taga_front_free (TagaFront *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->boxes);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * taga_front_add_part:
 * @self: front matter
 * @title: (nullable): what stands over it
 *
 * Begins a part, to which lines are added from now on.
 */
void
taga_front_add_part (TagaFront *self, const char *title)
{
  TagaFrontPart *part = g_new (TagaFrontPart, 1);

  part->title = g_strdup (title);
  part->lines = g_ptr_array_new_with_free_func (free_line);
  g_ptr_array_add (self->parts, part);
}

static TagaFrontLine *
add_line (TagaFront *self, const char *label, const char *text)
{
  TagaFrontLine *line = g_new0 (TagaFrontLine, 1);
  TagaFrontPart *part = g_ptr_array_index (self->parts, self->parts->len - 1);

  line->label = g_strdup (label);
  line->text = g_strdup (text);
  line->number = TAGA_UNKNOWN;
  line->section = -1;
  g_ptr_array_add (part->lines, line);

  return line;
}

/**
 * taga_front_add_text:
 * @self: front matter with a part
 * @label: what it is about
 * @text: (nullable): what it says
 *
 * Adds a line of text.
 */
void
taga_front_add_text (TagaFront *self, const char *label, const char *text)
{
  add_line (self, label, text);
}

/**
 * taga_front_add_number:
 * @self: front matter with a part
 * @label: what it is about
 * @formula: a formula over named ranges
 * @number: its result, or `TAGA_UNKNOWN` if it results in nothing
 *
 * Adds a figure.
 */
void
taga_front_add_number (TagaFront *self, const char *label, const char *formula, gint64 number)
{
  TagaFrontLine *line = add_line (self, label, NULL);

  line->formula = g_strdup (formula);
  line->number = number;
}

/**
 * taga_front_add_percent:
 * @self: front matter with a part
 * @label: what it is about
 * @formula: a formula over named ranges
 * @percent: its result in percent, or `TAGA_UNKNOWN` if it results in nothing
 *
 * Adds a share.
 */
void
taga_front_add_percent (TagaFront *self, const char *label, const char *formula, gint64 percent)
{
  TagaFrontLine *line = add_line (self, label, NULL);

  line->formula = g_strdup (formula);
  line->number = percent;
  line->is_percent = TRUE;
}

/**
 * taga_front_add_link:
 * @self: front matter with a part
 * @label: what to press
 * @text: (nullable): what is there
 * @section: index of the section that it leads to
 *
 * Adds a line that leads to a section.
 */
void
taga_front_add_link (TagaFront *self, const char *label, const char *text, guint section)
{
  add_line (self, label, text)->section = (int) section;
}
