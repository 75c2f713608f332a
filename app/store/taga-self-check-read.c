#include "taga-self-check-read.h"

#include "taga-store-private.h"

static TagaSelfCheckSheet *
create_sheet (const TagaSelfCheck *self, gint64 id, const char *name)
{
  TagaSelfCheckSheet *sheet = g_new0 (TagaSelfCheckSheet, 1);

  sheet->id = id;
  sheet->name = g_strdup (name);
  sheet->answers = g_new (int, self->n_questions);
  sheet->parts = g_new0 (TagaSelfCheckSum, self->n_parts);
  for (guint i = 0; i < self->n_questions; i++)
    sheet->answers[i] = TAGA_UNKNOWN;

  return sheet;
}

static void
free_sheet (gpointer data)
{
  TagaSelfCheckSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->answers);
  g_free (sheet->parts);
  g_free (sheet);
}

static TagaSelfCheckSheet *
find_sheet (const TagaSelfCheck *self, gint64 id)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      TagaSelfCheckSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->id == id)
        return sheet;
    }

  return NULL;
}

static gboolean
read_sheets (TagaSelfCheck *self, TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db, "SELECT id, name FROM sheet WHERE round = ? ORDER BY id", error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    g_ptr_array_add (self->sheets,
                     create_sheet (self, sqlite3_column_int64 (stmt, 0),
                                   taga_row_guard ((const char *) sqlite3_column_text (stmt, 1))));

  return !has_row;
}

static void
take_answer (TagaSelfCheck *self, sqlite3_stmt *stmt)
{
  TagaSelfCheckSheet *sheet = find_sheet (self, sqlite3_column_int64 (stmt, 0));
  const TagaItem *question = taga_edition_find_item (self->edition, "question",
                                                     (const char *) sqlite3_column_text (stmt, 1));

  if (sheet == NULL || question == NULL)
    {
      self->n_foreign++;
      return;
    }

  sheet->answers[question - self->questions] = sqlite3_column_int (stmt, 2);
  if (sqlite3_column_int (stmt, 3) > 0)
    {
      self->n_to_confirm++;
      self->first_to_confirm = MIN (self->first_to_confirm, (guint) (question - self->questions));
    }
}

static gboolean
read_answers (TagaSelfCheck *self, TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      taga_database_prepare (store->db,
                             "SELECT sheet, item, answer, to_confirm FROM question"
                             " WHERE round = ? AND answer IS NOT NULL",
                             error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_int64 (stmt, 1, round);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    take_answer (self, stmt);

  return !has_row;
}

/* The points of each answer; those of answer 1 stand first. */
static GArray *
get_points (TagaEdition *edition)
{
  GArray *points = g_array_new (FALSE, TRUE, sizeof (int));
  guint n;
  const TagaChoice *choices = taga_edition_get_choices (edition, "question-answer", &n);

  g_array_set_size (points, n);
  for (guint i = 0; i < n; i++)
    if (choices[i].number >= 1 && (guint) choices[i].number <= n)
      g_array_index (points, int, choices[i].number - 1) = choices[i].points;

  return points;
}

static void
add_up (const TagaSelfCheck *self, TagaSelfCheckSheet *sheet, const GArray *points)
{
  for (guint i = 0; i < self->n_questions; i++)
    {
      taga_self_check_add (&sheet->total, (int *) (gpointer) points->data, points->len,
                           sheet->answers[i]);
      for (guint j = 0; j < self->n_parts; j++)
        if (g_strcmp0 (self->questions[i].group, self->parts[j].key) == 0)
          taga_self_check_add (&sheet->parts[j], (int *) (gpointer) points->data, points->len,
                               sheet->answers[i]);
    }

  if (taga_self_check_is_complete (&sheet->total))
    sheet->reading = taga_edition_find_reading (self->edition, sheet->total.points);
}

/* Brings the sheets together: the company's answers, its points, and the mean of the totals. */
static void
combine (TagaSelfCheck *self, const GArray *points)
{
  const int *of_answer = (int *) (gpointer) points->data;
  g_autofree int *of_question = g_new (int, self->sheets->len);
  g_autofree TagaSelfCheckSum *totals = g_new (TagaSelfCheckSum, self->sheets->len);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      TagaSelfCheckSheet *sheet = g_ptr_array_index (self->sheets, i);

      add_up (self, sheet, points);
      totals[i] = sheet->total;
    }

  for (guint i = 0; i < self->n_questions; i++)
    {
      for (guint j = 0; j < self->sheets->len; j++)
        of_question[j] = ((TagaSelfCheckSheet *) self->sheets->pdata[j])->answers[i];
      self->company->answers[i] =
          taga_self_check_combine (of_answer, points->len, of_question, self->sheets->len);
    }

  add_up (self, self->company, points);
  self->has_mean = taga_self_check_mean (totals, self->sheets->len, &self->mean);
  self->n_follow_up = taga_self_check_follow_up (of_answer, points->len, self->company->answers,
                                                 self->n_questions, self->follow_up);
}

/**
 * taga_self_check_read:
 * @store: a store
 * @round: number of a round
 * @error: return location for an error
 *
 * Reads the self-check of a round: each sheet, and what the company comes to (guideline v3.1,
 * p. 16–17). A question that no sheet answers has no answer.
 *
 * Returns: (transfer full) (nullable): the self-check, or `NULL` with any [error@StoreError]
 */
TagaSelfCheck *
taga_self_check_read (TagaStore *store, gint64 round, GError **error)
{
  g_autoptr (TagaSelfCheck) self = g_new0 (TagaSelfCheck, 1);
  g_autoptr (GArray) points = NULL;

  self->edition = g_object_ref (taga_store_get_edition (store));
  self->questions = taga_edition_get_items (self->edition, "question", &self->n_questions);
  self->first_to_confirm = self->n_questions;
  self->parts = taga_edition_get_items (self->edition, "question-part", &self->n_parts);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->follow_up = g_new0 (guint, self->n_questions);
  self->company = create_sheet (self, 0, NULL);
  if (!read_sheets (self, store, round, error) || !read_answers (self, store, round, error))
    return NULL;

  points = get_points (self->edition);
  combine (self, points);
  return g_steal_pointer (&self);
}

/**
 * taga_self_check_free:
 * @self: (transfer full): a self-check
 *
 * Frees the self-check.
 */
void
taga_self_check_free (TagaSelfCheck *self)
{
  g_ptr_array_unref (self->sheets);
  free_sheet (self->company);
  g_free (self->follow_up);
  g_object_unref (self->edition);
  g_free (self);
}
