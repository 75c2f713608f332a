#include "taga-undo-action.h"

#include <glib/gi18n-lib.h>

#include "taga-history.h"
#include "taga-job.h"
#include "taga-ui.h"

/* A step of so many records is taken back within a frame; a larger one goes to a thread. */
#define MANY_RECORDS 500

typedef struct
{
  GtkWidget *widget; /* (owned) */
  TagaStore *store;  /* (owned) */
  char *path;
  char *person;
  gboolean undo;
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

  free_move (self);
}

/**
 * taga_undo_action_run:
 * @widget: a widget of the window
 * @store: the company file
 * @undo: `TRUE` to take the last step back, `FALSE` to do it again
 *
 * Undoes or redoes a step. A large one runs in a thread, so that the window stays alive.
 */
void
taga_undo_action_run (GtkWidget *widget, TagaStore *store, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStep) step =
      taga_history_peek (store, undo ? TAGA_STEP_DONE : TAGA_STEP_UNDONE, &error);
  Move *self;

  if (step == NULL || step->n_changes <= MANY_RECORDS)
    {
      if (step == NULL || !move (store, undo, &error))
        tell (widget, undo, error);
      return;
    }

  self = g_new (Move, 1);
  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->path = g_strdup (taga_store_get_path (store));
  self->person = g_strdup (taga_store_get_person (store));
  self->undo = undo;
  taga_job_run (widget, undo ? _ ("Undoing…") : _ ("Redoing…"), move_in_thread, self, NULL,
                moved_cb, self);
}
