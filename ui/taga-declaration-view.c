#include "taga-declaration-view.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-declaration-dialog.h"
#include "taga-declaration.h"
#include "taga-language.h"
#include "taga-page.h"
#include "taga-paper-action.h"
#include "taga-readiness-box.h"
#include "taga-ui.h"

/**
 * TagaDeclarationView:
 *
 * SECURITY ACTION: whether the company is ready to declare one star or two, and the record of what
 * it has declared. It is a declaration of its own, so nobody grants it and it does not run out.
 */
struct _TagaDeclarationView
{
  AdwBin parent_instance;

  TagaStore *store;  /* (owned) (nullable) */
  gboolean is_stale; /* whether the file changed while nobody looked */

  /* Template */
  GtkLabel *failure_label;
  TagaReadinessBox *one_star;
  TagaReadinessBox *two_stars;
  GtkListBox *list;
  GtkWidget *add_button;
};

static void taga_declaration_view_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaDeclarationView,
                               taga_declaration_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE,
                                                      taga_declaration_view_init_page))

static void
present_dialog (TagaDeclarationView *self, TagaRecord *record)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_window_present (GTK_WINDOW (taga_declaration_dialog_new (window, self->store, record)));
}

static void
add_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  present_dialog (TAGA_DECLARATION_VIEW (widget), NULL);
}

static void
evidence_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  taga_paper_action_run (widget, TAGA_DECLARATION_VIEW (widget)->store, "evidence");
}

static void
edit_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaDeclarationView *self = TAGA_DECLARATION_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecord) record = taga_store_get_record (self->store, TAGA_TYPE_DECLARATION,
                                                         g_variant_get_int64 (parameter), &error);

  taga_ui_report (widget, record != NULL, error);
  if (record != NULL)
    present_dialog (self, record);
}

static void
removal_answered_cb (AdwMessageDialog *dialog, const char *response, TagaDeclarationView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (dialog), "id");
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "remove"))
    taga_ui_report (GTK_WIDGET (self),
                    taga_action_remove (self->store, TAGA_TYPE_DECLARATION, *id, &error), error);
}

static void
remove_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaDeclarationView *self = TAGA_DECLARATION_VIEW (widget);
  gint64 id = g_variant_get_int64 (parameter);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Remove the Record?"),
      _ ("The declaration itself stays as it is; only its record here goes. Undo brings it "
         "back.")));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "id", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (removal_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
create_button (const char *icon, const char *name, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);

  return button;
}

/* Under the stars: the number, the day, the review, the policy, the remark; each where there is
 * one. */
static char *
describe (const TagaValue *values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *today = taga_date_today ();
  g_autofree char *declared = taga_ui_format_date (values[TAGA_DECLARATION_DECLARED_ON].text);
  g_autofree char *review = taga_ui_format_date (values[TAGA_DECLARATION_REVIEW_ON].text);

  if (*declared != '\0')
    /* Translators: %s is a day */
    g_string_append_printf (text, _ ("Declared on %s"), declared);
  if (values[TAGA_DECLARATION_NUMBER].text != NULL)
    g_string_append_printf (text, text->len > 0 ? " · %s" : "%s",
                            values[TAGA_DECLARATION_NUMBER].text);
  if (*review != '\0')
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (text,
                              strcmp (values[TAGA_DECLARATION_REVIEW_ON].text, today) <= 0
                                  /* Translators: %s is a day */
                                  ? _ ("The review was due on %s.")
                                  : _ ("Next review on %s"),
                              review);
    }
  if (values[TAGA_DECLARATION_POLICY_URL].text != NULL)
    g_string_append_printf (text, text->len > 0 ? "\n%s" : "%s",
                            values[TAGA_DECLARATION_POLICY_URL].text);
  if (values[TAGA_DECLARATION_NOTE].text != NULL)
    g_string_append_printf (text, text->len > 0 ? "\n%s" : "%s",
                            values[TAGA_DECLARATION_NOTE].text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (TagaDeclarationView *self, gint64 id, const TagaValue *values)
{
  GtkWidget *row = adw_action_row_new ();
  const TagaField *fields = taga_record_class_peek (TAGA_TYPE_DECLARATION)->fields;
  g_autofree char *stars =
      taga_edition_format (taga_store_get_edition (self->store), &fields[TAGA_DECLARATION_STARS],
                           &values[TAGA_DECLARATION_STARS], taga_language_is_japanese ());
  g_autofree char *text = describe (values);
  g_autofree char *edit = g_strdup_printf (_ ("Change the record of %s"), stars);
  g_autofree char *remove = g_strdup_printf (_ ("Remove the record of %s"), stars);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stars);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (!taga_store_is_read_only (self->store))
    {
      adw_action_row_add_suffix (
          ADW_ACTION_ROW (row),
          create_button ("document-edit-symbolic", edit, "declaration.edit", id));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button ("user-trash-symbolic", remove,
                                                                      "declaration.remove", id));
    }
  gtk_list_box_append (self->list, row);
}

static gboolean
fill_list (TagaDeclarationView *self, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  GtkListBoxRow *row;
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  taga_query_set_sort (query, TAGA_DECLARATION_DECLARED_ON, TRUE, FALSE);
  cursor = taga_cursor_new (self->store, TAGA_TYPE_DECLARATION, query, error);
  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (has_row)
        add_row (self, id, values);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          gtk_list_box_get_row_at_index (self->list, 0) != NULL);

  return cursor != NULL;
}

static void
refresh (TagaDeclarationView *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaReadiness) readiness = NULL;
  TagaEdition *edition;

  self->is_stale = FALSE;
  if (self->store == NULL)
    return;

  edition = taga_store_get_edition (self->store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "declaration.add",
                                 !taga_store_is_read_only (self->store));
  readiness = taga_readiness_read (self->store, taga_store_get_round (self->store), &error);
  if (readiness != NULL)
    {
      taga_readiness_box_update (self->one_star, edition, readiness, 1);
      taga_readiness_box_update (self->two_stars, edition, readiness, 2);
      fill_list (self, &error);
    }

  gtk_label_set_label (self->failure_label, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure_label), error != NULL);
}

static void
store_changed_cb (TagaDeclarationView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
  else
    self->is_stale = TRUE;
}

static void
taga_declaration_view_map (GtkWidget *widget)
{
  TagaDeclarationView *self = TAGA_DECLARATION_VIEW (widget);

  if (self->is_stale)
    refresh (self);

  GTK_WIDGET_CLASS (taga_declaration_view_parent_class)->map (widget);
}

static void
taga_declaration_view_dispose (GObject *object)
{
  TagaDeclarationView *self = TAGA_DECLARATION_VIEW (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_DECLARATION_VIEW);

  G_OBJECT_CLASS (taga_declaration_view_parent_class)->dispose (object);
}

static void
taga_declaration_view_class_init (TagaDeclarationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_declaration_view_dispose;
  widget_class->map = taga_declaration_view_map;

  g_type_ensure (TAGA_TYPE_READINESS_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-declaration-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaDeclarationView, failure_label);
  gtk_widget_class_bind_template_child (widget_class, TagaDeclarationView, one_star);
  gtk_widget_class_bind_template_child (widget_class, TagaDeclarationView, two_stars);
  gtk_widget_class_bind_template_child (widget_class, TagaDeclarationView, list);
  gtk_widget_class_bind_template_child (widget_class, TagaDeclarationView, add_button);
  gtk_widget_class_install_action (widget_class, "declaration.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "declaration.edit", "x", edit_action);
  gtk_widget_class_install_action (widget_class, "declaration.evidence", NULL, evidence_action);
  gtk_widget_class_install_action (widget_class, "declaration.remove", "x", remove_action);
}

static void
taga_declaration_view_init (TagaDeclarationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_store (TagaPage *page, TagaStore *store)
{
  TagaDeclarationView *self = TAGA_DECLARATION_VIEW (page);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                             G_CONNECT_SWAPPED);
  refresh (self);
}

static void
take_focus (TagaPage *page)
{
  TagaDeclarationView *self = TAGA_DECLARATION_VIEW (page);

  if (!gtk_widget_grab_focus (self->add_button))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
taga_declaration_view_init_page (TagaPageInterface *iface)
{
  iface->set_store = set_store;
  iface->take_focus = take_focus;
}
