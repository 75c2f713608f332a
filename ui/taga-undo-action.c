#include "taga-undo-action.h"

#include <glib/gi18n-lib.h>

#include "taga-history.h"
#include "taga-job.h"
#include "taga-ui.h"

#define MAX_STEP_CHARACTERS 26

/* A step of so many records is taken back within a frame; a larger one goes to a thread. */
#define MANY_RECORDS 500

typedef struct
{
  GtkWidget *widget; /* (owned) */
  TagaStore *store;  /* (owned) */
  char *path;
  char *person;
  gboolean undo;
  gint64 step;
  TagaUndoDone done;
  gpointer user_data;
} Move;

static void
free_move (gpointer data)
{
  Move *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self->person);
  g_free (self);
}

static void
tell (GtkWidget *widget, gboolean undo, const GError *error)
{
  taga_ui_show_error (widget, undo ? _ ("Undo Did Not Work") : _ ("Redo Did Not Work"), error);
}

static gboolean
move (TagaStore *store, gboolean undo, GError **error)
{
  return undo ? taga_history_undo (store, error) : taga_history_redo (store, error);
}

/* Runs in a thread, with a store of its own. */
static gboolean
move_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Move *self = data;
  g_autoptr (TagaStore) store = taga_store_open (self->path, FALSE, error);

  if (store == NULL)
    return FALSE;

  taga_store_set_person (store, self->person);
  return move (store, self->undo, error);
}

static void
moved_cb (const GError *error, gpointer user_data)
{
  Move *self = user_data;
  g_autoptr (GError) refresh_error = NULL;

  if (error != NULL)
    tell (self->widget, self->undo, error);
  else if (!taga_store_refresh (self->store, &refresh_error))
    tell (self->widget, self->undo, refresh_error);
  else
    self->done (self->step, self->user_data);

  free_move (self);
}

/**
 * taga_undo_action_run:
 * @widget: a widget of the window
 * @store: the company file
 * @undo: `TRUE` to take the last step back, `FALSE` to do it again
 * @done: hears that it was done
 * @user_data: data for @done; it has to live as long as @widget
 *
 * Undoes or redoes a step. A large one runs in a thread, so that the window stays alive.
 */
void
taga_undo_action_run (GtkWidget *widget,
                      TagaStore *store,
                      gboolean undo,
                      TagaUndoDone done,
                      gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStep) step =
      taga_history_peek (store, undo ? TAGA_STEP_DONE : TAGA_STEP_UNDONE, &error);
  Move *self;

  if (step == NULL || step->n_changes <= MANY_RECORDS)
    {
      if (step == NULL || !move (store, undo, &error))
        tell (widget, undo, error);
      else
        done (step->id, user_data);
      return;
    }

  self = g_new (Move, 1);
  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->path = g_strdup (taga_store_get_path (store));
  self->person = g_strdup (taga_store_get_person (store));
  self->undo = undo;
  self->step = step->id;
  self->done = done;
  self->user_data = user_data;
  taga_job_run (widget, undo ? _ ("Undoing…") : _ ("Redoing…"), move_in_thread, self, NULL,
                moved_cb, self);
}

/**
 * taga_undo_action_announce:
 * @widget: a widget of the window
 * @store: the company file
 *
 * Says in passing what was done last, with the way back at hand: for what goes out of sight.
 */
void
taga_undo_action_announce (GtkWidget *widget, TagaStore *store)
{
  g_autoptr (TagaStep) step = taga_history_peek (store, TAGA_STEP_DONE, NULL);

  if (step != NULL)
    taga_ui_toast_step (widget, step->label, G_OBJECT (store));
}

/* Shows on a button what it would do, and gives the words. */
static char *
update_button (GtkWidget *window, TagaStore *store, gboolean undo, GtkWidget *button)
{
  const char *nothing = undo ? _ ("Nothing to undo") : _ ("Nothing to redo");
  g_autoptr (TagaStep) step = NULL;
  g_autoptr (GString) words = NULL;

  if (store != NULL && !taga_store_is_read_only (store))
    step = taga_history_peek (store, undo ? TAGA_STEP_DONE : TAGA_STEP_UNDONE, NULL);

  words = g_string_new (undo ? _ ("Undo: {step}") : _ ("Redo: {step}"));
  g_string_replace (words, "{step}", step == NULL ? "" : step->label, 1);
  if (step == NULL)
    g_string_assign (words, nothing);

  gtk_widget_action_set_enabled (window, undo ? "win.undo" : "win.redo", step != NULL);
  gtk_widget_set_tooltip_text (button, words->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words->str, -1);

  return step == NULL ? g_strdup ("") : g_strdup (words->str);
}

/**
 * taga_undo_action_update:
 * @window: the window
 * @store: (nullable): its company file
 * @undo_button: the button that undoes
 * @redo_button: the button that redoes
 * @label: where the step stands that undo takes back
 *
 * Shows what undo and redo would do.
 */
void
taga_undo_action_update (GtkWidget *window,
                         TagaStore *store,
                         GtkWidget *undo_button,
                         GtkWidget *redo_button,
                         GtkLabel *label)
{
  g_autofree char *undo = update_button (window, store, TRUE, undo_button);
  g_autofree char *redo = update_button (window, store, FALSE, redo_button);
  g_autofree char *words = taga_ui_shorten (undo, MAX_STEP_CHARACTERS);

  /* The whole of it or nothing: where there is no room, the button's tooltip says it. */
  gtk_label_set_label (label, words);
}
