#pragma once

#include "taga-value.h"

G_BEGIN_DECLS

/**
 * TagaFieldKind:
 * @TAGA_FIELD_TEXT: one line of text
 * @TAGA_FIELD_NOTE: text that may have several lines
 * @TAGA_FIELD_DATE: a day, ISO 8601 text such as 2026-11-22
 * @TAGA_FIELD_CHOICE: the key of one choice of the field's domain, as text
 * @TAGA_FIELD_LEVEL: the number of one choice of the field's domain
 * @TAGA_FIELD_MARK: yes or no; 1 or 0, never unknown
 * @TAGA_FIELD_NUMBER: a whole number
 * @TAGA_FIELD_REFERENCE: the id of a record of another type
 * @TAGA_FIELD_TENTHS: a number with one decimal, kept in tenths
 *
 * How a field is stored, shown and edited. The first four use [struct@Value]'s text, the others
 * its number.
 */
typedef enum
{
  TAGA_FIELD_TEXT,
  TAGA_FIELD_NOTE,
  TAGA_FIELD_DATE,
  TAGA_FIELD_CHOICE,
  TAGA_FIELD_LEVEL,
  TAGA_FIELD_MARK,
  TAGA_FIELD_NUMBER,
  TAGA_FIELD_REFERENCE,
  TAGA_FIELD_TENTHS,
} TagaFieldKind;

/**
 * TagaFieldFlags:
 * @TAGA_FIELD_REQUIRED: an empty value is refused
 * @TAGA_FIELD_COMPUTED: follows from other fields; never stored or entered
 * @TAGA_FIELD_SEARCHED: the search over all columns looks here
 * @TAGA_FIELD_FROZEN: the column stays in view while others scroll
 * @TAGA_FIELD_EXTRA: not in the table at first; the user may show it
 * @TAGA_FIELD_DECIDES: computed fields follow from it
 * @TAGA_FIELD_PLACE: where the record stands among others, which takes numbers of any size
 */
typedef enum
{
  TAGA_FIELD_REQUIRED = 1 << 0,
  TAGA_FIELD_COMPUTED = 1 << 1,
  TAGA_FIELD_SEARCHED = 1 << 2,
  TAGA_FIELD_FROZEN = 1 << 3,
  TAGA_FIELD_EXTRA = 1 << 4,
  TAGA_FIELD_PLACE = 1 << 5,
  TAGA_FIELD_DECIDES = 1 << 6,
} TagaFieldFlags;

/**
 * TagaField:
 * @name: the property's name, lower case with hyphens; the column is the same with underscores
 * @title: what people call it, in English, marked with N_() for translation
 * @kind: how it is stored, shown and edited
 * @flags: see [flags@FieldFlags]
 * @domain: (nullable): for choices and levels, the list of the method edition that it takes its
 *   values from, e.g. "medium"; for references, the table
 * @group: (nullable): title of the columns' common header, marked with N_()
 * @headers: (nullable): names of the column in workbooks, in Japanese, separated by "|"; the first
 * is the one that an export writes
 * @sql: (nullable): for a computed field, the expression that filters and sorts by it
 * @width: usual width of a column in half-width characters
 *
 * One line of a record type's field table: property, column of the file, column of the table, row
 * of the form, column of workbooks.
 */
typedef struct
{
  const char *name;
  const char *title;
  TagaFieldKind kind;
  TagaFieldFlags flags;
  const char *domain;
  const char *group;
  const char *headers;
  const char *sql;
  guint width;
} TagaField;

gboolean taga_field_is_text (const TagaField *field);
gboolean taga_field_is_empty (const TagaField *field, const TagaValue *value);
char *taga_field_dup_column (const TagaField *field);

G_END_DECLS
