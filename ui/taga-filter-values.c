#include "taga-filter-values.h"

#include <glib/gi18n-lib.h>

#include "taga-ui.h"
#include "taga-value-counts.h"
#include "taga-value-text.h"

/* As much of a value as the list shows, in characters. */
#define MAX_LENGTH 28

/**
 * TagaFilterValues:
 *
 * The values of a column to choose among, each with how often it is there.
 */
struct _TagaFilterValues
{
  AdwBin parent_instance;

  TagaStore *store; /* (owned) */
  const TagaField *field;
  GtkWidget *box;
  GPtrArray *checks; /* (owned) (element-type GtkCheckButton) */
};

G_DEFINE_FINAL_TYPE (TagaFilterValues, taga_filter_values, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
taga_filter_values_finalize (GObject *object)
{
  TagaFilterValues *self = TAGA_FILTER_VALUES (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_filter_values_parent_class)->finalize (object);
}

static void
taga_filter_values_class_init (TagaFilterValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_filter_values_finalize;

  /**
   * TagaFilterValues::changed:
   *
   * The user has chosen another value, or one less.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAGA_TYPE_FILTER_VALUES, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
taga_filter_values_init (TagaFilterValues *self)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  self->checks = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 230);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), self->box);
  adw_bin_set_child (ADW_BIN (self), window);
}

static void
toggled_cb (TagaFilterValues *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What a value is called: its first line, if it has several. */
static char *
create_label (TagaFilterValues *self, const char *key, guint n)
{
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (taga_field_is_text (self->field))
    value.text = g_strdup (key);
  else
    value.number = g_ascii_strtoll (key, NULL, 10);

  if (self->field->kind == TAGA_FIELD_MARK)
    text = g_strdup (value.number > 0 ? _ ("Yes") : _ ("No"));
  else if (*key == '\0')
    text = g_strdup (_ ("(empty)"));
  else
    text = taga_value_text_format (self->store, self->field, &value);
  label = taga_ui_shorten (g_strdelimit (text, "\n", ' '), MAX_LENGTH);

  /* Translators: a value, and in how many rows it is */
  return g_strdup_printf (_ ("%s (%u)"), label, n);
}

static void
add_check (TagaFilterValues *self, const char *key, guint n, gboolean active)
{
  g_autofree char *label = create_label (self, key, n);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (check), "taga-key", g_strdup (key), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), check);
  g_ptr_array_add (self->checks, check);
}

static gboolean
is_among (char **keys, const char *key)
{
  return keys != NULL && g_strv_contains ((const char *const *) keys, key);
}

/* The choices of a list in its order, those too that no row has; then what is empty. */
static void
add_choices (TagaFilterValues *self, GPtrArray *counts, char **keys)
{
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), self->field->domain, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", choices[i].number);
      const char *key = self->field->kind == TAGA_FIELD_LEVEL ? number : choices[i].key;

      add_check (self, key, taga_value_counts_find (counts, key), is_among (keys, key));
    }

  if (is_among (keys, "") || taga_value_counts_find (counts, "") > 0)
    add_check (self, "", taga_value_counts_find (counts, ""), is_among (keys, ""));
}

static void
add_values (TagaFilterValues *self, GPtrArray *counts, char **keys, guint max)
{
  guint n = MIN (counts->len, max);

  /* What is chosen stays in sight, whatever is typed. */
  for (char **key = keys; key != NULL && *key != NULL; key++)
    add_check (self, *key, taga_value_counts_find (counts, *key), TRUE);
  for (guint i = 0; i < n; i++)
    {
      const TagaValueCount *count = g_ptr_array_index (counts, i);

      if (!is_among (keys, count->key))
        add_check (self, count->key, count->n, FALSE);
    }

  if (counts->len > max)
    {
      g_autofree char *text =
          g_strdup_printf (ngettext ("Only the %u most frequent value; type to see others",
                                     "Only the %u most frequent values; type to see others", max),
                           max);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (self->box), label);
    }
}

/**
 * taga_filter_values_new:
 * @store: the company file
 * @field: the column's field
 *
 * Makes an empty list.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
taga_filter_values_new (TagaStore *store, const TagaField *field)
{
  TagaFilterValues *self = g_object_new (TAGA_TYPE_FILTER_VALUES, NULL);

  self->store = g_object_ref (store);
  self->field = field;

  return GTK_WIDGET (self);
}

/**
 * taga_filter_values_fill:
 * @self: a list
 * @counts: (element-type TagaValueCount): the values
 * @keys: (nullable) (array zero-terminated=1): those that are chosen
 * @max: how many values to show at most
 *
 * Fills the list.
 */
void
taga_filter_values_fill (TagaFilterValues *self, GPtrArray *counts, char **keys, guint max)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->checks, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  if (self->field->kind == TAGA_FIELD_CHOICE || self->field->kind == TAGA_FIELD_LEVEL)
    add_choices (self, counts, keys);
  else if (self->field->kind == TAGA_FIELD_MARK)
    {
      add_check (self, "1", taga_value_counts_find (counts, "1"), is_among (keys, "1"));
      add_check (self, "0", taga_value_counts_find (counts, "0"), is_among (keys, "0"));
    }
  else
    add_values (self, counts, keys, max);
}

/**
 * taga_filter_values_dup_keys:
 * @self: a list
 *
 * Gets the values that are chosen.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the values, or `NULL` if none is,
 *   so that all are shown
 */
char **
taga_filter_values_dup_keys (TagaFilterValues *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (!gtk_check_button_get_active (check))
        continue;
      g_strv_builder_add (builder, g_object_get_data (G_OBJECT (check), "taga-key"));
      n++;
    }

  return n == 0 ? NULL : g_strv_builder_end (builder);
}
