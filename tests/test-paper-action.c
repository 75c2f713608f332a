#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* for memmem */
#endif

#include <adwaita.h>
#include <string.h>

#include "screen-fixture.h"
#include "store-fixture.h"
#include "taga-company.h"
#include "taga-export.h"
#include "taga-paper-action.h"
#include "taga-paper-print.h"
#include "widget-fixture.h"

/* A paper from a window: saved as PDF, or printed. */

typedef struct
{
  StoreFixture file;
  GtkWidget *window;
  GtkWidget *label; /* what asks for the paper */
} Fixture;

static void
setup (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  store_fixture_set_up (&fixture->file, "sample");
  fixture->label = gtk_label_new ("papers");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), fixture->label);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  adw_window_set_content (ADW_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
teardown (Fixture *fixture, gconstpointer data)
{
  widget_fixture_destroy_windows ();
  store_fixture_tear_down (&fixture->file, "sample");
}

static guint
count_pages (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length, n = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  for (gsize i = 0; i + 12 < length; i++)
    n += memcmp (contents + i, "/Type /Page", 11) == 0 && contents[i + 11] != 's';

  return (guint) n;
}

static void
test_saves_a_paper (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->file.folder, "診断.pdf", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);

  taga_paper_action_write (fixture->label, fixture->file.store, "diagnosis", target);
  widget_fixture_wait_for (fixture->window, "2 pages written");
  g_assert_nonnull (widget_fixture_find_text (fixture->window, "Open"));
  g_assert_cmpuint (count_pages (path), ==, 2);
}

static GtkWidget *
wait_for_dialog (void)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GtkWidget *dialog = NULL;

  while (dialog == NULL && g_get_monotonic_time () < end)
    {
      settle ();
      dialog = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
    }

  g_assert_nonnull (dialog);
  return dialog;
}

static void
test_says_why_not (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->file.folder, "nowhere", "a.pdf", NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  GtkWidget *dialog;

  taga_paper_action_write (fixture->label, fixture->file.store, "contacts", target);
  dialog = wait_for_dialog ();
  g_assert_true (widget_fixture_shows (dialog, "The Paper Could Not Be Written"));
  g_assert_true (widget_fixture_shows (dialog, "folder is not there"));
}

static void
test_asks_whether_to_save_or_print (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  taga_paper_action_run (fixture->label, fixture->file.store, "evidence");
  dialog = wait_for_dialog ();
  g_assert_true (widget_fixture_shows (dialog, "Evidence for SECURITY ACTION"));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "print"));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "save"));
  widget_fixture_assert_whole (dialog);

  /* The window that asked may be gone before the answer. */
  g_object_ref (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_unref (dialog);
  settle ();
  g_assert_true (widget_fixture_shows (fixture->window, "papers"));
}

static void
test_prints_the_same_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const reports[] = { "diagnosis", "measures" };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autoptr (TagaPaper) paper =
          taga_export_create_paper (fixture->file.store, reports[i], NULL);
      g_autoptr (TagaPaperLayout) layout = taga_paper_layout_new (paper, NULL, NULL);
      g_autoptr (GtkPrintOperation) operation = taga_paper_print_new (layout);
      g_autofree char *path = g_build_filename (fixture->file.folder, "print.pdf", NULL);
      g_autoptr (GError) error = NULL;
      GtkPrintOperationResult result;

      gtk_print_operation_set_allow_async (operation, FALSE);
      gtk_print_operation_set_export_filename (operation, path);
      result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                        GTK_WINDOW (fixture->window), &error);
      g_assert_no_error (error);
      g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_cmpuint (count_pages (path), ==, taga_paper_layout_get_n_pages (layout));
    }
}

/* Each page asks for a sheet of its own size. */
static void
test_prints_sections_on_their_sheets (Fixture *fixture, gconstpointer data)
{
  static const char *const sizes[] = { "MediaBox [ 0 0 595", "MediaBox [ 0 0 1190",
                                       "MediaBox [ 0 0 841" };
  g_autoptr (TagaPaper) paper = taga_paper_new ("Sections", "C", "2026-11-22", "2026/11/22");
  g_autoptr (TagaPaperLayout) layout = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *path = g_build_filename (fixture->file.folder, "print.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Upright");
  taga_paper_begin_section (paper, TAGA_PAPER_A3, TRUE);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Wide");
  taga_paper_begin_section (paper, TAGA_PAPER_A4, TRUE);
  taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, "Lying");
  layout = taga_paper_layout_new (paper, NULL, NULL);
  operation = taga_paper_print_new (layout);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                           GTK_WINDOW (fixture->window), &error);
  g_assert_no_error (error);

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_assert_nonnull (memmem (contents, length, sizes[i], strlen (sizes[i])));
}

/* The system's own dialog; GTK has it in a part that is not part of its headers here. */
static void
test_asks_for_the_printer (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GtkWidget *dialog = NULL;

  taga_paper_action_print (fixture->label, fixture->file.store, "contacts");
  while (dialog == NULL && g_get_monotonic_time () < end)
    {
      settle ();
      dialog = widget_fixture_find_print_dialog ();
    }
  g_assert_nonnull (dialog);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog))
                 == GTK_WINDOW (fixture->window));

  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_null (widget_fixture_find_print_dialog ());
}

static void
test_names_say_what_and_whose (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *hidden = NULL;

  store_fixture_set (fixture->file.store, TAGA_TYPE_COMPANY, 1, "name", "A/B: 株式会社");
  name = taga_paper_action_suggest_name (fixture->file.store, "contacts", "2026-11-22");
  g_assert_cmpstr (name, ==, "Emergency contact list_A_B_ 株式会社_20261122");

  /* The name of a file tells no more than its pages. */
  hidden = taga_paper_action_suggest_name (fixture->file.store, "profile", "2026-11-22");
  g_assert_cmpstr (hidden, ==, "Case profile_20261122");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, setup, func, teardown)

int
main (int argc, char **argv)
{
  screen_fixture_init (&argc, &argv);

  ADD ("/paper-action/saves-a-paper", test_saves_a_paper);
  ADD ("/paper-action/says-why-not", test_says_why_not);
  ADD ("/paper-action/asks-whether-to-save-or-print", test_asks_whether_to_save_or_print);
  ADD ("/paper-action/prints-the-same-pages", test_prints_the_same_pages);
  ADD ("/paper-action/prints-sections-on-their-sheets", test_prints_sections_on_their_sheets);
  ADD ("/paper-action/asks-for-the-printer", test_asks_for_the_printer);
  ADD ("/paper-action/names-say-what-and-whose", test_names_say_what_and_whose);

  return g_test_run ();
}
