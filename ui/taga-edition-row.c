#include "taga-edition-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-asset.h"
#include "taga-company.h"
#include "taga-language.h"
#include "taga-ui.h"

/**
 * TagaEditionRow:
 *
 * Which edition of the method the file goes by. Another one has another scale, so that it is asked
 * first, and a register that has assets keeps its own.
 */
struct _TagaEditionRow
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  char *other;      /* (nullable): key of the edition to change to */

  GtkLabel *title;
  GtkLabel *note;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (TagaEditionRow, taga_edition_row, GTK_TYPE_BOX)

static void
answered_cb (TagaEditionRow *self, const char *response)
{
  const TagaValue value = { self->other, TAGA_UNKNOWN };
  guint field = TAGA_COMPANY_EDITION;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "change") || self->store == NULL)
    return;

  taga_ui_report (GTK_WIDGET (self),
                  taga_action_set (self->store, TAGA_TYPE_COMPANY, 1, &field, &value, 1, &error),
                  error);
}

static void
present (TagaEditionRow *self, const char *heading, const char *body, gboolean may_change)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close",
                                   may_change ? _ ("_Cancel") : _ ("_Close"));
  if (may_change)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "change", _ ("C_hange"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Numbers that stand in the register mean something else on another scale, and turning them round
 * is what the import does. */
static void
clicked_cb (TagaEditionRow *self)
{
  g_autoptr (TagaEdition) other = taga_edition_load (self->other, NULL);
  const char *title =
      other == NULL ? self->other : taga_edition_get_title (other, taga_language_is_japanese ());
  g_autofree char *heading = g_strdup_printf (_ ("Change to “%s”?"), title);

  if (taga_store_count (self->store, TAGA_TYPE_ASSET, NULL) > 0)
    present (self, _ ("The edition stays"),
             _ ("The register has assets whose values go by the scale of this edition. To use "
                "another one, make a new file with it and import the register there: the import "
                "turns the values into those of the other scale."),
             FALSE);
  else
    present (self, heading,
             _ ("Values, threats and check items then go by that edition. It can be undone."),
             TRUE);
}

static void
taga_edition_row_dispose (GObject *object)
{
  TagaEditionRow *self = TAGA_EDITION_ROW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->other, g_free);

  G_OBJECT_CLASS (taga_edition_row_parent_class)->dispose (object);
}

static void
taga_edition_row_class_init (TagaEditionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_edition_row_dispose;
}

static void
taga_edition_row_init (TagaEditionRow *self)
{
  GtkWidget *heading = taga_ui_create_label (_ ("Method edition"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-home-card");
  gtk_widget_add_css_class (heading, "heading");

  self->title = GTK_LABEL (taga_ui_create_label (""));
  self->note = GTK_LABEL (taga_ui_create_label (""));
  self->button = gtk_button_new_with_mnemonic (_ ("Change the _Edition…"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), heading);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (self), self->button);
}

/**
 * taga_edition_row_new:
 *
 * Makes a row without a file.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_edition_row_new (void)
{
  return g_object_new (TAGA_TYPE_EDITION_ROW, NULL);
}

/**
 * taga_edition_row_set_store:
 * @self: a row
 * @store: (nullable): the company file
 *
 * Sets whose edition to show.
 */
void
taga_edition_row_set_store (TagaEditionRow *self, TagaStore *store)
{
  g_set_object (&self->store, store);
  gtk_widget_set_sensitive (self->button, store != NULL && !taga_store_is_read_only (store));
}

/**
 * taga_edition_row_refresh:
 * @self: a row that has a file
 *
 * Shows by which edition the file goes now.
 */
void
taga_edition_row_refresh (TagaEditionRow *self)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  const char *const *known = taga_edition_get_known ();
  gboolean is_japanese = taga_language_is_japanese ();

  gtk_label_set_label (self->title, taga_edition_get_title (edition, is_japanese));
  gtk_label_set_label (self->note, taga_edition_get_note (edition, is_japanese));
  g_clear_pointer (&self->other, g_free);
  for (guint i = 0; known[i] != NULL && self->other == NULL; i++)
    if (!g_str_equal (known[i], taga_edition_get_key (edition)))
      self->other = g_strdup (known[i]);
  gtk_widget_set_visible (self->button, self->other != NULL);
}
