#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaCp932:
 * @unfit: characters met that CP932 does not have
 * @changed: characters met that became others
 * @substitutes: what they became, one for each of @changed
 *
 * Turns characters into CP932, what Windows calls Shift_JIS, and keeps account of what did not come
 * through. The caller empties the account.
 */
typedef struct
{
  GString *unfit;
  GString *changed;
  GString *substitutes;
} TagaCp932;

TagaCp932 *taga_cp932_new (void);
void taga_cp932_free (TagaCp932 *cp932);

void taga_cp932_append (TagaCp932 *cp932, gunichar c, GString *bytes);
gboolean taga_cp932_has_losses (const TagaCp932 *cp932);
void taga_cp932_forget_losses (TagaCp932 *cp932);

G_END_DECLS
