#pragma once

#include "taga-record.h"
#include "taga-staging.h"

G_BEGIN_DECLS

/**
 * TagaDoubt:
 * @TAGA_DOUBT_NONE: what the row means is clear
 * @TAGA_DOUBT_SPELLING: its name is that of the asset only without width, kana, blanks and the like
 * @TAGA_DOUBT_BUSINESS: it was found by name and medium; the asset belongs to another business
 * @TAGA_DOUBT_MEDIUM: it was found by business and name; the asset is on another medium
 * @TAGA_DOUBT_SEVERAL: several assets may be meant, or several rows may mean one
 * @TAGA_DOUBT_TWICE: another sheet of the file has the same asset
 *
 * Why a row of a file may mean something else than it is taken for.
 */
typedef enum
{
  TAGA_DOUBT_NONE,
  TAGA_DOUBT_SPELLING,
  TAGA_DOUBT_BUSINESS,
  TAGA_DOUBT_MEDIUM,
  TAGA_DOUBT_SEVERAL,
  TAGA_DOUBT_TWICE,
} TagaDoubt;

char *
taga_doubt_describe (TagaDoubt doubt, TagaEdition *edition, TagaRecord *record, gboolean japanese);

G_END_DECLS
