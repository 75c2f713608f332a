#include "taga-header.h"

#include <string.h>

#include "taga-text.h"

/* A table that has the name column and this many others is a register. */
#define MIN_OTHER_COLUMNS 1

/* A name of a field, and how far back it stands among those: 0 is the name in appendix 7. */
typedef struct
{
  guint field;
  guint rank;
} Name;

struct _TagaHeader
{
  TagaRecordClass *klass;
  GHashTable *names; /* (owned): folded name of a column -> name */
  GArray *fields;    /* (owned) (element-type int): field of each column, or -1 */
  char **titles;     /* (owned): by field, as the sheet has it */
  guint *ranks;      /* (owned): by field, of the name in the sheet */
  guint row;         /* last line of the header, from 1; 0 as long as none was seen */
  gboolean closed;   /* whether the line after it was seen to be none of it */
};

/* Headers are broken over lines in their cells, numbered, spaced out, and ask: only the letters
 * count. */
static char *
normalise (const char *text)
{
  g_autofree char *key = taga_text_match_key (text);
  GString *name = g_string_new (NULL);
  const char *start = key;

  while (*start != '\0' && (g_ascii_isdigit (*start) || strchr (".()", *start) != NULL))
    start++;

  for (const char *p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0x30FB && c != '/' && c != '-' && c != '*' && c != '?' && c != 0x203B)
        g_string_append_unichar (name, c);
    }

  return g_string_free (name, FALSE);
}

static void
add_name (TagaHeader *self, const char *text, guint field, guint rank)
{
  g_autofree char *key = normalise (text);
  Name *name;

  if (*key == '\0' || g_hash_table_contains (self->names, key))
    return;

  name = g_new (Name, 1);
  *name = (Name){ field, rank };
  g_hash_table_insert (self->names, g_steal_pointer (&key), name);
}

/**
 * taga_header_new:
 * @klass: a record type
 *
 * Makes a finder for the columns of a record type: by their names in workbooks, in Japanese, and
 * their English titles.
 *
 * Returns: (transfer full): the finder
 */
TagaHeader *
taga_header_new (TagaRecordClass *klass)
{
  TagaHeader *self = g_new0 (TagaHeader, 1);

  self->klass = klass;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->fields = g_array_new (FALSE, FALSE, sizeof (int));
  self->titles = g_new0 (char *, klass->n_fields + 1);
  self->ranks = g_new0 (guint, klass->n_fields);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_auto (GStrv) names = NULL;

      if (klass->fields[i].headers != NULL)
        names = g_strsplit (klass->fields[i].headers, "|", -1);
      for (guint j = 0; names != NULL && names[j] != NULL; j++)
        add_name (self, names[j], i, j);
    }

  for (guint i = 0; i < klass->n_fields; i++)
    add_name (self, klass->fields[i].title, i, 0);

  return self;
}

/**
 * taga_header_free:
 * @self: (transfer full): a finder
 *
 * Frees a finder.
 */
void
taga_header_free (TagaHeader *self)
{
  for (guint i = 0; i < self->klass->n_fields; i++)
    g_free (self->titles[i]);
  g_free (self->titles);
  g_free (self->ranks);
  g_array_unref (self->fields);
  g_hash_table_unref (self->names);
  g_free (self);
}

static const Name *
find_name (TagaHeader *self, const char *text)
{
  g_autofree char *key = normalise (text);

  return g_hash_table_lookup (self->names, key);
}

/**
 * taga_header_recognise:
 * @self: a finder
 * @text: what a sheet calls a column
 *
 * Tells which field a name stands for, wherever it is.
 *
 * Returns: the field's index, or -1 if it is no name of the register's
 */
int
taga_header_recognise (TagaHeader *self, const char *text)
{
  const Name *name = find_name (self, text);

  return name == NULL ? -1 : (int) name->field;
}

static void
set_field (TagaHeader *self, guint column, const Name *name, const char *text)
{
  static const int none = -1;
  int field = (int) name->field;

  while (self->fields->len <= column)
    g_array_append_val (self->fields, none);

  /* The lower line is the column's own; a group that bears the same name steps back. */
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, int, i) == field)
      g_array_index (self->fields, int, i) = -1;

  g_array_index (self->fields, int, column) = field;
  self->ranks[field] = name->rank;
  g_free (self->titles[field]);
  self->titles[field] = taga_text_clean (text, -1, FALSE);
}

static guint
count_names (TagaHeader *self,
             const TagaCell *cells,
             guint n_cells,
             gboolean *has_name,
             gboolean *all)
{
  guint n = 0;

  *all = n_cells > 0;
  for (guint i = 0; i < n_cells; i++)
    {
      int field =
          cells[i].kind == TAGA_CELL_TEXT ? taga_header_recognise (self, cells[i].text) : -1;

      if (field >= 0)
        n++;
      else
        *all = FALSE;
      if (field >= 0 && (self->klass->fields[field].flags & TAGA_FIELD_REQUIRED))
        *has_name = TRUE;
    }

  return n;
}

static void
take_line (TagaHeader *self, guint row, const TagaCell *cells, guint n_cells, gboolean first)
{
  self->row = row;
  for (guint i = 0; i < n_cells; i++)
    {
      const Name *name = cells[i].kind == TAGA_CELL_TEXT ? find_name (self, cells[i].text) : NULL;

      /* Two columns for one field in one line: the one is meant whose name is more like that of
       * appendix 7, or else the first. */
      if (name != NULL
          && (!first || self->titles[name->field] == NULL || name->rank < self->ranks[name->field]))
        set_field (self, cells[i].column, name, cells[i].text);
    }
}

/* A line that calls a column something else than the line before does is an asset that bears the
 * name of a column, such as 個人情報. */
static gboolean
contradicts (TagaHeader *self, const TagaCell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      int field = taga_header_get_field (self, cells[i].column);

      if (field >= 0 && field != taga_header_recognise (self, cells[i].text))
        return TRUE;
    }

  return FALSE;
}

/**
 * taga_header_take:
 * @self: a finder
 * @row: number of a row
 * @cells: (array length=n_cells): its cells
 * @n_cells: how many
 *
 * Looks at the next row of the sheet.
 *
 * Returns: `TRUE` if the row belongs to the header or stands before it; `FALSE` if it is the first
 * row of data
 */
gboolean
taga_header_take (TagaHeader *self, guint row, const TagaCell *cells, guint n_cells)
{
  gboolean has_name = FALSE;
  gboolean all;
  guint n;

  if (self->closed)
    return FALSE;

  n = count_names (self, cells, n_cells, &has_name, &all);
  if (self->row == 0)
    {
      if (has_name && n > MIN_OTHER_COLUMNS)
        take_line (self, row, cells, n_cells, TRUE);
      return TRUE;
    }

  /* A further line of the header has only names; a row of data never has several of them. */
  if (row == self->row + 1 && n > 0 && (n >= 3 || (all && !contradicts (self, cells, n_cells))))
    {
      take_line (self, row, cells, n_cells, FALSE);
      return TRUE;
    }

  self->closed = TRUE;
  return FALSE;
}

/**
 * taga_header_take_as_is:
 * @self: a finder
 * @row: number of a row
 * @cells: (array length=n_cells): its cells
 * @n_cells: how many
 *
 * Takes a row for a line of the header because somebody says so, whatever it looks like.
 */
void
taga_header_take_as_is (TagaHeader *self, guint row, const TagaCell *cells, guint n_cells)
{
  take_line (self, row, cells, n_cells, self->row == 0);
}

/**
 * taga_header_is_found:
 * @self: a finder
 *
 * Tells whether a header was seen.
 *
 * Returns: `TRUE` if one was
 */
gboolean
taga_header_is_found (TagaHeader *self)
{
  return self->row != 0;
}

/**
 * taga_header_get_row:
 * @self: a finder
 *
 * Gets the last line of the header.
 *
 * Returns: the row's number from 1, or 0 if there is no header
 */
guint
taga_header_get_row (TagaHeader *self)
{
  return self->row;
}

/**
 * taga_header_get_field:
 * @self: a finder
 * @column: a column, from 0
 *
 * Tells which field stands in a column.
 *
 * Returns: the field's index, or -1 if the column is none of the register's
 */
int
taga_header_get_field (TagaHeader *self, guint column)
{
  return column < self->fields->len ? g_array_index (self->fields, int, column) : -1;
}

/**
 * taga_header_get_title:
 * @self: a finder
 * @field: index of a field
 *
 * Gets what the sheet calls a field.
 *
 * Returns: (transfer none) (nullable): the title, or `NULL` if the sheet does not have it
 */
const char *
taga_header_get_title (TagaHeader *self, guint field)
{
  return self->titles[field];
}

/**
 * taga_header_count:
 * @self: a finder
 *
 * Counts the register's columns that the sheet has.
 *
 * Returns: how many
 */
guint
taga_header_count (TagaHeader *self)
{
  guint n = 0;

  for (guint i = 0; i < self->fields->len; i++)
    n += g_array_index (self->fields, int, i) >= 0;

  return n;
}
