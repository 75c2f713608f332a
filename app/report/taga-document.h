#pragma once

#include <gio/gio.h>

#include "taga-risk.h"
#include "taga-section.h"

G_BEGIN_DECLS

#define TAGA_REPORT_ERROR (taga_report_error_quark ())
GQuark taga_report_error_quark (void);

/**
 * TagaReportError:
 * @TAGA_REPORT_ERROR_FAILED: could not be written; nothing is left at the target
 * @TAGA_REPORT_ERROR_EXISTS: the target exists and was not to be replaced
 * @TAGA_REPORT_ERROR_TOO_LARGE: more rows, or a longer text in one cell, than the format has
 */
typedef enum
{
  TAGA_REPORT_ERROR_FAILED,
  TAGA_REPORT_ERROR_EXISTS,
  TAGA_REPORT_ERROR_TOO_LARGE,
} TagaReportError;

#define TAGA_TYPE_DOCUMENT (taga_document_get_type ())
G_DECLARE_FINAL_TYPE (TagaDocument, taga_document, TAGA, DOCUMENT, GObject)

TagaDocument *
taga_document_new (const char *title, const char *company, const char *date, gboolean is_japanese);

const char *taga_document_get_title (TagaDocument *self);
const char *taga_document_get_company (TagaDocument *self);
const char *taga_document_get_date (TagaDocument *self);
gboolean taga_document_is_japanese (TagaDocument *self);

void taga_document_set_bands (TagaDocument *self, const TagaScale *scale);
const int *taga_document_get_bands (TagaDocument *self);

void taga_document_add_list (TagaDocument *self, const char *key, const char *const *entries);
int taga_document_find_list (TagaDocument *self, const char *key);
guint taga_document_get_n_lists (TagaDocument *self);
const char *const *taga_document_get_list (TagaDocument *self, guint index);

TagaSection *taga_document_add_section (TagaDocument *self, const char *heading);
guint taga_document_get_n_sections (TagaDocument *self);
TagaSection *taga_document_get_section (TagaDocument *self, guint index);

void taga_document_add_paragraph (TagaDocument *self, const char *text);
void taga_document_add_table (TagaDocument *self, TagaTable *table);

TagaTable *taga_document_find_table (TagaDocument *self);
guint64 taga_document_count_rows (TagaDocument *self);
gboolean taga_document_begin_write (TagaDocument *self);

G_END_DECLS
