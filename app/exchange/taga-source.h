#pragma once

#include "taga-edition.h"
#include "taga-record.h"
#include "taga-sheet.h"

G_BEGIN_DECLS

#define TAGA_SOURCE_ERROR (taga_source_error_quark ())
GQuark taga_source_error_quark (void);

/**
 * TagaSourceError:
 * @TAGA_SOURCE_ERROR_NO_HEADER: no sheet has the columns of the register
 * @TAGA_SOURCE_ERROR_NO_SCALE: the values may be of either scale
 */
typedef enum
{
  TAGA_SOURCE_ERROR_NO_HEADER,
  TAGA_SOURCE_ERROR_NO_SCALE,
} TagaSourceError;

/**
 * TagaSourceScale:
 *
 * The scale of the values of confidentiality, integrity and availability in a workbook.
 */
typedef enum
{
  TAGA_SOURCE_SCALE_UNKNOWN,
  TAGA_SOURCE_SCALE_0_2,
  TAGA_SOURCE_SCALE_1_3,
} TagaSourceScale;

#define TAGA_TYPE_SOURCE (taga_source_get_type ())
G_DECLARE_FINAL_TYPE (TagaSource, taga_source, TAGA, SOURCE, GObject)

TagaSource *taga_source_open (GFile *file,
                              GType type,
                              TagaEdition *edition,
                              GCancellable *cancellable,
                              GError **error);

TagaSheets *taga_source_get_sheets (TagaSource *self);
guint taga_source_get_sheet (TagaSource *self);
guint taga_source_get_header_row (TagaSource *self);
int taga_source_get_field (TagaSource *self, guint column);
const char *taga_source_get_title (TagaSource *self, guint field);
gboolean taga_source_has_field (TagaSource *self, guint field);
guint64 taga_source_compare (TagaSource *self, const TagaValue *values, TagaRecord *record);
TagaSourceScale taga_source_get_scale (TagaSource *self);
gboolean taga_source_needs_scale (TagaSource *self);
void taga_source_set_scale (TagaSource *self, TagaSourceScale scale);
int taga_source_get_shift (TagaSource *self);

G_END_DECLS
