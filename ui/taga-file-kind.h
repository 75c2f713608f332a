#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TagaFileKind:
 * @TAGA_FILE_COMPANY: a company file
 * @TAGA_FILE_TABLE: a workbook or text file with a table, as it is read
 * @TAGA_FILE_XLSX: a workbook, as it is written
 * @TAGA_FILE_CSV: a text file in UTF-8, as it is written
 * @TAGA_FILE_CSV_CP932: a text file in CP932, what Windows calls Shift_JIS, as it is written
 * @TAGA_FILE_PDF: a paper, as it is written
 * @TAGA_FILE_DOCX: a paper for Word, as it is written
 * @TAGA_FILE_SVG: a picture without a size of its own, as it is written
 * @TAGA_FILE_PNG: a picture, as it is written
 * @TAGA_FILE_ANY: whatever there is
 *
 * What a file dialog shows, and what is chosen in it.
 */
typedef enum
{
  TAGA_FILE_COMPANY,
  TAGA_FILE_TABLE,
  TAGA_FILE_XLSX,
  TAGA_FILE_CSV,
  TAGA_FILE_CSV_CP932,
  TAGA_FILE_PDF,
  TAGA_FILE_DOCX,
  TAGA_FILE_SVG,
  TAGA_FILE_PNG,
  TAGA_FILE_ANY,
} TagaFileKind;

GtkFileFilter *taga_file_kind_create_filter (TagaFileKind kind);

char *taga_file_kind_rename (TagaFileKind kind,
                             const TagaFileKind *kinds,
                             guint n_kinds,
                             const char *name);
char *taga_file_kind_complete_name (TagaFileKind *kind,
                                    const TagaFileKind *kinds,
                                    guint n_kinds,
                                    const char *name);

G_END_DECLS
