#pragma once

#include "taga-edition.h"
#include "taga-import-plan.h"
#include "taga-record.h"
#include "taga-sheet.h"

G_BEGIN_DECLS

#define TAGA_SOURCE_ERROR (taga_source_error_quark ())
GQuark taga_source_error_quark (void);

/**
 * TagaSourceError:
 * @TAGA_SOURCE_ERROR_NO_HEADER: no sheet has the columns of the register
 * @TAGA_SOURCE_ERROR_NO_SCALE: the values may be of either scale
 * @TAGA_SOURCE_ERROR_NO_SHEET: no sheet is chosen, or one that is not there
 * @TAGA_SOURCE_ERROR_TWICE: two columns are taken for one field
 */
typedef enum
{
  TAGA_SOURCE_ERROR_NO_HEADER,
  TAGA_SOURCE_ERROR_NO_SCALE,
  TAGA_SOURCE_ERROR_NO_SHEET,
  TAGA_SOURCE_ERROR_TWICE,
} TagaSourceError;

#define TAGA_TYPE_SOURCE (taga_source_get_type ())
G_DECLARE_FINAL_TYPE (TagaSource, taga_source, TAGA, SOURCE, GObject)

TagaSource *taga_source_open (GFile *file,
                              GType type,
                              TagaEdition *edition,
                              GCancellable *cancellable,
                              GError **error);

TagaSheets *taga_source_get_sheets (TagaSource *self);
TagaImportPlan *taga_source_get_plan (TagaSource *self);
void taga_source_set_plan (TagaSource *self, const TagaImportPlan *plan);
gboolean taga_source_take_only (TagaSource *self, const char *const *names, GError **error);
gboolean taga_source_move_header (TagaSource *self,
                                  guint sheet,
                                  guint header_row,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean taga_source_count_rows (TagaSource *self, GCancellable *cancellable, GError **error);
gboolean taga_source_is_certain (TagaSource *self);

guint64
taga_source_compare (TagaSource *self, guint sheet, const TagaValue *values, TagaRecord *record);
TagaSourceScale taga_source_get_scale (TagaSource *self);
void taga_source_set_scale (TagaSource *self, TagaSourceScale scale);
int taga_source_get_shift (TagaSource *self, guint sheet);

G_END_DECLS
