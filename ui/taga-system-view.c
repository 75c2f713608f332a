#include "taga-system-view.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-company.h"
#include "taga-field-edit.h"
#include "taga-system.h"

/**
 * TagaSystemView:
 *
 * The overview of the company's systems (guideline v3.1, Step 3 (2)): how many of what, with which
 * OS, on the internet or not; and below it how they are connected, in words.
 */
struct _TagaSystemView
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  TagaRegisterView *systems;
  TagaFieldEdit *note;
};

G_DEFINE_FINAL_TYPE (TagaSystemView, taga_system_view, GTK_TYPE_BOX)

static GtkWidget *
create_empty (gboolean is_narrowed)
{
  return taga_register_view_create_empty (
      is_narrowed, "computer-symbolic", _ ("No systems are entered yet"),
      _ ("PCs, phones, servers, network devices and cloud services: how many there are, and which "
         "are on the internet. What security will cost follows from it."),
      _ ("Enter the First _System"));
}

static gboolean
save_note (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  TagaSystemView *self = user_data;
  guint field = TAGA_COMPANY_SYSTEM_NOTE;

  return taga_action_set (self->store, TAGA_TYPE_COMPANY, 1, &field, value, 1, error);
}

static void
taga_system_view_dispose (GObject *object)
{
  g_clear_object (&TAGA_SYSTEM_VIEW (object)->store);

  G_OBJECT_CLASS (taga_system_view_parent_class)->dispose (object);
}

static void
taga_system_view_class_init (TagaSystemViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_system_view_dispose;
}

static void
taga_system_view_init (TagaSystemView *self)
{
  const TagaField *field =
      &taga_record_class_peek (TAGA_TYPE_COMPANY)->fields[TAGA_COMPANY_SYSTEM_NOTE];
  GtkWidget *note = taga_field_edit_new (field, TAGA_COMPANY_SYSTEM_NOTE, save_note, self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->systems = TAGA_REGISTER_VIEW (
      taga_register_view_new (TAGA_TYPE_SYSTEM, _ ("Systems"), _ ("_System"), create_empty));
  self->note = TAGA_FIELD_EDIT (note);
  gtk_widget_add_css_class (note, "taga-sums");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->systems));
  gtk_box_append (GTK_BOX (self), note);
}

/**
 * taga_system_view_new:
 *
 * Makes a view without a file.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_system_view_new (void)
{
  return g_object_new (TAGA_TYPE_SYSTEM_VIEW, NULL);
}

/**
 * taga_system_view_get_register:
 * @self: a view
 *
 * Gets the systems.
 *
 * Returns: (transfer none): the register
 */
TagaRegisterView *
taga_system_view_get_register (TagaSystemView *self)
{
  return self->systems;
}

/**
 * taga_system_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose systems to show.
 */
void
taga_system_view_set_store (TagaSystemView *self, TagaStore *store)
{
  g_set_object (&self->store, store);
  taga_register_view_set_store (self->systems, store);
  taga_field_edit_set_locked (self->note, store == NULL || taga_store_is_read_only (store));
  taga_system_view_refresh (self);
}

/**
 * taga_system_view_refresh:
 * @self: a view
 *
 * Shows what the file has now.
 */
void
taga_system_view_refresh (TagaSystemView *self)
{
  g_autoptr (TagaRecord) company =
      self->store == NULL ? NULL : taga_store_get_record (self->store, TAGA_TYPE_COMPANY, 1, NULL);

  if (company != NULL)
    taga_field_edit_set_value (self->note, taga_store_get_edition (self->store),
                               taga_record_get_value (company, TAGA_COMPANY_SYSTEM_NOTE));
}
