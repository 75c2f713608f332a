#include "taga-round-bar.h"

#include <glib/gi18n-lib.h>

#include "taga-history.h"
#include "taga-link.h"
#include "taga-round-list.h"
#include "taga-round.h"
#include "taga-ui.h"

/**
 * TagaRoundBar:
 *
 * Above the pages of a round: which round they show, an earlier one to look at, and why nothing can
 * be changed there. With one open round there is nothing to say.
 */
struct _TagaRoundBar
{
  AdwBin parent_instance;

  TagaStore *store;  /* (owned) (nullable) */
  GPtrArray *rounds; /* (owned) (nullable) (element-type TagaRecord): the newest first */
  gboolean is_filling;

  GtkWidget *grid;
  GtkDropDown *chooser;
  GtkWidget *title;
  GtkLabel *label;
  GtkWidget *back_button;
  GtkWidget *link;
};

G_DEFINE_FINAL_TYPE (TagaRoundBar, taga_round_bar, ADW_TYPE_BIN)

/* A chooser is as wide as its longest name, and the page as wide as the chooser. */
#define MAX_NAME 20

static char *
describe_round (TagaRecord *round)
{
  const char *whole = taga_record_get_text (round, TAGA_ROUND_NAME);
  g_autofree char *start = whole == NULL || g_utf8_strlen (whole, -1) <= MAX_NAME
                               ? NULL
                               : g_utf8_substring (whole, 0, MAX_NAME);
  g_autofree char *name =
      start == NULL ? g_strdup (whole == NULL ? "" : whole) : g_strconcat (start, "…", NULL);

  if (taga_record_get_text (round, TAGA_ROUND_SEALED_ON) == NULL)
    return g_steal_pointer (&name);

  /* Translators: the name of a round */
  return g_strdup_printf (_ ("%s (sealed)"), name);
}

static TagaRecord *
find_round (TagaRoundBar *self, gint64 id, guint *place)
{
  for (guint i = 0; self->rounds != NULL && i < self->rounds->len; i++)
    if (taga_record_get_id (g_ptr_array_index (self->rounds, i)) == id)
      {
        *place = i;
        return g_ptr_array_index (self->rounds, i);
      }

  return NULL;
}

static gboolean
has_same_names (GListModel *shown, GListModel *names)
{
  guint n = g_list_model_get_n_items (names);

  if (shown == NULL || g_list_model_get_n_items (shown) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (shown), i),
                      gtk_string_list_get_string (GTK_STRING_LIST (names), i)))
      return FALSE;

  return TRUE;
}

static void
fill_chooser (TagaRoundBar *self, guint place)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->rounds->len; i++)
    gtk_string_list_take (names, describe_round (g_ptr_array_index (self->rounds, i)));

  /* The list may be open, or just be telling what was chosen in it. */
  self->is_filling = TRUE;
  if (!has_same_names (gtk_drop_down_get_model (self->chooser), G_LIST_MODEL (names)))
    gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chooser, place);
  self->is_filling = FALSE;
}

static void
show_words (TagaRoundBar *self, gboolean is_sealed)
{
  gboolean looks_back = taga_store_looks_back (self->store);
  const char *text = NULL;

  if (looks_back && is_sealed)
    text = _ ("This is a sealed round. It cannot be changed.");
  else if (looks_back)
    text = _ ("This is an earlier round. It can be read here, and not changed.");
  else if (is_sealed)
    text = _ ("The round in use is sealed. Its answers cannot be changed.");

  gtk_label_set_label (self->label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->label), text != NULL);
  gtk_widget_set_visible (self->back_button, looks_back);
  gtk_widget_set_visible (self->link, is_sealed && !looks_back);
  if (text != NULL)
    gtk_widget_add_css_class (self->grid, "taga-notice");
  else
    gtk_widget_remove_css_class (self->grid, "taga-notice");
}

static void
update (TagaRoundBar *self)
{
  TagaRecord *round;
  guint place = 0;
  gboolean is_sealed;

  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  self->rounds = taga_round_list_read (self->store, NULL);
  round = find_round (self, taga_store_get_round (self->store), &place);
  gtk_widget_set_visible (GTK_WIDGET (self), round != NULL);
  if (round == NULL)
    return;

  is_sealed = taga_record_get_text (round, TAGA_ROUND_SEALED_ON) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), self->rounds->len > 1 || is_sealed);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), self->rounds->len > 1);
  gtk_widget_set_visible (self->title, self->rounds->len > 1);
  fill_chooser (self, place);
  show_words (self, is_sealed);
}

static void
select_round (TagaRoundBar *self, gint64 round)
{
  g_autoptr (GError) error = NULL;

  if (round == taga_store_find_round_in_use (self->store))
    round = 0;
  if (!taga_store_select_round (self->store, round, &error))
    taga_ui_show_error (GTK_WIDGET (self), _ ("The Round Cannot Be Shown"), error);
}

static void
chosen_cb (TagaRoundBar *self)
{
  guint place = gtk_drop_down_get_selected (self->chooser);
  gint64 round;

  if (self->is_filling || self->store == NULL || place >= self->rounds->len)
    return;

  round = taga_record_get_id (g_ptr_array_index (self->rounds, place));
  if (round != taga_store_get_round (self->store))
    select_round (self, round);
}

/* The button goes with what it ends; the keys stay in the bar. */
static void
back_cb (TagaRoundBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
  select_round (self, 0);
}

static gboolean
concerns_rounds (const TagaChange *changes, guint n_changes)
{
  for (guint i = 0; changes != NULL && i < n_changes; i++)
    if (changes[i].type == TAGA_TYPE_ROUND)
      return TRUE;

  return changes == NULL;
}

static void
changed_cb (TagaRoundBar *self, const TagaChange *changes, guint n_changes)
{
  gint64 round = taga_store_get_round (self->store);
  guint place;

  if (!concerns_rounds (changes, n_changes))
    return;

  update (self);

  /* A round that is gone cannot be looked at any more. */
  if (round != 0 && self->rounds != NULL && find_round (self, round, &place) == NULL)
    taga_store_select_round (self->store, 0, NULL);
}

static void
taga_round_bar_dispose (GObject *object)
{
  TagaRoundBar *self = TAGA_ROUND_BAR (object);

  taga_round_bar_set_store (self, NULL);

  G_OBJECT_CLASS (taga_round_bar_parent_class)->dispose (object);
}

static void
taga_round_bar_class_init (TagaRoundBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_round_bar_dispose;
}

static void
taga_round_bar_init (TagaRoundBar *self)
{
  self->grid = gtk_grid_new ();
  self->title = gtk_label_new_with_mnemonic (_ ("_Round"));
  self->chooser = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->label = GTK_LABEL (taga_ui_create_label (""));
  self->back_button = gtk_button_new_with_mnemonic (_ ("_Back to the Round in Use"));
  self->link = taga_link_new ();

  gtk_label_set_mnemonic_widget (GTK_LABEL (self->title), GTK_WIDGET (self->chooser));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The round that is shown"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_set_valign (self->back_button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->link, GTK_ALIGN_CENTER);
  taga_link_set (self->link, _ ("Begin a new round"), "rounds", NULL);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_add_css_class (self->grid, "taga-page-bar");
  gtk_grid_attach (GTK_GRID (self->grid), self->title, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (self->chooser), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), GTK_WIDGET (self->label), 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->back_button, 3, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->link, 4, 0, 1, 1);
  adw_bin_set_child (ADW_BIN (self), self->grid);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  g_signal_connect_object (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->back_button, "clicked", G_CALLBACK (back_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * taga_round_bar_new:
 *
 * Makes a bar of no file.
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
taga_round_bar_new (void)
{
  return g_object_new (TAGA_TYPE_ROUND_BAR, NULL);
}

/**
 * taga_round_bar_set_store:
 * @self: a bar
 * @store: (nullable): the company file
 *
 * Sets whose rounds there are to choose from.
 */
void
taga_round_bar_set_store (TagaRoundBar *self, TagaStore *store)
{
  g_return_if_fail (TAGA_IS_ROUND_BAR (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  if (store == NULL)
    return;

  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}
