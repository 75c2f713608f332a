#include <gio/gio.h>
#include <sqlite3.h>

#include "data-resources.h"
#include "store-fixture.h"
#include "taga-action.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-department.h"
#include "taga-founding.h"
#include "taga-person.h"
#include "taga-registers.h"
#include "taga-round.h"
#include "taga-sealed-asset.h"
#include "taga-threat.h"

#define MAX_CHARACTERS 32767

static char *
repeat (const char *character, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, character);

  return g_string_free (text, FALSE);
}

/* Fields whose text is a key, and the list of the method edition that it is from. */
static const char *const key_fields[][3] = {
  { "axis_score", "axis", "axis" },
  { "check", "item", "check" },
  { "cost", "item", "check" },
  { "mapping", "item", "check" },
  { "mapping", "target", "axis" },
  { "measure", "checks", "check" },
  { "own_item", "group", "check-group" },
  { "question", "item", "question" },
  { "recheck", "item", "recheck" },
  { "role", "item", "role" },
  { "rule", "item", "rule" },
  { "threat", "item", "threat" },
  { "top_threat", "item", "top-threat" },
};

static const char *
find_key (TagaEdition *edition, const char *table, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (key_fields); i++)
    if (g_str_equal (key_fields[i][0], table) && g_str_equal (key_fields[i][1], name))
      {
        guint n;

        return taga_edition_get_items (edition, key_fields[i][2], &n)[0].key;
      }

  if (g_str_equal (table, "measure") && g_str_equal (name, "assets"))
    return "1";

  return g_str_equal (table, "decision") && g_str_equal (name, "measures") ? "1" : NULL;
}

/* A value that a field may take, with a text wherever it may be any text. */
static void
fill_value (TagaEdition *edition,
            const char *table,
            const TagaField *field,
            const char *text,
            TagaValue *value)
{
  const char *key = find_key (edition, table, field->name);
  const TagaChoice *choices = NULL;
  guint n = 0;

  if (field->kind == TAGA_FIELD_CHOICE || field->kind == TAGA_FIELD_LEVEL)
    choices = taga_edition_get_choices (edition, field->domain, &n);

  if (key != NULL)
    value->text = g_strdup (key);
  else if (g_strcmp0 (field->domain, "score-origin") == 0)
    value->text = g_strdup ("judged");
  else if (field->kind == TAGA_FIELD_CHOICE)
    value->text = g_strdup (choices[n - 1].key);
  else if (field->kind == TAGA_FIELD_LEVEL)
    value->number = choices[n - 1].number;
  else if (field->kind == TAGA_FIELD_DATE)
    value->text = g_strdup ("2026-04-01");
  else if (!taga_field_is_text (field))
    value->number = 1;
  else if (g_str_equal (field->name, "edition"))
    value->text = g_strdup ("ipa-3.1");
  else
    value->text = g_strdup (text);
}

/* The company and the answers of its first round are there from the beginning; the others are
 * added. */
static gint64
save_record (TagaStore *store, GType type, const TagaValue *values, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  guint fields[TAGA_ASSET_N_FIELDS];
  TagaValue stored[TAGA_ASSET_N_FIELDS];
  gint64 id = 1;
  guint n = 0;

  if (type != TAGA_TYPE_COMPANY && taga_record_class_find_field (klass, "to-confirm") < 0)
    return taga_action_add (store, type, values, &id, error) ? id : 0;

  for (guint i = 0; i < klass->n_fields; i++)
    if (!g_str_equal (klass->fields[i].name, "item"))
      {
        fields[n] = i;
        stored[n++] = values[i];
      }

  return taga_action_set (store, type, 1, fields, stored, n, error) ? 1 : 0;
}

static void
assert_same_values (TagaStore *store, GType type, gint64 id, const TagaValue *values)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaRecord) record = taga_store_get_record (store, type, id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const TagaField *field = &klass->fields[i];
      const TagaValue *value = taga_record_get_value (record, i);

      if ((field->flags & TAGA_FIELD_COMPUTED) != 0 || g_str_equal (field->name, "item"))
        continue;
      g_test_message ("%s, %s", klass->table, field->name);
      if (taga_field_is_empty (field, &values[i]))
        g_assert_true (taga_field_is_empty (field, value));
      else if (taga_field_is_text (field))
        g_assert_cmpstr (value->text, ==, values[i].text);
      else
        g_assert_cmpint (value->number, ==, values[i].number);
    }
}

static void
round_trip (StoreFixture *fixture, GType type, const char *text)
{
  TagaRecordClass *klass = taga_record_class_peek (type);
  TagaEdition *edition = taga_store_get_edition (fixture->store);
  TagaValue *values = taga_values_new (klass->n_fields);
  const guint of_seal[] = { TAGA_ROUND_SEALED_ON, TAGA_ROUND_SEALED_BY, TAGA_ROUND_SEAL };
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      gboolean required = (klass->fields[i].flags & TAGA_FIELD_REQUIRED) != 0;

      if ((klass->fields[i].flags & TAGA_FIELD_COMPUTED) == 0)
        fill_value (edition, klass->table, &klass->fields[i],
                    required && *text == '\0' ? "空" : text, &values[i]);
    }

  /* A level set by hand needs its reason, which an empty text is not. */
  if (type == TAGA_TYPE_ASSET && *text == '\0')
    values[TAGA_ASSET_THREAT_OVERRIDE].number = values[TAGA_ASSET_VULNERABILITY_OVERRIDE].number =
        values[TAGA_ASSET_RESIDUAL_OVERRIDE].number = TAGA_UNKNOWN;

  /* Only sealing a round fills in its seal; a sealed round takes no record. */
  if (type == TAGA_TYPE_ROUND)
    for (guint i = 0; i < G_N_ELEMENTS (of_seal); i++)
      g_clear_pointer (&values[of_seal[i]].text, g_free);

  id = save_record (fixture->store, type, values, &error);
  g_assert_no_error (error);
  assert_same_values (fixture->store, type, id, values);
  store_fixture_reopen (fixture);
  assert_same_values (fixture->store, type, id, values);
  taga_values_free (values, klass->n_fields);
}

static void
test_keeps_any_text_in_every_field (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *long_text = repeat ("箍", MAX_CHARACTERS);
  const char *const texts[] = {
    "",
    "'); DROP TABLE asset; --",
    "O'Brien “引用” \"quoted\" `back` \\",
    "製品設計図（控え）\n㈱ためし ①髙\ufa11 ﾊﾟｿｺﾝ",
    "👩‍💻🗾🇯🇵 \U0002000b %s %n {field} \x1f",
    long_text,
  };
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    if (types[i] != TAGA_TYPE_SEALED_ASSET)
      round_trip (fixture, types[i], texts[i % G_N_ELEMENTS (texts)]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    round_trip (fixture, TAGA_TYPE_ASSET, texts[i]);

  store_fixture_assert_whole (fixture->store);
}

static void
test_refuses_text_that_no_cell_holds (StoreFixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "name", "note", "retention" };
  g_autofree char *too_long = repeat ("箍", MAX_CHARACTERS + 1);
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *const pairs[] = { "name", "帳票", fields[i], too_long, NULL };
      g_autoptr (GError) error = NULL;

      g_assert_false (store_fixture_try_add (fixture->store, TAGA_TYPE_ASSET,
                                             pairs + (i == 0 ? 2 : 0), NULL, &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
      store_fixture_assert_plain (error);
    }

  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_columns_match_fields (StoreFixture *fixture, gconstpointer data)
{
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < n_types; i++)
    {
      TagaRecordClass *klass = taga_record_class_peek (types[i]);
      g_autofree char *sql =
          g_strdup_printf ("SELECT name, type FROM pragma_table_info ('%s')", klass->table);
      sqlite3_stmt *stmt = NULL;
      guint n_stored = 0;
      guint n_columns = 0;

      for (guint j = 0; j < klass->n_fields; j++)
        n_stored += (klass->fields[j].flags & TAGA_FIELD_COMPUTED) == 0;

      sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          const char *name = (const char *) sqlite3_column_text (stmt, 0);
          int field = taga_record_class_find_field (klass, name);

          g_test_message ("%s.%s", klass->table, name);
          if (g_str_equal (name, "id"))
            continue;
          n_columns++;
          g_assert_cmpint (field, >=, 0);
          g_assert_true ((klass->fields[field].flags & TAGA_FIELD_COMPUTED) == 0);
          g_assert_cmpstr ((const char *) sqlite3_column_text (stmt, 1), ==,
                           taga_field_is_text (&klass->fields[field]) ? "TEXT" : "INTEGER");
        }
      sqlite3_finalize (stmt);
      g_assert_cmpuint (n_columns, ==, n_stored);
    }
  sqlite3_close (db);
}

typedef struct
{
  GType type;
  const char *field;
  const char *value;
  const char *other_field;
  const char *other_value;
  gboolean valid;
} ValidationCase;

static const ValidationCase validation_cases[] = {
  { .field = "name", .value = "" },
  { .field = "name", .value = NULL },
  { .field = "name", .value = "\xe3\x82" },
  { .field = "note", .value = "\xff" },
  { .field = "medium", .value = "paper", .valid = TRUE },
  { .field = "medium", .value = "", .valid = TRUE },
  { .field = "medium", .value = "紙" },
  { .field = "medium", .value = "Paper" },
  { .field = "confidentiality", .value = "1", .valid = TRUE },
  { .field = "confidentiality", .value = "3", .valid = TRUE },
  { .field = "confidentiality", .value = "0" },
  { .field = "confidentiality", .value = "4" },
  { .field = "availability", .value = "-2" },
  { .field = "integrity", .value = "4294967298" },
  { .field = "registered-on", .value = "2026-04-01", .valid = TRUE },
  { .field = "registered-on", .value = "2026/4/1" },
  { .field = "registered-on", .value = "2026-02-29" },
  { .field = "retired-on", .value = "2026-04-257" },
  { .field = "threat-override", .value = "3" },
  { .field = "threat-override", .value = "3", .other_field = "threat-reason", .other_value = "" },
  { .field = "threat-override",
    .value = "3",
    .other_field = "threat-reason",
    .other_value = "実績",
    .valid = TRUE },
  { .field = "threat-override", .value = "4", .other_field = "threat-reason", .other_value = "あ" },
  { .field = "vulnerability-override", .value = "1" },
  { .field = "vulnerability-override",
    .value = "1",
    .other_field = "vulnerability-reason",
    .other_value = "暗号化",
    .valid = TRUE },
  { .field = "personal", .value = "1", .valid = TRUE },
};

static void
test_refuses_values_that_are_not_allowed (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (validation_cases); i++)
    {
      const ValidationCase *test = &validation_cases[i];
      const char *const pairs[] = { "name",      "見積書",          test->field,
                                    test->value, test->other_field, test->other_value,
                                    NULL };
      gboolean named = g_str_equal (test->field, "name");
      g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u, %s", i, test->field);
      g_assert_true (store_fixture_try_add (fixture->store, TAGA_TYPE_ASSET,
                                            named ? pairs + 2 : pairs, NULL, &error)
                     == test->valid);
      after = store_fixture_digest (fixture->path, TRUE);
      g_assert_true (g_str_equal (before, after) != test->valid);
      if (!test->valid)
        {
          g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
          store_fixture_assert_plain (error);
        }
    }
}

static void
test_changes_are_checked_with_what_stays (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *table;
    const char *field;
    const char *value;
    gboolean valid;
  } cases[] = {
    { "company", "fiscal-month", "12", TRUE },
    { "company", "fiscal-month", "13", FALSE },
    { "company", "fiscal-month", "0", FALSE },
    { "company", "employees", "2147483647", TRUE },
    { "company", "employees", "2147483648", FALSE },
    { "company", "employees", "-3", FALSE },
    { "company", "edition", "ipa-9", FALSE },
    { "company", "edition", "", FALSE },
    { "company", "name", "", FALSE },
    { "company", "date-style", "japanese", TRUE },
    { "company", "date-style", "gregorian", FALSE },
    { "threat", "item", "no-such-threat", FALSE },
    { "threat", "frequency", "3", TRUE },
    { "threat", "frequency", "4", FALSE },
    { "check", "item", "99-1", FALSE },
    { "check", "answer", "4", TRUE },
    { "check", "answer", "5", FALSE },
    { "round", "judge", "self", TRUE },
    { "round", "judge", "nobody", FALSE },
    { "round", "date", "", TRUE },
    { "round", "name", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s, %s=%s", cases[i].table, cases[i].field, cases[i].value);
      g_assert_true (store_fixture_try_set (fixture->store, taga_registers_find (cases[i].table), 1,
                                            cases[i].field, cases[i].value, &error)
                     == cases[i].valid);
      if (cases[i].valid)
        continue;
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
      store_fixture_assert_plain (error);
    }

  /* A reason may not go while the level that it explains stays. */
  {
    gint64 id = store_fixture_add (fixture->store, TAGA_TYPE_ASSET, "name", "図面",
                                   "threat-override", "3", "threat-reason", "実績", NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (
        store_fixture_try_set (fixture->store, TAGA_TYPE_ASSET, id, "threat-reason", NULL, &error));
    g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  }
}

static void
test_keeps_references_true (StoreFixture *fixture, gconstpointer data)
{
  static const char *const no_department[] = { "name", "鈴木", "department", "99", NULL };
  static const char *const no_round[] = { "round", "99", "item", "1", NULL };
  static const char *const twice[] = { "round", "1", "item", "1", NULL };
  gint64 department =
      store_fixture_add (fixture->store, TAGA_TYPE_DEPARTMENT, "name", "総務部", NULL);
  gint64 person;
  g_autoptr (GError) error = NULL;

  person =
      store_fixture_add (fixture->store, TAGA_TYPE_PERSON, "name", "佐藤", "department", "1", NULL);

  g_assert_false (
      store_fixture_try_add (fixture->store, TAGA_TYPE_PERSON, no_department, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  store_fixture_assert_plain (error);
  g_clear_error (&error);

  g_assert_false (store_fixture_try_add (fixture->store, TAGA_TYPE_THREAT, no_round, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (store_fixture_try_add (fixture->store, TAGA_TYPE_THREAT, twice, NULL, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (taga_action_remove (fixture->store, TAGA_TYPE_DEPARTMENT, department, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (taga_action_remove (fixture->store, TAGA_TYPE_COMPANY, 1, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  store_fixture_assert_plain (error);
  g_clear_error (&error);

  g_assert_true (taga_action_remove (fixture->store, TAGA_TYPE_PERSON, person, &error));
  g_assert_true (taga_action_remove (fixture->store, TAGA_TYPE_DEPARTMENT, department, &error));
  g_assert_no_error (error);
  store_fixture_assert_whole (fixture->store);
}

static void
test_missing_record_is_not_found (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;

  for (gint64 id = -1; id <= 99; id += 50)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (taga_store_get_record (fixture->store, TAGA_TYPE_ASSET, id, &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
      store_fixture_assert_plain (error);
      g_clear_error (&error);

      g_assert_false (
          store_fixture_try_set (fixture->store, TAGA_TYPE_ASSET, id, "name", "図面", &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
      g_clear_error (&error);

      g_assert_false (taga_action_remove (fixture->store, TAGA_TYPE_ASSET, id, &error));
      g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND);
    }

  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_new_file_overwrites_nothing (StoreFixture *fixture, gconstpointer data)
{
  TagaValue company[TAGA_COMPANY_N_FIELDS];
  g_autofree char *before = store_fixture_digest (fixture->path, TRUE);
  g_autofree char *after = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "ない", "会社.taga", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (company); i++)
    taga_value_init (&company[i]);
  company[TAGA_COMPANY_NAME].text = (char *) "別の会社";
  company[TAGA_COMPANY_EDITION].text = (char *) "ipa-3.0";

  g_assert_null (taga_store_create (fixture->path, company, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_EXISTS);
  store_fixture_assert_plain (error);
  g_clear_error (&error);
  after = store_fixture_digest (fixture->path, TRUE);
  g_assert_cmpstr (after, ==, before);

  g_assert_null (taga_store_create (nowhere, company, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_FAILED);
  store_fixture_assert_plain (error);
}

static void
test_new_file_is_valid_or_none (StoreFixture *fixture, gconstpointer data)
{
  static const char *const samples[] = { "", "ない", "../catalogues/media", "mechatro.json" };
  TagaValue company[TAGA_COMPANY_N_FIELDS];
  g_autofree char *path = g_build_filename (fixture->folder, "別.taga", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (company); i++)
    taga_value_init (&company[i]);
  company[TAGA_COMPANY_NAME].text = (char *) "別の会社";
  company[TAGA_COMPANY_EDITION].text = (char *) "ipa-3.1";
  company[TAGA_COMPANY_FISCAL_MONTH].number = 13;
  g_assert_null (taga_founding_new_company (path, company, &error));
  g_assert_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID);
  store_fixture_assert_plain (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_clear_error (&error);
      g_assert_null (taga_founding_new_sample (path, samples[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

#define ADD(name, func)                                                                            \
  g_test_add (name, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_resources_register (taga_data_get_resource ());

  ADD ("/store/keeps-any-text-in-every-field", test_keeps_any_text_in_every_field);
  ADD ("/store/refuses-text-that-no-cell-holds", test_refuses_text_that_no_cell_holds);
  ADD ("/store/columns-match-fields", test_columns_match_fields);
  ADD ("/store/refuses-values-that-are-not-allowed", test_refuses_values_that_are_not_allowed);
  ADD ("/store/changes-are-checked-with-what-stays", test_changes_are_checked_with_what_stays);
  ADD ("/store/keeps-references-true", test_keeps_references_true);
  ADD ("/store/missing-record-is-not-found", test_missing_record_is_not_found);
  ADD ("/store/new-file-overwrites-nothing", test_new_file_overwrites_nothing);
  ADD ("/store/new-file-is-valid-or-none", test_new_file_is_valid_or_none);

  return g_test_run ();
}
