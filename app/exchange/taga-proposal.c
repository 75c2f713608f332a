#include "taga-proposal.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-cell-reader.h"
#include "taga-cursor.h"
#include "taga-matcher.h"

/* More rejected cells than this are counted, not listed: the file is not what the user thinks. */
#define MAX_REJECTIONS 10000

/**
 * TagaProposal:
 *
 * What importing a file would do to the register: which rows are new, changed, the same or gone,
 * and which cannot be read. Nothing happens until it is applied, all or nothing, as one step.
 */
struct _TagaProposal
{
  GObject parent_instance;

  TagaRecordClass *klass;
  TagaEdition *edition;  /* (owned) */
  TagaStaging *staging;  /* (owned) */
  GPtrArray *rejections; /* (owned) (element-type TagaRejection) */
  guint n_rejected;
  TagaUnread *unread; /* (owned) */

  /* While rows are read: */
  TagaStore *store;
  TagaSource *source;
  TagaMatcher *matcher;
  TagaValue *values; /* (owned): of the row at hand */
  guint sheet;
  TagaImportSheet *plan;  /* of the sheet */
  GArray *fields;         /* (owned) (element-type int): field of each column of the sheet, or -1 */
  TagaCellReader *reader; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (TagaProposal, taga_proposal, G_TYPE_OBJECT)

static void
free_rejection (gpointer data)
{
  TagaRejection *rejection = data;

  g_free (rejection->sheet_name);
  g_free (rejection->column);
  g_free (rejection->name);
  g_free (rejection->text);
  g_free (rejection->reason);
  g_free (rejection);
}

static void
taga_proposal_finalize (GObject *object)
{
  TagaProposal *self = TAGA_PROPOSAL (object);

  taga_values_free (self->values, self->klass->n_fields);
  g_clear_pointer (&self->rejections, g_ptr_array_unref);
  g_clear_pointer (&self->unread, taga_unread_free);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->reader, taga_cell_reader_free);
  g_clear_object (&self->staging);
  g_clear_object (&self->edition);

  G_OBJECT_CLASS (taga_proposal_parent_class)->finalize (object);
}

static void
taga_proposal_class_init (TagaProposalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_proposal_finalize;
}

static void
taga_proposal_init (TagaProposal *self)
{
  self->klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  self->values = taga_values_new (self->klass->n_fields);
  self->rejections = g_ptr_array_new_with_free_func (free_rejection);
  self->unread = taga_unread_new ();
  self->fields = g_array_new (FALSE, FALSE, sizeof (int));
}

static void
reject (TagaProposal *self, guint row, guint field, const char *text, const char *reason)
{
  TagaRejection *rejection;
  const char *title = taga_import_sheet_get_title (self->plan, field);

  if (++self->n_rejected > MAX_REJECTIONS + 1)
    return;

  rejection = g_new0 (TagaRejection, 1);
  rejection->sheet = self->sheet;
  rejection->sheet_name = g_strdup (self->plan->name);
  rejection->row = row;
  rejection->column = g_strdup (title == NULL ? _ (self->klass->fields[field].title) : title);
  rejection->text = g_strdup (text);
  rejection->reason = g_strdup (reason);
  g_ptr_array_add (self->rejections, rejection);
}

/* The last one listed stands for those that are not. */
static void
end_rejections (TagaProposal *self)
{
  TagaRejection *last;

  if (self->n_rejected <= MAX_REJECTIONS)
    return;

  last = g_ptr_array_index (self->rejections, MAX_REJECTIONS);
  g_free (last->reason);
  last->reason = g_strdup_printf (
      _ ("From here on, %u more cells cannot be read. They are not listed one by one."),
      self->n_rejected - MAX_REJECTIONS);
}

static void
clear_values (TagaProposal *self)
{
  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      taga_value_clear (&self->values[i]);
      if (self->klass->fields[i].kind == TAGA_FIELD_MARK)
        self->values[i].number = 0;
    }
}

static gboolean
read_cell (TagaProposal *self, guint row, const TagaCell *cell, guint index)
{
  g_autoptr (GError) error = NULL;

  if (taga_cell_reader_read (self->reader, cell, index, &self->values[index], &error))
    return TRUE;

  reject (self, row, index, cell->text, error->message);
  return FALSE;
}

/* Says of all faults of a row which asset they concern, and whether the rest of it is taken. */
static void
end_row (TagaProposal *self, guint first, gboolean taken)
{
  for (guint i = first; i < self->rejections->len; i++)
    {
      TagaRejection *rejection = g_ptr_array_index (self->rejections, i);

      rejection->name = g_strdup (self->values[TAGA_ASSET_NAME].text);
      rejection->taken = taken;
    }
}

/* Reads the cells of a row. A row without a name is not taken at all; a cell that cannot be read
 * and may as well be empty is left out, and the row is taken without it. */
static gboolean
read_values (TagaProposal *self, guint row, const TagaCell *cells, guint n_cells, gboolean *blank)
{
  const guint64 name = G_GUINT64_CONSTANT (1) << TAGA_ASSET_NAME;
  guint first = self->rejections->len;
  guint64 unread = 0;
  gboolean readable;

  clear_values (self);
  *blank = TRUE;

  for (guint i = 0; i < n_cells; i++)
    {
      guint column = cells[i].column;
      int field = column < self->fields->len ? g_array_index (self->fields, int, column) : -1;

      if (field < 0)
        continue;
      if (!read_cell (self, row, &cells[i], (guint) field))
        unread |= G_GUINT64_CONSTANT (1) << field;
      else if (!taga_field_is_empty (&self->klass->fields[field], &self->values[field]))
        *blank = FALSE;
    }

  *blank = *blank && unread == 0;
  readable = *blank || self->values[TAGA_ASSET_NAME].text != NULL;
  if (!readable && !(unread & name))
    reject (self, row, TAGA_ASSET_NAME, NULL, _ ("The asset has no name."));

  end_row (self, first, readable);
  if (readable)
    taga_unread_set (self->unread, self->sheet, row, unread);
  return readable;
}

/* What the row of an asset would change in it, if anything. */
static gboolean
stage_change (TagaProposal *self, TagaStagedRow *staged, gboolean several, GError **error)
{
  g_autoptr (TagaRecord) record = NULL;

  record = taga_store_get_record (self->store, TAGA_TYPE_ASSET, staged->id, error);
  if (record == NULL)
    return FALSE;

  staged->mask = taga_source_compare (self->source, self->sheet, self->values, record)
                 & ~taga_unread_get (self->unread, self->sheet, staged->row);

  /* A row that names a retired asset brings it back into use. */
  if (taga_record_get_text (record, TAGA_ASSET_RETIRED_ON) != NULL
      && self->values[TAGA_ASSET_RETIRED_ON].text == NULL)
    staged->mask |= G_GUINT64_CONSTANT (1) << TAGA_ASSET_RETIRED_ON;

  if (staged->mask == 0)
    staged->kind = TAGA_STAGED_SAME;
  else if (several)
    staged->doubt = TAGA_DOUBT_SEVERAL;
  else if (staged->mask & (G_GUINT64_CONSTANT (1) << TAGA_ASSET_NAME))
    staged->doubt = TAGA_DOUBT_SPELLING;

  return taga_staging_add (self->staging, staged, self->values, error);
}

static gboolean
take_row (guint row, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  TagaProposal *self = user_data;
  TagaStagedRow staged = { .kind = TAGA_STAGED_NEW, .row = row, .sheet = self->sheet };
  TagaMatch match;
  gboolean blank;

  if (row <= self->plan->header_row)
    return TRUE;

  if (!read_values (self, row, cells, n_cells, &blank))
    {
      self->plan->n_rows++;
      taga_matcher_spare (self->matcher, self->values);
      return TRUE;
    }

  if (blank)
    return TRUE;

  self->plan->n_rows++;
  match = taga_matcher_find (self->matcher, self->values, &staged.id);
  switch (match)
    {
    case TAGA_MATCH_SAME:
      staged.kind = TAGA_STAGED_SAME;
      return taga_staging_add (self->staging, &staged, self->values, error);
    case TAGA_MATCH_NAMED:
    case TAGA_MATCH_ONE_OF_SEVERAL:
      staged.kind = TAGA_STAGED_CHANGED;
      return stage_change (self, &staged, match == TAGA_MATCH_ONE_OF_SEVERAL, error);
    case TAGA_MATCH_NONE:
    default:
      staged.doubt = taga_matcher_miss (self->matcher, staged.keys);
      return taga_staging_add (self->staging, &staged, self->values, error);
    }
}

/* What the register has and the file has not. */
static gboolean
stage_gone (TagaProposal *self, GError **error)
{
  g_autoptr (GHashTable) leftovers = taga_matcher_collect_leftovers (self->matcher);
  g_autoptr (TagaCursor) cursor = NULL;
  TagaStagedRow staged = { .kind = TAGA_STAGED_GONE };
  const TagaValue *values;
  gboolean has_row = TRUE;

  if (g_hash_table_size (leftovers) == 0)
    return TRUE;

  cursor = taga_cursor_new (self->store, TAGA_TYPE_ASSET, NULL, error);
  while (cursor != NULL && has_row)
    {
      if (!taga_cursor_next (cursor, &staged.id, &values, &has_row, error))
        return FALSE;
      if (has_row && g_hash_table_contains (leftovers, GSIZE_TO_POINTER (staged.id))
          && !taga_staging_add (self->staging, &staged, values, error))
        return FALSE;
    }

  return cursor != NULL;
}

/* Makes the columns of a sheet quick to find. */
static void
begin_sheet (TagaProposal *self, guint sheet)
{
  static const int none = -1;

  self->sheet = sheet;
  self->plan = taga_import_plan_get (taga_source_get_plan (self->source), sheet);
  self->plan->n_rows = 0;
  self->plan->more = FALSE;
  taga_cell_reader_set_shift (self->reader, taga_source_get_shift (self->source, sheet));
  g_array_set_size (self->fields, 0);
  for (guint i = 0; i < self->plan->columns->len; i++)
    {
      const TagaImportColumn *column = taga_import_sheet_get (self->plan, i);

      while (self->fields->len < column->column)
        g_array_append_val (self->fields, none);
      g_array_append_val (self->fields, column->field);
    }
}

static gboolean
read_sheets (TagaProposal *self, gboolean *again, GCancellable *cancellable, GError **error)
{
  TagaSheets *sheets = taga_source_get_sheets (self->source);
  TagaImportPlan *plan = taga_source_get_plan (self->source);
  double n_all = taga_import_plan_count_taken (plan);
  guint n_read = 0;

  *again = FALSE;
  for (guint i = 0; i < plan->sheets->len; i++)
    {
      if (!taga_import_plan_get (plan, i)->taken)
        continue;

      begin_sheet (self, i);
      taga_sheets_set_part (sheets, n_read++ / n_all, 1 / n_all);
      if (!taga_matcher_begin (self->matcher, self->store, i, error)
          || !taga_sheets_read (sheets, i, take_row, self, cancellable, error))
        return FALSE;

      /* Cells that are merged over rows were only seen at the end of the sheet. */
      if (taga_sheets_needs_reread_below (sheets, self->plan->header_row))
        *again = TRUE;
    }

  return TRUE;
}

static gboolean
read_rows (TagaProposal *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (TagaMatcher) matcher = taga_matcher_new (self->source, self->unread);
  gboolean again;

  g_clear_object (&self->staging);
  self->staging = taga_staging_new (TAGA_TYPE_ASSET, error);
  if (self->staging == NULL)
    return FALSE;

  self->matcher = matcher;
  self->n_rejected = 0;
  g_ptr_array_set_size (self->rejections, 0);
  taga_unread_clear (self->unread);
  if (!read_sheets (self, &again, cancellable, error))
    return FALSE;
  if (again)
    return read_rows (self, cancellable, error);

  end_rejections (self);
  return taga_matcher_settle (matcher, self->store, self->staging, error)
         && stage_gone (self, error) && taga_source_count_rows (self->source, cancellable, error);
}

/**
 * taga_proposal_new:
 * @store: the company file; only read
 * @source: the file
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Compares a file with the register, by the source's plan. What the file means is doubtful here and
 * there; such rows say so, and are ticked like the others.
 *
 * Returns: (transfer full) (nullable): the proposal, or `NULL` with any [error@SourceError], any
 * [error@SheetError] or any [error@StoreError]
 */
TagaProposal *
taga_proposal_new (TagaStore *store, TagaSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (TagaProposal) self = g_object_new (TAGA_TYPE_PROPOSAL, NULL);
  gboolean done;

  self->store = store;
  self->source = source;
  self->edition = g_object_ref (taga_store_get_edition (store));
  self->reader = taga_cell_reader_new (self->klass, self->edition);
  done = taga_import_plan_check (taga_source_get_plan (source), error)
         && read_rows (self, cancellable, error);
  self->store = NULL;
  self->source = NULL;
  self->plan = NULL;
  g_clear_pointer (&self->reader, taga_cell_reader_free);
  self->matcher = NULL;

  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * taga_proposal_count:
 * @self: a proposal
 * @kind: a kind
 *
 * Counts what would be new, changed or gone, or is the same.
 *
 * Returns: how many
 */
guint
taga_proposal_count (TagaProposal *self, TagaStagedKind kind)
{
  return taga_staging_count (self->staging, kind);
}

/**
 * taga_proposal_count_same:
 * @self: a proposal
 *
 * Counts the rows that the register has just so.
 *
 * Returns: how many
 */
guint
taga_proposal_count_same (TagaProposal *self)
{
  return taga_staging_count (self->staging, TAGA_STAGED_SAME);
}

/**
 * taga_proposal_get_rejections:
 * @self: a proposal
 *
 * Gets the cells that could not be read, whether or not the rest of their rows is taken.
 *
 * Returns: (transfer none) (element-type TagaRejection): in the order of the file
 */
GPtrArray *
taga_proposal_get_rejections (TagaProposal *self)
{
  return self->rejections;
}

/**
 * taga_proposal_get_unread:
 * @self: a proposal
 * @sheet: position of a sheet in the file
 * @row: number of a row in it
 *
 * Tells which cells of a row that is taken are not, since they cannot be read.
 *
 * Returns: the fields, bit by field
 */
guint64
taga_proposal_get_unread (TagaProposal *self, guint sheet, guint row)
{
  return taga_unread_get (self->unread, sheet, row);
}

/**
 * taga_proposal_get_staging:
 * @self: a proposal
 *
 * Gets the rows that are new, changed or the same, and then the assets that are gone.
 *
 * Returns: (transfer none): the rows
 */
TagaStaging *
taga_proposal_get_staging (TagaProposal *self)
{
  return self->staging;
}
