#pragma once

#include "taga-history.h"
#include "taga-step-line.h"

G_BEGIN_DECLS

GPtrArray *taga_step_reader_read (TagaStore *store, gint64 step, guint limit, GError **error);

G_END_DECLS
