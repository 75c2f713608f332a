#include "taga-link.h"

#include "taga-ui.h"

/**
 * taga_link_new:
 *
 * Makes a link within the workbench that leads nowhere yet.
 *
 * Returns: (transfer floating): a button that looks, and is read, as a link
 */
GtkWidget *
taga_link_new (void)
{
  GtkWidget *link = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK,
                                  "halign", GTK_ALIGN_START, NULL);

  gtk_button_set_child (GTK_BUTTON (link), taga_ui_create_label (""));
  gtk_widget_add_css_class (link, "link");
  gtk_widget_add_css_class (link, "taga-link");
  return link;
}

/**
 * taga_link_set:
 * @link: a link
 * @text: what it says
 * @page: name of a page
 * @item: (nullable): what to bring into view there
 *
 * Sets what a link says, and where it leads.
 */
void
taga_link_set (GtkWidget *link, const char *text, const char *page, const char *item)
{
  g_autofree char *target = item == NULL ? g_strdup (page) : g_strconcat (page, "/", item, NULL);

  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.page");
}
