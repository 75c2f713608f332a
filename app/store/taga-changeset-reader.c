#include "taga-changeset-reader.h"

#include <string.h>

#include "taga-registers.h"
#include "taga-store-private.h"

/*
 * Reads changesets byte by byte. SQLite's own iterator trusts them and makes a value of each
 * column; this sees that nothing leads beyond the end, and makes values only where they are wanted,
 * so that one record is found among a hundred thousand within a few frames.
 */

static gboolean
skip (TagaChangesetReader *self, gsize n)
{
  if (n > (gsize) (self->end - self->next))
    return FALSE;

  self->next += n;
  return TRUE;
}

static gboolean
take_byte (TagaChangesetReader *self, guchar *byte)
{
  *byte = self->next < self->end ? *self->next : 0;

  return skip (self, 1);
}

/* Seven bits a byte, the highest first, as long as the eighth is set. */
static gboolean
take_number (TagaChangesetReader *self, gsize *number)
{
  guchar byte = 0x80;

  *number = 0;
  for (guint i = 0; (byte & 0x80) != 0; i++)
    {
      if (i == 5 || !take_byte (self, &byte))
        return FALSE;
      *number = *number << 7 | (byte & 0x7f);
    }

  return TRUE;
}

/* A value is its type and what belongs to that; type 0 is a column that the change leaves alone. */
static gboolean
take_value (TagaChangesetReader *self, guchar *type, const guchar **data, gsize *length)
{
  if (!take_byte (self, type))
    return FALSE;

  *length = 0;
  switch (*type)
    {
    case 0:
    case SQLITE_NULL:
      break;
    case SQLITE_INTEGER:
    case SQLITE_FLOAT:
      *length = 8;
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      if (!take_number (self, length))
        return FALSE;
      break;
    default:
      return FALSE;
    }

  *data = self->next;
  return skip (self, *length);
}

/* Highest byte first. */
static gint64
get_integer (const guchar *data)
{
  guint64 number = 0;

  for (guint i = 0; i < 8; i++)
    number = number << 8 | data[i];

  return (gint64) number;
}

/* The values of one side of a row; the first is the key, which the first side of each row has. */
static gboolean
skip_row (TagaChangesetReader *self, gint64 *key)
{
  for (gsize i = 0; i < self->n_columns; i++)
    {
      const guchar *data;
      guchar type;
      gsize length;

      if (!take_value (self, &type, &data, &length))
        return FALSE;
      if (i > 0 || key == NULL)
        continue;
      if (type != SQLITE_INTEGER)
        return FALSE;
      *key = get_integer (data);
    }

  return TRUE;
}

/* The table that the following changes are of; its first column alone is the key. */
static gboolean
take_table (TagaChangesetReader *self)
{
  const char *name;
  const guchar *end;

  if (!take_number (self, &self->n_columns) || self->n_columns == 0)
    return FALSE;

  for (gsize i = 0; i < self->n_columns; i++)
    {
      guchar key;

      if (!take_byte (self, &key) || (key != 0) != (i == 0))
        return FALSE;
    }

  name = (const char *) self->next;
  end = memchr (name, '\0', (gsize) (self->end - self->next));
  if (end == NULL)
    return FALSE;

  self->type = taga_registers_find (name);
  return self->type != G_TYPE_INVALID && skip (self, (gsize) (end - self->next) + 1);
}

static gboolean
take_row (TagaChangesetReader *self, guchar operation, TagaChangesetRow *row)
{
  const guchar *first;
  guchar indirect;

  if (self->n_columns == 0 || !take_byte (self, &indirect))
    return FALSE;

  first = self->next;
  row->n_columns = self->n_columns;
  row->end = self->end;
  row->change.type = self->type;
  row->old_values = operation == SQLITE_INSERT ? NULL : first;
  row->new_values = operation == SQLITE_INSERT ? first : NULL;
  if (!skip_row (self, &row->change.id))
    return FALSE;

  switch (operation)
    {
    case SQLITE_INSERT:
      row->change.kind = TAGA_CHANGE_INSERTED;
      return TRUE;
    case SQLITE_DELETE:
      row->change.kind = TAGA_CHANGE_REMOVED;
      return TRUE;
    case SQLITE_UPDATE:
      row->change.kind = TAGA_CHANGE_UPDATED;
      row->new_values = self->next;
      return skip_row (self, NULL);
    default:
      return FALSE;
    }
}

/**
 * taga_changeset_reader_init:
 * @self: (out caller-allocates): a reader
 * @data: the bytes of a changeset, which must outlive the reader and its rows
 * @size: how many
 *
 * Begins to read a changeset.
 */
void
taga_changeset_reader_init (TagaChangesetReader *self, gconstpointer data, gsize size)
{
  *self = (TagaChangesetReader){ .next = data,
                                 .end = (const guchar *) data + size,
                                 .type = G_TYPE_INVALID };
}

/**
 * taga_changeset_reader_next:
 * @self: a reader
 * @row: (out caller-allocates): the next row
 * @has_row: (out): whether there was one more
 *
 * Reads the next row.
 *
 * Returns: `TRUE`, or `FALSE` if the bytes are no changeset of registers
 */
gboolean
taga_changeset_reader_next (TagaChangesetReader *self, TagaChangesetRow *row, gboolean *has_row)
{
  guchar operation;

  *has_row = FALSE;
  while (self->next < self->end)
    {
      take_byte (self, &operation);
      if (operation != 'T')
        {
          *has_row = take_row (self, operation, row);
          return *has_row;
        }
      if (!take_table (self))
        return FALSE;
    }

  return TRUE;
}

/* A text in bytes need not end, nor be one. */
static void
fill_value (const TagaField *field, guchar type, const guchar *data, gsize length, TagaValue *value)
{
  if (taga_field_is_text (field))
    {
      g_autofree char *text = type == SQLITE_TEXT ? g_strndup ((const char *) data, length) : NULL;

      value->text = g_strdup (taga_row_guard (text));
    }
  else if (type == SQLITE_INTEGER)
    value->number = get_integer (data);
}

/**
 * taga_changeset_row_take_values:
 * @row: a row
 * @after: `TRUE` for its values after the change, `FALSE` for those before
 * @fields: (array): which field stands in each column, -1 for none
 * @values: (array): where the values of the fields go, which hold nothing yet; to be freed
 * @is_given: (array) (nullable): set for each field that the change says something about
 *
 * Reads the values of a row.
 */
void
taga_changeset_row_take_values (const TagaChangesetRow *row,
                                gboolean after,
                                const int *fields,
                                TagaValue *values,
                                gboolean *is_given)
{
  const guchar *from = after ? row->new_values : row->old_values;
  TagaRecordClass *klass = taga_record_class_peek (row->change.type);
  TagaChangesetReader reader;

  if (from == NULL)
    return;

  taga_changeset_reader_init (&reader, from, (gsize) (row->end - from));
  for (gsize i = 0; i < row->n_columns; i++)
    {
      const guchar *data;
      guchar type;
      gsize length;

      if (!take_value (&reader, &type, &data, &length))
        return;
      if (fields[i] < 0 || type == 0)
        continue;

      fill_value (&klass->fields[fields[i]], type, data, length, &values[fields[i]]);
      if (is_given != NULL)
        is_given[fields[i]] = TRUE;
    }
}
