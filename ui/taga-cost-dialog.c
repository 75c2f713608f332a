#include "taga-cost-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-advice-text.h"
#include "taga-cost.h"
#include "taga-cursor.h"
#include "taga-edits.h"
#include "taga-language.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/**
 * TagaCostDialog:
 *
 * What it would cost to get each check item done that is not, those of the plan first.
 */
struct _TagaCostDialog
{
  AdwWindow parent_instance;

  GtkWidget *widget; /* (owned): where it was asked for */
  TagaStore *store;  /* (owned) */
  GPtrArray *rows;   /* (owned): the entries, each with its item as its name */
  GHashTable *ids;   /* (owned): item -> number of its record */
  GHashTable *costs; /* (owned): item -> yen */

  /* Template */
  AdwPreferencesGroup *first;
  AdwPreferencesGroup *rest;
  GtkLabel *line;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (TagaCostDialog, taga_cost_dialog, ADW_TYPE_WINDOW)

/* The amount that a row shows, which may be no amount. */
static gboolean
read_row (GtkEditable *row, gint64 *yen)
{
  return taga_advice_text_parse_yen (gtk_editable_get_text (row), yen);
}

static gint64
get_cost (TagaCostDialog *self, const char *item)
{
  const gint64 *cost = g_hash_table_lookup (self->costs, item);

  return cost == NULL ? TAGA_UNKNOWN : *cost;
}

static void
changed_cb (TagaCostDialog *self)
{
  guint n_changed = 0, n_wrong = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gint64 yen;

      if (!read_row (GTK_EDITABLE (row), &yen))
        {
          gtk_widget_add_css_class (row, "error");
          n_wrong++;
          continue;
        }

      gtk_widget_remove_css_class (row, "error");
      n_changed += yen != get_cost (self, gtk_widget_get_name (row));
    }

  if (n_wrong > 0)
    text = g_strdup_printf (ngettext ("%u entry is not an amount in yen. Write 30000 or 3万.",
                                      "%u entries are not amounts in yen. Write 30000 or 3万.",
                                      n_wrong),
                            n_wrong);
  else
    text =
        g_strdup_printf (ngettext ("%u cost changes.", "%u costs change.", n_changed), n_changed);
  gtk_label_set_label (self->line, text);
  gtk_widget_set_sensitive (self->apply_button, n_wrong == 0 && n_changed > 0);
}

static void
put_cost (TagaCostDialog *self, TagaEdits *edits, const char *item, gint64 yen)
{
  const gint64 *id = g_hash_table_lookup (self->ids, item);
  const TagaValue key = { (char *) item, TAGA_UNKNOWN };
  const TagaValue cost = { NULL, yen };

  if (id == NULL)
    {
      taga_edits_add (edits);
      taga_edits_put (edits, TAGA_COST_ITEM, &key);
    }
  else
    taga_edits_change (edits, *id);
  taga_edits_put (edits, TAGA_COST_COST, &cost);
}

static void
apply_cb (TagaCostDialog *self)
{
  g_autoptr (TagaEdits) edits = taga_edits_new (TAGA_TYPE_COST);
  g_autoptr (GArray) new_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  guint n;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gint64 yen;

      if (!read_row (GTK_EDITABLE (row), &yen))
        return;
      if (yen != get_cost (self, gtk_widget_get_name (row)))
        put_cost (self, edits, gtk_widget_get_name (row), yen);
    }

  n = taga_edits_get_n_records (edits);
  label = g_strdup_printf (ngettext ("Enter %u cost", "Enter %u costs", n), n);
  if (!taga_edits_apply (edits, self->store, label, new_ids, NULL, NULL, NULL, &error))
    {
      taga_ui_report (GTK_WIDGET (self), FALSE, error);
      return;
    }

  taga_undo_action_announce (self->widget, self->store);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
taga_cost_dialog_dispose (GObject *object)
{
  TagaCostDialog *self = TAGA_COST_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->costs, g_hash_table_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->widget);
  if (self->apply_button != NULL)
    gtk_window_set_default_widget (GTK_WINDOW (self), NULL);
  adw_window_set_content (ADW_WINDOW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_COST_DIALOG);

  G_OBJECT_CLASS (taga_cost_dialog_parent_class)->dispose (object);
}

static void
taga_cost_dialog_class_init (TagaCostDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_cost_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-cost-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaCostDialog, first);
  gtk_widget_class_bind_template_child (widget_class, TagaCostDialog, rest);
  gtk_widget_class_bind_template_child (widget_class, TagaCostDialog, line);
  gtk_widget_class_bind_template_child (widget_class, TagaCostDialog, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
taga_cost_dialog_init (TagaCostDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->costs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
load (TagaCostDialog *self, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = taga_cursor_new (self->store, TAGA_TYPE_COST, query, error);
  const TagaValue *values;
  gboolean has_row = cursor != NULL;
  gint64 id;

  while (has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (!has_row || values[TAGA_COST_ITEM].text == NULL)
        continue;

      g_hash_table_insert (self->ids, g_strdup (values[TAGA_COST_ITEM].text),
                           g_memdup2 (&id, sizeof id));
      g_hash_table_insert (self->costs, g_strdup (values[TAGA_COST_ITEM].text),
                           g_memdup2 (&values[TAGA_COST_COST].number, sizeof (gint64)));
    }

  return cursor != NULL;
}

static void
add_row (TagaCostDialog *self, AdwPreferencesGroup *group, const char *key)
{
  const TagaItem *item =
      taga_edition_find_item (taga_store_get_edition (self->store), "check", key);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *entry = gtk_entry_new ();
  gint64 cost = get_cost (self, key);
  g_autofree char *title = NULL;

  if (item == NULL)
    title = g_strdup (key);
  else
    title = g_strdup_printf ("%s %s", key,
                             taga_language_is_japanese () ? item->short_ja : item->short_en);
  gtk_widget_set_name (entry, key);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("yen"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (cost != TAGA_UNKNOWN)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, cost);

      gtk_editable_set_text (GTK_EDITABLE (entry), text);
    }
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, entry);
}

static gboolean
contains (GPtrArray *keys, const char *key)
{
  return keys != NULL && g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL);
}

/* In the order of what they change alone, so that what matters is asked for first. */
static void
fill (TagaCostDialog *self, TagaAdvice *advice, GPtrArray *first)
{
  GPtrArray *items = taga_advice_get_items (advice);

  for (guint i = 0; first != NULL && i < first->len; i++)
    add_row (self, self->first, g_ptr_array_index (first, i));
  for (guint i = 0; i < items->len; i++)
    {
      const TagaAdviceSet *item = g_ptr_array_index (items, i);

      if (!contains (first, g_ptr_array_index (item->checks, 0)))
        add_row (self, self->rest, g_ptr_array_index (item->checks, 0));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->first), first != NULL && first->len > 0);
}

/**
 * taga_cost_dialog_present:
 * @widget: a widget of the window
 * @store: the company file
 * @advice: what to do first there
 * @first: (nullable) (element-type utf8): the items that stand first
 *
 * Lets the user enter what check items cost, as one step.
 */
void
taga_cost_dialog_present (GtkWidget *widget, TagaStore *store, TagaAdvice *advice, GPtrArray *first)
{
  TagaCostDialog *self = g_object_new (TAGA_TYPE_COST_DIALOG, NULL);
  g_autoptr (GError) error = NULL;

  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  if (!load (self, &error))
    {
      taga_ui_show_error (widget, _ ("The Costs Cannot Be Shown"), error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  fill (self, advice, first);
  changed_cb (self);
  gtk_window_set_transient_for (GTK_WINDOW (self),
                                GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW)));
  gtk_window_present (GTK_WINDOW (self));
  if (self->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}
