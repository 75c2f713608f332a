#include "taga-own-item.h"

#include <glib/gi18n-lib.h>

/**
 * TagaOwnItem:
 *
 * A threat or check item that the company has added to those of the method edition. Answers name it
 * by the key "own-" and its number.
 */
struct _TagaOwnItem
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaOwnItem, taga_own_item, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_OWN_ITEM_LIST] = { "list", N_ ("List"), TAGA_FIELD_CHOICE, TAGA_FIELD_REQUIRED,
                           .domain = "own-list", .width = 8 },
  [TAGA_OWN_ITEM_GROUP] = { "group", N_ ("Belongs to"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                            .width = 12 },
  [TAGA_OWN_ITEM_TITLE] = { "title", N_ ("What it says"), TAGA_FIELD_TEXT,
                            TAGA_FIELD_REQUIRED | TAGA_FIELD_SEARCHED, .width = 30 },
  [TAGA_OWN_ITEM_HELP] = { "help", N_ ("What counts as done"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_OWN_ITEM_RETIRED_ON] = { "retired-on", N_ ("Retired on"), TAGA_FIELD_DATE, .width = 11 },
};

static void
taga_own_item_class_init (TagaOwnItemClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "own_item", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_own_item_init (TagaOwnItem *self)
{
}

/**
 * taga_own_item_new:
 *
 * Makes an own item of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaOwnItem *
taga_own_item_new (void)
{
  return g_object_new (TAGA_TYPE_OWN_ITEM, NULL);
}
