#include "taga-check-panel.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-effect.h"
#include "taga-answer-panel.h"
#include "taga-check.h"
#include "taga-field-edit.h"
#include "taga-file-dialog.h"
#include "taga-language.h"
#include "taga-mapping-box.h"
#include "taga-own-item-bar.h"
#include "taga-ui.h"

/**
 * TagaCheckPanel:
 *
 * The details of a check item: what counts as done, who answered, remarks, what depends on it, the
 * evidence, and what it counts for.
 */
struct _TagaCheckPanel
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */

  TagaAnswerPanel *panel;
  TagaAnswerEffect *effect;
  TagaMappingBox *mapping;
  TagaOwnItemBar *own_bar;
  GtkLabel *source;
  GtkWidget *open_button;
  GtkWidget *file_button;
};

G_DEFINE_FINAL_TYPE (TagaCheckPanel, taga_check_panel, ADW_TYPE_BIN)

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error)
      && gtk_widget_get_root (widget) != NULL)
    taga_ui_show_error (widget, _ ("The address could not be opened"), error);
}

/* A file may come from anywhere, so only what a browser shows is opened from it. */
static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = text == NULL ? NULL : g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0'
         && (g_str_equal (g_uri_get_scheme (uri), "https")
             || g_str_equal (g_uri_get_scheme (uri), "http"));
}

static void
open_cb (TagaCheckPanel *self)
{
  g_autofree char *address = NULL;
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autoptr (GError) error = NULL;

  if (!taga_field_edit_finish_all (GTK_WIDGET (self->panel)))
    return;

  address = taga_answer_panel_dup_value (self->panel, TAGA_CHECK_EVIDENCE_LINK);
  if (!is_web_address (address))
    {
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                   _ ("Only addresses of the web are opened from here. They begin "
                                      "with https:// or http://."));
      taga_ui_show_error (GTK_WIDGET (self), _ ("The address could not be opened"), error);
      return;
    }

  context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));
  g_app_info_launch_default_for_uri_async (address, G_APP_LAUNCH_CONTEXT (context), NULL,
                                           launched_cb, g_object_ref (GTK_WIDGET (self)));
}

/* A question about one item is not answered for another. */
typedef struct
{
  TagaCheckPanel *self; /* (owned) */
  char *item;           /* (owned) */
} Question;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GFile) file = taga_file_dialog_open_finish (result, NULL);
  const TagaItem *item = taga_answer_panel_get_item (question->self->panel);
  g_autofree char *name = file == NULL ? NULL : g_file_get_parse_name (file);

  if (name != NULL && item != NULL && g_str_equal (item->key, question->item))
    taga_answer_panel_set_value (question->self->panel, TAGA_CHECK_EVIDENCE_FILE, name);
  g_object_unref (question->self);
  g_free (question->item);
  g_free (question);
}

static void
choose_cb (TagaCheckPanel *self)
{
  static const TagaFileKind kind = TAGA_FILE_ANY;
  const TagaItem *item = taga_answer_panel_get_item (self->panel);
  Question *question;

  if (item == NULL || !taga_field_edit_finish_all (GTK_WIDGET (self->panel)))
    return;

  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->item = g_strdup (item->key);
  taga_file_dialog_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                         _ ("Choose Evidence"), &kind, 1, chosen_cb, question);
}

static void
taga_check_panel_dispose (GObject *object)
{
  g_clear_object (&TAGA_CHECK_PANEL (object)->store);

  G_OBJECT_CLASS (taga_check_panel_parent_class)->dispose (object);
}

static void
taga_check_panel_class_init (TagaCheckPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_check_panel_dispose;
}

/* A field and a button beside it. */
static GtkWidget *
add_field_with_button (TagaCheckPanel *self, GtkWidget *part, guint field, const char *label)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_hexpand (taga_answer_panel_add_field (self->panel, line, field), TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (part), line);
  return button;
}

static void
add_evidence (TagaCheckPanel *self)
{
  GtkWidget *part = taga_answer_panel_add_part (self->panel, _ ("What Shows It"));

  taga_answer_panel_add_field (self->panel, part, TAGA_CHECK_EVIDENCE);
  self->open_button = add_field_with_button (self, part, TAGA_CHECK_EVIDENCE_LINK, _ ("_Open"));
  self->file_button = add_field_with_button (self, part, TAGA_CHECK_EVIDENCE_FILE, _ ("C_hoose…"));
  taga_answer_panel_add_field (self->panel, part, TAGA_CHECK_EVIDENCE_ON);
  taga_answer_panel_add_field (self->panel, part, TAGA_CHECK_EVIDENCE_BY);
  g_signal_connect_object (self->open_button, "clicked", G_CALLBACK (open_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->file_button, "clicked", G_CALLBACK (choose_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
taga_check_panel_init (TagaCheckPanel *self)
{
  GtkWidget *part;

  self->panel = TAGA_ANSWER_PANEL (taga_answer_panel_new (TAGA_TYPE_CHECK));
  part = taga_answer_panel_add_part (self->panel, _ ("What Depends on It"));
  self->effect = TAGA_ANSWER_EFFECT (taga_answer_effect_new (TAGA_TYPE_CHECK));
  gtk_box_append (GTK_BOX (part), GTK_WIDGET (self->effect));
  add_evidence (self);
  part = taga_answer_panel_add_part (self->panel, _ ("What It Counts For"));
  self->mapping = TAGA_MAPPING_BOX (taga_mapping_box_new ());
  gtk_box_append (GTK_BOX (part), GTK_WIDGET (self->mapping));

  self->own_bar = TAGA_OWN_ITEM_BAR (taga_own_item_bar_new ("check"));
  self->source = GTK_LABEL (taga_ui_create_label (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->source), "caption");
  gtk_box_append (GTK_BOX (self->panel), GTK_WIDGET (self->own_bar));
  gtk_box_append (GTK_BOX (self->panel), GTK_WIDGET (self->source));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->panel));
}

/**
 * taga_check_panel_new:
 *
 * Makes a panel that shows nothing yet.
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
taga_check_panel_new (void)
{
  return g_object_new (TAGA_TYPE_CHECK_PANEL, NULL);
}

/**
 * taga_check_panel_show:
 * @self: a panel
 * @store: (nullable): the company file
 * @item: (nullable): key of a check item, or `NULL` to show nothing
 *
 * Shows a check item as the round in use has it.
 */
void
taga_check_panel_show (TagaCheckPanel *self, TagaStore *store, const char *item)
{
  const TagaItem *known;
  g_autofree char *address = NULL;

  g_return_if_fail (TAGA_IS_CHECK_PANEL (self));

  g_set_object (&self->store, store);
  taga_answer_panel_show (self->panel, store, 0, item);
  known = taga_answer_panel_get_item (self->panel);
  taga_answer_effect_show (self->effect, store, known);
  taga_mapping_box_show (self->mapping, store, known);
  taga_own_item_bar_show (self->own_bar, store, known);
  if (known == NULL)
    return;

  address = taga_answer_panel_dup_value (self->panel, TAGA_CHECK_EVIDENCE_LINK);
  gtk_widget_set_sensitive (self->open_button, address != NULL);
  gtk_widget_set_sensitive (self->file_button, taga_answer_record_find_obstacle (store) == NULL);
  gtk_label_set_label (self->source,
                       taga_edition_get_source (taga_store_get_edition (store), "check",
                                                taga_language_is_japanese ()));
  gtk_widget_set_visible (GTK_WIDGET (self->source), !known->is_own);
}
