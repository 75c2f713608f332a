#include "risk-fixture.h"
#include "screen-fixture.h"
#include "taga-company.h"
#include "taga-date.h"
#include "taga-decision-view.h"
#include "taga-decision.h"
#include "taga-grid-private.h"
#include "taga-measure-view.h"
#include "taga-measure.h"
#include "widget-fixture.h"

/* What the management is asked, and what came back. */

static TagaStore *
get_store (WindowFixture *fixture)
{
  return taga_window_get_store (fixture->window);
}

static GtkWidget *
get_view (WindowFixture *fixture)
{
  return risk_fixture_get_view (fixture, TAGA_TYPE_DECISION_VIEW);
}

static TagaGrid *
get_grid (WindowFixture *fixture)
{
  return taga_record_table_get_grid (risk_fixture_get_table (fixture, TAGA_TYPE_DECISION_VIEW));
}

static guint
count_rows (WindowFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (
      taga_record_table_get_list (risk_fixture_get_table (fixture, TAGA_TYPE_DECISION_VIEW))));
}

static void
show (WindowFixture *fixture, const char *item)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", item);
  settle ();
}

static void
set_up (WindowFixture *fixture, gconstpointer data)
{
  risk_fixture_set_up (fixture, data);
  show (fixture, "risks/decisions");
}

/* The decisions of the sample company go, and so does what they would lead to. */
static void
set_up_empty (WindowFixture *fixture, gconstpointer data)
{
  risk_fixture_set_up (fixture, data);
  g_assert_true (taga_store_begin (get_store (fixture), "clear", NULL));
  for (gint64 id = 1; id <= 3; id++)
    g_assert_true (taga_store_remove (get_store (fixture), TAGA_TYPE_DECISION, id, NULL));
  g_assert_true (taga_store_commit (get_store (fixture), NULL));
  show (fixture, "risks/decisions");
}

static gint64
add_record (WindowFixture *fixture, GType type, guint field, const char *text)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  TagaValue *values = taga_values_new (klass->n_fields);
  gint64 id = 0;

  g_assert_true (taga_store_begin (get_store (fixture), "add", NULL));
  values[0].text = g_strdup ("New");
  values[field].text = g_strdup (text);
  g_assert_true (taga_store_insert (get_store (fixture), type, values, &id, NULL));
  g_assert_true (taga_store_commit (get_store (fixture), NULL));
  taga_values_free (values, klass->n_fields);
  settle ();

  return id;
}

static void
assert_text (WindowFixture *fixture, GType type, gint64 id, guint field, const char *expected)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (get_store (fixture), type, id, NULL);

  g_assert_cmpstr (taga_record_get_text (record, field), ==, expected);
}

/* Types an answer into the row of a decision. */
static void
answer (WindowFixture *fixture, guint row, const char *keys)
{
  taga_grid_set_cursor (get_grid (fixture), row, TAGA_DECISION_ANSWER);
  gtk_widget_grab_focus (GTK_WIDGET (get_grid (fixture)));
  risk_fixture_type (fixture, TAGA_TYPE_DECISION_VIEW, keys);
}

static void
test_the_sample_company (WindowFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_rows (fixture), ==, 3);
  g_assert_true (window_fixture_shows (get_view (fixture), "¥180,000"));
  g_assert_true (gtk_widget_get_mapped (get_view (fixture)));

  show (fixture, "risks/measures");
  g_assert_false (gtk_widget_get_mapped (get_view (fixture)));
  show (fixture, "risks/decisions/3");
  g_assert_true (gtk_widget_get_mapped (get_view (fixture)));
}

static void
test_an_approval_begins_its_measures (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *today = taga_date_today ();
  gint64 measure = add_record (fixture, TAGA_TYPE_MEASURE, TAGA_MEASURE_STATUS, "todo");
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, measure);
  gint64 id = add_record (fixture, TAGA_TYPE_DECISION, TAGA_DECISION_MEASURES, text);
  const guint representative = TAGA_COMPANY_REPRESENTATIVE;
  const TagaValue value = { (char *) "Yamada", TAGA_UNKNOWN };
  GtkWidget *dialog;
  guint n_steps;

  g_assert_true (taga_store_begin (get_store (fixture), "name", NULL));
  g_assert_true (taga_store_update (get_store (fixture), TAGA_TYPE_COMPANY, 1, &representative,
                                    &value, 1, NULL));
  g_assert_true (taga_store_commit (get_store (fixture), NULL));
  settle ();
  n_steps = risk_fixture_count_steps (fixture);

  answer (fixture, 3, "yes");
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_ANSWER, "yes");
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_DECIDED_ON, today);
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_DECIDED_BY, "Yamada");
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 1);
  g_assert_true (window_fixture_is_told ("“New” Is Approved"));
  assert_text (fixture, TAGA_TYPE_MEASURE, measure, TAGA_MEASURE_STATUS, "todo");

  dialog = widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "later");

  window_fixture_press ("_Start");
  g_assert_true (window_fixture_is_told ("1 measure is started"));
  assert_text (fixture, TAGA_TYPE_MEASURE, measure, TAGA_MEASURE_STATUS, "doing");
  assert_text (fixture, TAGA_TYPE_MEASURE, measure, TAGA_MEASURE_ACTUAL_START, today);
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 2);

  risk_fixture_undo (fixture);
  assert_text (fixture, TAGA_TYPE_MEASURE, measure, TAGA_MEASURE_STATUS, "todo");
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_ANSWER, "yes");
  risk_fixture_undo (fixture);
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_ANSWER, NULL);
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_DECIDED_ON, NULL);
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_DECIDED_BY, NULL);
}

/* Nothing is forced: not now, no, and later begin nothing; what is begun is not asked about. */
static void
test_other_answers_begin_nothing (WindowFixture *fixture, gconstpointer data)
{
  gint64 measure = add_record (fixture, TAGA_TYPE_MEASURE, TAGA_MEASURE_STATUS, "todo");
  gint64 begun = add_record (fixture, TAGA_TYPE_MEASURE, TAGA_MEASURE_STATUS, "doing");
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, measure);
  g_autofree char *begun_text = g_strdup_printf ("%" G_GINT64_FORMAT, begun);

  add_record (fixture, TAGA_TYPE_DECISION, TAGA_DECISION_MEASURES, text);
  add_record (fixture, TAGA_TYPE_DECISION, TAGA_DECISION_MEASURES, begun_text);

  answer (fixture, 3, "no");
  g_assert_null (widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG));
  answer (fixture, 3, "later");
  g_assert_null (widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG));
  answer (fixture, 4, "yes");
  g_assert_null (widget_fixture_get_dialog (ADW_TYPE_MESSAGE_DIALOG));

  answer (fixture, 3, "yes");
  window_fixture_press ("_Not Now");
  assert_text (fixture, TAGA_TYPE_MEASURE, measure, TAGA_MEASURE_STATUS, "todo");
}

static void
test_proposals_become_decisions (WindowFixture *fixture, gconstpointer data)
{
  GtkWidget *label;
  guint n_steps, n;

  g_assert_true (widget_fixture_shows (get_view (fixture), "Nothing is asked yet"));
  add_record (fixture, TAGA_TYPE_MEASURE, TAGA_MEASURE_STATUS, "todo");
  n_steps = risk_fixture_count_steps (fixture);
  label = widget_fixture_find_text (get_view (fixture), "Propose Decisions");
  widget_fixture_activate (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));

  /* The measure, and the risks of which nothing is decided. */
  n = count_rows (fixture);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (risk_fixture_count_steps (fixture), ==, n_steps + 1);
  g_assert_true (window_fixture_shows (get_view (fixture), "Start “New”"));
  g_assert_true (window_fixture_is_told ("2 decisions are asked for"));

  risk_fixture_undo (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_true (widget_fixture_shows (get_view (fixture), "Nothing is asked yet"));
}

/* From the measures the question goes to the management, and the page to the question. */
static void
test_measures_are_asked_about (WindowFixture *fixture, gconstpointer data)
{
  gint64 measure = add_record (fixture, TAGA_TYPE_MEASURE, TAGA_MEASURE_STATUS, "todo");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, measure);
  GtkWidget *measures = risk_fixture_get_view (fixture, TAGA_TYPE_MEASURE_VIEW);
  g_autoptr (TagaRecord) current = NULL;

  show (fixture, "risks/measures");
  gtk_widget_activate_action (measures, "measure.ask", NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (get_view (fixture)));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  current = taga_grid_dup_cursor_record (get_grid (fixture));
  g_assert_cmpstr (taga_record_get_text (current, TAGA_DECISION_NAME), ==, "Start “New”");
  g_assert_cmpstr (taga_record_get_text (current, TAGA_DECISION_MEASURES), ==, number);
}

/* The day on which it was asked need not be typed. */
static void
test_the_first_is_typed (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *today = taga_date_today ();
  TagaRecordList *list;
  gint64 id;

  gtk_widget_activate_action (
      GTK_WIDGET (taga_decision_view_get_register (TAGA_DECISION_VIEW (get_view (fixture)))),
      "register.add", NULL);
  risk_fixture_type (fixture, TAGA_TYPE_DECISION_VIEW, "lock");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  list = taga_record_table_get_list (risk_fixture_get_table (fixture, TAGA_TYPE_DECISION_VIEW));
  id = taga_record_list_get_id (list, 0);
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_NAME, "lock");
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_ASKED_ON, today);
  assert_text (fixture, TAGA_TYPE_DECISION, id, TAGA_DECISION_ANSWER, NULL);
}

static void
test_late_ones_are_marked (WindowFixture *fixture, gconstpointer data)
{
  add_record (fixture, TAGA_TYPE_DECISION, TAGA_DECISION_DUE_ON, "2020-01-31");
  g_assert_true (window_fixture_shows (get_view (fixture), "⚠ 2020/1/31 late"));
  answer (fixture, 0, "no");
  g_assert_false (window_fixture_shows (get_view (fixture), "⚠ 2020/1/31 late"));
}

static void
add (const char *path,
     void (*prepare) (WindowFixture *, gconstpointer),
     void (*test) (WindowFixture *, gconstpointer))
{
  g_test_add (path, WindowFixture, NULL, prepare, test, window_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  TagaApplication *application = window_fixture_init (&argc, &argv);
  int result;

  add ("/decisions/the-sample-company", set_up, test_the_sample_company);
  add ("/decisions/an-approval-begins-its-measures", set_up, test_an_approval_begins_its_measures);
  add ("/decisions/other-answers-begin-nothing", set_up, test_other_answers_begin_nothing);
  add ("/decisions/proposals-become-decisions", set_up_empty, test_proposals_become_decisions);
  add ("/decisions/measures-are-asked-about", set_up_empty, test_measures_are_asked_about);
  add ("/decisions/the-first-is-typed", set_up_empty, test_the_first_is_typed);
  add ("/decisions/late-ones-are-marked", set_up_empty, test_late_ones_are_marked);

  result = g_test_run ();
  g_object_unref (application);

  return result;
}
