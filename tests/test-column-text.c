#include "taga-asset.h"
#include "taga-column-text.h"

/* How the columns of a table are arranged, as text. */

static TagaRecordClass *
get_class (void)
{
  return taga_record_class_peek (TAGA_TYPE_ASSET);
}

static void
test_what_is_not_understood_does_not_count (void)
{
  static const char *const cases[][2] = {
    { "name\t1\t190\nmedium\t0\t80\n", "name\t1\t190\nmedium\t0\t80\n" },
    { "medium\t1\t80\nname\t1\t190", "medium\t1\t80\nname\t1\t190\n" },
    { "name\t1\t190\nname\t0\t10\n", "name\t1\t190\n" },
    { "no-such-column\t1\t190\nnote\t1\t30\n", "note\t1\t30\n" },
    { "name\t2\t190\nname\t1\t-5\nname\t1\t99999999999\nname\t1\tx\nname\t1\nname\n", "" },
    { "name\t1\t190\tx\n", "" },
    { "\t\t\n\n\n", "" },
    { "' OR 1=1", "" },
    { "", "" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) columns = taga_column_text_read (get_class (), cases[i][0]);
      g_autofree char *text = taga_column_text_write (get_class (), columns);

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

static void
test_new_columns_take_their_usual_place (void)
{
  static const char usual_text[] = "name\t1\t190\nrisk\t1\t90\nmedium\t1\t100\nnote\t0\t300\n";
  static const char *const cases[][2] = {
    { "", "name\t1\t190\nrisk\t1\t90\nmedium\t1\t100\nnote\t0\t300\n" },
    { "note\t1\t50\nname\t1\t60\nmedium\t0\t70\nrisk\t1\t80\n",
      "note\t1\t50\nname\t1\t60\nmedium\t0\t70\nrisk\t1\t80\n" },
    { "medium\t1\t70\nname\t1\t60\n", "medium\t1\t70\nnote\t0\t300\nname\t1\t60\nrisk\t1\t90\n" },
    { "note\t1\t50\n", "name\t1\t190\nrisk\t1\t90\nmedium\t1\t100\nnote\t1\t50\n" },
    /* a column that the table does not have, and none that is shown */
    { "users\t1\t50\n", "name\t1\t190\nrisk\t1\t90\nmedium\t1\t100\nnote\t0\t300\n" },
    { "name\t0\t1\nrisk\t0\t2\nmedium\t0\t3\nnote\t0\t4\n",
      "name\t1\t1\nrisk\t0\t2\nmedium\t0\t3\nnote\t0\t4\n" },
  };
  g_autoptr (GArray) usual = taga_column_text_read (get_class (), usual_text);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) kept = taga_column_text_read (get_class (), cases[i][0]);
      g_autoptr (GArray) columns = taga_column_text_merge (usual, kept);
      g_autofree char *text = taga_column_text_write (get_class (), columns);

      g_test_message ("case %u", i);
      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/column-text/what-is-not-understood-does-not-count",
                   test_what_is_not_understood_does_not_count);
  g_test_add_func ("/column-text/new-columns-take-their-usual-place",
                   test_new_columns_take_their_usual_place);

  return g_test_run ();
}
