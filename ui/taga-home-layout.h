#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TagaHomeLayoutKind:
 * @TAGA_HOME_LAYOUT_FLOW: each part as wide as it needs, what is left over shared by a row
 * @TAGA_HOME_LAYOUT_COLUMNS: columns of one width, as many as fit, at most four
 * @TAGA_HOME_LAYOUT_FOURS: the same, but four or else two
 *
 * How parts stand beside each other.
 */
typedef enum
{
  TAGA_HOME_LAYOUT_FLOW,
  TAGA_HOME_LAYOUT_COLUMNS,
  TAGA_HOME_LAYOUT_FOURS,
} TagaHomeLayoutKind;

#define TAGA_TYPE_HOME_LAYOUT (taga_home_layout_get_type ())
G_DECLARE_FINAL_TYPE (TagaHomeLayout, taga_home_layout, TAGA, HOME_LAYOUT, GtkLayoutManager)

GtkLayoutManager *taga_home_layout_new (TagaHomeLayoutKind kind);

G_END_DECLS
