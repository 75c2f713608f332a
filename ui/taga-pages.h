#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TagaPageEntry:
 * @name: by which links and actions name the page
 * @title: what stands in the sidebar, marked with N_()
 * @icon: name of its icon
 * @section: (nullable): the heading above it, which pages that follow each other share
 * @get_type: its type, which implements [iface@Page]
 *
 * A page of the workbench.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon;
  const char *section;
  GType (*get_type) (void);
} TagaPageEntry;

const TagaPageEntry *taga_pages_get (guint *n);
int taga_pages_find (const char *name);
const char *taga_pages_finish_editing (GtkStack *stack);
void taga_pages_fill (GtkListBox *navigation);

G_END_DECLS
