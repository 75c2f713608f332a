#include "taga-view-menu.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-query-text.h"
#include "taga-ui.h"
#include "taga-undo-action.h"
#include "taga-view-name.h"
#include "taga-views.h"

/* As wide as a name may be in the line above the table, in half-width characters, and as wide as it
 * must be at least, if it is that long. */
#define MAX_NAME 16
#define MIN_NAME 10

/**
 * TagaViewMenu:
 *
 * The views of a register: ours and those that people have saved. The button says which one is
 * shown, for as long as nothing is changed about it.
 */
struct _TagaViewMenu
{
  AdwBin parent_instance;

  TagaRecordTable *table; /* the one around it */
  GtkMenuButton *button;
  GtkLabel *name;
  GSimpleActionGroup *actions; /* (owned) */
  TagaViewEntry chosen; /* the view that was chosen last, without its query; no key if none */
  char *shown;          /* (nullable): its definition */
};

G_DEFINE_FINAL_TYPE (TagaViewMenu, taga_view_menu, ADW_TYPE_BIN)

static GType
get_record_type (TagaViewMenu *self)
{
  return taga_record_table_get_record_type (self->table);
}

static GPtrArray *
list_views (TagaViewMenu *self)
{
  TagaStore *store = taga_record_table_get_store (self->table);
  g_autofree char *today = taga_date_today ();
  g_autoptr (GError) error = NULL;
  GPtrArray *views = NULL;

  if (store != NULL)
    views = taga_views_list (store, get_record_type (self), today, &error);
  if (error != NULL)
    taga_ui_toast (GTK_WIDGET (self->table), error->message);

  return views == NULL ? g_ptr_array_new () : views;
}

static char *
write_query (TagaViewMenu *self, const TagaQuery *query)
{
  return taga_query_to_text (query, taga_record_class_peek (get_record_type (self)));
}

/* Whether the table shows what the view says, and nothing else. */
static gboolean
is_shown (TagaViewMenu *self)
{
  g_autofree char *text = write_query (self, taga_record_table_get_query (self->table));

  return g_strcmp0 (self->shown, text) == 0;
}

static void
forget (TagaViewMenu *self)
{
  g_clear_pointer (&self->chosen.key, g_free);
  g_clear_pointer (&self->chosen.name, g_free);
  g_clear_pointer (&self->shown, g_free);
  self->chosen.id = 0;
  self->chosen.rule = NULL;
}

static void
choose (TagaViewMenu *self, const TagaViewEntry *view)
{
  forget (self);
  self->chosen.id = view->id;
  self->chosen.key = g_strdup (view->key);
  self->chosen.name = g_strdup (view->name);
  self->chosen.rule = view->rule;
  self->shown = write_query (self, view->query);
}

static void
enable (TagaViewMenu *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (TagaViewMenu *self)
{
  TagaStore *store = taga_record_table_get_store (self->table);
  gboolean writable = store != NULL && !taga_store_is_read_only (store);
  gboolean is_ours = self->chosen.id == 0;
  GAction *show = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "show");
  const char *key = self->chosen.key != NULL && is_shown (self) ? self->chosen.key : "";

  g_simple_action_set_state (G_SIMPLE_ACTION (show), g_variant_new_string (key));
  enable (self, "save", writable);
  enable (self, "change", writable && !is_ours && !is_shown (self));
  enable (self, "rename", writable && !is_ours);
  enable (self, "remove", writable && !is_ours);
}

/**
 * taga_view_menu_update:
 * @self: a menu
 *
 * Says which view the table shows, after the table shows something else.
 */
void
taga_view_menu_update (TagaViewMenu *self)
{
  gboolean shown = self->chosen.key != NULL && is_shown (self);
  g_autofree char *label = NULL;

  gtk_label_set_label (self->name, shown ? self->chosen.name : _ ("View"));
  gtk_label_set_width_chars (self->name, shown ? MIN_NAME : -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), shown ? self->chosen.name : NULL);
  if (shown)
    label = g_strdup_printf (_ ("View: %s"), self->chosen.name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown ? label : _ ("View"), -1);
  update_actions (self);
}

/* Who has chosen something goes on among the rows, also after a dialog. */
static void
focus_grid (TagaViewMenu *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (taga_record_table_get_grid (self->table)));
}

static void
show_view (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TagaViewMenu *self = user_data;
  g_autoptr (GPtrArray) views = list_views (self);
  const TagaViewEntry *view = taga_views_find (views, g_variant_get_string (parameter, NULL));

  if (view == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "table.clear-filters", NULL);
      return;
    }

  if (view->query == NULL)
    {
      g_autoptr (GError) error = g_error_new (TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
                                              _ ("Its definition is not understood. Delete it, and "
                                                 "save it anew. (%s)"),
                                              view->problem);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be shown"), view->name);

      /* Chosen all the same: so it can be renamed or deleted. */
      forget (self);
      self->chosen.id = view->id;
      self->chosen.key = g_strdup (view->key);
      self->chosen.name = g_strdup (view->name);
      taga_view_menu_update (self);
      taga_ui_show_error (GTK_WIDGET (self->table), heading, error);
      return;
    }

  if (!taga_grid_finish_editing (taga_record_table_get_grid (self->table)))
    return;

  choose (self, view);
  taga_record_table_set_query (self->table, view->query);
  focus_grid (self);
}

static void
report (TagaViewMenu *self, gboolean done, const char *heading, const GError *error)
{
  if (!done)
    taga_ui_show_error (GTK_WIDGET (self->table), heading, error);
  taga_view_menu_update (self);
}

static void
named_cb (const char *name, gint64 id, gpointer user_data)
{
  TagaViewMenu *self = user_data;
  TagaStore *store = taga_record_table_get_store (self->table);
  const TagaQuery *query = taga_record_table_get_query (self->table);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (store == NULL)
    return;

  if (id != 0)
    {
      done = taga_views_rename (store, get_record_type (self), id, name, &error);
      report (self, done, _ ("The View Could Not Be Renamed"), error);
      return;
    }

  done = taga_views_add (store, get_record_type (self), name, query, &id, &error);
  if (done)
    {
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autoptr (GPtrArray) views = list_views (self);
      const TagaViewEntry *view = taga_views_find (views, key);

      if (view != NULL && view->query != NULL)
        choose (self, view);
    }
  report (self, done, _ ("The View Could Not Be Saved"), error);
}

static void
ask_name (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TagaViewMenu *self = user_data;
  gboolean is_new = g_str_equal (g_action_get_name (G_ACTION (action)), "save");

  focus_grid (self);
  taga_view_name_ask (GTK_WIDGET (self), taga_record_table_get_store (self->table),
                      get_record_type (self), is_new ? 0 : self->chosen.id,
                      is_new ? "" : self->chosen.name, named_cb, self);
}

static void
change_view (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TagaViewMenu *self = user_data;
  const TagaQuery *query = taga_record_table_get_query (self->table);
  g_autoptr (GError) error = NULL;
  gboolean done = taga_views_change (taga_record_table_get_store (self->table),
                                     get_record_type (self), self->chosen.id, query, &error);

  if (done)
    {
      g_free (self->shown);
      self->shown = write_query (self, query);
    }
  report (self, done, _ ("The View Could Not Be Saved"), error);
}

/* The rows stay as they are seen; only the name goes. */
static void
remove_view (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TagaViewMenu *self = user_data;
  TagaStore *store = taga_record_table_get_store (self->table);
  g_autoptr (GError) error = NULL;
  gboolean done = taga_views_remove (store, self->chosen.id, &error);

  if (done)
    {
      forget (self);
      taga_undo_action_announce (GTK_WIDGET (self->table), store);
    }
  report (self, done, _ ("The View Could Not Be Deleted"), error);
}

static void
append_view (GMenu *menu, const TagaViewEntry *view)
{
  g_autofree char *unusable = g_strdup_printf (_ ("%s (cannot be shown)"), view->name);
  g_autoptr (GMenuItem) item = g_menu_item_new (view->query == NULL ? unusable : view->name, NULL);

  g_menu_item_set_action_and_target (item, "views.show", "s", view->key);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_own_section (TagaViewMenu *self)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *change = g_strdup_printf (_ ("Save Changes to “%s”"), self->chosen.name);
  g_autofree char *rename = g_strdup_printf (_ ("Rename “%s”…"), self->chosen.name);
  g_autofree char *remove = g_strdup_printf (_ ("Delete “%s”"), self->chosen.name);

  g_menu_append (menu, _ ("_Save This View…"), "views.save");
  if (self->chosen.id != 0)
    {
      g_menu_append (menu, change, "views.change");
      g_menu_append (menu, rename, "views.rename");
      g_menu_append (menu, remove, "views.remove");
    }

  return G_MENU_MODEL (menu);
}

/* Made anew each time: what the file holds may have changed. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  TagaViewMenu *self = user_data;
  g_autoptr (GPtrArray) views = list_views (self);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) ours = g_menu_new ();
  g_autoptr (GMenu) theirs = g_menu_new ();
  g_autoptr (GMenu) columns = g_menu_new ();
  g_autoptr (GMenuModel) own = create_own_section (self);

  for (guint i = 0; i < views->len; i++)
    {
      const TagaViewEntry *view = g_ptr_array_index (views, i);

      append_view (view->id == 0 ? ours : theirs, view);
    }

  g_menu_append (all, _ ("_All Rows"), "table.clear-filters");
  g_menu_append (columns, _ ("_Columns…"), "table.columns");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));
  if (taga_record_table_get_aspect (self->table) == NULL)
    {
      /* Translators: over views that are no part of IPA's guideline */
      g_menu_append_section (menu, _ ("Proposed by Taga"), G_MENU_MODEL (ours));
      g_menu_append_section (menu, _ ("Saved in This File"), G_MENU_MODEL (theirs));
      g_menu_append_section (menu, NULL, own);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  update_actions (self);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
taga_view_menu_finalize (GObject *object)
{
  TagaViewMenu *self = TAGA_VIEW_MENU (object);

  forget (self);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (taga_view_menu_parent_class)->finalize (object);
}

static void
taga_view_menu_class_init (TagaViewMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_view_menu_finalize;
}

static void
taga_view_menu_init (TagaViewMenu *self)
{
  static const GActionEntry entries[] = {
    { "show", show_view, "s", "''" }, { "save", ask_name },      { "change", change_view },
    { "rename", ask_name },           { "remove", remove_view },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "views", G_ACTION_GROUP (self->actions));

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->name = GTK_LABEL (gtk_label_new (_ ("View")));
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->name, MAX_NAME);
  gtk_menu_button_set_child (self->button, GTK_WIDGET (self->name));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_menu_button_set_create_popup_func (self->button, create_menu_cb, self, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * taga_view_menu_new:
 * @table: the table that it is part of
 *
 * Makes the menu.
 *
 * Returns: (transfer floating): the menu
 */
GtkWidget *
taga_view_menu_new (TagaRecordTable *table)
{
  TagaViewMenu *self = g_object_new (TAGA_TYPE_VIEW_MENU, NULL);

  self->table = table;

  return GTK_WIDGET (self);
}

/**
 * taga_view_menu_reset:
 * @self: a menu
 *
 * Looks at the file anew: a view may have another name, or be gone.
 */
void
taga_view_menu_reset (TagaViewMenu *self)
{
  g_autoptr (GPtrArray) views = list_views (self);
  const TagaViewEntry *view =
      self->chosen.key == NULL ? NULL : taga_views_find (views, self->chosen.key);

  if (view == NULL || view->query == NULL)
    forget (self);
  else
    choose (self, view);
  taga_view_menu_update (self);
}

/**
 * taga_view_menu_get_rule:
 * @self: a menu
 *
 * Gets by which rule the view goes that is shown.
 *
 * Returns: (transfer none) (nullable): the rule, or `NULL` if there is nothing to explain
 */
const char *
taga_view_menu_get_rule (TagaViewMenu *self)
{
  return self->chosen.rule != NULL && is_shown (self) ? self->chosen.rule : NULL;
}
