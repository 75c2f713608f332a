#include <adwaita.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-company.h"
#include "taga-export-action.h"
#include "taga-file-dialog.h"
#include "taga-job-dialog.h"
#include "taga-job.h"

/* Long work, in a real window: it shows, can be stopped, and ends in good order; and the export
 * that is done that way. */

typedef struct
{
  GtkWidget *window;
  GtkWidget *label; /* what asks for the work */

  /* Of the work; the thread reads and sets the first ones. */
  int may_end;
  int saw_cancel;
  double fraction;
  gboolean is_stubborn;
  GThread *thread;

  guint n_done;
  guint n_freed;
  gboolean may_replace;
  GError *error;
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  fixture->fraction = -1;
  fixture->label = gtk_label_new ("register");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->label);
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_error (&fixture->error);
}

typedef gboolean (*Condition) (Fixture *fixture);

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the program run until something holds; it has to within seconds. */
static void
wait_for (Fixture *fixture, Condition condition)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  guint id = g_timeout_add (5, wake_cb, NULL);

  while (!condition (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);

  g_assert_true (condition (fixture));
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (toplevel, type) && gtk_widget_get_visible (toplevel))
        return toplevel;
    }

  return NULL;
}

static gboolean
is_done (Fixture *fixture)
{
  return fixture->n_done > 0 && fixture->n_freed > 0;
}

static gboolean
is_freed (Fixture *fixture)
{
  return fixture->n_freed > 0;
}

static gboolean
has_dialog (Fixture *fixture)
{
  return find_toplevel (TAGA_TYPE_JOB_DIALOG) != NULL;
}

/* Works until it may end, or is stopped; a stubborn one ends all the same as if nothing were. */
static gboolean
work (TagaJob *job, gpointer data, GError **error)
{
  Fixture *fixture = data;
  GCancellable *cancellable = taga_job_get_cancellable (job);

  fixture->thread = g_thread_self ();
  taga_job_report (fixture->fraction, job);
  while (!g_atomic_int_get (&fixture->may_end) && !g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);

  g_atomic_int_set (&fixture->saw_cancel, g_cancellable_is_cancelled (cancellable));
  return fixture->is_stubborn || !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
free_cb (gpointer data)
{
  Fixture *fixture = data;

  g_assert_true (g_main_context_is_owner (NULL));
  fixture->n_freed++;
}

static void
done_cb (const GError *error, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_cmpuint (fixture->n_freed, ==, 0);
  g_assert_null (find_toplevel (TAGA_TYPE_JOB_DIALOG));
  fixture->n_done++;
  if (error != NULL)
    fixture->error = g_error_copy (error);
}

static void
run (Fixture *fixture)
{
  taga_job_run (fixture->label, "Counting the staves", work, fixture, free_cb, done_cb, fixture);
}

static void
test_short_work_shows_nothing (Fixture *fixture, gconstpointer data)
{
  guint n = g_list_model_get_n_items (gtk_window_get_toplevels ());

  fixture->may_end = TRUE;
  run (fixture);
  wait_for (fixture, is_done);
  g_assert_no_error (fixture->error);
  g_assert_true (fixture->thread != NULL && fixture->thread != g_thread_self ());
  g_assert_cmpuint (fixture->n_done, ==, 1);
  g_assert_cmpuint (fixture->n_freed, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n);
}

static void
test_long_work_shows_how_far_it_is (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  GtkProgressBar *bar;

  fixture->fraction = 0.25;
  run (fixture);
  wait_for (fixture, has_dialog);

  dialog = find_toplevel (TAGA_TYPE_JOB_DIALOG);
  bar = GTK_PROGRESS_BAR (gtk_widget_get_template_child (dialog, TAGA_TYPE_JOB_DIALOG, "bar"));
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (bar), 0.25, 0.001);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Counting the staves");
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (dialog)));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog))
                 == GTK_WINDOW (fixture->window));

  g_atomic_int_set (&fixture->may_end, TRUE);
  wait_for (fixture, is_done);
  g_assert_no_error (fixture->error);
  g_assert_null (find_toplevel (TAGA_TYPE_JOB_DIALOG));
}

static void
test_the_user_stops_it (Fixture *fixture, gconstpointer data)
{
  run (fixture);
  wait_for (fixture, has_dialog);

  /* Closing the window, by Escape or otherwise, is stopping; it goes when the work has ended. */
  gtk_window_close (GTK_WINDOW (find_toplevel (TAGA_TYPE_JOB_DIALOG)));
  g_assert_nonnull (find_toplevel (TAGA_TYPE_JOB_DIALOG));
  wait_for (fixture, is_done);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (find_toplevel (TAGA_TYPE_JOB_DIALOG));
}

static void
test_what_was_done_counts_as_done (Fixture *fixture, gconstpointer data)
{
  fixture->is_stubborn = TRUE;
  run (fixture);
  wait_for (fixture, has_dialog);
  gtk_widget_activate_action (find_toplevel (TAGA_TYPE_JOB_DIALOG), "job.stop", NULL);
  wait_for (fixture, is_done);
  g_assert_true (fixture->saw_cancel);
  g_assert_no_error (fixture->error);
}

static void
test_closing_the_window_stops_it (Fixture *fixture, gconstpointer data)
{
  const gboolean shown = GPOINTER_TO_INT (data);
  g_autoptr (GtkWidget) held = NULL;

  /* A window that is closed while somebody holds it is no other than one that nobody holds. */
  if (shown)
    held = g_object_ref (fixture->window);
  run (fixture);
  if (shown)
    wait_for (fixture, has_dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  g_assert_null (find_toplevel (TAGA_TYPE_JOB_DIALOG));

  wait_for (fixture, is_freed);
  g_assert_true (fixture->saw_cancel);
  g_assert_cmpuint (fixture->n_done, ==, 0);
}

static void
test_names_get_their_ending (void)
{
  static const TagaFileKind kinds[] = { TAGA_FILE_XLSX, TAGA_FILE_CSV, TAGA_FILE_CSV_CP932 };
  static const struct
  {
    TagaFileKind chosen;
    const char *typed;
    const char *name;
    TagaFileKind kind;
  } cases[] = {
    { TAGA_FILE_XLSX, "台帳", "台帳.xlsx", TAGA_FILE_XLSX },
    { TAGA_FILE_XLSX, "台帳.xlsx", "台帳.xlsx", TAGA_FILE_XLSX },
    { TAGA_FILE_XLSX, "台帳.XLSX", "台帳.XLSX", TAGA_FILE_XLSX },
    { TAGA_FILE_XLSX, "台帳 第1.2版", "台帳 第1.2版.xlsx", TAGA_FILE_XLSX },
    { TAGA_FILE_XLSX, "台帳.xls", "台帳.xls.xlsx", TAGA_FILE_XLSX },
    { TAGA_FILE_XLSX, "xlsx", "xlsx.xlsx", TAGA_FILE_XLSX },
    { TAGA_FILE_XLSX, ".xlsx", ".xlsx.xlsx", TAGA_FILE_XLSX },
    { TAGA_FILE_XLSX, "台帳.csv", "台帳.csv", TAGA_FILE_CSV },
    { TAGA_FILE_CSV, "台帳.csv", "台帳.csv", TAGA_FILE_CSV },
    { TAGA_FILE_CSV, "台帳.xlsx", "台帳.csv", TAGA_FILE_CSV },
    { TAGA_FILE_CSV_CP932, "台帳.xlsx", "台帳.csv", TAGA_FILE_CSV_CP932 },
    { TAGA_FILE_CSV_CP932, "台帳", "台帳.csv", TAGA_FILE_CSV_CP932 },
    { TAGA_FILE_CSV_CP932, "台帳.Csv", "台帳.Csv", TAGA_FILE_CSV_CP932 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TagaFileKind kind = cases[i].chosen;
      g_autofree char *name =
          taga_file_kind_complete_name (&kind, kinds, G_N_ELEMENTS (kinds), cases[i].typed);

      g_test_message ("%s", cases[i].typed);
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpint (kind, ==, cases[i].kind);
    }
}

static void
test_the_company_is_in_the_name (void)
{
  static const char *const cases[][2] = {
    { "株式会社見本", "Register of information assets_株式会社見本_20261122.xlsx" },
    { " A/B:C*?\"<>|\\ ", "Register of information assets_A_B_C__20261122.xlsx" },
  };
  StoreFixture fixture = { 0 };

  store_fixture_set_up (&fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = NULL;

      store_fixture_set (fixture.store, TAGA_TYPE_COMPANY, 1, "name", cases[i][0]);
      name = taga_export_action_suggest_name (fixture.store, "2026-11-22");
      g_assert_cmpstr (name, ==, cases[i][1]);
    }
  store_fixture_tear_down (&fixture, NULL);
}

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
has_toast (Fixture *fixture)
{
  return shows (fixture->window, "assets exported");
}

static gboolean
has_message (Fixture *fixture)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
export_to (Fixture *fixture, StoreFixture *file, const char *target, TagaFileKind kind)
{
  g_autoptr (GFile) place = g_file_new_for_path (target);

  taga_export_action_write (fixture->label, file->store, place, kind);
}

static void
test_writes_the_register (Fixture *fixture, gconstpointer data)
{
  StoreFixture file = { 0 };
  g_autofree char *target = NULL;
  g_autofree char *content = NULL;
  gsize length;

  store_fixture_set_up (&file, "sample");
  target = g_build_filename (file.folder, "台帳.xlsx", NULL);
  export_to (fixture, &file, target, TAGA_FILE_XLSX);
  wait_for (fixture, has_toast);

  g_assert_true (shows (fixture->window, "44 assets exported"));
  g_assert_true (g_file_get_contents (target, &content, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (content, 2, "PK", 2);
  store_fixture_tear_down (&file, NULL);
}

static void
test_tells_what_did_not_fit (Fixture *fixture, gconstpointer data)
{
  StoreFixture file = { 0 };
  g_autofree char *target = NULL;
  g_autofree char *content = NULL;
  g_autofree char *text = NULL;

  store_fixture_set_up (&file, "sample");
  store_fixture_set (file.store, TAGA_TYPE_ASSET, 1, "name", "𠮷田様の見積書");
  target = g_build_filename (file.folder, "台帳.csv", NULL);
  export_to (fixture, &file, target, TAGA_FILE_CSV_CP932);
  wait_for (fixture, has_message);

  g_assert_true (shows (find_toplevel (ADW_TYPE_MESSAGE_DIALOG), "𠮷"));
  g_assert_true (shows (fixture->window, "44 assets exported"));
  g_assert_true (g_file_get_contents (target, &content, NULL, NULL));
  text = g_convert (content, -1, "UTF-8", "CP932", NULL, NULL, NULL);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "情報資産名称"));

  gtk_window_destroy (GTK_WINDOW (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
  store_fixture_tear_down (&file, NULL);
}

static void
test_a_failed_export_leaves_what_was_there (Fixture *fixture, gconstpointer data)
{
  StoreFixture file = { 0 };
  g_autofree char *target = NULL;

  store_fixture_set_up (&file, "sample");
  target = g_build_filename (file.folder, "no folder", "台帳.csv", NULL);
  export_to (fixture, &file, target, TAGA_FILE_CSV);
  wait_for (fixture, has_message);

  g_assert_true (shows (find_toplevel (ADW_TYPE_MESSAGE_DIALOG), "Could Not Be Exported"));
  g_assert_false (shows (fixture->window, "exported"));
  gtk_window_destroy (GTK_WINDOW (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
  store_fixture_tear_down (&file, NULL);
}

static void
replace_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->may_replace = taga_file_dialog_ask_to_replace_finish (result);
  fixture->n_done++;
}

static gboolean
has_answer (Fixture *fixture)
{
  return fixture->n_done > 0;
}

static void
test_asks_before_it_replaces (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *answer; /* NULL for closing the window behind */
    gboolean may_replace;
  } cases[] = { { "replace", TRUE }, { "cancel", FALSE }, { NULL, FALSE } };
  g_autofree char *folder = store_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "台帳.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  /* There is nothing to ask about yet. */
  taga_file_dialog_ask_to_replace (GTK_WINDOW (fixture->window), file, replace_cb, fixture);
  wait_for (fixture, has_answer);
  g_assert_true (fixture->may_replace);
  g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      fixture->n_done = 0;
      taga_file_dialog_ask_to_replace (GTK_WINDOW (fixture->window), file, replace_cb, fixture);
      wait_for (fixture, has_message);
      g_assert_true (shows (find_toplevel (ADW_TYPE_MESSAGE_DIALOG), "台帳.csv"));
      if (cases[i].answer != NULL)
        adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)),
                                     cases[i].answer);
      else
        gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
      wait_for (fixture, has_answer);
      g_assert_cmpint (fixture->may_replace, ==, cases[i].may_replace);
      if (find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL)
        gtk_window_destroy (GTK_WINDOW (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
    }

  store_fixture_remove_folder (folder);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

  ADD ("/job/short-work-shows-nothing", test_short_work_shows_nothing);
  ADD ("/job/long-work-shows-how-far-it-is", test_long_work_shows_how_far_it_is);
  ADD ("/job/the-user-stops-it", test_the_user_stops_it);
  ADD ("/job/what-was-done-counts-as-done", test_what_was_done_counts_as_done);
  g_test_add ("/job/closing-the-window-stops-it", Fixture, GINT_TO_POINTER (FALSE), setup,
              test_closing_the_window_stops_it, teardown);
  g_test_add ("/job/closing-the-window-stops-it-when-it-shows", Fixture, GINT_TO_POINTER (TRUE),
              setup, test_closing_the_window_stops_it, teardown);
  g_test_add_func ("/file-dialog/names-get-their-ending", test_names_get_their_ending);
  g_test_add_func ("/export/the-company-is-in-the-name", test_the_company_is_in_the_name);
  ADD ("/export/writes-the-register", test_writes_the_register);
  ADD ("/export/tells-what-did-not-fit", test_tells_what_did_not_fit);
  ADD ("/export/a-failed-export-leaves-what-was-there", test_a_failed_export_leaves_what_was_there);
  ADD ("/file-dialog/asks-before-it-replaces", test_asks_before_it_replaces);

  return g_test_run ();
}
