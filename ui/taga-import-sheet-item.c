#include "taga-import-sheet-item.h"

#include <glib/gi18n-lib.h>

/**
 * TagaImportSheetItem:
 *
 * A sheet of a file for a list to bind to: what it is called, how many rows it has, why it is taken
 * or not, and whether it is.
 */
struct _TagaImportSheetItem
{
  GObject parent_instance;

  TagaImportSheet *sheet; /* (unowned) (nullable): of the plan on the page */
};

G_DEFINE_FINAL_TYPE (TagaImportSheetItem, taga_import_sheet_item, G_TYPE_OBJECT)

enum
{
  PROP_NAME = 1,
  PROP_DETAILS,
  PROP_DESCRIPTION,
  PROP_TAKEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
create_count (const TagaImportSheet *sheet)
{
  guint n = sheet->n_rows;

  if (sheet->more)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row or more", "%'u rows or more", n),
                            n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", n), n);
}

static char *
create_details (TagaImportSheetItem *self)
{
  const TagaImportSheet *sheet = self->sheet;
  g_autofree char *count = sheet == NULL ? NULL : create_count (sheet);
  const char *reason;

  if (sheet == NULL)
    return g_strdup ("");

  reason = sheet->taken && sheet->verdict == TAGA_SHEET_REGISTER
               ? _ ("It looks like a register.")
               : taga_import_sheet_get_reason (sheet);

  /* Translators: two sentences, one after the other */
  return reason == NULL ? g_steal_pointer (&count)
                        : g_strdup_printf (C_ ("sentences", "%s. %s"), count, reason);
}

static char *
create_description (TagaImportSheetItem *self)
{
  g_autofree char *details = create_details (self);

  return g_strdup_printf ("%s: %s", self->sheet == NULL ? "" : self->sheet->name, details);
}

static void
set_taken (TagaImportSheetItem *self, gboolean taken)
{
  if (self->sheet == NULL || self->sheet->taken == taken)
    return;

  self->sheet->taken = taken;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TAKEN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void
taga_import_sheet_item_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  TagaImportSheetItem *self = TAGA_IMPORT_SHEET_ITEM (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->sheet == NULL ? NULL : self->sheet->name);
      break;
    case PROP_DETAILS:
      g_value_take_string (value, create_details (self));
      break;
    case PROP_DESCRIPTION:
      g_value_take_string (value, create_description (self));
      break;
    case PROP_TAKEN:
      g_value_set_boolean (value, self->sheet != NULL && self->sheet->taken);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_import_sheet_item_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  TagaImportSheetItem *self = TAGA_IMPORT_SHEET_ITEM (object);

  switch (prop_id)
    {
    case PROP_TAKEN:
      set_taken (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
create_text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
taga_import_sheet_item_class_init (TagaImportSheetItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = taga_import_sheet_item_get_property;
  object_class->set_property = taga_import_sheet_item_set_property;

  /**
   * TagaImportSheetItem:name:
   *
   * What the sheet is called.
   */
  properties[PROP_NAME] = create_text_property ("name");

  /**
   * TagaImportSheetItem:details:
   *
   * How many rows it has, and what was made of it.
   */
  properties[PROP_DETAILS] = create_text_property ("details");

  /**
   * TagaImportSheetItem:description:
   *
   * All of it in one line, for those who hear it.
   */
  properties[PROP_DESCRIPTION] = create_text_property ("description");

  /**
   * TagaImportSheetItem:taken:
   *
   * Whether its rows are taken.
   */
  properties[PROP_TAKEN] =
      g_param_spec_boolean ("taken", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taga_import_sheet_item_init (TagaImportSheetItem *self)
{
}

/**
 * taga_import_sheet_item_new:
 * @sheet: a sheet of a plan, which is changed through the item
 *
 * Makes an item for a sheet.
 *
 * Returns: (transfer full): the item
 */
TagaImportSheetItem *
taga_import_sheet_item_new (TagaImportSheet *sheet)
{
  TagaImportSheetItem *self = g_object_new (TAGA_TYPE_IMPORT_SHEET_ITEM, NULL);

  self->sheet = sheet;

  return self;
}

/**
 * taga_import_sheet_item_get_sheet:
 * @self: an item
 *
 * Gets the sheet.
 *
 * Returns: (transfer none) (nullable): the sheet
 */
TagaImportSheet *
taga_import_sheet_item_get_sheet (TagaImportSheetItem *self)
{
  g_return_val_if_fail (TAGA_IS_IMPORT_SHEET_ITEM (self), NULL);

  return self->sheet;
}

/**
 * taga_import_sheet_item_toggle:
 * @self: an item
 *
 * Takes the sheet if it is not taken, and the other way round.
 */
void
taga_import_sheet_item_toggle (TagaImportSheetItem *self)
{
  g_return_if_fail (TAGA_IS_IMPORT_SHEET_ITEM (self));

  if (self->sheet != NULL)
    set_taken (self, !self->sheet->taken);
}

/**
 * taga_import_sheet_item_forget:
 * @self: an item
 *
 * Forgets the sheet, whose plan is about to go while a list may still hold the item.
 */
void
taga_import_sheet_item_forget (TagaImportSheetItem *self)
{
  g_return_if_fail (TAGA_IS_IMPORT_SHEET_ITEM (self));

  self->sheet = NULL;
}
