#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_VIEW_NAME,
  TAGA_VIEW_REGISTER,
  TAGA_VIEW_DEFINITION,
  TAGA_VIEW_N_FIELDS
} TagaViewField;

#define TAGA_TYPE_VIEW (taga_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaView, taga_view, TAGA, VIEW, TagaRecord)

TagaView *taga_view_new (void);

G_END_DECLS
