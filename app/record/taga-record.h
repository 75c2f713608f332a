#pragma once

#include <glib-object.h>

#include "taga-field.h"
#include "taga-risk.h"

G_BEGIN_DECLS

#define TAGA_TYPE_RECORD (taga_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TagaRecord, taga_record, TAGA, RECORD, GObject)

/**
 * TagaRecordClass:
 * @table: name of the table in the file, and of the register on the command line
 * @fields: the field table
 * @n_fields: its length
 * @derive: (nullable): fills in the values of the computed fields from those of the others
 */
struct _TagaRecordClass
{
  GObjectClass parent_class;

  const char *table;
  const TagaField *fields;
  guint n_fields;

  void (*derive) (TagaValue *values, const TagaAssessment *assessment);
};

/**
 * TagaValuesFunc:
 * @source: where records come from
 * @values: (out) (transfer none): the next record's values, by field; they live until the next call
 * @has_row: (out): whether there was one more
 * @error: return location for an error
 *
 * Reads records one after the other, for whoever needs each but once.
 *
 * Returns: `TRUE`, or `FALSE` with @error set
 */
typedef gboolean (*TagaValuesFunc) (gpointer source,
                                    const TagaValue **values,
                                    gboolean *has_row,
                                    GError **error);

void taga_record_class_set_fields (TagaRecordClass *klass,
                                   const char *table,
                                   const TagaField *fields,
                                   guint n_fields);
TagaRecordClass *taga_record_class_peek (GType type);
int taga_record_class_find_field (TagaRecordClass *klass, const char *name);

gint64 taga_record_get_id (TagaRecord *self);
void taga_record_set_id (TagaRecord *self, gint64 id);

const TagaValue *taga_record_get_value (TagaRecord *self, guint field);
const char *taga_record_get_text (TagaRecord *self, guint field);
gint64 taga_record_get_number (TagaRecord *self, guint field);
void taga_record_set_value (TagaRecord *self, guint field, const TagaValue *value);
void taga_record_set_text (TagaRecord *self, guint field, const char *text);
void taga_record_set_number (TagaRecord *self, guint field, gint64 number);

void taga_record_derive (TagaRecord *self, const TagaAssessment *assessment);

G_END_DECLS
