#include "taga-company-form.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-choice-edit.h"
#include "taga-company.h"
#include "taga-edition-row.h"
#include "taga-field-edit.h"
#include "taga-home-layout.h"
#include "taga-ui.h"

/**
 * TagaCompanyForm:
 *
 * What is known of the company, field by field. Each is kept when it is left, as one step; what is
 * refused stays, with the reason below it.
 */
struct _TagaCompanyForm
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  GtkWidget *edits[TAGA_COMPANY_N_FIELDS];
  TagaEditionRow *edition;
};

G_DEFINE_FINAL_TYPE (TagaCompanyForm, taga_company_form, ADW_TYPE_BIN)

/* In the order in which people are asked. */
static const struct
{
  const char *title;
  const char *help;
  guint fields[8];
  guint n;
} sections[] = {
  { N_ ("The Company"),
    NULL,
    { TAGA_COMPANY_NAME, TAGA_COMPANY_REPRESENTATIVE, TAGA_COMPANY_INDUSTRY, TAGA_COMPANY_EMPLOYEES,
      TAGA_COMPANY_PHONE, TAGA_COMPANY_ADDRESS, TAGA_COMPANY_BUSINESS },
    7 },
  { N_ ("Who Sees to Security"),
    NULL,
    { TAGA_COMPANY_SETUP_PEOPLE, TAGA_COMPANY_SETUP_DEDICATION, TAGA_COMPANY_SETUP_WHO },
    3 },
  { N_ ("How the Office Works"),
    N_ ("Approval boxes stand from left to right, with a “|” between them."),
    { TAGA_COMPANY_FISCAL_MONTH, TAGA_COMPANY_DATE_STYLE, TAGA_COMPANY_APPROVAL_BOXES,
      TAGA_COMPANY_RULE_SET },
    4 },
};

static gboolean
save_value (TagaCompanyForm *self, guint field, const TagaValue *value, GError **error)
{
  return taga_action_set (self->store, TAGA_TYPE_COMPANY, 1, &field, value, 1, error);
}

static gboolean
save_edit (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  return save_value (user_data, taga_field_edit_get_index (edit), value, error);
}

static gboolean
save_choice (guint field, const TagaValue *value, gpointer user_data, GError **error)
{
  return save_value (user_data, field, value, error);
}

static void
taga_company_form_dispose (GObject *object)
{
  TagaCompanyForm *self = TAGA_COMPANY_FORM (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_company_form_parent_class)->dispose (object);
}

static void
taga_company_form_class_init (TagaCompanyFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_company_form_dispose;
}

static GtkWidget *
create_edit (TagaCompanyForm *self, guint index)
{
  const TagaField *field = &taga_record_class_peek (TAGA_TYPE_COMPANY)->fields[index];
  GtkWidget *edit = field->kind == TAGA_FIELD_CHOICE
                        ? taga_choice_edit_new (field, index, save_choice, self)
                        : taga_field_edit_new (field, index, save_edit, self);

  gtk_widget_set_size_request (edit, 200, -1);
  self->edits[index] = edit;
  return edit;
}

static GtkWidget *
create_section (TagaCompanyForm *self, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = taga_ui_create_label (_ (sections[i].title));

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "taga-home-card");
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  if (sections[i].help != NULL)
    gtk_box_append (GTK_BOX (box), taga_ui_create_label (_ (sections[i].help)));
  gtk_widget_set_layout_manager (fields, taga_home_layout_new (TAGA_HOME_LAYOUT_COLUMNS));
  for (guint j = 0; j < sections[i].n; j++)
    gtk_box_append (GTK_BOX (fields), create_edit (self, sections[i].fields[j]));
  gtk_box_append (GTK_BOX (box), fields);

  return box;
}

static void
taga_company_form_init (TagaCompanyForm *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (box, "taga-home");
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    gtk_box_append (GTK_BOX (box), create_section (self, i));
  self->edition = TAGA_EDITION_ROW (taga_edition_row_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->edition));

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), clamp);
  adw_bin_set_child (ADW_BIN (self), scroll);
}

/**
 * taga_company_form_new:
 *
 * Makes a form without a file.
 *
 * Returns: (transfer floating): the form
 */
GtkWidget *
taga_company_form_new (void)
{
  return g_object_new (TAGA_TYPE_COMPANY_FORM, NULL);
}

/**
 * taga_company_form_set_store:
 * @self: a form
 * @store: (nullable): the company file
 *
 * Sets whose company to show.
 */
void
taga_company_form_set_store (TagaCompanyForm *self, TagaStore *store)
{
  gboolean locked = store == NULL || taga_store_is_read_only (store);

  g_set_object (&self->store, store);
  for (guint i = 0; i < TAGA_COMPANY_N_FIELDS; i++)
    if (TAGA_IS_FIELD_EDIT (self->edits[i]))
      taga_field_edit_set_locked (TAGA_FIELD_EDIT (self->edits[i]), locked);
    else if (self->edits[i] != NULL)
      gtk_widget_set_sensitive (self->edits[i], !locked);
  taga_edition_row_set_store (self->edition, store);
  taga_company_form_refresh (self);
}

/**
 * taga_company_form_refresh:
 * @self: a form
 *
 * Shows what the file has now. What is being typed stays.
 */
void
taga_company_form_refresh (TagaCompanyForm *self)
{
  g_autoptr (TagaRecord) company =
      self->store == NULL ? NULL : taga_store_get_record (self->store, TAGA_TYPE_COMPANY, 1, NULL);
  TagaEdition *edition = company == NULL ? NULL : taga_store_get_edition (self->store);

  for (guint i = 0; company != NULL && i < TAGA_COMPANY_N_FIELDS; i++)
    if (TAGA_IS_FIELD_EDIT (self->edits[i]))
      taga_field_edit_set_value (TAGA_FIELD_EDIT (self->edits[i]), edition,
                                 taga_record_get_value (company, i));
    else if (self->edits[i] != NULL)
      taga_choice_edit_set_value (TAGA_CHOICE_EDIT (self->edits[i]), edition,
                                  taga_record_get_value (company, i));
  if (company != NULL)
    taga_edition_row_refresh (self->edition);
}
