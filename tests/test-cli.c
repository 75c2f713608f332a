#include <string.h>

#include <glib/gstdio.h>

#include "cli-fixture.h"

/* The command line as scripts see it: exit statuses, streams, names in JSON, figures. */

#define DO(...) g_free (cli_fixture_do (fixture, __VA_ARGS__, NULL))
#define FAIL(status, ...) g_free (cli_fixture_fail (fixture, status, __VA_ARGS__, NULL))

static void
assert_members (JsonObject *object, const char *names)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_autoptr (GString) text = g_string_new (NULL);

  for (GList *member = members; member != NULL; member = member->next)
    g_string_append_printf (text, "%s%s", member == members ? "" : " ",
                            (const char *) member->data);
  g_assert_cmpstr (text->str, ==, names);
}

static void
test_says_how_it_is_used (CliFixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  static const char *const lines[] = {
    "nix",
    "New",
    "new",
    "new a b",
    "import FILE",
    "import FILE a b",
    "list FILE",
    "set FILE asset 1",
    "add FILE asset",
    "remove FILE asset",
    "remove FILE asset 1 2",
    "risk",
    "risk FILE extra",
    "export FILE",
    "history",
    "history FILE x",
    "undo",
    "undo FILE 2",
    "redo",
    "verify",
    "list --nix",
    "risk FILE --round",
    "risk FILE --round x",
    "import FILE a --scale",
    "import FILE a --scale 1-5",
    "import FILE a --missing drop",
    "export FILE a.xlsx --paper a5",
    "new a --edition ipa-9",
    "new a --sample mechatro --name x",
    "new a --name ''",
    "new a --name '　 '",
    "list FILE assets",
    "set FILE asset x name=a",
    "set FILE asset 0 name=a",
    "set FILE asset -1 name=a",
    "set FILE asset 99999999999999999999 name=a",
    "add FILE nix name=a",
    "remove FILE nix 1",
  };
  g_autofree char *help = cli_fixture_do (fixture, "help", NULL);
  g_autofree char *version = cli_fixture_do (fixture, "--version", NULL);
  g_autofree char *output = NULL;
  g_autofree char *messages = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    cli_fixture_assert_status (fixture, lines[i], 2);
  g_assert_cmpint (g_access (fixture->path, F_OK), ==, -1);

  g_assert_nonnull (strstr (help, "taga-cli import FILE SOURCE [--dry-run]"));
  g_assert_true (g_str_has_prefix (version, "taga-cli "));
  g_assert_cmpint (cli_fixture_run (fixture, none, &output, &messages), ==, 2);
  g_assert_cmpstr (output, ==, "");
  g_assert_cmpstr (messages, ==, help);
}

static void
test_counts_the_sample (CliFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) node = cli_fixture_json (fixture, "risk", fixture->path, "--json", NULL);
  g_autoptr (GHashTable) bands = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *risks = json_node_get_array (node);

  g_assert_cmpuint (json_array_get_length (risks), ==, 44);
  for (guint i = 0; i < json_array_get_length (risks); i++)
    {
      JsonObject *risk = json_array_get_object_element (risks, i);
      const char *band = json_object_get_string_member (risk, "band");
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (bands, band));

      assert_members (
          risk, "id business name medium importance threat vulnerability likelihood risk band");
      g_hash_table_insert (bands, (gpointer) band, GUINT_TO_POINTER (n + 1));
      g_assert_cmpint (g_str_equal (band, "unknown"), ==,
                       json_object_get_null_member (risk, "risk"));
    }

  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (bands, "large")), ==, 18);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (bands, "medium")), ==, 9);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (bands, "small")), ==, 15);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (bands, "unknown")), ==, 2);
}

static void
test_lists_registers_by_field_names (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    guint n;
    const char *members;
  } registers[] = {
    { "company", 1,
      "id name industry employees setup_people setup_dedication setup_who fiscal_month "
      "approval_boxes date_style edition fictitious note rule_set acceptance representative "
      "address phone business system_note" },
    { "round", 2, "id name date judge note sealed_on copied_from edition sealed_by seal" },
    { "asset", 45,
      "id business name note users department medium personal sensitive my_number confidentiality "
      "integrity availability importance retention registered_on threat vulnerability likelihood "
      "risk band reviewed_on retired_on threat_override threat_reason vulnerability_override "
      "vulnerability_reason confidentiality_reason integrity_reason availability_reason position "
      "treatment treatment_reason rejected_options residual_override residual_reason residual "
      "accepted_by accepted_on" },
    { "threat", 42, "id round item frequency note answered_by answered_on to_confirm" },
    { "check", 110,
      "id round item answer note answered_by answered_on to_confirm evidence evidence_link "
      "evidence_file evidence_on evidence_by" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      g_autoptr (JsonNode) node =
          cli_fixture_json (fixture, "list", fixture->path, registers[i].name, "--json", NULL);
      g_autofree char *text =
          cli_fixture_do (fixture, "list", fixture->path, registers[i].name, NULL);
      JsonArray *records = json_node_get_array (node);
      guint n_lines = 0;

      g_assert_cmpuint (json_array_get_length (records), ==, registers[i].n);
      for (guint j = 0; j < registers[i].n; j++)
        assert_members (json_array_get_object_element (records, j), registers[i].members);

      /* As text: a header, then a line each. */
      for (const char *p = text; *p != '\0'; p++)
        n_lines += *p == '\n';
      g_assert_cmpuint (n_lines, ==, registers[i].n + 1);
    }
}

static void
test_says_null_for_what_is_not_known (CliFixture *fixture, gconstpointer data)
{
  static const char *const unknown[] = {
    "business",      "note",          "medium",     "confidentiality",
    "importance",    "registered_on", "threat",     "vulnerability",
    "likelihood",    "risk",          "retired_on", "threat_override",
    "threat_reason",
  };
  static const char *const marks[] = { "personal", "sensitive", "my_number" };
  g_autofree char *id =
      cli_fixture_do (fixture, "add", fixture->path, "asset", "name=名前だけ", NULL);
  g_autoptr (JsonNode) node =
      cli_fixture_json (fixture, "list", fixture->path, "asset", "--json", NULL);
  JsonObject *asset = json_array_get_object_element (json_node_get_array (node), 0);

  g_assert_cmpstr (id, ==, "1\n");
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_true (json_object_get_null_member (asset, unknown[i]));
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      JsonNode *mark = json_object_get_member (asset, marks[i]);

      g_assert_true (json_node_get_value_type (mark) == G_TYPE_BOOLEAN);
      g_assert_false (json_node_get_boolean (mark));
    }
  g_assert_cmpstr (json_object_get_string_member (asset, "band"), ==, "unknown");
  cli_fixture_assert_table (fixture, "risk", "id|name|medium|risk|band", "1|名前だけ|||unknown");
}

static void
test_sets_what_people_write (CliFixture *fixture, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "name=a=b=c", "name", "a=b=c" },
    { "note==SUM(A1)", "note", "=SUM(A1)" },
    { "note=-5", "note", "-5" },
    { "note=--json", "note", "--json" },
    { "note=一行目\n二行目", "note", "一行目\n二行目" },
    { "users=一行目\n二行目", "users", "一行目 二行目" },
    { "note=", "note", "" },
    { "medium=cloud", "medium", "cloud" },
    { "medium=クラウド", "medium", "cloud" },
    { "medium=社内サーバ", "medium", "server" },
    { "medium=ﾓﾊﾞｲﾙ機器", "medium", "mobile" },
    { "medium=", "medium", "" },
    { "personal=true", "personal", "○" },
    { "personal=false", "personal", "" },
    { "my_number=有", "my_number", "○" },
    { "my_number=", "my_number", "" },
    { "confidentiality=３", "confidentiality", "3" },
    { "confidentiality=2:重要", "confidentiality", "2" },
    { "confidentiality=", "confidentiality", "" },
    { "registered_on=2026-11-22", "registered_on", "2026-11-22" },
    { "registered_on=令和8年11月22日", "registered_on", "2026-11-22" },
    { "registered_on=", "registered_on", "" },
    { "retention=7年（法人税法）", "retention", "7年（法人税法）" },
  };

  DO ("add", fixture->path, "asset", "name=契約書");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DO ("set", fixture->path, "asset", "1", cases[i][0]);
      cli_fixture_assert_table (fixture, "asset", cases[i][1], cases[i][2]);
    }

  /* Several at once are one step. */
  DO ("set", fixture->path, "asset", "1", "name=定款", "threat_override=3",
      "threat_reason=盗難があった");
  cli_fixture_assert_table (fixture, "asset", "name|threat_override|threat_reason",
                            "定款|3|盗難があった");
  DO ("undo", fixture->path);
  cli_fixture_assert_table (fixture, "asset", "name|threat_override|threat_reason", "a=b=c||");
}

static void
test_refuses_what_cannot_be (CliFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int status;
    const char *line;
  } cases[] = {
    { 1, "set FILE asset 1 name=" },
    { 1, "set FILE asset 1 name='　'" },
    { 1, "set FILE asset 1 confidentiality=4" },
    { 1, "set FILE asset 1 confidentiality=0" },
    { 1, "set FILE asset 1 confidentiality=-1" },
    { 1, "set FILE asset 1 confidentiality=2.5" },
    { 1, "set FILE asset 1 medium=金庫" },
    { 1, "set FILE asset 1 personal=たぶん" },
    { 1, "set FILE asset 1 registered_on=2026-02-30" },
    { 1, "set FILE asset 1 registered_on=きのう" },
    { 1, "set FILE asset 1 threat_override=3" },
    { 1, "set FILE asset 1 note=よい confidentiality=9" },
    { 1, "set FILE asset 999 name=a" },
    { 1, "set FILE threat 1 frequency=4" },
    { 1, "set FILE check 1 answer=5" },
    { 1, "set FILE company 1 name=" },
    { 1, "set FILE company 1 edition=ipa-9" },
    { 1, "set FILE company 1 fiscal_month=13" },
    { 1, "add FILE asset business=営業" },
    { 1, "add FILE asset name=a medium=金庫" },
    { 1, "remove FILE asset 999" },
    { 1, "remove FILE company 1" },
    { 1, "remove FILE round 2" },
    { 1, "risk FILE --round 7" },
    { 1, "risk FILE --round -1" },
    { 2, "set FILE asset 1 importance=3" },
    { 2, "set FILE asset 1 band=small" },
    { 2, "set FILE asset 1 nix=3" },
    { 2, "set FILE asset 1 id=3" },
    { 2, "set FILE asset 1 name" },
    { 2, "set FILE asset 1 =a" },
    { 2, "set FILE asset 1 --name=a" },
    { 2, "add FILE asset name=a risk=9" },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  before = cli_fixture_checksum (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    cli_fixture_assert_status (fixture, cases[i].line, cases[i].status);
  FAIL (2, "set", fixture->path, "asset", "1", "name=\xff");
  after = cli_fixture_checksum (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_goes_back_and_forth (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  FAIL (1, "undo", fixture->path);
  FAIL (1, "redo", fixture->path);
  id = cli_fixture_do (fixture, "add", fixture->path, "asset", "name=帳簿", "medium=paper", NULL);
  g_strchomp (id);
  DO ("set", fixture->path, "asset", id, "name=総勘定元帳");
  DO ("remove", fixture->path, "asset", id);
  FAIL (1, "remove", fixture->path, "asset", id);
  cli_fixture_assert_table (fixture, "asset", "name", "");

  undone = cli_fixture_do (fixture, "undo", fixture->path, NULL);
  g_assert_nonnull (strstr (undone, "総勘定元帳"));
  cli_fixture_assert_table (fixture, "asset", "id|name|medium", "1|総勘定元帳|paper");
  DO ("undo", fixture->path);
  cli_fixture_assert_table (fixture, "asset", "name", "帳簿");
  DO ("undo", fixture->path);
  cli_fixture_assert_table (fixture, "asset", "name", "");
  FAIL (1, "undo", fixture->path);

  redone = cli_fixture_do (fixture, "redo", fixture->path, NULL);
  g_assert_nonnull (strstr (redone, "帳簿"));
  DO ("redo", fixture->path);
  cli_fixture_assert_table (fixture, "asset", "id|name", "1|総勘定元帳");
  DO ("set", fixture->path, "asset", "1", "name=仕訳帳");
  FAIL (1, "redo", fixture->path);
}

static void
test_tells_what_was_done (CliFixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "kept", "done", "done", "undone" };
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  JsonArray *steps, *changes;
  JsonObject *change;

  DO ("add", fixture->path, "asset", "name=帳簿", "confidentiality=2");
  DO ("set", fixture->path, "asset", "1", "confidentiality=3", "personal=true");
  DO ("remove", fixture->path, "asset", "1");
  DO ("undo", fixture->path);

  node = cli_fixture_json (fixture, "history", fixture->path, "--json", NULL);
  steps = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (steps), ==, G_N_ELEMENTS (states));
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      JsonObject *step = json_array_get_object_element (steps, i);

      assert_members (step, "id time person label state changes");
      g_assert_cmpstr (json_object_get_string_member (step, "state"), ==, states[i]);
      g_assert_cmpstr (json_object_get_string_member (step, "label"), !=, "");
    }

  changes = json_object_get_array_member (json_array_get_object_element (steps, 2), "changes");
  g_assert_cmpuint (json_array_get_length (changes), ==, 2);
  change = json_array_get_object_element (changes, 0);
  assert_members (change, "register id name field from to");
  if (!g_str_equal (json_object_get_string_member (change, "field"), "confidentiality"))
    change = json_array_get_object_element (changes, 1);
  g_assert_cmpstr (json_object_get_string_member (change, "name"), ==, "帳簿");
  g_assert_cmpint (json_object_get_int_member (change, "from"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (change, "to"), ==, 3);

  text = cli_fixture_do (fixture, "history", fixture->path, NULL);
  g_assert_nonnull (strstr (text, ": 2 → 3\n"));
}

static void
test_computes_by_round (CliFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  DO ("add", fixture->path, "asset", "name=契約書", "medium=paper", "confidentiality=3",
      "integrity=2", "availability=1");
  DO ("set", fixture->path, "threat", "2", "frequency=3");
  DO ("set", fixture->path, "check", "5", "answer=2");
  cli_fixture_assert_table (fixture, "risk", "importance|threat|vulnerability|likelihood|risk|band",
                            "3|3|3|3|9|large");

  /* A later round of which nothing is known yet, and the first one as it was. */
  DO ("add", fixture->path, "round", "name=第2回", "date=2099-04-01");
  first = cli_fixture_do (fixture, "risk", fixture->path, "--round", "1", "--json", NULL);
  second = cli_fixture_do (fixture, "risk", fixture->path, "--round", "2", "--json", NULL);
  g_assert_nonnull (strstr (first, "\"risk\":9,\"band\":\"large\""));
  g_assert_nonnull (strstr (second, "\"risk\":null,\"band\":\"unknown\""));
}

static void
test_speaks_two_languages (CliFixture *fixture, gconstpointer data)
{
  static const char *const lists[] = { "asset", "threat", "check", "company" };
  const char *folder = g_getenv ("TAGA_LOCALEDIR");
  g_autofree char *catalogue = NULL;
  g_autofree char *english = NULL;
  g_autofree char *japanese = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      fixture->locale = "C.UTF-8";
      one = cli_fixture_do (fixture, "list", fixture->path, lists[i], "--json", NULL);
      fixture->locale = "ja_JP.UTF-8";
      other = cli_fixture_do (fixture, "list", fixture->path, lists[i], "--json", NULL);
      g_assert_cmpstr (one, ==, other);
      fixture->locale = "C";
      g_free (other);
      other = cli_fixture_do (fixture, "list", fixture->path, lists[i], "--json", NULL);
      g_assert_cmpstr (one, ==, other);
    }

  fixture->locale = "C.UTF-8";
  english = cli_fixture_do (fixture, "risk", fixture->path, NULL);
  g_assert_nonnull (strstr (english, "\tOffice PC\t"));

  if (folder != NULL)
    catalogue = g_build_filename (folder, "ja", "LC_MESSAGES", "taga.mo", NULL);
  if (catalogue == NULL || !g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("TAGA_LOCALEDIR does not lead to a Japanese translation");
      return;
    }

  fixture->locale = "ja_JP.UTF-8";
  japanese = cli_fixture_do (fixture, "risk", fixture->path, NULL);
  g_assert_nonnull (strstr (japanese, "\t事務所PC\t"));
  sentence = cli_fixture_fail (fixture, 1, "new", fixture->path, NULL);
  g_assert_true (g_str_has_suffix (sentence, "。"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  cli_fixture_add ("/cli/says-how-it-is-used", NULL, test_says_how_it_is_used);
  cli_fixture_add ("/cli/counts-the-sample", "sample", test_counts_the_sample);
  cli_fixture_add ("/cli/lists-registers-by-field-names", "sample",
                   test_lists_registers_by_field_names);
  cli_fixture_add ("/cli/says-null-for-what-is-not-known", "ipa-3.1",
                   test_says_null_for_what_is_not_known);
  cli_fixture_add ("/cli/sets-what-people-write", "ipa-3.1", test_sets_what_people_write);
  cli_fixture_add ("/cli/refuses-what-cannot-be", "sample", test_refuses_what_cannot_be);
  cli_fixture_add ("/cli/goes-back-and-forth", "ipa-3.1", test_goes_back_and_forth);
  cli_fixture_add ("/cli/tells-what-was-done", "ipa-3.1", test_tells_what_was_done);
  cli_fixture_add ("/cli/computes-by-round", "ipa-3.1", test_computes_by_round);
  cli_fixture_add ("/cli/speaks-two-languages", "sample", test_speaks_two_languages);

  return g_test_run ();
}
