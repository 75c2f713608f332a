#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaUnread:
 *
 * Which cells of which rows of a file are not taken since they cannot be read, while the rest of
 * the row is.
 */
typedef struct _TagaUnread TagaUnread;

TagaUnread *taga_unread_new (void);
void taga_unread_free (TagaUnread *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaUnread, taga_unread_free)

void taga_unread_clear (TagaUnread *self);
void taga_unread_set (TagaUnread *self, guint sheet, guint row, guint64 fields);
guint64 taga_unread_get (TagaUnread *self, guint sheet, guint row);

G_END_DECLS
