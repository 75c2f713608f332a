#include <string.h>

#include "taga-asset.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-registers.h"

/* Counts the notifications of a record, by name. */
typedef struct
{
  GHashTable *counts;
  guint all;
} Watch;

static void
notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  Watch *watch = user_data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (watch->counts, pspec->name));

  g_hash_table_insert (watch->counts, (gpointer) pspec->name, GUINT_TO_POINTER (n + 1));
  watch->all++;
}

static void
start_watch (Watch *watch, TagaRecord *record)
{
  watch->counts = g_hash_table_new (g_str_hash, g_str_equal);
  watch->all = 0;
  g_signal_connect (record, "notify", G_CALLBACK (notify_cb), watch);
}

static guint
take_count (Watch *watch, const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (watch->counts, name));

  g_hash_table_remove_all (watch->counts);
  watch->all = 0;
  return n;
}

static void
end_watch (Watch *watch, TagaRecord *record)
{
  g_signal_handlers_disconnect_by_func (record, notify_cb, watch);
  g_hash_table_unref (watch->counts);
}

/* A value of a field that differs from the default. */
static void
init_sample (const TagaField *field, TagaValue *value)
{
  value->text = taga_field_is_text (field) ? g_strdup ("見本") : NULL;
  value->number = taga_field_is_text (field) ? TAGA_UNKNOWN : 1;
}

static void
test_values_are_copied_and_compared (void)
{
  g_auto (TagaValue) a = TAGA_VALUE_INIT;
  g_auto (TagaValue) b = TAGA_VALUE_INIT;
  TagaValue *values = taga_values_new (3);

  g_assert_true (taga_value_equal (&a, &b));
  g_assert_null (values[2].text);
  g_assert_cmpint (values[2].number, ==, TAGA_UNKNOWN);

  a.text = g_strdup ("紙");
  g_assert_false (taga_value_equal (&a, &b));
  taga_value_set (&b, &a);
  g_assert_true (taga_value_equal (&a, &b));
  g_assert_true (a.text != b.text);

  taga_value_set (&b, &b);
  g_assert_cmpstr (b.text, ==, "紙");

  b.number = 3;
  g_assert_false (taga_value_equal (&a, &b));
  taga_value_set (&values[1], &b);
  g_assert_cmpint (values[1].number, ==, 3);

  taga_value_clear (&b);
  g_assert_null (b.text);
  g_assert_cmpint (b.number, ==, TAGA_UNKNOWN);

  taga_values_free (values, 3);
  taga_values_free (NULL, 3);
}

static void
test_field_tells_what_is_empty (void)
{
  static const struct
  {
    TagaFieldKind kind;
    const char *text;
    gint64 number;
    gboolean empty;
  } cases[] = {
    { TAGA_FIELD_TEXT, NULL, TAGA_UNKNOWN, TRUE },
    { TAGA_FIELD_TEXT, "", TAGA_UNKNOWN, TRUE },
    { TAGA_FIELD_TEXT, "0", TAGA_UNKNOWN, FALSE },
    { TAGA_FIELD_NOTE, "メモ", TAGA_UNKNOWN, FALSE },
    { TAGA_FIELD_DATE, NULL, 0, TRUE },
    { TAGA_FIELD_CHOICE, "paper", TAGA_UNKNOWN, FALSE },
    { TAGA_FIELD_LEVEL, NULL, TAGA_UNKNOWN, TRUE },
    { TAGA_FIELD_LEVEL, NULL, 0, FALSE },
    { TAGA_FIELD_NUMBER, NULL, 0, FALSE },
    { TAGA_FIELD_REFERENCE, NULL, TAGA_UNKNOWN, TRUE },
    { TAGA_FIELD_MARK, NULL, TAGA_UNKNOWN, TRUE },
    { TAGA_FIELD_MARK, NULL, 0, TRUE },
    { TAGA_FIELD_MARK, NULL, 1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TagaField field = { .name = "x", .kind = cases[i].kind };
      const TagaValue value = { (char *) cases[i].text, cases[i].number };

      g_test_message ("case %u", i);
      g_assert_true (taga_field_is_empty (&field, &value) == cases[i].empty);
    }
}

static void
test_registers_name_every_type (void)
{
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  g_assert_cmpuint (n_types, >, 0);
  for (guint i = 0; i < n_types; i++)
    {
      TagaRecordClass *klass = taga_record_class_peek (types[i]);

      g_assert_true (taga_record_class_peek (types[i]) == klass);
      g_assert_true (taga_registers_find (klass->table) == types[i]);

      /* A type that another refers to comes before it. */
      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].kind == TAGA_FIELD_REFERENCE)
          {
            GType target = taga_registers_find (klass->fields[j].domain);
            guint place = 0;

            while (place < i && types[place] != target)
              place++;
            g_assert_true (types[place] == target);
          }
    }

  g_assert_true (taga_registers_find ("history") == G_TYPE_INVALID);
  g_assert_true (taga_registers_find ("Asset") == G_TYPE_INVALID);
  g_assert_true (taga_registers_find ("") == G_TYPE_INVALID);
}

static void
test_field_tables_are_complete (void)
{
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      TagaRecordClass *klass = taga_record_class_peek (types[i]);
      gboolean computes = FALSE;

      for (guint j = 0; j < klass->n_fields; j++)
        {
          const TagaField *field = &klass->fields[j];
          g_autofree char *column = NULL;

          g_test_message ("%s, field %u", klass->table, j);
          g_assert_nonnull (field->name);
          g_assert_nonnull (field->title);
          g_assert_cmpuint (field->width, >, 0);
          g_assert_cmpint (taga_record_class_find_field (klass, field->name), ==, (int) j);

          column = taga_field_dup_column (field);
          g_assert_null (strchr (column, '-'));
          g_assert_cmpint (taga_record_class_find_field (klass, column), ==, (int) j);

          if (field->kind == TAGA_FIELD_CHOICE || field->kind == TAGA_FIELD_LEVEL
              || field->kind == TAGA_FIELD_REFERENCE)
            g_assert_nonnull (field->domain);

          g_assert_true ((field->sql != NULL) == ((field->flags & TAGA_FIELD_COMPUTED) != 0));
          computes = computes || (field->flags & TAGA_FIELD_COMPUTED) != 0;
        }

      g_assert_true ((klass->derive != NULL) == computes);
      g_assert_cmpint (taga_record_class_find_field (klass, "id"), ==, -1);
      g_assert_cmpint (taga_record_class_find_field (klass, "no-such-field"), ==, -1);
      g_assert_cmpint (taga_record_class_find_field (klass, ""), ==, -1);
    }
}

static void
test_new_record_knows_nothing (void)
{
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (TagaRecord) record = g_object_new (types[i], NULL);
      TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (record);

      g_assert_cmpint (taga_record_get_id (record), ==, 0);
      for (guint j = 0; j < klass->n_fields; j++)
        {
          gboolean is_mark = klass->fields[j].kind == TAGA_FIELD_MARK;

          g_assert_null (taga_record_get_text (record, j));
          g_assert_cmpint (taga_record_get_number (record, j), ==, is_mark ? 0 : TAGA_UNKNOWN);
          g_assert_true (
              taga_field_is_empty (&klass->fields[j], taga_record_get_value (record, j)));
        }
    }
}

static GType
get_property_type (const TagaField *field)
{
  if (taga_field_is_text (field))
    return G_TYPE_STRING;

  return field->kind == TAGA_FIELD_MARK ? G_TYPE_BOOLEAN : G_TYPE_INT64;
}

/* Property, field and notification are one thing, for every field of every type. */
static void
check_property (TagaRecord *record, guint index)
{
  const TagaField *field = &TAGA_RECORD_GET_CLASS (record)->fields[index];
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (record), field->name);
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (TagaValue) sample = TAGA_VALUE_INIT;
  Watch watch;

  g_assert_nonnull (pspec);
  g_assert_true (pspec->value_type == get_property_type (field));
  g_assert_true (((pspec->flags & G_PARAM_WRITABLE) == 0)
                 == ((field->flags & TAGA_FIELD_COMPUTED) != 0));

  start_watch (&watch, record);
  init_sample (field, &sample);
  taga_record_set_value (record, index, &sample);
  g_assert_cmpuint (watch.all, ==, 1);
  g_assert_cmpuint (take_count (&watch, field->name), ==, 1);
  taga_record_set_value (record, index, &sample);
  g_assert_cmpuint (watch.all, ==, 0);

  g_object_get_property (G_OBJECT (record), field->name, &value);
  if (taga_field_is_text (field))
    g_assert_cmpstr (g_value_get_string (&value), ==, "見本");
  else if (field->kind == TAGA_FIELD_MARK)
    g_assert_true (g_value_get_boolean (&value));
  else
    g_assert_cmpint (g_value_get_int64 (&value), ==, 1);

  if ((pspec->flags & G_PARAM_WRITABLE) != 0)
    {
      g_object_set_property (G_OBJECT (record), field->name, &value);
      g_assert_cmpuint (watch.all, ==, 0);

      g_param_value_set_default (pspec, &value);
      g_object_set_property (G_OBJECT (record), field->name, &value);
      g_assert_cmpuint (watch.all, ==, 1);
      g_assert_cmpuint (take_count (&watch, field->name), ==, 1);
      g_assert_true (taga_field_is_empty (field, taga_record_get_value (record, index)));
    }
  end_watch (&watch, record);
}

static void
test_fields_are_properties (void)
{
  guint n_types;
  const GType *types = taga_registers_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (TagaRecord) record = g_object_new (types[i], NULL);

      for (guint j = 0; j < TAGA_RECORD_GET_CLASS (record)->n_fields; j++)
        {
          g_test_message ("%s, %s", G_OBJECT_TYPE_NAME (record),
                          TAGA_RECORD_GET_CLASS (record)->fields[j].name);
          check_property (record, j);
        }
    }
}

static void
test_takes_values_when_it_is_made (void)
{
  g_autoptr (TagaAsset) asset = g_object_new (TAGA_TYPE_ASSET, "name", "見積書", "confidentiality",
                                              (gint64) 2, "personal", TRUE, NULL);
  g_autofree char *name = NULL;
  gint64 confidentiality;
  gboolean personal;

  g_object_get (asset, "name", &name, "confidentiality", &confidentiality, "personal", &personal,
                NULL);

  g_assert_cmpstr (name, ==, "見積書");
  g_assert_cmpint (confidentiality, ==, 2);
  g_assert_true (personal);
  g_assert_cmpstr (taga_record_get_text (TAGA_RECORD (asset), TAGA_ASSET_NAME), ==, "見積書");
}

static void
test_text_belongs_to_the_record (void)
{
  g_autoptr (TagaRecord) record = TAGA_RECORD (taga_asset_new ());
  char name[] = "設計図";

  taga_record_set_text (record, TAGA_ASSET_NAME, name);
  memset (name, 'x', sizeof name - 1);
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_NAME), ==, "設計図");

  /* What a record gives may be given back to it. */
  taga_record_set_text (record, TAGA_ASSET_NAME, taga_record_get_text (record, TAGA_ASSET_NAME));
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_NAME), ==, "設計図");

  taga_record_set_text (record, TAGA_ASSET_NAME, NULL);
  g_assert_null (taga_record_get_text (record, TAGA_ASSET_NAME));
}

static void
test_id_notifies_once (void)
{
  g_autoptr (TagaRecord) record = TAGA_RECORD (taga_check_new ());
  gint64 id;
  Watch watch;

  start_watch (&watch, record);
  taga_record_set_id (record, 7);
  taga_record_set_id (record, 7);
  g_assert_cmpuint (watch.all, ==, 1);
  g_assert_cmpuint (take_count (&watch, "id"), ==, 1);
  g_object_get (record, "id", &id, NULL);
  g_assert_cmpint (id, ==, 7);
  end_watch (&watch, record);
}

static void
test_any_mark_is_personal_information (void)
{
  static const guint marks[] = { TAGA_ASSET_PERSONAL, TAGA_ASSET_SENSITIVE, TAGA_ASSET_MY_NUMBER };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (TagaRecord) record = TAGA_RECORD (taga_asset_new ());

      g_assert_false (taga_asset_has_personal_information (taga_record_get_value (record, 0)));
      taga_record_set_number (record, marks[i], 1);
      g_assert_true (taga_asset_has_personal_information (taga_record_get_value (record, 0)));
      taga_record_set_number (record, marks[i], 0);
      g_assert_false (taga_asset_has_personal_information (taga_record_get_value (record, 0)));
    }
}

static void
test_derive_notifies_what_changed (void)
{
  const TagaScale scale = {
    .lowest = 1,
    .highest = 3,
    .likelihood = { { 1, 1, 1 }, { 1, 1, 2 }, { 1, 2, 3 } },
    .band_from = { 0, 1, 4, 6 },
  };
  TagaAssessment assessment = {
    .scale = &scale, .n_media = 1, .media = { "paper" }, .threat = { 2 }, .vulnerability = { 2 }
  };
  g_autoptr (TagaRecord) record = TAGA_RECORD (taga_asset_new ());
  Watch watch;

  start_watch (&watch, record);
  taga_record_set_text (record, TAGA_ASSET_MEDIUM, "paper");
  for (guint field = TAGA_ASSET_CONFIDENTIALITY; field <= TAGA_ASSET_AVAILABILITY; field++)
    taga_record_set_number (record, field, 3);
  g_assert_cmpuint (watch.all, ==, 4);
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_RISK), ==, TAGA_UNKNOWN);
  take_count (&watch, "");

  /* From nothing, all six; the same again, none. */
  taga_record_derive (record, &assessment);
  g_assert_cmpuint (watch.all, ==, 6);
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_RISK), ==, 3);
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_BAND), ==, "small");
  g_assert_cmpuint (take_count (&watch, "band"), ==, 1);
  taga_record_derive (record, &assessment);
  g_assert_cmpuint (watch.all, ==, 0);

  /* A vulnerability that does not change the table's cell changes itself alone. */
  assessment.vulnerability[0] = 1;
  taga_record_derive (record, &assessment);
  g_assert_cmpuint (watch.all, ==, 1);
  g_assert_cmpuint (take_count (&watch, "vulnerability"), ==, 1);

  assessment.vulnerability[0] = 3;
  taga_record_derive (record, &assessment);
  g_assert_cmpuint (watch.all, ==, 4);
  g_assert_cmpuint (take_count (&watch, "importance"), ==, 0);
  g_assert_cmpint (taga_record_get_number (record, TAGA_ASSET_RISK), ==, 6);
  g_assert_cmpstr (taga_record_get_text (record, TAGA_ASSET_BAND), ==, "large");
  end_watch (&watch, record);
}

static void
test_type_without_computed_fields_derives_nothing (void)
{
  const TagaAssessment assessment = { 0 };
  g_autoptr (TagaRecord) record = TAGA_RECORD (taga_company_new ());
  Watch watch;

  start_watch (&watch, record);
  taga_record_derive (record, &assessment);
  g_assert_cmpuint (watch.all, ==, 0);
  end_watch (&watch, record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/record/values-are-copied-and-compared", test_values_are_copied_and_compared);
  g_test_add_func ("/record/field-tells-what-is-empty", test_field_tells_what_is_empty);
  g_test_add_func ("/record/registers-name-every-type", test_registers_name_every_type);
  g_test_add_func ("/record/field-tables-are-complete", test_field_tables_are_complete);
  g_test_add_func ("/record/new-record-knows-nothing", test_new_record_knows_nothing);
  g_test_add_func ("/record/fields-are-properties", test_fields_are_properties);
  g_test_add_func ("/record/takes-values-when-it-is-made", test_takes_values_when_it_is_made);
  g_test_add_func ("/record/text-belongs-to-the-record", test_text_belongs_to_the_record);
  g_test_add_func ("/record/id-notifies-once", test_id_notifies_once);
  g_test_add_func ("/record/any-mark-is-personal-information",
                   test_any_mark_is_personal_information);
  g_test_add_func ("/record/derive-notifies-what-changed", test_derive_notifies_what_changed);
  g_test_add_func ("/record/type-without-computed-fields-derives-nothing",
                   test_type_without_computed_fields_derives_nothing);

  return g_test_run ();
}
