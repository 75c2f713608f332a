#include "taga-risk-line-control.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-company.h"
#include "taga-language.h"
#include "taga-ui.h"

/**
 * TagaRiskLineControl:
 *
 * The line of acceptance: from which risk on something has to be done, how much of that is decided,
 * and where the line can be put.
 *
 * It asks for assets by the actions `risk.show-untreated` and `risk.show-above` of the page.
 */
struct _TagaRiskLineControl
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  gboolean is_setting;

  GtkLabel *line;
  GtkMenuButton *button;
  GtkLabel *above;
  GtkWidget *untreated;
  GtkWidget *still_above;
};

G_DEFINE_FINAL_TYPE (TagaRiskLineControl, taga_risk_line_control, ADW_TYPE_BIN)

static char *
format_risk (TagaRiskLineControl *self, int risk)
{
  return taga_edition_format_risk (taga_store_get_edition (self->store), risk,
                                   taga_language_is_japanese ());
}

/* The name of a choice is the value; the usual one has none. */
static void
chosen_cb (TagaRiskLineControl *self, GtkCheckButton *choice)
{
  static const guint field = TAGA_COMPANY_ACCEPTANCE;
  const char *name = gtk_widget_get_name (GTK_WIDGET (choice));
  TagaValue value = TAGA_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->is_setting || !gtk_check_button_get_active (choice))
    return;

  if (g_ascii_isdigit (*name))
    value.number = g_ascii_strtoll (name, NULL, 10);
  gtk_menu_button_popdown (self->button);
  done = taga_action_set (self->store, TAGA_TYPE_COMPANY, 1, &field, &value, 1, &error);
  taga_ui_report (GTK_WIDGET (self), done, error);
}

static GtkCheckButton *
add_choice (TagaRiskLineControl *self, GtkBox *box, GtkCheckButton *group, int value, char *label)
{
  GtkWidget *choice = gtk_check_button_new_with_label (label);
  g_autofree char *name = value < 0 ? g_strdup ("usual") : g_strdup_printf ("%d", value);

  gtk_widget_set_name (choice, name);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), group);
  g_signal_connect_object (choice, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, choice);
  g_free (label);

  return GTK_CHECK_BUTTON (choice);
}

/* Whether an importance and a likelihood multiply to a value. */
static gboolean
is_possible (const TagaScale *scale, int value)
{
  for (int i = scale->lowest; i <= scale->highest; i++)
    for (int j = 1; j <= TAGA_MATRIX_SIZE; j++)
      if (taga_risk_value (i, j) == value)
        return TRUE;

  return FALSE;
}

static void
mark_present (GtkWidget *box, gint64 present)
{
  g_autofree char *name =
      present == TAGA_UNKNOWN ? g_strdup ("usual") : g_strdup_printf ("%d", (int) present);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child) && g_str_equal (gtk_widget_get_name (child), name))
      gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
}

static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  TagaRiskLineControl *self = user_data;
  const TagaScale *scale = taga_edition_get_scale (taga_store_get_edition (self->store));
  g_autoptr (TagaRecord) company = taga_store_get_record (self->store, TAGA_TYPE_COMPANY, 1, NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *words = taga_ui_create_label (_ (
      "From which risk on does the company do something? Smaller ones may stay as they are. Where "
      "the line is, is for the company to decide."));
  g_autofree char *usual = format_risk (self, scale->band_from[TAGA_BAND_MEDIUM]);
  GtkCheckButton *group;

  self->is_setting = TRUE;
  gtk_label_set_max_width_chars (GTK_LABEL (words), 34);
  gtk_box_append (GTK_BOX (box), words);
  group = add_choice (self, GTK_BOX (box), NULL, -1,
                      g_strdup_printf (_ ("As proposed by Taga (from %s)"), usual));
  for (int value = scale->highest * TAGA_MATRIX_SIZE; value > 0; value--)
    {
      g_autofree char *risk = format_risk (self, value);

      if (is_possible (scale, value))
        add_choice (self, GTK_BOX (box), group, value, g_strdup_printf (_ ("From %s"), risk));
    }
  if (company != NULL)
    mark_present (box, taga_record_get_number (company, TAGA_COMPANY_ACCEPTANCE));
  self->is_setting = FALSE;
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
taga_risk_line_control_dispose (GObject *object)
{
  TagaRiskLineControl *self = TAGA_RISK_LINE_CONTROL (object);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_risk_line_control_parent_class)->dispose (object);
}

static void
taga_risk_line_control_class_init (TagaRiskLineControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_risk_line_control_dispose;
}

static GtkWidget *
create_link (const char *action)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), taga_ui_create_label (""));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "link");
  gtk_widget_add_css_class (button, "taga-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);

  return button;
}

static void
set_link (GtkWidget *link, guint n, const char *text)
{
  gtk_widget_set_visible (link, n > 0);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
taga_risk_line_control_init (TagaRiskLineControl *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->line = GTK_LABEL (taga_ui_create_label (""));
  gtk_widget_set_hexpand (GTK_WIDGET (self->line), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "taga-acceptance");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _ ("Change…"));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "taga-small");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Change the line of acceptance"), -1);
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
  self->above = GTK_LABEL (taga_ui_create_label (""));
  self->untreated = create_link ("risk.show-untreated");
  self->still_above = create_link ("risk.show-above");

  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->above));
  gtk_box_append (GTK_BOX (box), self->untreated);
  gtk_box_append (GTK_BOX (box), self->still_above);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * taga_risk_line_control_update:
 * @self: the control
 * @store: the company file
 * @matrix: the figures of its register
 *
 * Shows where the line is and what lies above it.
 */
void
taga_risk_line_control_update (TagaRiskLineControl *self,
                               TagaStore *store,
                               const TagaRiskMatrix *matrix)
{
  g_autofree char *risk = NULL;
  g_autofree char *line = NULL;
  g_autofree char *above = NULL;
  g_autofree char *untreated = NULL;
  g_autofree char *still_above = NULL;

  g_set_object (&self->store, store);
  risk = format_risk (self, matrix->line);
  line = g_strdup_printf (_ ("Line of acceptance: treat from %s"), risk);
  above = g_strdup_printf (ngettext ("%u of %u asset is above the line.",
                                     "%u of %u assets are above the line.", matrix->n_assets),
                           matrix->n_above, matrix->n_assets);
  untreated = g_strdup_printf (
      ngettext ("Treatment undecided: %u", "Treatment undecided: %u", matrix->n_untreated),
      matrix->n_untreated);
  still_above = g_strdup_printf (ngettext ("⚠ Above the line even after treatment: %u",
                                           "⚠ Above the line even after treatment: %u",
                                           matrix->n_still_above),
                                 matrix->n_still_above);
  gtk_label_set_label (self->line, line);
  gtk_label_set_label (self->above, above);
  set_link (self->untreated, matrix->n_untreated, untreated);
  set_link (self->still_above, matrix->n_still_above, still_above);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), !taga_store_is_read_only (store));
}
