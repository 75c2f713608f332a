#include "import-fixture.h"

#include "screen-fixture.h"
#include "taga-asset.h"
#include "taga-import-found.h"
#include "taga-import-review.h"

/**
 * import_fixture_set_up:
 * @fixture: the fixture
 * @data: unused
 *
 * Opens the sample company and a window with a toast overlay.
 */
void
import_fixture_set_up (ImportFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (&fixture->file, "sample");
  fixture->overlay = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->overlay), gtk_label_new ("register"));
  fixture->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->overlay);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * import_fixture_tear_down:
 * @fixture: the fixture
 * @data: unused
 *
 * Closes the window. It takes the dialog with it, and nothing keeps the file.
 */
void
import_fixture_tear_down (ImportFixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (g_steal_pointer (&fixture->file.store));
  store_fixture_tear_down (&fixture->file, NULL);
}

/**
 * import_fixture_wait:
 * @fixture: the fixture
 * @condition: what has to hold
 *
 * Lets the program run until something holds; it has to within seconds.
 */
void
import_fixture_wait (ImportFixture *fixture, ImportCondition condition)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  guint id = g_timeout_add (5, wake_cb, NULL);

  while (!condition (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);

  g_assert_true (condition (fixture));
}

static gboolean
has_dialog (ImportFixture *fixture)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; fixture->dialog == NULL && i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

      if (TAGA_IS_IMPORT_DIALOG (toplevel))
        g_set_weak_pointer (&fixture->dialog, TAGA_IMPORT_DIALOG (toplevel));
    }

  return fixture->dialog != NULL;
}

static gboolean
has_no_dialog (ImportFixture *fixture)
{
  return fixture->dialog == NULL;
}

/**
 * import_fixture_get_part:
 * @fixture: the fixture
 * @name: name of a child in the dialog's template
 *
 * Gets a part of the dialog.
 *
 * Returns: (transfer none): the child
 */
gpointer
import_fixture_get_part (ImportFixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->dialog), TAGA_TYPE_IMPORT_DIALOG,
                                        name);
}

/**
 * import_fixture_get_review_part:
 * @fixture: the fixture
 * @name: name of a child in the review's template
 *
 * Gets a part of the review inside the dialog.
 *
 * Returns: (transfer none): the child
 */
gpointer
import_fixture_get_review_part (ImportFixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (import_fixture_get_part (fixture, "review"),
                                        TAGA_TYPE_IMPORT_REVIEW, name);
}

/**
 * import_fixture_get_found_part:
 * @fixture: the fixture
 * @name: name of a child in the template of the page with what was found
 *
 * Gets a part of that page inside the dialog.
 *
 * Returns: (transfer none): the child
 */
gpointer
import_fixture_get_found_part (ImportFixture *fixture, const char *name)
{
  return gtk_widget_get_template_child (import_fixture_get_part (fixture, "found"),
                                        TAGA_TYPE_IMPORT_FOUND, name);
}

static const char *
get_page (ImportFixture *fixture)
{
  return gtk_stack_get_visible_child_name (import_fixture_get_part (fixture, "pages"));
}

static gboolean
is_ready (ImportFixture *fixture)
{
  return has_dialog (fixture)
         && gtk_widget_get_sensitive (import_fixture_get_part (fixture, "content"));
}

/**
 * import_fixture_is_reviewing:
 * @fixture: the fixture
 *
 * Tells whether the dialog shows a proposal and no job runs.
 *
 * Returns: `TRUE` if so
 */
gboolean
import_fixture_is_reviewing (ImportFixture *fixture)
{
  return is_ready (fixture) && g_str_equal (get_page (fixture), "review");
}

/**
 * import_fixture_has_status:
 * @fixture: the fixture
 *
 * Tells whether the dialog says that there is nothing to import, or what is wrong.
 *
 * Returns: `TRUE` if so
 */
gboolean
import_fixture_has_status (ImportFixture *fixture)
{
  return is_ready (fixture) && g_str_equal (get_page (fixture), "status");
}

/**
 * import_fixture_shows_found:
 * @fixture: the fixture
 *
 * Tells whether the dialog shows what was found in the file, and no job runs.
 *
 * Returns: `TRUE` if so
 */
gboolean
import_fixture_shows_found (ImportFixture *fixture)
{
  return is_ready (fixture) && g_str_equal (get_page (fixture), "found");
}

/**
 * import_fixture_open:
 * @fixture: the fixture
 * @path: a file
 * @condition: what has to hold then
 *
 * Has a file imported, until the dialog shows what is expected.
 */
void
import_fixture_open (ImportFixture *fixture, const char *path, ImportCondition condition)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  taga_import_dialog_present (GTK_WINDOW (fixture->window), fixture->file.store, file);
  import_fixture_wait (fixture, condition);
}

/**
 * import_fixture_import:
 * @fixture: the fixture
 * @text: content of a text file
 * @condition: what has to hold then
 *
 * Has a file imported, until the dialog shows what is expected.
 */
void
import_fixture_import (ImportFixture *fixture, const char *text, ImportCondition condition)
{
  g_autofree char *path = g_build_filename (fixture->file.folder, "去年の台帳.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  import_fixture_open (fixture, path, condition);
}

/**
 * import_fixture_shows:
 * @widget: a part of a window
 * @text: a text
 *
 * Tells whether a text stands anywhere in it.
 *
 * Returns: `TRUE` if it does
 */
gboolean
import_fixture_shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  if (GTK_IS_INSCRIPTION (widget) && gtk_inscription_get_text (GTK_INSCRIPTION (widget)) != NULL
      && strstr (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && import_fixture_shows (child, text))
      return TRUE;

  return FALSE;
}

/**
 * import_fixture_assert_button:
 * @fixture: the fixture
 * @label: what the button says
 * @sensitive: whether it can be pressed
 *
 * Looks at the button that imports.
 */
void
import_fixture_assert_button (ImportFixture *fixture, const char *label, gboolean sensitive)
{
  GtkButton *button = import_fixture_get_part (fixture, "apply_button");

  g_assert_cmpstr (gtk_button_get_label (button), ==, label);
  g_assert_cmpint (gtk_widget_get_sensitive (GTK_WIDGET (button)), ==, sensitive);
}

/**
 * import_fixture_assert_counts:
 * @fixture: the fixture
 * @expected: rows that are new, changed, the same, gone and unreadable
 *
 * Looks at the row of counts.
 */
void
import_fixture_assert_counts (ImportFixture *fixture, const char *expected)
{
  static const char *const names[] = { "new_count", "changed_count", "same_count", "gone_count",
                                       "rejected_count" };
  g_autoptr (GString) counts = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (
        counts, "%s%s", i > 0 ? " " : "",
        gtk_label_get_label (import_fixture_get_review_part (fixture, names[i])));

  g_assert_cmpstr (counts->str, ==, expected);
}

/**
 * import_fixture_get_list:
 * @fixture: the fixture
 *
 * Gets the rows of the proposal.
 *
 * Returns: (transfer none): the list
 */
TagaProposalList *
import_fixture_get_list (ImportFixture *fixture)
{
  return taga_import_review_get_list (import_fixture_get_part (fixture, "review"));
}

/**
 * import_fixture_dup_row:
 * @fixture: the fixture
 * @kind: its kind
 * @name: its name
 *
 * Finds a row of the proposal; it has to be there.
 *
 * Returns: (transfer full): the row
 */
TagaProposalRow *
import_fixture_dup_row (ImportFixture *fixture, TagaStagedKind kind, const char *name)
{
  GListModel *list = G_LIST_MODEL (import_fixture_get_list (fixture));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TagaProposalRow) row = g_list_model_get_item (list, i);

      if (taga_proposal_row_get_kind (row) == kind && taga_proposal_row_get_field (row) < 0
          && g_strcmp0 (taga_proposal_row_get_name (row), name) == 0)
        return g_steal_pointer (&row);
    }

  g_assert_not_reached ();
}

/**
 * import_fixture_assert_row:
 * @fixture: the fixture
 * @kind: its kind
 * @name: its name
 * @description: what it says
 *
 * Looks at a row of the proposal.
 */
void
import_fixture_assert_row (ImportFixture *fixture,
                           TagaStagedKind kind,
                           const char *name,
                           const char *description)
{
  g_autoptr (TagaProposalRow) row = import_fixture_dup_row (fixture, kind, name);
  g_autofree char *text = taga_proposal_row_describe (row);

  g_assert_cmpstr (text, ==, description);
}

/**
 * import_fixture_count:
 * @fixture: the fixture
 *
 * Counts the assets in use.
 *
 * Returns: how many
 */
gint64
import_fixture_count (ImportFixture *fixture)
{
  return taga_store_count (fixture->file.store, TAGA_TYPE_ASSET, NULL);
}

/**
 * import_fixture_apply:
 * @fixture: the fixture
 *
 * Imports what is ticked; it has to succeed.
 */
void
import_fixture_apply (ImportFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "import.apply", NULL);
  import_fixture_wait (fixture, has_no_dialog);
}
