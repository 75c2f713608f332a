#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaStagedKind:
 * @TAGA_STAGED_NEW: the register has no such record yet
 * @TAGA_STAGED_CHANGED: it has it, with other values
 * @TAGA_STAGED_GONE: the register has it, but the proposal does not
 * @TAGA_STAGED_SAME: it has it just so, and nothing is to be done
 * @TAGA_STAGED_N_KINDS: how many kinds there are
 * @TAGA_STAGED_DOUBTFUL: no kind, but stands for the doubtful rows of all kinds
 */
typedef enum
{
  TAGA_STAGED_NEW,
  TAGA_STAGED_CHANGED,
  TAGA_STAGED_GONE,
  TAGA_STAGED_SAME,
  TAGA_STAGED_N_KINDS,
  TAGA_STAGED_DOUBTFUL = TAGA_STAGED_N_KINDS,
} TagaStagedKind;

/**
 * TagaStagedRow:
 * @kind: what it would do
 * @row: row number in its source, 0 for what is gone
 * @id: the record that it would change or retire, 0 for a new one
 * @mask: which fields it would set, bit by field
 * @keys: what a later look may match it by
 * @sheet: the sheet in its source, from 0
 * @doubt: why it may mean something else, as its maker counts; 0 for no doubt
 * @left: which of the fields in @mask are left as they are after all
 *
 * A row that was found to be a record and is taken for a new one all the same keeps @id and @mask,
 * so that it can be made a changed one again.
 */
typedef struct
{
  TagaStagedKind kind;
  guint row;
  gint64 id;
  guint64 mask;
  guint64 keys[2];
  guint sheet;
  guint doubt;
  guint64 left;
} TagaStagedRow;

/**
 * TagaStagedChoice:
 * @kind: new or changed for a row that was found to be a record; the row's own kind for others
 * @ticked: whether it is taken over
 * @left: which of its fields are not
 *
 * What the user wants of a row.
 */
typedef struct
{
  TagaStagedKind kind;
  gboolean ticked;
  guint64 left;
} TagaStagedChoice;

#define TAGA_TYPE_STAGING (taga_staging_get_type ())
G_DECLARE_FINAL_TYPE (TagaStaging, taga_staging, TAGA, STAGING, GObject)

TagaStaging *taga_staging_new (GType type, GError **error);

gboolean taga_staging_add (TagaStaging *self,
                           const TagaStagedRow *row,
                           const TagaValue *values,
                           GError **error);
guint taga_staging_count (TagaStaging *self, TagaStagedKind kind);

typedef gboolean (*TagaStagedFunc) (gint64 number,
                                    const TagaStagedRow *row,
                                    const TagaValue *values,
                                    gpointer user_data,
                                    GError **error);

gboolean taga_staging_foreach (TagaStaging *self,
                               TagaStagedKind kind,
                               gboolean ticked_only,
                               TagaStagedFunc func,
                               gpointer user_data,
                               GError **error);
gint64 taga_staging_get_number (TagaStaging *self, guint position);
gboolean taga_staging_get (TagaStaging *self,
                           gint64 number,
                           TagaStagedRow *row,
                           TagaValue *values,
                           GError **error);
gboolean taga_staging_match (TagaStaging *self,
                             gint64 number,
                             gint64 id,
                             guint64 mask,
                             guint doubt,
                             GError **error);
gboolean taga_staging_choose (TagaStaging *self,
                              gint64 number,
                              const TagaStagedChoice *choice,
                              GError **error);
gboolean taga_staging_find (TagaStaging *self,
                            const char *folded_needle,
                            gint64 first,
                            guint n,
                            GArray *numbers,
                            GError **error);
gboolean
taga_staging_set_ticked (TagaStaging *self, gint64 number, gboolean ticked, GError **error);
gboolean taga_staging_is_ticked (TagaStaging *self, gint64 number);

G_END_DECLS
