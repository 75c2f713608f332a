#pragma once

#include <gtk/gtk.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_PAGE (taga_page_get_type ())
G_DECLARE_INTERFACE (TagaPage, taga_page, TAGA, PAGE, GtkWidget)

/**
 * TagaPageInterface:
 * @set_store: sets the file that the page shows; `NULL` for none
 * @take_focus: (nullable): puts the keys where the work is
 * @finish_editing: (nullable): keeps what is being entered; `FALSE` if it was refused
 * @show_item: (nullable): brings one item of the page into view, by the key that links name
 * @follow_step: (nullable): shows what a step of the history, undone or done again, has changed
 * @search: (nullable): opens the page's own search
 * @set_projector: (nullable): hides what stands beside the page's main part while it is shown to a
 *   room, and brings it back
 *
 * A page of the workbench.
 */
struct _TagaPageInterface
{
  GTypeInterface parent_iface;

  void (*set_store) (TagaPage *self, TagaStore *store);
  void (*take_focus) (TagaPage *self);
  gboolean (*finish_editing) (TagaPage *self);
  void (*show_item) (TagaPage *self, const char *item);
  void (*follow_step) (TagaPage *self, gint64 step);
  void (*search) (TagaPage *self);
  void (*set_projector) (TagaPage *self, gboolean on);
};

void taga_page_set_store (TagaPage *self, TagaStore *store);
void taga_page_take_focus (TagaPage *self);
gboolean taga_page_finish_editing (TagaPage *self);
void taga_page_show_item (TagaPage *self, const char *item);
void taga_page_follow_step (TagaPage *self, gint64 step);
gboolean taga_page_search (TagaPage *self);
void taga_page_set_projector (TagaPage *self, gboolean on);

void taga_page_open (GtkWidget *widget, const char *page, const char *item);

G_END_DECLS
