#pragma once

#include "taga-document.h"
#include "taga-edition.h"
#include "taga-record.h"

G_BEGIN_DECLS

/* Names of the ranges of a register whose risks are live, and of those that it looks its media up
 * in. */
#define TAGA_RANGE_ASSETS "register_name"
#define TAGA_RANGE_ASSET_NUMBERS "register_number"
#define TAGA_RANGE_ASSET_MEDIA "register_medium"
#define TAGA_RANGE_IMPORTANCE "register_importance"
#define TAGA_RANGE_LIKELIHOOD "register_likelihood"
#define TAGA_RANGE_RISK "register_risk"
#define TAGA_RANGE_BAND "register_band"
#define TAGA_RANGE_MEDIA "media_name"
#define TAGA_RANGE_MEDIA_THREAT "media_threat"
#define TAGA_RANGE_MEDIA_VULNERABILITY "media_vulnerability"

/**
 * TagaNumberedFunc:
 * @rows: what it reads from
 * @id: (out): the record's number
 * @values: (out): its values, borrowed until the next call
 * @has_row: (out): whether there was one left
 * @error: return location for an error
 *
 * Reads the next record with its number.
 *
 * Returns: `TRUE` on success
 */
typedef gboolean (*TagaNumberedFunc) (gpointer rows,
                                      gint64 *id,
                                      const TagaValue **values,
                                      gboolean *has_row,
                                      GError **error);

void taga_report_register_add (TagaDocument *document,
                               TagaEdition *edition,
                               TagaPaperSize paper,
                               TagaNumberedFunc next,
                               gpointer rows,
                               GDestroyNotify free_rows,
                               guint64 n_rows);
TagaDocument *taga_report_register_new (TagaEdition *edition,
                                        const char *company,
                                        const char *date,
                                        TagaPaperSize paper,
                                        TagaValuesFunc next,
                                        gpointer rows,
                                        GDestroyNotify free_rows,
                                        guint64 n_rows);

G_END_DECLS
