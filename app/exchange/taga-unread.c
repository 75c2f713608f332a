#include "taga-unread.h"

struct _TagaUnread
{
  GHashTable *fields; /* (owned): sheet and row -> fields, bit by field */
};

/**
 * taga_unread_new:
 *
 * Makes an account of unread cells without any.
 *
 * Returns: (transfer full): the account
 */
TagaUnread *
taga_unread_new (void)
{
  TagaUnread *self = g_new (TagaUnread, 1);

  self->fields = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  return self;
}

/**
 * taga_unread_free:
 * @self: (transfer full): the account
 *
 * Frees it.
 */
void
taga_unread_free (TagaUnread *self)
{
  g_hash_table_unref (self->fields);
  g_free (self);
}

/**
 * taga_unread_clear:
 * @self: the account
 *
 * Forgets all cells.
 */
void
taga_unread_clear (TagaUnread *self)
{
  g_hash_table_remove_all (self->fields);
}

static gint64
make_key (guint sheet, guint row)
{
  return (gint64) sheet << 32 | (gint64) row;
}

/**
 * taga_unread_set:
 * @self: the account
 * @sheet: position of a sheet in the file
 * @row: number of a row in it
 * @fields: the fields whose cells are not taken, bit by field
 *
 * Notes which cells of a row are not taken.
 */
void
taga_unread_set (TagaUnread *self, guint sheet, guint row, guint64 fields)
{
  gint64 key = make_key (sheet, row);

  if (fields != 0)
    g_hash_table_insert (self->fields, g_memdup2 (&key, sizeof key),
                         g_memdup2 (&fields, sizeof fields));
}

/**
 * taga_unread_get:
 * @self: the account
 * @sheet: position of a sheet in the file
 * @row: number of a row in it
 *
 * Tells which cells of a row are not taken.
 *
 * Returns: the fields, bit by field
 */
guint64
taga_unread_get (TagaUnread *self, guint sheet, guint row)
{
  gint64 key = make_key (sheet, row);
  const guint64 *fields = g_hash_table_lookup (self->fields, &key);

  return fields == NULL ? 0 : *fields;
}
