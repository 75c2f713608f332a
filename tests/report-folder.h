#pragma once

#include "taga-writer.h"

G_BEGIN_DECLS

/* A folder of its own for each test that writes documents. */
typedef struct
{
  char *path;   /* (owned) */
  char *target; /* (owned) (nullable) what report_folder_write () wrote last */
} ReportFolder;

void report_folder_set_up (ReportFolder *folder, gconstpointer data);
void report_folder_tear_down (ReportFolder *folder, gconstpointer data);

guint report_folder_count (ReportFolder *folder);
gboolean report_folder_write (ReportFolder *folder,
                              TagaDocument *document,
                              const char *name,
                              TagaWriteFlags flags,
                              GPtrArray **notes,
                              GError **error);
char *report_folder_load (ReportFolder *folder, gsize *length);
char *report_folder_load_part (ReportFolder *folder, const char *name);

gboolean report_folder_has_python (void);
char *report_folder_run_python (ReportFolder *folder,
                                const char *program,
                                const char *what,
                                guint sheet,
                                guint row);
char *report_folder_dump (ReportFolder *folder, const char *what, guint sheet, guint row);

G_END_DECLS
