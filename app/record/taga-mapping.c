#include "taga-mapping.h"

#include <glib/gi18n-lib.h>

/**
 * TagaMapping:
 *
 * A change that the company makes to what the method edition says a check item counts for: a
 * medium, or an axis of the radar.
 */
struct _TagaMapping
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaMapping, taga_mapping, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_MAPPING_KIND] = { "kind", N_ ("Counts for"), TAGA_FIELD_CHOICE, TAGA_FIELD_REQUIRED,
                          .domain = "mapping-kind", .width = 8 },
  [TAGA_MAPPING_ITEM] = { "item", N_ ("Check item"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                          .width = 8 },
  [TAGA_MAPPING_TARGET] = { "target", N_ ("Medium or axis"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                            .width = 12 },
  [TAGA_MAPPING_COUNTS] = { "counts", N_ ("Counts"), TAGA_FIELD_MARK, .width = 6 },
};

static void
taga_mapping_class_init (TagaMappingClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "mapping", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_mapping_init (TagaMapping *self)
{
}

/**
 * taga_mapping_new:
 *
 * Makes a mapping of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaMapping *
taga_mapping_new (void)
{
  return g_object_new (TAGA_TYPE_MAPPING, NULL);
}
