#include "taga-report-register.h"

#include <string.h>

#include "taga-asset.h"

/*
 * The register in the layout of appendix 7, which is a Japanese form: its headers stay Japanese
 * whatever language the program speaks, so that the next program, or person, finds them.
 */

/* What stands in a column: a field of the asset, or the words for one. */
typedef struct
{
  TagaColumn column;
  guint field;
  gboolean in_words;
} Layout;

#define PERSONAL_GROUP "個人情報の種類"
#define VALUES_GROUP "評価値"
#define RISK_GROUP "現状から想定されるリスク"
#define CENTRED .is_centred = TRUE
#define COMPUTED .is_computed = TRUE

static const Layout layout[] = {
  { { "business", "業務分類", .width = 12 }, TAGA_ASSET_BUSINESS },
  { { "name", "情報資産名称", .width = 28 }, TAGA_ASSET_NAME },
  { { "note", "備考", .width = 28 }, TAGA_ASSET_NOTE },
  { { "users", "利用者範囲", .width = 14 }, TAGA_ASSET_USERS },
  { { "department", "管理部署", .width = 14 }, TAGA_ASSET_DEPARTMENT },
  { { "medium", "媒体・保存先", .list = "medium", .width = 15 }, TAGA_ASSET_MEDIUM },
  { { "personal", "個人情報", PERSONAL_GROUP, .list = "mark", CENTRED, .width = 9 },
    TAGA_ASSET_PERSONAL },
  { { "sensitive", "要配慮個人情報", PERSONAL_GROUP, .list = "mark", CENTRED, .width = 9 },
    TAGA_ASSET_SENSITIVE },
  { { "my-number", "マイナンバー", PERSONAL_GROUP, .list = "mark", CENTRED, .width = 9 },
    TAGA_ASSET_MY_NUMBER },
  { { "confidentiality", "機密性", VALUES_GROUP, TAGA_COLUMN_NUMBER, "value", CENTRED,
      .tint = TAGA_TINT_RED, .width = 7 },
    TAGA_ASSET_CONFIDENTIALITY },
  { { "integrity", "完全性", VALUES_GROUP, TAGA_COLUMN_NUMBER, "value", CENTRED,
      .tint = TAGA_TINT_BLUE, .width = 7 },
    TAGA_ASSET_INTEGRITY },
  { { "availability", "可用性", VALUES_GROUP, TAGA_COLUMN_NUMBER, "value", CENTRED,
      .tint = TAGA_TINT_GREEN, .width = 7 },
    TAGA_ASSET_AVAILABILITY },
  { { "importance", "重要度", NULL, TAGA_COLUMN_NUMBER, CENTRED, COMPUTED, .tint = TAGA_TINT_ORANGE,
      .width = 7 },
    TAGA_ASSET_IMPORTANCE },
  { { "retention", "保存期限", .width = 14 }, TAGA_ASSET_RETENTION },
  { { "registered-on", "登録日", NULL, TAGA_COLUMN_DATE, .width = 11 }, TAGA_ASSET_REGISTERED_ON },
  { { "threat", "脅威の発生頻度（「脅威の状況」シートで設定）", RISK_GROUP, COMPUTED, .width = 24 },
    TAGA_ASSET_THREAT,
    TRUE },
  { { "vulnerability", "脆弱性（「対策状況チェック」シートで設定）", RISK_GROUP, COMPUTED,
      .width = 22 },
    TAGA_ASSET_VULNERABILITY,
    TRUE },
  { { "likelihood", "被害発生可能性", RISK_GROUP, TAGA_COLUMN_NUMBER, CENTRED, COMPUTED,
      .width = 5 },
    TAGA_ASSET_LIKELIHOOD },
  { { "likelihood-words", "被害発生可能性", RISK_GROUP, COMPUTED, CENTRED, .width = 11 },
    TAGA_ASSET_LIKELIHOOD,
    TRUE },
  { { "risk", "リスク値", RISK_GROUP, TAGA_COLUMN_NUMBER, CENTRED, COMPUTED, .band_by = "risk",
      .width = 5 },
    TAGA_ASSET_RISK },
  { { "band", "リスク値", RISK_GROUP, COMPUTED, CENTRED, .band_by = "risk", .width = 10 },
    TAGA_ASSET_BAND,
    TRUE },
};

/* What a live register has besides, so that other sheets find an asset after it was sorted. */
static const TagaColumn number = { "number",
                                   "資産番号",
                                   NULL,
                                   TAGA_COLUMN_NUMBER,
                                   CENTRED,
                                   .width = 6,
                                   .range = TAGA_RANGE_ASSET_NUMBERS };

/* Hands assets over as rows of the form. */
typedef struct
{
  TagaRowSource parent;

  TagaEdition *edition; /* (owned) */
  TagaRecordClass *klass;
  TagaValuesFunc next;
  TagaNumberedFunc next_numbered; /* (nullable) in place of @next, if the register is live */
  gpointer rows;                  /* (owned) */
  GDestroyNotify free_rows;
} RegisterRows;

static const char *
get_words (RegisterRows *self, guint field, const TagaValue *value)
{
  const char *domain = self->klass->fields[field].domain;
  const TagaChoice *choice;

  if (field == TAGA_ASSET_BAND)
    choice = taga_edition_find_choice (self->edition, domain, value->text);
  else
    choice = taga_edition_find_level (self->edition, domain, value->number);

  /* What is not known stays empty, as the form leaves it. */
  if (choice == NULL || g_strcmp0 (choice->key, "unknown") == 0)
    return NULL;

  return choice->cell_ja != NULL ? choice->cell_ja : choice->label_ja;
}

/* The fields that hold what people set in place of what follows from the medium. */
static gboolean
is_set_by_hand (const Layout *place, const TagaValue *values)
{
  if (place->field == TAGA_ASSET_THREAT)
    return values[TAGA_ASSET_THREAT_OVERRIDE].number != TAGA_UNKNOWN;

  return place->field == TAGA_ASSET_VULNERABILITY
         && values[TAGA_ASSET_VULNERABILITY_OVERRIDE].number != TAGA_UNKNOWN;
}

static void
fill_cell (RegisterRows *self, const Layout *place, const TagaValue *value, TagaValue *cell)
{
  const TagaField *field = &self->klass->fields[place->field];

  if (place->in_words)
    cell->text = (char *) get_words (self, place->field, value);
  else if (field->kind == TAGA_FIELD_MARK)
    cell->text = value->number > 0 ? (char *) "有" : NULL;
  else if (field->kind == TAGA_FIELD_CHOICE && value->text != NULL)
    {
      const TagaChoice *choice =
          taga_edition_find_choice (self->edition, field->domain, value->text);

      cell->text = choice == NULL ? NULL : (char *) choice->label_ja;
    }
  else
    *cell = *value;
}

static gboolean
next_row (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  RegisterRows *self = (RegisterRows *) source;
  const TagaValue *values;
  gint64 id = TAGA_UNKNOWN;

  if (self->next_numbered == NULL ? !self->next (self->rows, &values, has_row, error)
                                  : !self->next_numbered (self->rows, &id, &values, has_row, error))
    return FALSE;

  for (guint i = 0; *has_row && i < G_N_ELEMENTS (layout); i++)
    {
      fill_cell (self, &layout[i], &values[layout[i].field], &cells[i]);
      if (self->next_numbered != NULL && is_set_by_hand (&layout[i], values))
        cells[i].number = 1;
    }
  if (*has_row && self->next_numbered != NULL)
    cells[G_N_ELEMENTS (layout)].number = id;

  return TRUE;
}

static void
free_register_rows (TagaRowSource *source)
{
  RegisterRows *self = (RegisterRows *) source;

  g_object_unref (self->edition);
  if (self->free_rows != NULL)
    self->free_rows (self->rows);
  g_free (self);
}

/* The form computes by itself, with the figures of the edition. */
static char *
create_formula (TagaEdition *edition, const char *key)
{
  const TagaScale *scale = taga_edition_get_scale (edition);

  if (g_str_equal (key, "importance"))
    return g_strdup_printf ("=IF(OR({personal}=\"有\",{sensitive}=\"有\",{my-number}=\"有\"),%d,"
                            "IF(COUNT({confidentiality},{integrity},{availability})<3,\"\","
                            "MAX({confidentiality},{integrity},{availability})))",
                            scale->highest);
  if (g_str_equal (key, "likelihood"))
    return g_strdup ("=IF(OR({threat}=\"\",{vulnerability}=\"\"),\"\","
                     "ROUNDUP(LEFT({threat},1)/(4-LEFT({vulnerability},1)),0))");
  if (g_str_equal (key, "likelihood-words"))
    return g_strdup ("=IF({likelihood}=\"\",\"\","
                     "CHOOSE({likelihood},\"可能性:低\",\"可能性:中\",\"可能性:高\"))");
  if (g_str_equal (key, "risk"))
    return g_strdup ("=IF(OR({importance}=\"\",{likelihood}=\"\"),\"\",{importance}*{likelihood})");
  if (g_str_equal (key, "band"))
    return g_strdup_printf ("=IF({risk}=\"\",\"\",IF({risk}>=%d,\"リスク大\","
                            "IF({risk}>=%d,\"リスク中\",\"リスク小\")))",
                            scale->band_from[TAGA_BAND_LARGE], scale->band_from[TAGA_BAND_MEDIUM]);

  return NULL;
}

/* What the sheets of threats and checks say of the asset's medium. */
static char *
create_live_formula (const char *key)
{
  const char *range = NULL;

  if (g_str_equal (key, "threat"))
    range = TAGA_RANGE_MEDIA_THREAT;
  if (g_str_equal (key, "vulnerability"))
    range = TAGA_RANGE_MEDIA_VULNERABILITY;
  if (range == NULL)
    return NULL;

  return g_strdup_printf ("=IF({medium}=\"\",\"\",IFERROR(INDEX(%s,MATCH({medium}," TAGA_RANGE_MEDIA
                          ",0)),\"\"))",
                          range);
}

static const char *
find_range (const char *key)
{
  static const char *const ranges[][2] = {
    { "name", TAGA_RANGE_ASSETS },
    { "medium", TAGA_RANGE_ASSET_MEDIA },
    { "importance", TAGA_RANGE_IMPORTANCE },
    { "likelihood", TAGA_RANGE_LIKELIHOOD },
    { "risk", TAGA_RANGE_RISK },
    { "band", TAGA_RANGE_BAND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_str_equal (key, ranges[i][0]))
      return ranges[i][1];

  return NULL;
}

static TagaTable *
create_table (TagaEdition *edition, RegisterRows *rows)
{
  TagaColumn columns[G_N_ELEMENTS (layout) + 1] = { [G_N_ELEMENTS (layout)] = number };
  char *formulas[G_N_ELEMENTS (layout)];
  gboolean is_live = rows->next_numbered != NULL;
  TagaTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    {
      columns[i] = layout[i].column;
      formulas[i] = create_formula (edition, columns[i].key);
      if (is_live && formulas[i] == NULL)
        formulas[i] = create_live_formula (columns[i].key);
      columns[i].formula = formulas[i];
      columns[i].range = is_live ? find_range (columns[i].key) : NULL;
    }

  table = taga_table_new ("情報資産管理台帳", columns, G_N_ELEMENTS (layout) + (is_live ? 1 : 0),
                          &rows->parent);
  for (guint i = 0; i < G_N_ELEMENTS (layout); i++)
    g_free (formulas[i]);

  return table;
}

static void
add_lists (TagaDocument *document, TagaEdition *edition)
{
  static const char *const marks[] = { "有", NULL };
  static const char *const domains[] = { "medium", "value" };

  taga_document_add_list (document, "mark", marks);
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autoptr (GPtrArray) entries = g_ptr_array_new ();
      guint n;
      const TagaChoice *choices = taga_edition_get_choices (edition, domains[i], &n);

      for (guint j = 0; j < n; j++)
        g_ptr_array_add (entries, (gpointer) choices[j].label_ja);
      g_ptr_array_add (entries, NULL);
      taga_document_add_list (document, domains[i], (const char *const *) entries->pdata);
    }
}

/* The definitions of the levels, one a row: the sheet says which scale the values are of. */
typedef struct
{
  TagaRowSource parent;

  TagaEdition *edition; /* (owned) */
  guint next;
} CriterionRows;

static gboolean
next_criterion (TagaRowSource *source, TagaValue *cells, gboolean *has_row, GError **error)
{
  static const char *const properties[] = { "confidentiality", "integrity", "availability" };
  static const char *const titles[] = { "機密性", "完全性", "可用性" };
  CriterionRows *self = (CriterionRows *) source;
  const TagaScale *scale = taga_edition_get_scale (self->edition);
  guint n_levels = (guint) (scale->highest - scale->lowest + 1);
  guint property = self->next / n_levels;
  int level = scale->highest - (int) (self->next % n_levels);

  *has_row = property < G_N_ELEMENTS (properties);
  if (*has_row)
    {
      cells[0].text = (char *) titles[property];
      cells[1].number = level;
      cells[2].text =
          (char *) taga_edition_get_criterion (self->edition, properties[property], level, TRUE);
      self->next++;
    }

  return TRUE;
}

static void
free_criterion_rows (TagaRowSource *source)
{
  g_object_unref (((CriterionRows *) source)->edition);
  g_free (source);
}

static TagaTable *
create_criteria (TagaEdition *edition)
{
  static const TagaColumn columns[] = {
    { "property", "評価の観点", .width = 12 },
    { "level", "評価値", NULL, TAGA_COLUMN_NUMBER, CENTRED, .width = 8 },
    { "criterion", "基準", .width = 90 },
  };
  const TagaScale *scale = taga_edition_get_scale (edition);
  CriterionRows *rows = g_new0 (CriterionRows, 1);

  rows->parent.next = next_criterion;
  rows->parent.free = free_criterion_rows;
  rows->parent.n_rows = 3 * (guint64) (scale->highest - scale->lowest + 1);
  rows->edition = g_object_ref (edition);

  return taga_table_new ("重要度定義", columns, G_N_ELEMENTS (columns), &rows->parent);
}

static void
add_register (TagaDocument *document,
              TagaEdition *edition,
              TagaPaperSize paper,
              const RegisterRows *from,
              guint64 n_rows)
{
  RegisterRows *rows = g_new (RegisterRows, 1);
  TagaSection *section;

  *rows = *from;
  rows->parent.next = next_row;
  rows->parent.free = free_register_rows;
  rows->parent.n_rows = n_rows;
  rows->edition = g_object_ref (edition);
  rows->klass = taga_record_class_peek (TAGA_TYPE_ASSET);

  taga_document_set_bands (document, taga_edition_get_scale (edition));
  add_lists (document, edition);

  section = taga_document_add_section (document, "情報資産管理台帳");
  section->paper = paper;
  section->is_landscape = TRUE;
  section->frozen_columns = 2;
  taga_document_add_table (document, create_table (edition, rows));

  section = taga_document_add_section (document, "重要度定義");
  section->is_supplement = TRUE;
  section->paper = paper;
  section->is_landscape = TRUE;
  taga_document_add_table (document, create_criteria (edition));
}

/**
 * taga_report_register_add:
 * @document: a document
 * @edition: the method edition
 * @paper: what it is printed on
 * @next: reads the assets, one after the other
 * @rows: (transfer full): what @next reads from
 * @free_rows: (nullable): frees @rows
 * @n_rows: how many assets there will be
 *
 * Adds the register of information assets 情報資産管理台帳 to a document, in the layout of appendix
 * 7, and the definitions of the levels as a section of their own. Threat and vulnerability are
 * formulas here too, which look the medium up in the ranges of `TAGA_RANGE_MEDIA`; the register's
 * own ranges have names, and a last column has the assets' numbers.
 */
void
taga_report_register_add (TagaDocument *document,
                          TagaEdition *edition,
                          TagaPaperSize paper,
                          TagaNumberedFunc next,
                          gpointer rows,
                          GDestroyNotify free_rows,
                          guint64 n_rows)
{
  const RegisterRows from = { .next_numbered = next, .rows = rows, .free_rows = free_rows };

  add_register (document, edition, paper, &from, n_rows);
}

/**
 * taga_report_register_new:
 * @edition: the method edition
 * @company: the company's name
 * @date: (nullable): the day that the paper bears, ISO 8601
 * @paper: what it is printed on
 * @next: reads the assets, one after the other
 * @rows: (transfer full): what @next reads from
 * @free_rows: (nullable): frees @rows
 * @n_rows: how many assets there will be
 *
 * Makes the register of information assets 情報資産管理台帳 in the layout of appendix 7, with live
 * formulas for importance, likelihood and risk, and the definitions of the levels on a second
 * sheet.
 *
 * Returns: (transfer full): the document
 */
TagaDocument *
taga_report_register_new (TagaEdition *edition,
                          const char *company,
                          const char *date,
                          TagaPaperSize paper,
                          TagaValuesFunc next,
                          gpointer rows,
                          GDestroyNotify free_rows,
                          guint64 n_rows)
{
  TagaDocument *document = taga_document_new ("情報資産管理台帳", company, date, TRUE);
  const RegisterRows from = { .next = next, .rows = rows, .free_rows = free_rows };

  add_register (document, edition, paper, &from, n_rows);

  return document;
}
