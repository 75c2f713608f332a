#include "taga-import-sheet-row.h"

#include "taga-import-sheet-item.h"
#include "taga-lines.h"

/**
 * TagaImportSheetRow:
 *
 * A sheet of a file on the screen, with its tick box.
 */
struct _TagaImportSheetRow
{
  GtkBox parent_instance;

  TagaImportSheetItem *item; /* (owned) (nullable) */

  /* Template */
  GtkCheckButton *check;
};

G_DEFINE_FINAL_TYPE (TagaImportSheetRow, taga_import_sheet_row, GTK_TYPE_BOX)

enum
{
  PROP_ITEM = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
toggled_cb (TagaImportSheetRow *self)
{
  if (self->item != NULL)
    g_object_set (self->item, "taken", gtk_check_button_get_active (self->check), NULL);
}

/* What has the focus is the list's item around the row, which says nothing of itself. */
static void
show_item (TagaImportSheetRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *description = NULL;
  gboolean taken;

  g_object_get (self->item, "taken", &taken, "description", &description, NULL);
  gtk_check_button_set_active (self->check, taken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  if (parent == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_STATE_CHECKED,
                               taken ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
set_item (TagaImportSheetRow *self, TagaImportSheetItem *item)
{
  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_item, self);
  g_clear_object (&self->item);
  if (item != NULL)
    {
      self->item = g_object_ref (item);
      g_signal_connect_object (item, "notify::taken", G_CALLBACK (show_item), self,
                               G_CONNECT_SWAPPED);
      show_item (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

static void
taga_import_sheet_row_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  TagaImportSheetRow *self = TAGA_IMPORT_SHEET_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_import_sheet_row_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  TagaImportSheetRow *self = TAGA_IMPORT_SHEET_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_import_sheet_row_dispose (GObject *object)
{
  TagaImportSheetRow *self = TAGA_IMPORT_SHEET_ROW (object);

  set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_IMPORT_SHEET_ROW);

  G_OBJECT_CLASS (taga_import_sheet_row_parent_class)->dispose (object);
}

static void
taga_import_sheet_row_class_init (TagaImportSheetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = taga_import_sheet_row_dispose;
  object_class->get_property = taga_import_sheet_row_get_property;
  object_class->set_property = taga_import_sheet_row_set_property;

  /**
   * TagaImportSheetRow:item:
   *
   * The sheet that it shows.
   */
  properties[PROP_ITEM] =
      g_param_spec_object ("item", NULL, NULL, TAGA_TYPE_IMPORT_SHEET_ITEM,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TAGA_TYPE_LINES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-import-sheet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaImportSheetRow, check);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
taga_import_sheet_row_init (TagaImportSheetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
