#pragma once

#include "taga-history-scan.h"

G_BEGIN_DECLS

/**
 * TagaTrashItem:
 * @id: the asset's number
 * @step: the step that removed it
 * @name: what it was called
 * @business: (nullable): the business that it belonged to
 * @department: (nullable): the department in charge
 * @medium: (nullable): key of its medium
 * @time: when it was removed, ISO 8601
 * @person: who removed it
 * @folded: name, business and department as a search compares them
 *
 * An asset that was removed. Its texts live as long as the trash.
 */
typedef struct
{
  gint64 id;
  gint64 step;
  const char *name;
  const char *business;
  const char *department;
  const char *medium;
  const char *time;
  const char *person;
  const char *folded;
} TagaTrashItem;

/**
 * TagaTrash:
 * @items: (element-type TagaTrashItem): what was removed, the latest first
 * @n_damaged: how many steps of the history could not be read
 *
 * The assets that were removed and do not exist now.
 */
typedef struct
{
  GArray *items;
  guint n_damaged;
  GStringChunk *texts;
} TagaTrash;

TagaTrash *taga_trash_read (TagaStore *store, const TagaScanWatch *watch, GError **error);
void taga_trash_free (TagaTrash *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaTrash, taga_trash_free)

gboolean taga_trash_restore (TagaStore *store,
                             const gint64 *ids,
                             guint n_ids,
                             const TagaScanWatch *watch,
                             GError **error);

G_END_DECLS
