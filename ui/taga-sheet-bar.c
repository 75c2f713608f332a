#include "taga-sheet-bar.h"

#include <glib/gi18n-lib.h>

#include "taga-name-dialog.h"
#include "taga-sheets.h"
#include "taga-ui.h"

/**
 * TagaSheetBar:
 *
 * Which sheet of the self-check is filled in – a site's or a person's –, and the ways to add,
 * rename and remove one.
 */
struct _TagaSheetBar
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  GArray *ids;      /* (element-type gint64): by place in the drop-down */
  gint64 sheet;     /* 0 if there is none */
  gboolean is_updating;

  GtkDropDown *choice;
};

G_DEFINE_FINAL_TYPE (TagaSheetBar, taga_sheet_bar, GTK_TYPE_BOX)

enum
{
  SIGNAL_ADDED,
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (TagaSheetBar *self)
{
  guint i = gtk_drop_down_get_selected (self->choice);

  if (self->is_updating || i >= self->ids->len)
    return;

  self->sheet = g_array_index (self->ids, gint64, i);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static gboolean
add_cb (const char *name, gpointer user_data, GError **error)
{
  TagaSheetBar *self = user_data;
  gint64 id;

  if (!taga_sheets_add (self->store, name, &id, error))
    return FALSE;

  taga_sheet_bar_set_sheet (self, id);
  g_signal_emit (self, signals[SIGNAL_ADDED], 0);
  return TRUE;
}

static gboolean
rename_cb (const char *name, gpointer user_data, GError **error)
{
  TagaSheetBar *self = user_data;

  return taga_sheets_rename (self->store, self->sheet, name, error);
}

static const char *
get_name (TagaSheetBar *self)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (self->choice);

  return chosen == NULL ? "" : gtk_string_object_get_string (chosen);
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  taga_sheet_bar_add (TAGA_SHEET_BAR (widget));
}

static void
rename_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaSheetBar *self = TAGA_SHEET_BAR (widget);

  taga_name_dialog_present (widget, _ ("Rename the Sheet"), _ ("Site or person"), get_name (self),
                            _ ("_Rename"), rename_cb);
}

static void
removal_answered_cb (AdwMessageDialog *dialog, const char *response, TagaSheetBar *self)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "remove"))
    taga_ui_report (GTK_WIDGET (self), taga_sheets_remove (self->store, self->sheet, &error),
                    error);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaSheetBar *self = TAGA_SHEET_BAR (widget);
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                                  _ ("Its answers go with it. Undo brings both "
                                                     "back.")));

  adw_message_dialog_format_heading (dialog, _ ("Remove the Sheet “%s”?"), get_name (self));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (removal_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
taga_sheet_bar_finalize (GObject *object)
{
  TagaSheetBar *self = TAGA_SHEET_BAR (object);

  g_clear_object (&self->store);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (taga_sheet_bar_parent_class)->finalize (object);
}

static void
taga_sheet_bar_class_init (TagaSheetBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = taga_sheet_bar_finalize;

  /**
   * TagaSheetBar::added:
   * @self: a bar
   *
   * The user added a sheet, which is chosen now.
   */
  signals[SIGNAL_ADDED] = g_signal_new ("added", TAGA_TYPE_SHEET_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TagaSheetBar::chosen:
   * @self: a bar
   *
   * The user chose another sheet.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TAGA_TYPE_SHEET_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "sheet.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "sheet.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "sheet.remove", NULL, remove_action);
}

static void
add_button (TagaSheetBar *self, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self), button);
}

static void
taga_sheet_bar_init (TagaSheetBar *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_size_request (GTK_WIDGET (self->choice), 130, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Whose sheet"), -1);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (selected_cb), self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choice));
  add_button (self, "list-add-symbolic", _ ("Add a sheet for another site or person"), "sheet.add");
  add_button (self, "document-edit-symbolic", _ ("Rename the sheet"), "sheet.rename");
  add_button (self, "user-trash-symbolic", _ ("Remove the sheet"), "sheet.remove");
}

/**
 * taga_sheet_bar_get_sheet:
 * @self: a bar
 *
 * Gets which sheet is chosen.
 *
 * Returns: its number, or 0 if there is none
 */
gint64
taga_sheet_bar_get_sheet (TagaSheetBar *self)
{
  return self->sheet;
}

/**
 * taga_sheet_bar_set_sheet:
 * @self: a bar
 * @sheet: number of a sheet
 *
 * Chooses a sheet.
 */
void
taga_sheet_bar_set_sheet (TagaSheetBar *self, gint64 sheet)
{
  self->sheet = sheet;
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == sheet)
      gtk_drop_down_set_selected (self->choice, i);
}

/**
 * taga_sheet_bar_update:
 * @self: a bar
 * @store: a store
 * @check: its self-check
 * @obstacle: (nullable): why no sheet can be added or changed
 *
 * Shows the sheets that there are. The chosen one stays as long as there is one of its number.
 */
void
taga_sheet_bar_update (TagaSheetBar *self,
                       TagaStore *store,
                       const TagaSelfCheck *check,
                       const char *obstacle)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  g_set_object (&self->store, store);
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < check->sheets->len; i++)
    {
      const TagaSelfCheckSheet *sheet = g_ptr_array_index (check->sheets, i);

      g_array_append_val (self->ids, sheet->id);
      gtk_string_list_append (names, sheet->name);
      if (sheet->id == self->sheet)
        chosen = i;
    }
  self->sheet = self->ids->len == 0 ? 0 : g_array_index (self->ids, gint64, chosen);

  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  if (self->ids->len > 0)
    gtk_drop_down_set_selected (self->choice, chosen);
  self->is_updating = FALSE;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.add", obstacle == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.rename",
                                 obstacle == NULL && self->sheet != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.remove",
                                 obstacle == NULL && self->sheet != 0);
}

/**
 * taga_sheet_bar_add:
 * @self: a bar
 *
 * Asks for the name of a new sheet, and adds it.
 */
void
taga_sheet_bar_add (TagaSheetBar *self)
{
  /* The first sheet is mostly the only one. */
  taga_name_dialog_present (GTK_WIDGET (self), _ ("Add a Sheet"), _ ("Site or person"),
                            self->ids->len == 0 ? _ ("Head office") : "", _ ("_Add"), add_cb);
}

/**
 * taga_sheet_bar_set_projector:
 * @self: a bar
 * @on: whether the page is shown to a room
 *
 * Shows only which sheet it is while the page is shown to a room.
 */
void
taga_sheet_bar_set_projector (TagaSheetBar *self, gboolean on)
{
  for (GtkWidget *child = gtk_widget_get_next_sibling (GTK_WIDGET (self->choice)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, !on);
}
