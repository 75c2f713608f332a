#include "taga-alias.h"

#include <glib/gi18n-lib.h>

/**
 * TagaAlias:
 *
 * A name that does not leave the company in a paper for others, and what stands there instead.
 */
struct _TagaAlias
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaAlias, taga_alias, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_ALIAS_NAME] = { "name", N_ ("Name"), TAGA_FIELD_TEXT,
                        TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 24 },
  [TAGA_ALIAS_ALIAS] = { "alias", N_ ("Alias"), TAGA_FIELD_TEXT,
                         TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 24 },
  [TAGA_ALIAS_KIND] = { "kind", N_ ("Kind"), TAGA_FIELD_CHOICE, .domain = "alias-kind",
                        .width = 10 },
};

static void
taga_alias_class_init (TagaAliasClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "alias", fields, G_N_ELEMENTS (fields));
}

static void
taga_alias_init (TagaAlias *self)
{
}

/**
 * taga_alias_new:
 *
 * Makes an alias of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaAlias *
taga_alias_new (void)
{
  return g_object_new (TAGA_TYPE_ALIAS, NULL);
}
