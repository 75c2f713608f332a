#include "taga-rule-set-box.h"

#include <glib/gi18n-lib.h>

#include "taga-company.h"
#include "taga-language.h"
#include "taga-store.h"
#include "taga-ui.h"

/**
 * TagaRuleSetBox:
 *
 * Which of the editions of the rules the company follows – five or six –, with a word where each
 * comes from.
 */
struct _TagaRuleSetBox
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  char *set;        /* (owned) (nullable): which the file has */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (TagaRuleSetBox, taga_rule_set_box, GTK_TYPE_BOX)

static void
choose (TagaRuleSetBox *self, const char *set)
{
  const guint field = TAGA_COMPANY_RULE_SET;
  const TagaValue value = { (char *) set, TAGA_UNKNOWN };
  const TagaChoice *choice =
      taga_edition_find_choice (taga_store_get_edition (self->store), "rule-set", set);
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup_printf (
      _ ("Follow the %s"), taga_language_is_japanese () ? choice->label_ja : choice->label_en);
  gboolean done = taga_store_begin (self->store, label, &error);

  if (done && !taga_store_update (self->store, TAGA_TYPE_COMPANY, 1, &field, &value, 1, &error))
    {
      taga_store_rollback (self->store);
      done = FALSE;
    }
  else if (done)
    done = taga_store_commit (self->store, &error);

  taga_ui_report (GTK_WIDGET (self), done, error);
  if (!done)
    taga_rule_set_box_update (self, self->store, self->set);
}

static void
toggled_cb (GtkCheckButton *button, TagaRuleSetBox *self)
{
  if (!self->is_updating && gtk_check_button_get_active (button))
    choose (self, g_object_get_data (G_OBJECT (button), "set"));
}

static void
add_buttons (TagaRuleSetBox *self)
{
  guint n;
  const TagaItem *sets =
      taga_edition_get_items (taga_store_get_edition (self->store), "rule-set", &n);
  gboolean japanese = taga_language_is_japanese ();
  GtkWidget *first = NULL;

  /* The newest edition stands first. */
  for (guint i = n; i > 0; i--)
    {
      GtkWidget *button = gtk_check_button_new ();
      /* Translators: the name of a set of rules, and which guideline has it */
      g_autofree char *label =
          g_strdup_printf (_ ("%s (%s)"), japanese ? sets[i - 1].short_ja : sets[i - 1].short_en,
                           japanese ? sets[i - 1].help_ja : sets[i - 1].help_en);

      gtk_check_button_set_label (GTK_CHECK_BUTTON (button), label);
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                                  first == NULL ? NULL : GTK_CHECK_BUTTON (first));
      first = first == NULL ? button : first;
      g_object_set_data_full (G_OBJECT (button), "set", g_strdup (sets[i - 1].key), g_free);
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self), button);
    }
}

static void
taga_rule_set_box_finalize (GObject *object)
{
  TagaRuleSetBox *self = TAGA_RULE_SET_BOX (object);

  g_clear_object (&self->store);
  g_free (self->set);

  G_OBJECT_CLASS (taga_rule_set_box_parent_class)->finalize (object);
}

static void
taga_rule_set_box_class_init (TagaRuleSetBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_rule_set_box_finalize;
}

static void
taga_rule_set_box_init (TagaRuleSetBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Which rules the company follows"), -1);
}

/**
 * taga_rule_set_box_update:
 * @self: the choice
 * @store: a store
 * @set: (nullable): key of the set of rules
 *
 * Shows which rules the company follows. That is the company's and not a round's, so a sealed round
 * does not lock it.
 */
void
taga_rule_set_box_update (TagaRuleSetBox *self, TagaStore *store, const char *set)
{
  self->is_updating = TRUE;
  if (set != self->set)
    {
      g_free (self->set);
      self->set = g_strdup (set);
    }
  if (g_set_object (&self->store, store) || gtk_widget_get_first_child (GTK_WIDGET (self)) == NULL)
    {
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
        gtk_box_remove (GTK_BOX (self), child);
      add_buttons (self);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                                 g_strcmp0 (g_object_get_data (G_OBJECT (child), "set"), set) == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !taga_store_is_read_only (store));
  self->is_updating = FALSE;
}
