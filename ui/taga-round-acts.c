#include "taga-round-acts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-check.h"
#include "taga-job.h"
#include "taga-recheck.h"
#include "taga-round-answers.h"
#include "taga-round-seal.h"
#include "taga-round.h"
#include "taga-rule.h"
#include "taga-self-check-read.h"
#include "taga-threat.h"
#include "taga-ui.h"
#include "taga-undo-action.h"

/* What is asked before a round is sealed or removed, and how that is then done. */

/* Sealing, from the count of what is open to the seal. The thread has a store of its own. */
typedef struct
{
  GtkWidget *widget; /* (owned): the page */
  TagaStore *store;  /* (owned) */
  char *path;
  char *person;
  char *name;
  gint64 round;
  TagaRoundOpen open;
} Sealing;

static Sealing *
sealing_new (GtkWidget *widget, TagaStore *store, gint64 round)
{
  Sealing *self = g_new0 (Sealing, 1);

  self->widget = g_object_ref (widget);
  self->store = g_object_ref (store);
  self->path = g_strdup (taga_store_get_path (store));
  self->person = g_strdup (taga_store_get_person (store));
  self->round = round;

  return self;
}

static void
sealing_free (Sealing *self)
{
  g_object_unref (self->widget);
  g_object_unref (self->store);
  g_free (self->path);
  g_free (self->person);
  g_free (self->name);
  g_free (self);
}

static gboolean
seal_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Sealing *self = data;
  g_autoptr (TagaStore) store = taga_store_open (self->path, FALSE, error);

  if (store == NULL)
    return FALSE;

  taga_store_set_person (store, self->person);
  return taga_round_seal (store, self->round, taga_job_get_cancellable (job), error);
}

/* What was done on disk is shown, also if the user tried to stop it at the last moment. */
static void
sealed_cb (const GError *error, gpointer user_data)
{
  Sealing *self = user_data;
  g_autoptr (GError) refresh_error = NULL;
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        taga_ui_show_error (self->widget, _ ("The round could not be sealed"), error);
      return;
    }

  if (!taga_store_refresh (self->store, &refresh_error))
    {
      taga_ui_show_error (self->widget, _ ("Done, but Not Shown Yet"), refresh_error);
      return;
    }

  text = g_strdup_printf (_ ("“%s” is sealed."), self->name);
  taga_ui_toast (self->widget, text);
}

static void
seal_asked_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  Sealing *asked = user_data;
  Sealing *self;

  if (!g_str_equal (response, "seal") || !gtk_widget_get_realized (asked->widget))
    return;

  self = sealing_new (asked->widget, asked->store, asked->round);
  self->name = g_strdup (asked->name);
  taga_job_run (self->widget, _ ("Sealing the round"), seal_in_thread, self,
                (GDestroyNotify) sealing_free, sealed_cb, self);
}

static void
add_open (GString *text, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (text, "\n・%s", words);
  g_free (words);
}

static void
add_what_is_open (GString *text, const TagaRoundOpen *open)
{
  g_string_append (text, _ ("Still open, and open for good once the round is sealed:"));
  add_open (text, open->n_unanswered,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u item is not answered",
                                          "%'u items are not answered", open->n_unanswered),
                             open->n_unanswered));
  add_open (
      text, open->n_to_confirm,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u copied answer is not confirmed",
                                    "%'u copied answers are not confirmed", open->n_to_confirm),
                       open->n_to_confirm));
  add_open (
      text, open->n_without_risk,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%'u asset has no risk, as something it needs is not known",
                                    "%'u assets have no risk, as something they need is not known",
                                    open->n_without_risk),
                       open->n_without_risk));
}

static char *
describe_open (const TagaRoundOpen *open)
{
  GString *text = g_string_new (NULL);

  if (open->n_unanswered == 0 && open->n_to_confirm == 0 && open->n_without_risk == 0)
    g_string_append (text, _ ("Everything is answered and confirmed, and every asset has a risk."));
  else
    add_what_is_open (text, open);

  g_string_append (text, "\n\n");
  g_string_append_printf (
      text,
      g_dngettext (
          GETTEXT_PACKAGE,
          "Sealing writes down the answers, the scores and the risk of %'u asset as they "
          "are today. After that nothing of the round can ever be changed or removed, and "
          "undo does not go back behind it.",
          "Sealing writes down the answers, the scores and the risks of %'u assets as "
          "they are today. After that nothing of the round can ever be changed or removed, "
          "and undo does not go back behind it.",
          open->n_assets),
      open->n_assets);

  return g_string_free (text, FALSE);
}

static void
free_asked (gpointer data, GClosure *closure)
{
  sealing_free (data);
}

static void
ask (Sealing *counted)
{
  g_autofree char *heading = g_strdup_printf (_ ("Seal “%s” for Good?"), counted->name);
  g_autofree char *body = describe_open (&counted->open);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (counted->widget, GTK_TYPE_WINDOW));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (window, heading, body));
  Sealing *asked = sealing_new (counted->widget, counted->store, counted->round);

  asked->name = g_strdup (counted->name);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "seal", _ ("_Seal"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "seal", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (seal_asked_cb), asked, free_asked, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
count_in_thread (TagaJob *job, gpointer data, GError **error)
{
  Sealing *self = data;
  g_autoptr (TagaStore) store = taga_store_open (self->path, TRUE, error);
  g_autoptr (TagaRecord) round = NULL;

  if (store == NULL || !taga_round_count_open (store, self->round, &self->open, error))
    return FALSE;

  round = taga_store_get_record (store, TAGA_TYPE_ROUND, self->round, error);
  if (round == NULL)
    return FALSE;

  self->name = g_strdup (taga_record_get_text (round, TAGA_ROUND_NAME));
  return !g_cancellable_set_error_if_cancelled (taga_job_get_cancellable (job), error);
}

static void
counted_cb (const GError *error, gpointer user_data)
{
  Sealing *self = user_data;

  if (error == NULL)
    ask (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    taga_ui_show_error (self->widget, _ ("The round could not be sealed"), error);
}

/**
 * taga_round_acts_seal:
 * @widget: the page
 * @store: the company file
 * @round: number of a round that is not sealed
 *
 * Counts what is open in a round, asks whether to seal it all the same, and seals it.
 */
void
taga_round_acts_seal (GtkWidget *widget, TagaStore *store, gint64 round)
{
  Sealing *self = sealing_new (widget, store, round);

  taga_job_run (widget, _ ("Counting what is still open"), count_in_thread, self,
                (GDestroyNotify) sealing_free, counted_cb, self);
}

/* What somebody answered in the round; what is asked but not answered is no loss. */
static gboolean
count_answers (TagaStore *store, gint64 round, guint *n_answers, GError **error)
{
  const GType types[] = { TAGA_TYPE_THREAT, TAGA_TYPE_CHECK, TAGA_TYPE_RULE, TAGA_TYPE_RECHECK };
  g_autoptr (TagaSelfCheck) self_check = taga_self_check_read (store, round, error);

  *n_answers = 0;
  if (self_check == NULL)
    return FALSE;

  for (guint i = 0; i < self_check->sheets->len; i++)
    *n_answers +=
        ((TagaSelfCheckSheet *) g_ptr_array_index (self_check->sheets, i))->total.n_answered;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (TagaRoundAnswers) answers =
          taga_round_answers_read (store, types[i], round, error);

      if (answers == NULL)
        return FALSE;
      *n_answers += g_hash_table_size (answers->numbers);
    }

  return TRUE;
}

static void
remove_asked_cb (GtkWidget *dialog, const char *response, gpointer user_data)
{
  Sealing *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "remove") || !gtk_widget_get_realized (self->widget))
    return;

  if (!taga_action_remove (self->store, TAGA_TYPE_ROUND, self->round, &error))
    taga_ui_show_error (self->widget, _ ("The round could not be removed"), error);
  else
    taga_undo_action_announce (self->widget, self->store);
}

/**
 * taga_round_acts_remove:
 * @widget: the page
 * @store: the company file
 * @round: number of a round that is not sealed
 *
 * Says what goes with a round, asks whether to remove it, and removes it.
 */
void
taga_round_acts_remove (GtkWidget *widget, TagaStore *store, gint64 round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_ROUND, round, &error);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;
  guint n;

  if (record == NULL || !count_answers (store, round, &n, &error))
    {
      taga_ui_show_error (widget, _ ("The round could not be removed"), error);
      return;
    }

  heading = g_strdup_printf (_ ("Remove “%s”?"), taga_record_get_text (record, TAGA_ROUND_NAME));
  body = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "With it go %'u answer with its remarks and evidence, its sheets of the "
                   "self-check and the scores of its judges. Undo brings all of it back.",
                   "With it go %'u answers with their remarks and evidence, its sheets of the "
                   "self-check and the scores of its judges. Undo brings all of it back.",
                   n),
      n);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW)), heading, body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (remove_asked_cb),
                         sealing_new (widget, store, round), free_asked, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
