#include "taga-profile-view.h"

#include <glib/gi18n-lib.h>

#include "taga-company.h"
#include "taga-date.h"
#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-paper-action.h"
#include "taga-profile-export.h"
#include "taga-profile-names.h"
#include "taga-profile-pages.h"
#include "taga-profile-part-edit.h"
#include "taga-setting.h"
#include "taga-ui.h"

/**
 * TagaProfileView:
 *
 * 取組事例: the parts of the case profile, what they look like on their two pages, and which names
 * are replaced there. Pages are set in a thread; a newer setting stops an older one.
 */
struct _TagaProfileView
{
  AdwBin parent_instance;

  TagaStore *store;           /* (owned) (nullable) */
  TagaProfileExport *profile; /* (owned) (nullable): what is shown */
  GCancellable *cancellable;  /* (owned) (nullable): stops the setting under way */
  gint64 before;
  gint64 after;
  guint refresh_id;

  GtkWidget *content;
  GtkWidget *editor; /* the side with the parts */
  GtkWidget *parts;
  GtkWidget *pages;
  GtkWidget *names;
  GtkWidget *departments;
  GtkLabel *notes;
  GtkWidget *paper_button;
};

G_DEFINE_FINAL_TYPE (TagaProfileView, taga_profile_view, ADW_TYPE_BIN)

/* What a thread needs to set the pages. */
typedef struct
{
  char *path;
  gint64 before;
  gint64 after;
} Work;

static void
free_work (gpointer data)
{
  g_free (((Work *) data)->path);
  g_free (data);
}

/* Runs in a thread, with a store of its own: what is on disk is what is shown. */
static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = taga_store_open (work->path, TRUE, &error);
  g_autoptr (TagaRecord) company =
      store == NULL ? NULL : taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, &error);
  g_autofree char *today = taga_date_today ();
  const TagaProfileWish wish = { .before = work->before, .after = work->after };
  TagaPaperHead head = { .date = today, .is_japanese = taga_language_is_japanese () };
  TagaProfileExport *profile = NULL;

  if (company != NULL)
    {
      head.has_era =
          g_strcmp0 (taga_record_get_text (company, TAGA_COMPANY_DATE_STYLE), "japanese") == 0;
      profile = taga_profile_export_new (store, &head, &wish, cancellable, &error);
    }

  if (profile == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, profile, (GDestroyNotify) taga_profile_export_free);
}

static void
show_parts (TagaProfileView *self)
{
  for (GtkWidget *part = gtk_widget_get_first_child (self->parts); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    taga_profile_part_edit_show (TAGA_PROFILE_PART_EDIT (part), self->store, self->profile->facts);
}

static void
show_notes (TagaProfileView *self)
{
  const GPtrArray *notes = self->profile->notes;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (notes, i));
  gtk_label_set_label (self->notes, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), text->len > 0);
  g_string_free (text, TRUE);
}

/* Whether departments are told is remembered with the file. */
static void
show_departments (TagaProfileView *self)
{
  g_autofree char *value = taga_setting_get (self->store, TAGA_PROFILE_DEPARTMENTS, NULL);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->departments), g_strcmp0 (value, "yes") == 0);
  gtk_widget_set_sensitive (self->departments, !taga_store_is_read_only (self->store));
}

static void
departments_cb (TagaProfileView *self)
{
  gboolean is_on = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->departments));
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  if (self->store == NULL)
    return;

  value = taga_setting_get (self->store, TAGA_PROFILE_DEPARTMENTS, NULL);
  if (is_on == (g_strcmp0 (value, "yes") == 0))
    return;

  taga_ui_report (
      GTK_WIDGET (self),
      taga_setting_set (self->store, TAGA_PROFILE_DEPARTMENTS, is_on ? "yes" : NULL, &error),
      error);
  taga_profile_view_refresh (self);
}

static gboolean
focus_first_field (GtkWidget *root)
{
  if (TAGA_IS_FIELD_EDIT (root))
    return gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (focus_first_field (child))
      return TRUE;

  return FALSE;
}

/**
 * taga_profile_view_take_focus:
 * @self: a view
 *
 * Puts the keys into the first field.
 */
void
taga_profile_view_take_focus (TagaProfileView *self)
{
  focus_first_field (self->parts);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TagaProfileView *self = TAGA_PROFILE_VIEW (source);
  g_autoptr (GError) error = NULL;
  TagaProfileExport *profile = g_task_propagate_pointer (G_TASK (result), &error);
  TagaProfileExport *old = self->profile;
  gboolean is_first = !gtk_widget_get_visible (self->content);

  /* A newer one is under way, or the file is closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->store == NULL)
    {
      g_clear_pointer (&profile, taga_profile_export_free);
      return;
    }
  g_clear_object (&self->cancellable);
  if (profile == NULL)
    {
      gtk_label_set_label (self->notes, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->notes), TRUE);
      return;
    }

  self->profile = profile;
  show_parts (self);
  taga_profile_pages_show (TAGA_PROFILE_PAGES (self->pages), profile->layout);
  taga_profile_names_show (TAGA_PROFILE_NAMES (self->names), self->store, profile->names);
  show_notes (self);
  show_departments (self);
  gtk_widget_set_visible (self->content, TRUE);
  if (is_first)
    taga_profile_view_take_focus (self);
  g_clear_pointer (&old, taga_profile_export_free);
}

/**
 * taga_profile_view_refresh:
 * @self: a view
 *
 * Sets the pages anew from what is in the file.
 */
void
taga_profile_view_refresh (TagaProfileView *self)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store == NULL)
    return;

  work = g_new0 (Work, 1);
  work->path = g_strdup (taga_store_get_path (self->store));
  work->before = self->before;
  work->after = self->after;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, loaded_cb, NULL);
  g_task_set_task_data (task, work, free_work);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, load_thread);
}

static gboolean
refresh_cb (gpointer user_data)
{
  TagaProfileView *self = user_data;

  self->refresh_id = 0;
  taga_profile_view_refresh (self);

  return G_SOURCE_REMOVE;
}

/* Of several changes in one turn the pages are set once. */
static void
queue_refresh (TagaProfileView *self)
{
  if (self->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->refresh_id = g_idle_add (refresh_cb, self);
}

static void
paper_cb (TagaProfileView *self)
{
  if (self->store != NULL && taga_profile_view_finish_editing (self))
    taga_paper_action_run (GTK_WIDGET (self), self->store, "profile");
}

static void
taga_profile_view_dispose (GObject *object)
{
  TagaProfileView *self = TAGA_PROFILE_VIEW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_profile_view_parent_class)->dispose (object);
}

static void
taga_profile_view_finalize (GObject *object)
{
  g_clear_pointer (&TAGA_PROFILE_VIEW (object)->profile, taga_profile_export_free);

  G_OBJECT_CLASS (taga_profile_view_parent_class)->finalize (object);
}

static void
taga_profile_view_class_init (TagaProfileViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_profile_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = taga_profile_view_finalize;
}

static GtkWidget *
create_scroll (GtkWidget *child)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), child);
  gtk_widget_set_vexpand (scroll, TRUE);

  return scroll;
}

static void
set_margins (GtkWidget *widget, int margin)
{
  gtk_widget_set_margin_start (widget, margin);
  gtk_widget_set_margin_end (widget, margin);
  gtk_widget_set_margin_top (widget, margin);
  gtk_widget_set_margin_bottom (widget, margin);
}

static GtkWidget *
create_editor (TagaProfileView *self)
{
  self->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  set_margins (self->parts, 18);
  for (guint i = 0; i < TAGA_PROFILE_N_KINDS; i++)
    gtk_box_append (GTK_BOX (self->parts), taga_profile_part_edit_new (taga_profile_kind_get (i)));
  self->editor = create_scroll (self->parts);
  gtk_widget_set_size_request (self->editor, 350, -1);

  return self->editor;
}

static GtkWidget *
create_preview (TagaProfileView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->paper_button = gtk_button_new_with_mnemonic (_ ("_Save or Print…"));
  self->notes = GTK_LABEL (taga_ui_create_label (""));
  self->pages = taga_profile_pages_new ();
  self->names = taga_profile_names_new ();
  gtk_widget_set_halign (self->paper_button, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->paper_button, "suggested-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->notes), "taga-notice");
  gtk_widget_set_name (self->pages, "pages");
  gtk_widget_set_name (self->paper_button, "paper");
  set_margins (box, 18);
  gtk_box_append (GTK_BOX (box), self->paper_button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notes));
  gtk_box_append (GTK_BOX (box), self->pages);
  gtk_box_append (GTK_BOX (box), self->names);
  self->departments =
      gtk_check_button_new_with_mnemonic (_ ("Replace the names of _departments too"));
  gtk_widget_set_name (self->departments, "departments");
  gtk_box_append (GTK_BOX (box), self->departments);
  g_signal_connect_swapped (self->departments, "toggled", G_CALLBACK (departments_cb), self);
  g_signal_connect_swapped (self->paper_button, "clicked", G_CALLBACK (paper_cb), self);

  return create_scroll (box);
}

static void
taga_profile_view_init (TagaProfileView *self)
{
  self->content = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (self->content), create_editor (self));
  gtk_paned_set_end_child (GTK_PANED (self->content), create_preview (self));
  gtk_paned_set_resize_start_child (GTK_PANED (self->content), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->content), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->content), FALSE);
  gtk_widget_set_visible (self->content, FALSE);
  adw_bin_set_child (ADW_BIN (self), self->content);
  g_signal_connect (self, "map", G_CALLBACK (queue_refresh), NULL);
}

/**
 * taga_profile_view_new:
 *
 * Makes a view without a file.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_profile_view_new (void)
{
  return g_object_new (TAGA_TYPE_PROFILE_VIEW, NULL);
}

/* What is shown belongs to a file that is closed. */
static void
forget (TagaProfileView *self)
{
  for (GtkWidget *part = gtk_widget_get_first_child (self->parts); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    taga_profile_part_edit_show (TAGA_PROFILE_PART_EDIT (part), NULL, NULL);
  taga_profile_names_forget (TAGA_PROFILE_NAMES (self->names));
  taga_profile_pages_show (TAGA_PROFILE_PAGES (self->pages), NULL);
  g_clear_pointer (&self->profile, taga_profile_export_free);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->before = 0;
  self->after = 0;
}

/**
 * taga_profile_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose case profile to show.
 */
void
taga_profile_view_set_store (TagaProfileView *self, TagaStore *store)
{
  g_return_if_fail (TAGA_IS_PROFILE_VIEW (self));

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  if (g_set_object (&self->store, store))
    forget (self);
  gtk_widget_set_visible (self->content, FALSE);
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  queue_refresh (self);
}

/**
 * taga_profile_view_set_rounds:
 * @self: a view
 * @before: the earlier round, or 0 for that of the profile or the last but one
 * @after: the later one, or 0
 *
 * Chooses which rounds the pages compare.
 */
void
taga_profile_view_set_rounds (TagaProfileView *self, gint64 before, gint64 after)
{
  self->before = before;
  self->after = after;
  queue_refresh (self);
}

/**
 * taga_profile_view_set_projector:
 * @self: a view
 * @on: whether it is shown to a room
 *
 * Leaves only the pages while they are shown to a room, where the names that they hide must not be
 * seen either.
 */
void
taga_profile_view_set_projector (TagaProfileView *self, gboolean on)
{
  gtk_widget_set_visible (self->editor, !on);
  gtk_widget_set_visible (self->names, !on);
  gtk_widget_set_visible (self->departments, !on);
  gtk_widget_set_visible (self->paper_button, !on);
}

/**
 * taga_profile_view_finish_editing:
 * @self: a view
 *
 * Keeps what is being entered.
 *
 * Returns: `TRUE`, or `FALSE` if something was refused
 */
gboolean
taga_profile_view_finish_editing (TagaProfileView *self)
{
  return taga_field_edit_finish_all (self->parts) && taga_field_edit_finish_all (self->names);
}
