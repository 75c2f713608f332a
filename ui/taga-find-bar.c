#include "taga-find-bar.h"

#include <glib/gi18n-lib.h>

#include "taga-find-run.h"
#include "taga-table-replace.h"

/**
 * TagaFindBar:
 *
 * Finds a text in the cells that a table shows, and replaces it. Unlike the search over all columns
 * it hides no row.
 */
struct _TagaFindBar
{
  AdwBin parent_instance;

  TagaRecordTable *table; /* the one around it */
  TagaFindRun *run;       /* (owned) */

  /* Template */
  GtkEditable *entry;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkLabel *status;
  GtkToggleButton *replace_toggle;
  GtkEditable *replacement;
  GtkWidget *replace_button;
  GtkWidget *replace_all_button;
};

G_DEFINE_FINAL_TYPE (TagaFindBar, taga_find_bar, ADW_TYPE_BIN)

static gboolean
has_text (TagaFindBar *self)
{
  return self->run != NULL && *taga_find_run_get_text (self->run) != '\0';
}

static gboolean
is_writable (TagaFindBar *self)
{
  TagaStore *store = taga_record_table_get_store (self->table);

  return store != NULL && !taga_store_is_read_only (store);
}

/* In words, and in colour besides. */
static void
show_status (gpointer user_data)
{
  TagaFindBar *self = user_data;
  g_autofree char *words = taga_find_run_describe (self->run);
  gboolean in_vain = taga_find_run_is_in_vain (self->run);

  gtk_label_set_label (self->status, words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               in_vain ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (in_vain)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
update_buttons (TagaFindBar *self)
{
  gboolean writable = is_writable (self);

  gtk_widget_set_sensitive (self->previous_button, has_text (self));
  gtk_widget_set_sensitive (self->next_button, has_text (self));
  gtk_widget_set_sensitive (self->replace_button, has_text (self) && writable);
  gtk_widget_set_sensitive (self->replace_all_button, has_text (self) && writable);
  gtk_widget_set_visible (GTK_WIDGET (self->replace_toggle), writable);
  if (!writable)
    gtk_toggle_button_set_active (self->replace_toggle, FALSE);
}

/* What was typed counts, also where the entry has not told of it yet. */
static void
take_text (TagaFindBar *self)
{
  taga_find_run_set_text (self->run, gtk_editable_get_text (self->entry));
  update_buttons (self);
}

static void
text_changed_cb (TagaFindBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    take_text (self);
}

static void
go (TagaFindBar *self, gboolean back)
{
  g_autofree char *before = g_strdup (taga_find_run_get_text (self->run));

  take_text (self);
  if (has_text (self) && g_str_equal (before, taga_find_run_get_text (self->run)))
    taga_find_run_go (self->run, back);
}

static void
next_cb (TagaFindBar *self)
{
  go (self, FALSE);
}

static void
previous_cb (TagaFindBar *self)
{
  go (self, TRUE);
}

static gboolean
previous_shortcut (GtkWidget *widget, GVariant *args, gpointer bar)
{
  previous_cb (bar);

  return TRUE;
}

static void
close_cb (TagaFindBar *self)
{
  taga_find_bar_close (self);
}

static void
replaced_cb (gboolean done, GArray *new_ids, gpointer user_data)
{
  TagaFindBar *self = user_data;

  if (done && gtk_widget_get_visible (GTK_WIDGET (self)))
    taga_find_run_go (self->run, FALSE);
}

static void
replaced_all_cb (gboolean done, GArray *new_ids, gpointer user_data)
{
  TagaFindBar *self = user_data;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  /* That nothing shows it any more is what was wanted, and no failure. */
  show_status (self);
  if (done)
    {
      gtk_label_set_label (self->status, _ ("Replaced everywhere"));
      gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
    }
}

/* The text of the cursor's cell, if that shows it; else the next one that does is gone to. */
static void
replace_cb (TagaFindBar *self)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TagaRecord) record = NULL;
  guint field;
  gint64 id;

  take_text (self);
  if (!has_text (self) || !is_writable (self) || !taga_grid_finish_editing (grid))
    return;

  record = taga_grid_dup_cursor_record (grid);
  if (record == NULL || !taga_find_run_shows (self->run, record))
    {
      taga_find_run_go (self->run, FALSE);
      return;
    }

  taga_grid_get_cursor (grid, NULL, &field);
  id = taga_record_get_id (record);
  g_array_append_val (ids, id);
  g_array_append_val (fields, field);
  taga_table_replace (self->table, ids, fields, taga_find_run_get_text (self->run),
                      gtk_editable_get_text (self->replacement), replaced_cb, self);
}

static void
replace_all_cb (TagaFindBar *self)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) fields = NULL;

  take_text (self);
  if (!has_text (self) || !is_writable (self)
      || !taga_grid_finish_editing (taga_record_table_get_grid (self->table)))
    return;

  ids = taga_record_table_list_ids (self->table);
  fields = taga_record_table_list_fields (self->table);
  taga_table_replace (self->table, ids, fields, taga_find_run_get_text (self->run),
                      gtk_editable_get_text (self->replacement), replaced_all_cb, self);
}

static void
taga_find_bar_dispose (GObject *object)
{
  TagaFindBar *self = TAGA_FIND_BAR (object);

  g_clear_pointer (&self->run, taga_find_run_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_FIND_BAR);

  G_OBJECT_CLASS (taga_find_bar_parent_class)->dispose (object);
}

static void
taga_find_bar_class_init (TagaFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_find_bar_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, TagaFindBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, TagaFindBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, TagaFindBar, status);
  gtk_widget_class_bind_template_child (widget_class, TagaFindBar, replace_toggle);
  gtk_widget_class_bind_template_child (widget_class, TagaFindBar, replacement);
  gtk_widget_class_bind_template_child (widget_class, TagaFindBar, replace_button);
  gtk_widget_class_bind_template_child (widget_class, TagaFindBar, replace_all_button);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_all_cb);
}

static gboolean
close_shortcut (GtkWidget *widget, GVariant *args, gpointer bar)
{
  taga_find_bar_close (bar);

  return TRUE;
}

static void
add_shortcut (TagaFindBar *self, GtkWidget *widget, const char *trigger, GtkShortcutFunc func)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                        gtk_callback_action_new (func, self, NULL)));
  gtk_widget_add_controller (widget, keys);
}

/* From what to find to what takes its place there is one step, whatever stands between them. */
static gboolean
go_on_shortcut (GtkWidget *widget, GVariant *args, gpointer bar)
{
  TagaFindBar *self = bar;

  return gtk_toggle_button_get_active (self->replace_toggle)
         && gtk_widget_grab_focus (GTK_WIDGET (self->replacement));
}

static gboolean
go_back_shortcut (GtkWidget *widget, GVariant *args, gpointer bar)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TAGA_FIND_BAR (bar)->entry));
}

static void
taga_find_bar_init (TagaFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcut (self, GTK_WIDGET (self->entry), "<Shift>Return|<Shift>KP_Enter", previous_shortcut);
  add_shortcut (self, GTK_WIDGET (self->entry), "Tab", go_on_shortcut);
  add_shortcut (self, GTK_WIDGET (self->replacement), "<Shift>Tab|ISO_Left_Tab", go_back_shortcut);
  add_shortcut (self, GTK_WIDGET (self), "Escape", close_shortcut);
}

/**
 * taga_find_bar_set_table:
 * @self: a bar
 * @table: the table around it
 *
 * Sets in which table to find.
 */
void
taga_find_bar_set_table (TagaFindBar *self, TagaRecordTable *table)
{
  self->table = table;
  self->run = taga_find_run_new (table, show_status, self);
}

/**
 * taga_find_bar_open:
 * @self: a bar
 * @replace: whether to replace, too
 *
 * Asks what to find.
 */
void
taga_find_bar_open (TagaFindBar *self, gboolean replace)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (replace)
    gtk_toggle_button_set_active (self->replace_toggle, TRUE);
  update_buttons (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  taga_find_run_look (self->run);
  show_status (self);
}

/**
 * taga_find_bar_close:
 * @self: a bar
 *
 * Goes back to the cell that was found last.
 */
void
taga_find_bar_close (TagaFindBar *self)
{
  take_text (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_toggle_button_set_active (self->replace_toggle, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (taga_record_table_get_grid (self->table)));
}

/**
 * taga_find_bar_go:
 * @self: a bar, open or not
 * @back: whether to the one before instead of the one after
 *
 * Goes on to another cell that shows what was looked for last. If nothing was, it asks what to
 * find.
 */
void
taga_find_bar_go (TagaFindBar *self, gboolean back)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    go (self, back);
  else if (has_text (self))
    taga_find_run_go (self->run, back);
  else
    taga_find_bar_open (self, FALSE);
}

/**
 * taga_find_bar_update:
 * @self: a bar
 *
 * Says anew which of the cells the cursor is on.
 */
void
taga_find_bar_update (TagaFindBar *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)) && self->run != NULL)
    show_status (self);
}

/**
 * taga_find_bar_rows_changed:
 * @self: a bar
 *
 * Looks anew, as rows or what stands in them are others now. The cursor stays.
 */
void
taga_find_bar_rows_changed (TagaFindBar *self)
{
  if (self->run == NULL)
    return;

  taga_find_run_stop (self->run);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  taga_find_run_look (self->run);
  show_status (self);
  update_buttons (self);
}
