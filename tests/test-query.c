#include <string.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-asset.h"
#include "taga-cursor.h"
#include "taga-store-private.h"
#include "taga-text.h"
#include "taga-value-counts.h"

/* The names that a query gives, in its order, with a space after each. */
static char *
collect (TagaStore *store, const TagaQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_ASSET, query, &error);
  GString *names = g_string_new (NULL);
  const TagaValue *values;
  gboolean has_row;

  g_assert_no_error (error);
  while (taga_cursor_next (cursor, NULL, &values, &has_row, &error) && has_row)
    g_string_append_printf (names, "%s ", values[TAGA_ASSET_NAME].text);
  g_assert_no_error (error);

  return g_string_free (names, FALSE);
}

/* Seven assets that differ in whatever is asked for below. */
static void
set_up (StoreFixture *fixture, gconstpointer kind)
{
  TagaStore *store;

  store_fixture_set_up (fixture, kind);
  store = fixture->store;
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "a", "medium", "server", "confidentiality",
                     "3", "integrity", "1", "availability", "1", "registered-on", "2026-04-01",
                     "retention", "2026年3月末", "note", "ﾊﾞｯｸｱｯﾌﾟあり", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "b", "medium", "paper", "confidentiality", "1",
                     "integrity", "1", "availability", "1", "registered-on", "2026-03-31",
                     "business", "営業", "retention", "2026-12-31", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "c", "medium", "cloud", "personal", "1",
                     "retired-on", "2026-05-01", "retention", "7年", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "d", "business", "経理", "retention",
                     "2026年度末", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "e", "medium", "office-pc", "confidentiality",
                     "2", "integrity", "2", "availability", "2", "sensitive", "1", "note", "100%",
                     NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "f", "medium", "paper", "confidentiality", "2",
                     "integrity", "3", "availability", "1", "registered-on", "2025-12-31",
                     "threat-override", "3", "threat-reason", "実績", "vulnerability-override", "3",
                     "vulnerability-reason", "未対策", "retention", "平成30年", NULL);
  store_fixture_add (store, TAGA_TYPE_ASSET, "name", "g", "medium", "mobile", "confidentiality",
                     "2", "integrity", "1", "availability", "1", "threat-override", "2",
                     "threat-reason", "実績", "vulnerability-override", "3", "vulnerability-reason",
                     "未対策", NULL);
}

static void
test_scope_chooses_what_is_in_use (StoreFixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    [TAGA_SCOPE_ALL] = "a b c d e f g ",
    [TAGA_SCOPE_IN_USE] = "a b d e f g ",
    [TAGA_SCOPE_RETIRED] = "c ",
  };

  for (TagaScope scope = TAGA_SCOPE_ALL; scope <= TAGA_SCOPE_RETIRED; scope++)
    {
      g_autoptr (TagaQuery) query = taga_query_new ();
      g_autofree char *names = NULL;

      query->scope = scope;
      names = collect (fixture->store, query);
      g_assert_cmpstr (names, ==, expected[scope]);
    }

  {
    g_autofree char *all = collect (fixture->store, NULL);

    g_assert_cmpstr (all, ==, "a b c d e f g ");
  }
}

typedef struct
{
  guint field;
  const char *contains;
  const char *keys;
  const char *from;
  const char *to;
  int blank;
  const char *expected;
  gboolean or_blank;
  gboolean by_end;
} FilterCase;

static const FilterCase filter_cases[] = {
  { TAGA_ASSET_NAME, .contains = "E", .blank = -1, .expected = "e " },
  { TAGA_ASSET_NOTE, .contains = "バックアップ", .blank = -1, .expected = "a " },
  { TAGA_ASSET_NOTE, .contains = "%", .blank = -1, .expected = "e " },
  { TAGA_ASSET_NOTE, .contains = "' OR 1=1 --", .blank = -1, .expected = "" },
  { TAGA_ASSET_MEDIUM, .keys = "paper", .blank = -1, .expected = "b f " },
  { TAGA_ASSET_MEDIUM, .keys = "paper|server", .blank = -1, .expected = "a b f " },
  { TAGA_ASSET_MEDIUM, .keys = "paper|", .blank = -1, .expected = "b d f " },
  { TAGA_ASSET_MEDIUM, .keys = "'", .blank = -1, .expected = "" },
  { TAGA_ASSET_CONFIDENTIALITY, .keys = "2|3", .blank = -1, .expected = "a e f g " },
  { TAGA_ASSET_CONFIDENTIALITY, .keys = "", .blank = -1, .expected = "c d " },
  { TAGA_ASSET_PERSONAL, .keys = "1", .blank = -1, .expected = "c " },
  { TAGA_ASSET_PERSONAL, .keys = "0", .blank = -1, .expected = "a b d e f g " },
  { TAGA_ASSET_CONFIDENTIALITY, .from = "2", .blank = -1, .expected = "a e f g " },
  { TAGA_ASSET_CONFIDENTIALITY, .to = "1", .blank = -1, .expected = "b " },
  { TAGA_ASSET_CONFIDENTIALITY, .from = "2", .to = "2", .blank = -1, .expected = "e f g " },
  { TAGA_ASSET_REGISTERED_ON, .from = "2026-01-01", .to = "2026-03-31", .blank = -1,
    .expected = "b " },
  { TAGA_ASSET_REGISTERED_ON, .to = "2026-03-31", .blank = -1, .expected = "b f " },
  { TAGA_ASSET_REGISTERED_ON, .blank = 1, .expected = "c d e g " },
  { TAGA_ASSET_REGISTERED_ON, .blank = 0, .expected = "a b f " },
  { TAGA_ASSET_SENSITIVE, .blank = 0, .expected = "e " },
  { TAGA_ASSET_SENSITIVE, .blank = 1, .expected = "a b c d f g " },
  { TAGA_ASSET_IMPORTANCE, .keys = "3", .blank = -1, .expected = "a c e f " },
  { TAGA_ASSET_IMPORTANCE, .blank = 1, .expected = "d " },
  { TAGA_ASSET_RISK, .from = "4", .blank = -1, .expected = "f g " },
  { TAGA_ASSET_RISK, .blank = 1, .expected = "a b c d e " },
  { TAGA_ASSET_BAND, .keys = "large|medium", .blank = -1, .expected = "f g " },
  { TAGA_ASSET_BAND, .keys = "unknown", .blank = -1, .expected = "a b c d e " },
  { TAGA_ASSET_REGISTERED_ON, .to = "2026-03-31", .blank = -1, .or_blank = TRUE,
    .expected = "b c d e f g " },
  { TAGA_ASSET_REGISTERED_ON, .blank = -1, .or_blank = TRUE, .expected = "a b c d e f g " },
  { TAGA_ASSET_CONFIDENTIALITY, .from = "3", .blank = -1, .or_blank = TRUE, .expected = "a c d " },
  { TAGA_ASSET_NOTE, .contains = "%", .blank = -1, .or_blank = TRUE, .expected = "b c d e f g " },
  { TAGA_ASSET_PERSONAL, .keys = "1", .blank = -1, .or_blank = TRUE, .expected = "a b c d e f g " },
  { TAGA_ASSET_RETENTION, .to = "2026-03-31", .blank = -1, .by_end = TRUE, .expected = "a f " },
  { TAGA_ASSET_RETENTION, .to = "2026-03-30", .blank = -1, .by_end = TRUE, .expected = "f " },
  { TAGA_ASSET_RETENTION, .from = "1900-01-01", .blank = -1, .by_end = TRUE, .expected = "a b f " },
  { TAGA_ASSET_RETENTION, .to = "2026-03-30", .blank = -1, .or_blank = TRUE, .by_end = TRUE,
    .expected = "e f g " },
};

static void
test_filters_take_what_they_say (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (filter_cases); i++)
    {
      const FilterCase *test = &filter_cases[i];
      g_autoptr (TagaQuery) query = taga_query_new ();
      g_autoptr (TagaQuery) copy = NULL;
      g_autofree char *names = NULL;
      TagaFilter *filter = taga_filter_new (test->field);

      if (test->contains != NULL)
        filter->contains = taga_text_fold (test->contains);
      if (test->keys != NULL)
        filter->keys = *test->keys == '\0' ? g_strdupv ((char *[]){ (char *) "", NULL })
                                           : g_strsplit (test->keys, "|", -1);
      filter->from = g_strdup (test->from);
      filter->to = g_strdup (test->to);
      filter->blank = test->blank;
      filter->or_blank = test->or_blank;
      filter->by_end = test->by_end;
      taga_query_set_filter (query, filter);
      copy = taga_query_copy (query);

      names = collect (fixture->store, copy);
      g_test_message ("case %u", i);
      g_assert_cmpstr (names, ==, test->expected);
    }
}

static void
test_all_filters_must_hold (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  TagaFilter *filter = taga_filter_new (TAGA_ASSET_MEDIUM);
  g_autofree char *both = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *cleared = NULL;

  filter->keys = g_strsplit ("paper", "|", -1);
  taga_query_set_filter (query, filter);
  filter = taga_filter_new (TAGA_ASSET_INTEGRITY);
  filter->from = g_strdup ("3");
  taga_query_set_filter (query, filter);
  both = collect (fixture->store, query);
  g_assert_cmpstr (both, ==, "f ");

  /* A field has one filter: a new one takes the place of the old. */
  filter = taga_filter_new (TAGA_ASSET_INTEGRITY);
  filter->to = g_strdup ("1");
  taga_query_set_filter (query, filter);
  g_assert_true (taga_query_get_filter (query, TAGA_ASSET_INTEGRITY) == filter);
  replaced = collect (fixture->store, query);
  g_assert_cmpstr (replaced, ==, "b ");

  taga_query_clear_filter (query, TAGA_ASSET_INTEGRITY);
  taga_query_clear_filter (query, TAGA_ASSET_NAME);
  g_assert_null (taga_query_get_filter (query, TAGA_ASSET_INTEGRITY));
  cleared = collect (fixture->store, query);
  g_assert_cmpstr (cleared, ==, "b f ");
}

/* Choices in the edition's order, not by their keys; what is not known last, up or down. */
static void
test_sorts_with_the_unknown_last (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint field;
    gboolean descending;
    const char *expected;
  } cases[] = {
    { TAGA_ASSET_NAME, FALSE, "a b c d e f g " },
    { TAGA_ASSET_NAME, TRUE, "g f e d c b a " },
    { TAGA_ASSET_MEDIUM, FALSE, "b f e g a c d " },
    { TAGA_ASSET_MEDIUM, TRUE, "c a g e b f d " },
    { TAGA_ASSET_CONFIDENTIALITY, FALSE, "b e f g a c d " },
    { TAGA_ASSET_CONFIDENTIALITY, TRUE, "a e f g b c d " },
    { TAGA_ASSET_REGISTERED_ON, FALSE, "f b a c d e g " },
    { TAGA_ASSET_REGISTERED_ON, TRUE, "a b f c d e g " },
    { TAGA_ASSET_RISK, FALSE, "g f a b c d e " },
    { TAGA_ASSET_RISK, TRUE, "f g a b c d e " },
    { TAGA_ASSET_BAND, FALSE, "f g a b c d e " },
    { TAGA_ASSET_BAND, TRUE, "g f a b c d e " },
    { TAGA_ASSET_IMPORTANCE, TRUE, "a c e f g b d " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TagaQuery) query = taga_query_new ();
      const TagaSort sort = { cases[i].field, cases[i].descending };
      g_autofree char *names = NULL;

      g_array_append_val (query->sorts, sort);
      names = collect (fixture->store, query);
      g_test_message ("case %u", i);
      g_assert_cmpstr (names, ==, cases[i].expected);
    }

  {
    g_autoptr (TagaQuery) query = taga_query_new ();
    const TagaSort sorts[] = { { TAGA_ASSET_INTEGRITY, FALSE }, { TAGA_ASSET_NAME, TRUE } };
    g_autofree char *names = NULL;

    g_array_append_vals (query->sorts, sorts, 2);
    names = collect (fixture->store, query);
    g_assert_cmpstr (names, ==, "g b a e f d c ");
  }
}

static char *
describe_sorts (const TagaQuery *query)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < query->sorts->len; i++)
    g_string_append_printf (text, "%u%s ", g_array_index (query->sorts, TagaSort, i).field,
                            g_array_index (query->sorts, TagaSort, i).descending ? "-" : "+");

  return g_string_free (text, FALSE);
}

/* s = sort, a = add, t = toggle, T = toggle and add, c = clear; then the field and a direction */
static void
test_sorts_are_set_added_and_taken_away (StoreFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "s1+", "1+ " },         { "s1+ s1-", "1- " },        { "s1+ s2-", "2- " },
    { "s1+ a2-", "1+ 2- " },  { "s1+ a2- a1-", "1- 2- " }, { "s1+ a2- s2+", "2+ " },
    { "s1+ a2- c1", "2- " },  { "s1+ a2- c3", "1+ 2- " },  { "t1", "1+ " },
    { "t1 t1", "1- " },       { "t1 t1 t1", "" },          { "t1 T2 T2", "1+ 2- " },
    { "t1 T2 T2 T2", "1+ " }, { "t1 T2 t2", "2- " },       { "t1 T2 T2 t2", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TagaQuery) query = taga_query_new ();
      g_auto (GStrv) steps = g_strsplit (cases[i][0], " ", -1);
      g_autofree char *sorts = NULL;

      for (char **step = steps; *step != NULL; step++)
        {
          guint field = (guint) ((*step)[1] - '0');

          if (**step == 's' || **step == 'a')
            taga_query_set_sort (query, field, (*step)[2] == '-', **step == 'a');
          else if (**step == 'c')
            taga_query_clear_sort (query, field);
          else
            taga_query_toggle_sort (query, field, **step == 'T');
        }
      sorts = describe_sorts (query);
      g_test_message ("case %u", i);
      g_assert_cmpstr (sorts, ==, cases[i][1]);
    }
}

static void
test_search_looks_into_every_searched_field (StoreFixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "バックアップ", "a " },
    { "ばっくあっぷ", "a " },
    { "ｂａｃｋ", "" },
    { "営業", "b " },
    { "G", "g " },
    { "Ｇ", "g " },
    { "", "a b c d e f g " },
    { "実績", "" }, /* a reason is no searched field */
    { "100%", "e " },
    { "'", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TagaQuery) query = taga_query_new ();
      g_autofree char *names = NULL;

      query->search = g_strdup (cases[i][0]);
      names = collect (fixture->store, query);
      g_test_message ("case %u", i);
      g_assert_cmpstr (names, ==, cases[i][1]);
    }
}

/* The values of a column as "key:n ", whatever its own filter says. */
static void
test_counts_the_values_of_a_column (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint field;
    const char *contains;
    guint max;
    const char *expected;
  } cases[] = {
    { TAGA_ASSET_MEDIUM, NULL, 10, "paper:2 :1 mobile:1 office-pc:1 server:1 " },
    { TAGA_ASSET_MEDIUM, NULL, 1, "paper:2 :1 " },
    { TAGA_ASSET_BUSINESS, NULL, 10, ":4 営業:1 経理:1 " },
    { TAGA_ASSET_BUSINESS, "ｹｲ", 10, "" },
    { TAGA_ASSET_BUSINESS, "経", 10, "経理:1 " },
    { TAGA_ASSET_CONFIDENTIALITY, NULL, 10, "2:3 :1 1:1 3:1 " },
    { TAGA_ASSET_SENSITIVE, NULL, 10, "0:5 1:1 " },
    { TAGA_ASSET_BAND, NULL, 10, "unknown:4 large:1 medium:1 " },
  };
  g_autoptr (TagaQuery) query = taga_query_new ();

  query->scope = TAGA_SCOPE_IN_USE;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TagaQuery) narrowed = taga_query_copy (query);
      TagaFilter *filter = taga_filter_new (cases[i].field);
      g_autoptr (GPtrArray) counts = NULL;
      g_autoptr (GString) all = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      filter->keys = g_strsplit ("1", "|", -1);
      taga_query_set_filter (narrowed, filter);
      counts = taga_value_counts (fixture->store, TAGA_TYPE_ASSET, narrowed, cases[i].field,
                                  cases[i].contains, cases[i].max, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < counts->len; j++)
        {
          const TagaValueCount *count = g_ptr_array_index (counts, j);

          g_string_append_printf (all, "%s:%u ", count->key, count->n);
          g_assert_cmpuint (taga_value_counts_find (counts, count->key), ==, count->n);
        }
      g_test_message ("case %u", i);
      g_assert_cmpstr (all->str, ==, cases[i].expected);
      g_assert_cmpuint (taga_value_counts_find (counts, "no such value"), ==, 0);
    }
}

/* What SQL computes for a row, by the fields' own expressions. */
static void
assert_sql_agrees (TagaStore *store, const TagaAssessment *assessment, TagaRecord *record)
{
  TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (record);

  taga_record_derive (record, assessment);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TagaField *field = &klass->fields[i];
      const TagaValue *value = taga_record_get_value (record, i);
      g_autofree char *sql = NULL;
      g_autoptr (sqlite3_stmt) stmt = NULL;
      g_autoptr (GError) error = NULL;
      gboolean has_row;

      if ((field->flags & TAGA_FIELD_COMPUTED) == 0)
        continue;

      sql = g_strdup_printf ("SELECT %s FROM asset WHERE id = %" G_GINT64_FORMAT, field->sql,
                             taga_record_get_id (record));
      stmt = taga_database_prepare (store->db, sql, &error);
      g_assert_no_error (error);
      taga_database_step (stmt, &has_row, &error);
      g_assert_no_error (error);

      if (taga_field_is_text (field))
        g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 0), ==, value->text);
      else if (value->number == TAGA_UNKNOWN)
        g_assert_cmpint (sqlite3_column_type (stmt, 0), ==, SQLITE_NULL);
      else
        g_assert_cmpint (sqlite3_column_int64 (stmt, 0), ==, value->number);
    }
}

/* Also for what no honest program would store. */
static void
test_sql_and_the_rules_agree (StoreFixture *fixture, gconstpointer data)
{
  static const char *const media[] = { "NULL",     "'paper'",  "'removable'", "'office-pc'",
                                       "'mobile'", "'server'", "'cloud'",     "'紙'" };
  g_autoptr (GString) sql = g_string_new ("BEGIN; DELETE FROM asset;");
  TagaAssessment assessment;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GString) levels = g_string_new (NULL);

      for (guint j = 0; j < 8; j++)
        {
          int level = g_test_rand_int_range (-2, j < 3 ? 6 : 5);

          if (level == -2)
            g_string_append (levels, j >= 3 && j < 6 ? ", 0" : ", NULL");
          else
            g_string_append_printf (levels, ", %d", j < 3 ? level - 1 : level);
        }
      g_string_append_printf (sql,
                              "INSERT INTO asset (name, medium, confidentiality, integrity, "
                              "availability, personal, sensitive, my_number, threat_override, "
                              "vulnerability_override) VALUES ('x', %s%s);",
                              media[g_test_rand_int_range (0, G_N_ELEMENTS (media))], levels->str);
    }
  g_string_append (sql, "UPDATE asset SET personal = 0, sensitive = 0, my_number = 0 WHERE id % 3 "
                        "> 0; UPDATE asset SET threat_override = NULL WHERE id % 2 = 0; UPDATE "
                        "asset SET vulnerability_override = NULL WHERE id % 5 > 1; UPDATE threat "
                        "SET frequency = id % 4 WHERE id % 4 > 0; UPDATE \"check\" SET answer = 1 "
                        "+ id % 4 WHERE id % 3 > 0; COMMIT");
  store_fixture_exec (fixture->path, sql->str);
  store_fixture_reopen (fixture);

  assessment = *taga_store_get_assessment (fixture->store);
  for (gint64 id = 8; id < 208; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TagaRecord) record =
          taga_store_get_record (fixture->store, TAGA_TYPE_ASSET, id, &error);

      g_assert_no_error (error);
      assert_sql_agrees (fixture->store, &assessment, record);
    }
}

#define ADD(name, func) g_test_add (name, StoreFixture, NULL, set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("/query/scope-chooses-what-is-in-use", test_scope_chooses_what_is_in_use);
  ADD ("/query/filters-take-what-they-say", test_filters_take_what_they_say);
  ADD ("/query/all-filters-must-hold", test_all_filters_must_hold);
  ADD ("/query/sorts-with-the-unknown-last", test_sorts_with_the_unknown_last);
  ADD ("/query/sorts-are-set-added-and-taken-away", test_sorts_are_set_added_and_taken_away);
  ADD ("/query/search-looks-into-every-searched-field",
       test_search_looks_into_every_searched_field);
  ADD ("/query/counts-the-values-of-a-column", test_counts_the_values_of_a_column);
  ADD ("/query/sql-and-the-rules-agree", test_sql_and_the_rules_agree);

  return g_test_run ();
}
