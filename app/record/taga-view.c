#include "taga-view.h"

#include <glib/gi18n-lib.h>

/**
 * TagaView:
 *
 * A way to look at a register that somebody gave a name: what it searches, filters and sorts by, as
 * the text that [func@query_to_text] makes.
 */
struct _TagaView
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaView, taga_view, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_VIEW_NAME] = { "name", N_ ("View"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED, .width = 16 },
  [TAGA_VIEW_REGISTER] = { "register", N_ ("Register"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                           .width = 12 },
  [TAGA_VIEW_DEFINITION] = { "definition", N_ ("Definition"), TAGA_FIELD_NOTE, TAGA_FIELD_REQUIRED,
                             .width = 30 },
};

static void
taga_view_class_init (TagaViewClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "view", fields, G_N_ELEMENTS (fields));
}

static void
taga_view_init (TagaView *self)
{
}

/**
 * taga_view_new:
 *
 * Makes a view without a name.
 *
 * Returns: (transfer full): the record
 */
TagaView *
taga_view_new (void)
{
  return g_object_new (TAGA_TYPE_VIEW, NULL);
}
