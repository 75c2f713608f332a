#include "taga-page.h"

/**
 * TagaPage:
 *
 * A page of the workbench. The window makes it when it is first shown, and tells it then, and
 * whenever another file is opened, which file it shows. A page brings itself up to date when the
 * store says that it changed; what an undo did it needs not know.
 */
G_DEFINE_INTERFACE (TagaPage, taga_page, GTK_TYPE_WIDGET)

static void
taga_page_default_init (TagaPageInterface *iface)
{
}

/**
 * taga_page_set_store:
 * @self: a page
 * @store: (nullable): a store
 *
 * Sets the file that the page shows.
 */
void
taga_page_set_store (TagaPage *self, TagaStore *store)
{
  g_return_if_fail (TAGA_IS_PAGE (self));

  TAGA_PAGE_GET_IFACE (self)->set_store (self, store);
}

/**
 * taga_page_take_focus:
 * @self: a page that is shown
 *
 * Puts the keys where the work of the page is.
 */
void
taga_page_take_focus (TagaPage *self)
{
  g_return_if_fail (TAGA_IS_PAGE (self));

  if (TAGA_PAGE_GET_IFACE (self)->take_focus != NULL)
    TAGA_PAGE_GET_IFACE (self)->take_focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * taga_page_finish_editing:
 * @self: a page
 *
 * Keeps what is being entered on the page, before something else is done.
 *
 * Returns: `FALSE` if the entered text was refused; the page says why
 */
gboolean
taga_page_finish_editing (TagaPage *self)
{
  g_return_val_if_fail (TAGA_IS_PAGE (self), TRUE);

  return TAGA_PAGE_GET_IFACE (self)->finish_editing == NULL
         || TAGA_PAGE_GET_IFACE (self)->finish_editing (self);
}

/**
 * taga_page_show_item:
 * @self: a page that is shown
 * @item: what, by the key that links name, e.g. "7-1"
 *
 * Brings one item of the page into view. A page that knows no such item stays as it is.
 */
void
taga_page_show_item (TagaPage *self, const char *item)
{
  g_return_if_fail (TAGA_IS_PAGE (self));

  if (TAGA_PAGE_GET_IFACE (self)->show_item != NULL)
    TAGA_PAGE_GET_IFACE (self)->show_item (self, item);
}

/**
 * taga_page_follow_step:
 * @self: a page that is shown
 * @step: a step of the history that was undone or done again
 *
 * Brings what the step has changed into view, if it is of this page.
 */
void
taga_page_follow_step (TagaPage *self, gint64 step)
{
  g_return_if_fail (TAGA_IS_PAGE (self));

  if (TAGA_PAGE_GET_IFACE (self)->follow_step != NULL)
    TAGA_PAGE_GET_IFACE (self)->follow_step (self, step);
}

/**
 * taga_page_search:
 * @self: a page that is shown
 *
 * Opens the page's own search.
 *
 * Returns: `FALSE` if it has none
 */
gboolean
taga_page_search (TagaPage *self)
{
  g_return_val_if_fail (TAGA_IS_PAGE (self), FALSE);

  if (TAGA_PAGE_GET_IFACE (self)->search == NULL)
    return FALSE;

  TAGA_PAGE_GET_IFACE (self)->search (self);
  return TRUE;
}

/**
 * taga_page_set_projector:
 * @self: a page
 * @on: whether it is shown to a room
 *
 * Makes room for the main part of the page while it is shown to a room.
 */
void
taga_page_set_projector (TagaPage *self, gboolean on)
{
  g_return_if_fail (TAGA_IS_PAGE (self));

  if (TAGA_PAGE_GET_IFACE (self)->set_projector != NULL)
    TAGA_PAGE_GET_IFACE (self)->set_projector (self, on);
}

/**
 * taga_page_open:
 * @widget: a widget in the workbench
 * @page: name of a page
 * @item: (nullable): what to bring into view there
 *
 * Leads to a page, and to something on it, as a link does.
 */
void
taga_page_open (GtkWidget *widget, const char *page, const char *item)
{
  g_autofree char *target = item == NULL ? g_strdup (page) : g_strconcat (page, "/", item, NULL);

  gtk_widget_activate_action (widget, "win.page", "s", target);
}
