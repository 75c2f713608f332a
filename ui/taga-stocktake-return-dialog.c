#include "taga-stocktake-return-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-stocktake-choice.h"
#include "taga-stocktake-rows.h"
#include "taga-stocktake-work.h"
#include "taga-ui.h"

/* More notes than this are counted, not listed. */
#define MAX_NOTES 100

/**
 * TagaStocktakeReturnDialog:
 *
 * Shows what a workbook that came back would change, value by value: what was sent, what came back,
 * what the register has now. What was changed on both sides is not ticked.
 */
struct _TagaStocktakeReturnDialog
{
  AdwWindow parent_instance;

  TagaStore *store;          /* (owned) */
  GFile *file;               /* (owned) */
  TagaStocktakeReturn *back; /* (owned) */
  GListStore *choices;       /* (owned) */
  gboolean is_busy;

  /* Template */
  GtkWidget *content;
  AdwWindowTitle *title;
  GtkLabel *summary_label;
  GtkStack *pages;
  GtkColumnView *view;
  GtkExpander *notes;
  GtkLabel *notes_label;
  GtkLabel *count_label;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (TagaStocktakeReturnDialog, taga_stocktake_return_dialog, ADW_TYPE_WINDOW)

enum
{
  TAKEN_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What becomes of the rows, with what is ticked now. */
static void
show_summary (TagaStocktakeReturnDialog *self)
{
  TagaStocktakeCounts counts;
  g_autoptr (GString) text = g_string_new (NULL);

  taga_stocktake_return_count (self->back, &counts);
  g_string_append_printf (text, _ ("As it is %'u · changed %'u · retired %'u"), counts.n_confirmed,
                          counts.n_changed + counts.n_new, counts.n_retired);
  if (counts.n_new > 0)
    /* Translators: how many of those that count as changed are new */
    g_string_append_printf (text, _ (" (changed: %'u new)"), counts.n_new);
  if (counts.n_refused > 0)
    g_string_append_printf (text, _ (" · answer not taken over %'u"), counts.n_refused);
  if (counts.n_blank > 0)
    g_string_append_printf (text, _ (" · left blank %'u"), counts.n_blank);
  if (counts.n_conflicts > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE,
                       "%'u value was changed in the register too. It is not ticked: tick it if "
                       "the department is right.",
                       "%'u values were changed in the register too. They are not ticked: tick "
                       "those where the department is right.",
                       counts.n_conflicts),
          counts.n_conflicts);
    }

  if (counts.n_refused > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE,
                       "%'u asset of which nothing is ticked stays unchecked: department and "
                       "register do not agree about it.",
                       "%'u assets of which nothing is ticked stay unchecked: department and "
                       "register do not agree about them.",
                       counts.n_refused),
          counts.n_refused);
    }

  gtk_label_set_label (self->summary_label, text->str);
}

static void
update_count (TagaStocktakeReturnDialog *self)
{
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  guint n_ticked = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_all; i++)
    {
      g_autoptr (TagaStocktakeChoice) choice =
          g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      n_ticked += taga_stocktake_choice_is_ticked (choice);
    }

  text = g_strdup_printf (_ ("%'u of %'u ticked"), n_ticked, n_all);
  gtk_label_set_label (self->count_label, n_all == 0 ? "" : text);
  show_summary (self);
}

/* The arrow keys come to the row, and Space ticks it. */
static void
set_up_tick_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *tick = gtk_check_button_new ();

  gtk_widget_set_halign (tick, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (tick, FALSE);
  gtk_list_item_set_child (item, tick);
}

static void
bind_tick_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *tick = gtk_list_item_get_child (item);
  TagaStocktakeChoice *choice = gtk_list_item_get_item (item);
  g_autofree char *asset = taga_stocktake_choice_get_text (choice, TAGA_STOCKTAKE_COLUMN_ASSET);
  g_autofree char *what = taga_stocktake_choice_get_text (choice, TAGA_STOCKTAKE_COLUMN_WHAT);
  g_autofree char *theirs = taga_stocktake_choice_get_text (choice, TAGA_STOCKTAKE_COLUMN_THEIRS);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", asset, what, theirs);
  GBinding *binding = g_object_bind_property (choice, "ticked", tick, "active",
                                              G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  g_object_set_data (G_OBJECT (item), "binding", binding);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
unbind_tick_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_binding_unbind (g_object_steal_data (G_OBJECT (item), "binding"));
}

static void
toggle (TagaStocktakeReturnDialog *self, guint position)
{
  g_autoptr (TagaStocktakeChoice) choice =
      g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  if (choice != NULL)
    taga_stocktake_choice_set_ticked (choice, !taga_stocktake_choice_is_ticked (choice));
}

static gboolean
key_pressed_cb (TagaStocktakeReturnDialog *self, guint keyval)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);

  if (keyval != GDK_KEY_space && keyval != GDK_KEY_KP_Space)
    return GDK_EVENT_PROPAGATE;

  toggle (self, gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)));
  return GDK_EVENT_STOP;
}

static void
set_up_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 6);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_text (GtkListItem *item, TagaStocktakeColumn column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  TagaStocktakeChoice *choice = gtk_list_item_get_item (item);
  g_autofree char *text = taga_stocktake_choice_get_text (choice, column);
  gboolean stands_out =
      column == TAGA_STOCKTAKE_COLUMN_WHAT && taga_stocktake_choice_is_conflict (choice);

  gtk_label_set_label (GTK_LABEL (label), text);
  if (stands_out)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static void
bind_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  bind_text (item, (TagaStocktakeColumn) GPOINTER_TO_UINT (column));
}

/* A double click, or Return. */
static void
activate_cb (TagaStocktakeReturnDialog *self, guint position)
{
  toggle (self, position);
}

static void
add_columns (TagaStocktakeReturnDialog *self)
{
  const char *const titles[TAGA_STOCKTAKE_N_COLUMNS] = {
    [TAGA_STOCKTAKE_COLUMN_ASSET] = _ ("Information asset"),
    [TAGA_STOCKTAKE_COLUMN_WHAT] = _ ("What"),
    [TAGA_STOCKTAKE_COLUMN_SENT] = _ ("As sent"),
    [TAGA_STOCKTAKE_COLUMN_THEIRS] = _ ("As it came back"),
    [TAGA_STOCKTAKE_COLUMN_OURS] = _ ("Register now"),
  };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) tick = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_tick_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_tick_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_tick_cb), NULL);
  tick = gtk_column_view_column_new (_ ("Take in"), factory);
  gtk_column_view_append_column (self->view, tick);

  for (guint i = 0; i < TAGA_STOCKTAKE_N_COLUMNS; i++)
    {
      GtkListItemFactory *texts = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (texts, "setup", G_CALLBACK (set_up_text_cb), NULL);
      g_signal_connect (texts, "bind", G_CALLBACK (bind_text_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], texts);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->view, column);
    }
}

/* Nothing is dropped without a word: rows that are not there any more, and rows that say nothing
 * that can be read. */
static void
show_notes (TagaStocktakeReturnDialog *self)
{
  GPtrArray *missing = taga_stocktake_return_get_missing (self->back);
  GPtrArray *rejections = taga_stocktake_return_get_rejections (self->back);
  guint n = missing->len + rejections->len;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;

  for (guint i = 0; i < rejections->len && i < MAX_NOTES; i++)
    {
      const TagaStocktakeProblem *rejection = g_ptr_array_index (rejections, i);

      g_string_append_printf (text, _ ("Row %u, column “%s”: %s\n"), rejection->row,
                              rejection->column, rejection->reason);
    }
  for (guint i = 0; i < missing->len && i < MAX_NOTES; i++)
    g_string_append_printf (text,
                            _ ("“%s” has no row in the workbook any more. It stays unchecked.\n"),
                            (const char *) g_ptr_array_index (missing, i));
  if (rejections->len > MAX_NOTES || missing->len > MAX_NOTES)
    g_string_append (text, _ ("There are more of these."));
  g_strchomp (text->str);

  title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u row stays unchecked", "%'u rows stay unchecked", n), n);
  gtk_expander_set_label (self->notes, title);
  gtk_expander_set_expanded (self->notes, TRUE);
  gtk_label_set_label (self->notes_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), n > 0);
}

static void
applied_cb (const GError *error, gpointer user_data)
{
  TagaStocktakeWork *work = user_data;
  TagaStocktakeReturnDialog *self = work->user_data;
  g_autoptr (GError) refresh_error = NULL;
  g_autofree char *text = NULL;

  self->is_busy = FALSE;
  gtk_widget_set_sensitive (self->content, TRUE);
  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        taga_ui_show_error (GTK_WIDGET (self), _ ("Nothing Was Taken In"), error);
      return;
    }

  if (!taga_store_refresh (self->store, &refresh_error))
    {
      taga_ui_show_error (GTK_WIDGET (self), _ ("Done, but Not Shown Yet"), refresh_error);
      return;
    }

  /* Translators: the name of a department */
  text = g_strdup_printf (
      _ ("The answer of %s is taken in. You can undo it."),
      taga_stocktake_name_department (taga_stocktake_return_get_department (self->back)));
  g_signal_emit (self, signals[TAKEN_IN], 0, text);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
apply_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaStocktakeReturnDialog *self = TAGA_STOCKTAKE_RETURN_DIALOG (widget);
  TagaStocktakeWork *work = taga_stocktake_work_new (self->store, self);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);

  work->back = g_object_ref (self->back);
  work->label = g_strdup_printf (_ ("Take in “%s”"), shown);
  self->is_busy = TRUE;
  gtk_widget_set_sensitive (self->content, FALSE);
  taga_job_run (widget, _ ("Taking in the answer"), taga_stocktake_work_apply, work,
                (GDestroyNotify) taga_stocktake_work_free, applied_cb, work);
}

static gboolean
taga_stocktake_return_dialog_close_request (GtkWindow *window)
{
  if (TAGA_STOCKTAKE_RETURN_DIALOG (window)->is_busy)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (taga_stocktake_return_dialog_parent_class)->close_request (window);
}

static void
taga_stocktake_return_dialog_dispose (GObject *object)
{
  TagaStocktakeReturnDialog *self = TAGA_STOCKTAKE_RETURN_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_clear_object (&self->choices);
  g_clear_object (&self->back);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_STOCKTAKE_RETURN_DIALOG);

  G_OBJECT_CLASS (taga_stocktake_return_dialog_parent_class)->dispose (object);
}

static void
taga_stocktake_return_dialog_class_init (TagaStocktakeReturnDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_stocktake_return_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = taga_stocktake_return_dialog_close_request;

  /* The workbook was taken in; with a sentence that says so. */
  signals[TAKEN_IN] = g_signal_new ("taken-in", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-stocktake-return-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeReturnDialog, content);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeReturnDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeReturnDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeReturnDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeReturnDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeReturnDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeReturnDialog, notes_label);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeReturnDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeReturnDialog, apply_button);
  gtk_widget_class_install_action (widget_class, "answer.apply", NULL, apply_action);
}

static void
show_choices (TagaStocktakeReturnDialog *self, guint n_choices)
{
  g_autoptr (GtkSingleSelection) model =
      gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->choices)));

  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      g_signal_connect_object (choice, "notify::ticked", G_CALLBACK (update_count), self,
                               G_CONNECT_SWAPPED);
    }

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  if (n_choices > 0)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->view));
  else
    gtk_window_set_focus (GTK_WINDOW (self), self->apply_button);
}

static void
taga_stocktake_return_dialog_init (TagaStocktakeReturnDialog *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  add_columns (self);

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
}

/**
 * taga_stocktake_return_dialog_new:
 * @parent: the window that asks
 * @store: the company file
 * @file: the workbook
 * @back: what it says
 *
 * Makes a window that shows what a workbook says, and takes over what is ticked. It emits
 * "taken-in" with a sentence when that is done.
 *
 * Returns: (transfer none): the window; GTK owns it
 */
GtkWidget *
taga_stocktake_return_dialog_new (GtkWindow *parent,
                                  TagaStore *store,
                                  GFile *file,
                                  TagaStocktakeReturn *back)
{
  TagaStocktakeReturnDialog *self =
      g_object_new (TAGA_TYPE_STOCKTAKE_RETURN_DIALOG, "transient-for", parent, NULL);
  guint n_choices;

  self->store = g_object_ref (store);
  self->file = g_object_ref (file);
  self->back = g_object_ref (back);
  self->choices = taga_stocktake_choice_list (back, taga_store_get_edition (store));
  n_choices = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  show_choices (self, n_choices);
  gtk_stack_set_visible_child_name (self->pages, n_choices > 0 ? "choices" : "none");
  adw_window_title_set_subtitle (
      self->title, taga_stocktake_name_department (taga_stocktake_return_get_department (back)));
  show_notes (self);
  update_count (self);

  return GTK_WIDGET (self);
}
