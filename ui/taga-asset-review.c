#include "taga-asset-review.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-date.h"
#include "taga-edit-run.h"
#include "taga-job.h"
#include "taga-stocktake-mark.h"
#include "taga-stocktake-run.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/* So many assets are marked within a frame. */
#define MANY_ASSETS 400

typedef struct
{
  GtkWidget *widget; /* (owned) */
  TagaStore *store;  /* (owned): of the main thread */
  char *path;
  char *person;
  char *state;
  GArray *ids; /* (owned) (element-type gint64) */
} Review;

static void
free_review (gpointer data)
{
  Review *self = data;

  g_object_unref (self->widget);
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self->person);
  g_free (self->state);
  g_array_unref (self->ids);
  g_free (self);
}

static gboolean
mark (Review *self, TagaStore *store, GError **error)
{
  return taga_stocktake_mark (store, (gint64 *) (gpointer) self->ids->data, self->ids->len,
                              self->state, error);
}

static gboolean
mark_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Review *self = data;
  g_autoptr (TagaStore) store = taga_store_open (self->path, FALSE, error);

  if (store == NULL)
    return FALSE;

  taga_store_set_person (store, self->person);
  return mark (self, store, error);
}

static void
marked_cb (const GError *error, gpointer user_data)
{
  Review *self = user_data;
  g_autoptr (GError) refresh_error = NULL;

  if (error != NULL)
    taga_ui_show_error (self->widget, _ ("The Rows Could Not Be Marked"), error);
  else if (!taga_store_refresh (self->store, &refresh_error))
    taga_ui_show_error (self->widget, _ ("Done, but Not Shown Yet"), refresh_error);
  else
    taga_undo_action_announce (self->widget, self->store);
}

static void
mark_in_run (GtkWidget *widget, TagaStore *store, GArray *ids, const char *state)
{
  Review *self = g_new0 (Review, 1);
  g_autoptr (GError) error = NULL;

  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->path = g_strdup (taga_store_get_path (store));
  self->person = g_strdup (taga_store_get_person (store));
  self->state = g_strdup (state);
  self->ids = g_array_ref (ids);

  if (ids->len > MANY_ASSETS)
    {
      taga_job_run (widget, _ ("Marking…"), mark_in_thread, self, free_review, marked_cb, self);
      return;
    }

  mark (self, store, &error);
  marked_cb (error, self);
  free_review (self);
}

/* Outside of a stock-taking, to confirm a row is to say that it was looked at today. */
static void
date_today (GtkWidget *widget, TagaStore *store, GArray *ids)
{
  g_autoptr (TagaEdits) edits = taga_edits_new (TAGA_TYPE_ASSET);
  g_autofree char *today = taga_date_today ();
  g_autofree char *label = NULL;
  const TagaValue value = { today, TAGA_UNKNOWN };

  for (guint i = 0; i < ids->len; i++)
    {
      taga_edits_change (edits, g_array_index (ids, gint64, i));
      taga_edits_put (edits, TAGA_ASSET_REVIEWED_ON, &value);
    }
  label = g_strdup_printf (ngettext ("Confirm %u row", "Confirm %u rows", ids->len), ids->len);
  taga_edit_run (widget, store, edits, label, G_MAXUINT, NULL, NULL, NULL, NULL);
}

/**
 * taga_asset_review_run:
 * @widget: a widget of the window
 * @store: the company file
 * @ids: (element-type gint64): numbers of assets
 * @state: "confirmed", "changed" or "retired", as in a stock-taking
 *
 * Marks assets as looked at: in the stock-taking under way, if there is one. Many are marked in a
 * thread.
 */
void
taga_asset_review_run (GtkWidget *widget, TagaStore *store, GArray *ids, const char *state)
{
  g_autoptr (GError) error = NULL;
  gint64 run = taga_stocktake_find_open (store, &error);

  if (ids->len == 0)
    return;

  if (run == 0 && error == NULL && g_str_equal (state, "confirmed"))
    date_today (widget, store, ids);
  else
    mark_in_run (widget, store, ids, state);
}
