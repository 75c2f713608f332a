#include "taga-edit-list.h"

#include <gtk/gtk.h>

#include "taga-edit-text.h"

/**
 * TagaEditList:
 *
 * What edits would do, a line of text for each record. A line is made when it is looked at, so that
 * a list of a whole register costs nothing.
 */
struct _TagaEditList
{
  GObject parent_instance;

  TagaStore *store; /* (owned) */
  TagaEdits *edits; /* (owned) */
  GArray *touched;  /* (owned) (element-type guint) */
};

static GType
get_item_type (GListModel *list)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
get_n_items (GListModel *list)
{
  return TAGA_EDIT_LIST (list)->touched->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  TagaEditList *self = TAGA_EDIT_LIST (list);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;
  guint i;

  if (position >= self->touched->len)
    return NULL;

  i = g_array_index (self->touched, guint, position);
  name = taga_edit_text_name_record (self->edits, self->store, i);
  words = taga_edit_text_describe_record (self->edits, self->store, i);
  line = g_strdup_printf ("%s\n%s", name, words);

  return gtk_string_object_new (line);
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaEditList,
                               taga_edit_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
taga_edit_list_finalize (GObject *object)
{
  TagaEditList *self = TAGA_EDIT_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->edits, taga_edits_unref);
  g_clear_pointer (&self->touched, g_array_unref);

  G_OBJECT_CLASS (taga_edit_list_parent_class)->finalize (object);
}

static void
taga_edit_list_class_init (TagaEditListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_edit_list_finalize;
}

static void
taga_edit_list_init (TagaEditList *self)
{
}

/**
 * taga_edit_list_new:
 * @store: the company file
 * @edits: edits
 * @touched: (element-type guint): which of its records to list
 *
 * Lists what edits would do.
 *
 * Returns: (transfer full): the list, of string objects: the record's name, a line break, the words
 */
TagaEditList *
taga_edit_list_new (TagaStore *store, TagaEdits *edits, GArray *touched)
{
  TagaEditList *self = g_object_new (TAGA_TYPE_EDIT_LIST, NULL);

  self->store = g_object_ref (store);
  self->edits = taga_edits_ref (edits);
  self->touched = g_array_ref (touched);

  return self;
}
