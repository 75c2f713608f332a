#pragma once

#include <glib.h>

#include "taga-value.h"

G_BEGIN_DECLS

/**
 * TagaFrontLine:
 * @label: what it is about
 * @text: (nullable): what it says
 * @formula: (nullable): live formula of a figure
 * @number: the figure, the cached result of @formula; or `TAGA_UNKNOWN`
 * @is_percent: whether the figure is one of percent
 * @section: the section that the label leads to, or -1
 *
 * A line of a cover.
 */
typedef struct
{
  char *label;
  char *text;
  char *formula;
  gint64 number;
  gboolean is_percent;
  int section;
} TagaFrontLine;

/**
 * TagaFront:
 * @boxes: (nullable) (array zero-terminated=1): labels of the approval boxes 承認欄
 * @parts: (element-type GPtrArray): groups of lines, each after its title
 *
 * What a cover consists of: boxes that are stamped, and lines under titles.
 */
typedef struct
{
  char **boxes;
  GPtrArray *parts;
} TagaFront;

/**
 * TagaFrontPart:
 * @title: (nullable): what stands over it
 * @lines: (element-type TagaFrontLine): its lines
 */
typedef struct
{
  char *title;
  GPtrArray *lines;
} TagaFrontPart;

TagaFront *taga_front_new (const char *boxes);
void taga_front_free (TagaFront *self);

void taga_front_add_part (TagaFront *self, const char *title);
void taga_front_add_text (TagaFront *self, const char *label, const char *text);
void taga_front_add_number (TagaFront *self, const char *label, const char *formula, gint64 number);
void
taga_front_add_percent (TagaFront *self, const char *label, const char *formula, gint64 percent);
void taga_front_add_link (TagaFront *self, const char *label, const char *text, guint section);

G_END_DECLS
