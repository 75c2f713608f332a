#include "taga-round-start.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-sheet.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-registers.h"
#include "taga-round.h"
#include "taga-self-answer.h"

/* What is asked in a round: a register of answers, the list of the method edition that it answers,
 * and the field that holds the answer. */
typedef struct
{
  const char *table;
  const char *list;
  const char *answer;
  gboolean only_copied; /* there is a row only for what was said */
} Kind;

static const Kind kinds[] = {
  { "threat", "threat", "frequency" },
  { "check", "check", "answer" },
  { "rule", "rule", "answer" },
  { "recheck", "recheck", "answer" },
  { "top_threat", "top-threat", "rank", TRUE },
};

static const Kind questions = { "question", "question", "answer" };

/* A copy under way: from where to where. */
typedef struct
{
  TagaStore *store;
  gint64 from; /* 0 for none */
  gint64 to;
  gint64 from_sheet; /* 0 unless the questions of a sheet are copied */
  gint64 to_sheet;
} Copy;

static guint
find_field (TagaRecordClass *klass, const char *name)
{
  int field = taga_record_class_find_field (klass, name);

  g_assert (field >= 0);
  return (guint) field;
}

static TagaCursor *
open_rows (TagaStore *store, GType type, guint field, gint64 number, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  TagaFilter *filter = taga_filter_new (field);

  filter->from = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  filter->to = g_strdup (filter->from);
  taga_query_set_filter (query, filter);

  return taga_cursor_new (store, type, query, error);
}

/* The keys of a list of the method edition that are asked about today. */
static GHashTable *
collect_keys (TagaStore *store, const char *list)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;
  const TagaItem *items = taga_edition_get_items (taga_store_get_edition (store), list, &n);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (keys, (gpointer) items[i].key);

  return keys;
}

/* A copied answer holds until somebody has looked at it again, but says that nobody has yet. */
static gboolean
copy_row (const Copy *copy,
          const Kind *kind,
          TagaRecordClass *klass,
          const TagaValue *row,
          GError **error)
{
  g_autofree TagaValue *values = g_memdup2 (row, klass->n_fields * sizeof (TagaValue));
  guint answer = find_field (klass, kind->answer);

  values[find_field (klass, "round")].number = copy->to;
  if (copy->to_sheet != 0)
    values[find_field (klass, "sheet")].number = copy->to_sheet;
  if (!kind->only_copied)
    values[find_field (klass, "to-confirm")].number = row[answer].number != TAGA_UNKNOWN;

  return taga_store_insert (copy->store, G_TYPE_FROM_CLASS (klass), values, NULL, error);
}

/* Copies what is still asked, and takes it out of the keys. */
static gboolean
copy_rows (const Copy *copy,
           const Kind *kind,
           TagaRecordClass *klass,
           GHashTable *keys,
           GError **error)
{
  gboolean by_sheet = copy->from_sheet != 0;
  guint item = find_field (klass, "item");
  g_autoptr (TagaCursor) cursor = open_rows (copy->store, G_TYPE_FROM_CLASS (klass),
                                             find_field (klass, by_sheet ? "sheet" : "round"),
                                             by_sheet ? copy->from_sheet : copy->from, error);
  const TagaValue *row;
  gboolean has_row = cursor != NULL;
  gint64 id;

  while (has_row)
    {
      if (!taga_cursor_next (cursor, &id, &row, &has_row, error))
        return FALSE;
      if (has_row && row[item].text != NULL && g_hash_table_remove (keys, row[item].text)
          && !copy_row (copy, kind, klass, row, error))
        return FALSE;
    }

  return cursor != NULL;
}

static gboolean
add_unanswered (const Copy *copy,
                const Kind *kind,
                TagaRecordClass *klass,
                GHashTable *keys,
                GError **error)
{
  TagaValue *values = taga_values_new (klass->n_fields);
  guint item = find_field (klass, "item");
  gboolean done = TRUE;
  guint n = 0;
  const TagaItem *items =
      taga_edition_get_items (taga_store_get_edition (copy->store), kind->list, &n);

  values[find_field (klass, "round")].number = copy->to;
  values[find_field (klass, "to-confirm")].number = 0;
  if (copy->to_sheet != 0)
    values[find_field (klass, "sheet")].number = copy->to_sheet;

  for (guint i = 0; done && i < n; i++)
    if (g_hash_table_contains (keys, items[i].key))
      {
        values[item].text = (char *) items[i].key;
        done = taga_store_insert (copy->store, G_TYPE_FROM_CLASS (klass), values, NULL, error);
      }

  values[item].text = NULL;
  taga_values_free (values, klass->n_fields);
  return done;
}

static gboolean
fill (const Copy *copy, const Kind *kind, GError **error)
{
  TagaRecordClass *klass = taga_record_class_peek (taga_registers_find (kind->table));
  g_autoptr (GHashTable) keys = collect_keys (copy->store, kind->list);

  return (copy->from == 0 || copy_rows (copy, kind, klass, keys, error))
         && (kind->only_copied || add_unanswered (copy, kind, klass, keys, error));
}

static gboolean
fill_sheet (Copy *copy, const char *name, const char *note, gint64 from_sheet, GError **error)
{
  TagaValue values[TAGA_ANSWER_SHEET_N_FIELDS];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_ANSWER_SHEET_ROUND].number = copy->to;
  values[TAGA_ANSWER_SHEET_NAME].text = (char *) name;
  values[TAGA_ANSWER_SHEET_NOTE].text = (char *) note;
  if (!taga_store_insert (copy->store, TAGA_TYPE_ANSWER_SHEET, values, &copy->to_sheet, error))
    return FALSE;

  /* A sheet that is new has nothing to copy. */
  copy->from_sheet = from_sheet;
  if (from_sheet == 0)
    copy->from = 0;
  return fill (copy, &questions, error);
}

static gboolean
fill_sheets (TagaStore *store, gint64 from, gint64 to, GError **error)
{
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaValue *row;
  gboolean has_row = from != 0;
  gboolean has_sheet = FALSE;
  Copy copy = { .store = store, .from = from, .to = to };
  gint64 sheet;

  if (from != 0)
    {
      cursor = open_rows (store, TAGA_TYPE_ANSWER_SHEET, TAGA_ANSWER_SHEET_ROUND, from, error);
      if (cursor == NULL)
        return FALSE;
    }

  while (has_row)
    {
      if (!taga_cursor_next (cursor, &sheet, &row, &has_row, error))
        return FALSE;
      if (has_row
          && !fill_sheet (&copy, row[TAGA_ANSWER_SHEET_NAME].text, row[TAGA_ANSWER_SHEET_NOTE].text,
                          sheet, error))
        return FALSE;
      has_sheet = has_sheet || has_row;
    }

  /* Translators: the sheet of the self-check that the whole company fills in together */
  return has_sheet || fill_sheet (&copy, _ ("Head office"), NULL, 0, error);
}

/* Whether the answers of a round are to the questions that the company is asked today. A round that
 * does not say is of the edition in use. */
static gboolean
check_edition (TagaStore *store, gint64 from, GError **error)
{
  g_autoptr (TagaRecord) round = taga_store_get_record (store, TAGA_TYPE_ROUND, from, NULL);
  const char *edition;

  if (round == NULL)
    {
      g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_NOT_FOUND,
                   _ ("There is no round %lld in the file."), (long long) from);
      return FALSE;
    }

  edition = taga_record_get_text (round, TAGA_ROUND_EDITION);
  if (edition == NULL
      || g_str_equal (edition, taga_edition_get_key (taga_store_get_edition (store))))
    return TRUE;

  g_set_error (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_INVALID,
               _ ("“%s” was assessed by another edition of the guideline, so its answers cannot be "
                  "copied. Start an empty round; “%s” stays as it is."),
               taga_record_get_text (round, TAGA_ROUND_NAME),
               taga_record_get_text (round, TAGA_ROUND_NAME));
  return FALSE;
}

/**
 * taga_round_insert:
 * @store: a store in a step
 * @values: (array): the round's values, by [enum@RoundField]; its edition and what it was copied
 *   from are filled in here
 * @from: id of the round whose answers are copied, or 0 to have everything unanswered
 * @id: (out): the new round's number
 * @error: return location for an error
 *
 * Adds a round with all that is asked in it. Copied answers count, and are to be confirmed. Scores
 * that a judge gave are not copied: they need a new judgement.
 *
 * Returns: `TRUE`, or `FALSE` as [func@Round.start] does; then the step has to be rolled back
 */
gboolean
taga_round_insert (TagaStore *store,
                   const TagaValue *values,
                   gint64 from,
                   gint64 *id,
                   GError **error)
{
  g_autofree TagaValue *round = g_memdup2 (values, TAGA_ROUND_N_FIELDS * sizeof (TagaValue));
  Copy copy = { .store = store, .from = from };

  round[TAGA_ROUND_EDITION].text = (char *) taga_edition_get_key (taga_store_get_edition (store));
  round[TAGA_ROUND_COPIED_FROM].number = from == 0 ? TAGA_UNKNOWN : from;
  if ((from != 0 && !check_edition (store, from, error))
      || !taga_store_insert (store, TAGA_TYPE_ROUND, round, &copy.to, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!fill (&copy, &kinds[i], error))
      return FALSE;

  *id = copy.to;
  return fill_sheets (store, from, copy.to, error);
}

/**
 * taga_round_start:
 * @store: a store
 * @name: (nullable): what to call the round, or `NULL` for a name with its month
 * @date: (nullable): the day of the assessment, ISO 8601; `NULL` for today
 * @judge: (nullable): who judges: "self", "expert" or "audit"; `NULL` for the company itself
 * @note: (nullable): a remark
 * @from: id of the round whose answers are copied, or 0 to have everything unanswered
 * @id: (out) (optional): the new round's number
 * @error: return location for an error
 *
 * Starts a round of assessment, as one step. What came to the questions since the round that is
 * copied is there unanswered; what is asked no longer is left out.
 *
 * Returns: `TRUE`, or `FALSE` with `TAGA_STORE_ERROR_INVALID` if @from was assessed by another
 *   edition or a value is not allowed, `TAGA_STORE_ERROR_NOT_FOUND` if there is no such round, or
 *   any other [error@StoreError], and nothing changed
 */
gboolean
taga_round_start (TagaStore *store,
                  const char *name,
                  const char *date,
                  const char *judge,
                  const char *note,
                  gint64 from,
                  gint64 *id,
                  GError **error)
{
  g_autofree char *today = taga_date_today ();
  const char *day = date != NULL ? date : today;
  g_autofree char *month = g_strndup (day, 7);
  /* Translators: the name of a round; year and month, such as 2026-11 */
  g_autofree char *usual = g_strdup_printf (_ ("Assessment of %s"), month);
  g_autofree char *label = NULL;
  TagaValue values[TAGA_ROUND_N_FIELDS];
  gint64 round;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_ROUND_NAME].text = (char *) (name != NULL ? name : usual);
  values[TAGA_ROUND_DATE].text = (char *) day;
  values[TAGA_ROUND_JUDGE].text = (char *) (judge != NULL ? judge : "self");
  values[TAGA_ROUND_NOTE].text = (char *) note;

  label = g_strdup_printf (_ ("Start “%s”"), values[TAGA_ROUND_NAME].text);
  if (!taga_store_begin (store, label, error))
    return FALSE;

  if (!taga_round_insert (store, values, from, id != NULL ? id : &round, error))
    {
      taga_store_rollback (store);
      return FALSE;
    }

  return taga_store_commit (store, error);
}
