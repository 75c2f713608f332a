#include "taga-comparison-assets.h"

#include <glib/gi18n-lib.h>

#include "taga-page.h"
#include "taga-ui.h"

/* So much of the list is seen at a time. */
#define MAX_HEIGHT 360

/* The assets that two rounds have in different bands; each leads to the register. */

static GtkWidget *
add_label (GtkWidget *box, gboolean is_name)
{
  GtkWidget *label = taga_ui_create_label ("");

  gtk_widget_set_hexpand (label, is_name);
  gtk_label_set_xalign (GTK_LABEL (label), is_name ? 0 : 1);
  if (is_name)
    gtk_widget_add_css_class (label, "taga-link-text");
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  add_label (box, TRUE);
  gtk_label_set_wrap (GTK_LABEL (add_label (box, FALSE)), FALSE);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  TagaAssetChangeItem *change = gtk_list_item_get_item (item);
  g_autofree char *way = taga_asset_change_item_format (change);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)),
                       taga_asset_change_item_get_name (change));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), way);
}

static void
activated_cb (GtkWidget *list, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  g_autoptr (TagaAssetChangeItem) item = g_list_model_get_item (model, position);
  g_autofree char *asset = NULL;

  if (item == NULL)
    return;

  asset = g_strdup_printf ("%" G_GINT64_FORMAT, taga_asset_change_item_get_asset (item));
  taga_page_open (list, "assets", asset);
}

/**
 * taga_comparison_assets_new:
 * @changes: the assets
 *
 * Makes the list. Activating an asset opens it in the register.
 *
 * Returns: (transfer floating): the list, in a frame that scrolls
 */
GtkWidget *
taga_comparison_assets_new (TagaAssetChanges *changes)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (changes)));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (list, "activate", G_CALLBACK (activated_cb), NULL);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "taga-changes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Assets whose band is not the same"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), list);
  gtk_widget_add_css_class (scroll, "card");
  gtk_widget_set_overflow (scroll, GTK_OVERFLOW_HIDDEN);

  return scroll;
}
