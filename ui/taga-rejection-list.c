#include "taga-rejection-list.h"

#include <glib/gi18n-lib.h>

#include "taga-proposal.h"

/**
 * TagaRejectionRow:
 *
 * A cell that could not be read, for a list to bind to.
 */
struct _TagaRejectionRow
{
  GObject parent_instance;

  GPtrArray *rejections; /* (owned): holds the rejection */
  const TagaRejection *rejection;
};

G_DEFINE_FINAL_TYPE (TagaRejectionRow, taga_rejection_row, G_TYPE_OBJECT)

enum
{
  PROP_SHEET = 1,
  PROP_ROW,
  PROP_ASSET,
  PROP_COLUMN,
  PROP_REASON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
taga_rejection_row_finalize (GObject *object)
{
  TagaRejectionRow *self = TAGA_REJECTION_ROW (object);

  g_clear_pointer (&self->rejections, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_rejection_row_parent_class)->finalize (object);
}

static char *
create_reason (const TagaRejection *rejection)
{
  /* Translators: a sentence, and another one about the row */
  return g_strdup_printf (C_ ("import", "%s %s"), rejection->reason,
                          rejection->taken ? _ ("The rest of the row is taken.")
                                           : _ ("The row is not taken."));
}

static void
taga_rejection_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TagaRejectionRow *self = TAGA_REJECTION_ROW (object);

  switch (prop_id)
    {
    case PROP_SHEET:
      g_value_set_string (value, self->rejection->sheet_name);
      break;
    case PROP_ROW:
      g_value_take_string (value, g_strdup_printf ("%u", self->rejection->row));
      break;
    case PROP_ASSET:
      g_value_set_string (value, self->rejection->name == NULL ? C_ ("asset", "(no name)")
                                                               : self->rejection->name);
      break;
    case PROP_COLUMN:
      g_value_set_string (value, self->rejection->column);
      break;
    case PROP_REASON:
      g_value_take_string (value, create_reason (self->rejection));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_rejection_row_class_init (TagaRejectionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = taga_rejection_row_finalize;
  object_class->get_property = taga_rejection_row_get_property;

  /**
   * TagaRejectionRow:sheet:
   *
   * What the sheet is called.
   */
  properties[PROP_SHEET] =
      g_param_spec_string ("sheet", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaRejectionRow:row:
   *
   * Number of the row in the sheet.
   */
  properties[PROP_ROW] =
      g_param_spec_string ("row", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaRejectionRow:asset:
   *
   * What the asset is called.
   */
  properties[PROP_ASSET] =
      g_param_spec_string ("asset", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaRejectionRow:column:
   *
   * What the file calls the column.
   */
  properties[PROP_COLUMN] =
      g_param_spec_string ("column", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaRejectionRow:reason:
   *
   * Why the cell cannot be read, what is allowed, and what becomes of the row.
   */
  properties[PROP_REASON] =
      g_param_spec_string ("reason", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taga_rejection_row_init (TagaRejectionRow *self)
{
}

/**
 * TagaRejectionList:
 *
 * The cells that could not be read.
 */
struct _TagaRejectionList
{
  GObject parent_instance;

  GPtrArray *rejections; /* (owned) (element-type TagaRejection) */
};

static GType
taga_rejection_list_get_item_type (GListModel *model)
{
  return TAGA_TYPE_REJECTION_ROW;
}

static guint
taga_rejection_list_get_n_items (GListModel *model)
{
  return TAGA_REJECTION_LIST (model)->rejections->len;
}

static gpointer
taga_rejection_list_get_item (GListModel *model, guint position)
{
  TagaRejectionList *self = TAGA_REJECTION_LIST (model);
  TagaRejectionRow *row;

  if (position >= self->rejections->len)
    return NULL;

  row = g_object_new (TAGA_TYPE_REJECTION_ROW, NULL);
  row->rejections = g_ptr_array_ref (self->rejections);
  row->rejection = g_ptr_array_index (self->rejections, position);

  return row;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = taga_rejection_list_get_item_type;
  interface->get_n_items = taga_rejection_list_get_n_items;
  interface->get_item = taga_rejection_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaRejectionList,
                               taga_rejection_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
taga_rejection_list_finalize (GObject *object)
{
  TagaRejectionList *self = TAGA_REJECTION_LIST (object);

  g_clear_pointer (&self->rejections, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_rejection_list_parent_class)->finalize (object);
}

static void
taga_rejection_list_class_init (TagaRejectionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_rejection_list_finalize;
}

static void
taga_rejection_list_init (TagaRejectionList *self)
{
}

/**
 * taga_rejection_list_new:
 * @rejections: (element-type TagaRejection): the cells, in the order of the file
 *
 * Makes a list of cells.
 *
 * Returns: (transfer full): the list
 */
TagaRejectionList *
taga_rejection_list_new (GPtrArray *rejections)
{
  TagaRejectionList *self = g_object_new (TAGA_TYPE_REJECTION_LIST, NULL);

  self->rejections = g_ptr_array_ref (rejections);

  return self;
}

/**
 * taga_rejection_list_count_rows:
 * @self: a list
 *
 * Counts the rows that the cells stand in.
 *
 * Returns: how many
 */
guint
taga_rejection_list_count_rows (TagaRejectionList *self)
{
  guint n = 0;
  guint sheet = 0;
  guint last = 0;

  g_return_val_if_fail (TAGA_IS_REJECTION_LIST (self), 0);

  for (guint i = 0; i < self->rejections->len; i++)
    {
      const TagaRejection *rejection = g_ptr_array_index (self->rejections, i);

      if (rejection->row != last || rejection->sheet != sheet)
        n++;
      sheet = rejection->sheet;
      last = rejection->row;
    }

  return n;
}
