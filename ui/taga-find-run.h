#pragma once

#include "taga-record-table.h"

G_BEGIN_DECLS

/**
 * TagaFindRun:
 *
 * The search for a text among the cells of a table. It goes on in the background and moves the
 * table's cursor as soon as it knows where to.
 */
typedef struct _TagaFindRun TagaFindRun;

/**
 * TagaFindRunFunc:
 * @user_data: data
 *
 * Hears that more is known.
 */
typedef void (*TagaFindRunFunc) (gpointer user_data);

TagaFindRun *taga_find_run_new (TagaRecordTable *table, TagaFindRunFunc func, gpointer user_data);
void taga_find_run_free (TagaFindRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaFindRun, taga_find_run_free)

const char *taga_find_run_get_text (TagaFindRun *self);
void taga_find_run_set_text (TagaFindRun *self, const char *text);
void taga_find_run_go (TagaFindRun *self, gboolean back);
void taga_find_run_stop (TagaFindRun *self);
void taga_find_run_look (TagaFindRun *self);
gboolean taga_find_run_shows (TagaFindRun *self, TagaRecord *record);

gboolean taga_find_run_is_in_vain (TagaFindRun *self);
char *taga_find_run_describe (TagaFindRun *self);

G_END_DECLS
