#include "taga-proposal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-matcher.h"
#include "taga-text.h"

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
  guint n_same;

  /* While rows are read: */
  TagaStore *store;
  TagaSource *source;
  TagaMatcher *matcher;
  TagaValue *values; /* (owned): of the row at hand */
  int shift;
};

G_DEFINE_FINAL_TYPE (TagaProposal, taga_proposal, G_TYPE_OBJECT)

static void
free_rejection (gpointer data)
{
  TagaRejection *rejection = data;

  g_free (rejection->column);
  g_free (rejection->reason);
  g_free (rejection);
}

static void
taga_proposal_finalize (GObject *object)
{
  TagaProposal *self = TAGA_PROPOSAL (object);

  taga_values_free (self->values, self->klass->n_fields);
  g_clear_pointer (&self->rejections, g_ptr_array_unref);
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
}

static void
reject (TagaProposal *self, guint row, guint field, const char *reason)
{
  TagaRejection *rejection;
  const char *title = taga_source_get_title (self->source, field);

  if (++self->n_rejected > MAX_REJECTIONS + 1)
    return;

  rejection = g_new (TagaRejection, 1);
  rejection->row = row;
  rejection->column = g_strdup (title == NULL ? _ (self->klass->fields[field].title) : title);
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

/* A level of the file's scale becomes the level of ours that means the same. Words may follow it,
 * as in "2:重要", but no further digits. */
static gboolean
read_level (TagaProposal *self,
            const TagaField *field,
            const TagaCell *cell,
            TagaValue *value,
            GError **error)
{
  const TagaScale *scale = taga_edition_get_scale (self->edition);
  g_autofree char *folded = taga_text_fold (cell->text);
  const char *words = g_strstrip (folded) + 1;
  gint64 level;

  if (self->shift == 0 || g_strcmp0 (field->domain, "value") != 0 || !g_ascii_isdigit (*folded))
    return taga_edition_parse (self->edition, field, cell->text, value, error);

  words += strspn (words, " ");
  level = *folded - '0' + self->shift;
  if (level < scale->lowest || level > scale->highest
      || (*words != '\0' && (strchr (":.)", *words) == NULL || g_ascii_isdigit (words[1]))))
    {
      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_REFUSED,
                   _ ("“%s” is not on the file’s scale, which goes from %d to %d."), cell->text,
                   scale->lowest - self->shift, scale->highest - self->shift);
      return FALSE;
    }

  value->number = level;
  return TRUE;
}

static gboolean
read_cell (TagaProposal *self, guint row, const TagaCell *cell, guint index)
{
  const TagaField *field = &self->klass->fields[index];
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (cell->kind == TAGA_CELL_ERROR)
    {
      g_autofree char *reason = g_strdup_printf (_ ("The cell shows the error %s."), cell->text);

      reject (self, row, index, reason);
      return FALSE;
    }

  if (field->kind == TAGA_FIELD_LEVEL)
    done = read_level (self, field, cell, &self->values[index], &error);
  else
    done = taga_edition_parse (self->edition, field, cell->text, &self->values[index], &error);

  if (!done)
    reject (self, row, index, error->message);
  return done;
}

/* Reads the cells of a row; a row that cannot be read as a whole is not taken at all. */
static gboolean
read_values (TagaProposal *self, guint row, const TagaCell *cells, guint n_cells, gboolean *blank)
{
  gboolean readable = TRUE;

  clear_values (self);
  *blank = TRUE;

  for (guint i = 0; i < n_cells; i++)
    {
      int field = taga_source_get_field (self->source, cells[i].column);

      if (field < 0 || (self->klass->fields[field].flags & TAGA_FIELD_COMPUTED))
        continue;
      if (!read_cell (self, row, &cells[i], (guint) field))
        readable = FALSE;
      else if (!taga_field_is_empty (&self->klass->fields[field], &self->values[field]))
        *blank = FALSE;
    }

  if (!readable)
    *blank = FALSE;

  if (readable && !*blank && self->values[TAGA_ASSET_NAME].text == NULL)
    {
      reject (self, row, TAGA_ASSET_NAME, _ ("The asset has no name."));
      readable = FALSE;
    }

  return readable;
}

/* What the row of an asset would change in it, if anything. */
static gboolean
stage_change (TagaProposal *self, guint row, gint64 id, GError **error)
{
  TagaStagedRow staged = { TAGA_STAGED_CHANGED, row, id, 0, { 0, 0 } };
  g_autoptr (TagaRecord) record = NULL;

  record = taga_store_get_record (self->store, TAGA_TYPE_ASSET, id, error);
  if (record == NULL)
    return FALSE;

  staged.mask = taga_source_compare (self->source, self->values, record);

  /* A row that names a retired asset brings it back into use. */
  if (taga_record_get_text (record, TAGA_ASSET_RETIRED_ON) != NULL
      && self->values[TAGA_ASSET_RETIRED_ON].text == NULL)
    staged.mask |= G_GUINT64_CONSTANT (1) << TAGA_ASSET_RETIRED_ON;

  if (staged.mask == 0)
    {
      self->n_same++;
      return TRUE;
    }

  return taga_staging_add (self->staging, &staged, self->values, error);
}

static gboolean
take_row (guint row, const TagaCell *cells, guint n_cells, gpointer user_data, GError **error)
{
  TagaProposal *self = user_data;
  TagaStagedRow staged = { TAGA_STAGED_NEW, row, 0, 0, { 0, 0 } };
  gboolean blank;
  gint64 id;

  if (row <= taga_source_get_header_row (self->source))
    return TRUE;

  if (!read_values (self, row, cells, n_cells, &blank))
    {
      taga_matcher_spare (self->matcher, self->values);
      return TRUE;
    }

  if (blank)
    return TRUE;

  switch (taga_matcher_find (self->matcher, self->values, &id))
    {
    case TAGA_MATCH_SAME:
      self->n_same++;
      return TRUE;
    case TAGA_MATCH_NAMED:
      return stage_change (self, row, id, error);
    case TAGA_MATCH_NONE:
    default:
      taga_matcher_miss (self->matcher, self->values, staged.keys);
      return taga_staging_add (self->staging, &staged, self->values, error);
    }
}

typedef struct
{
  TagaStaging *staging;
  GError *error;
} Gone;

static void
stage_gone (gint64 id, gpointer user_data)
{
  Gone *gone = user_data;
  TagaStagedRow staged = { TAGA_STAGED_GONE, 0, id, 0, { 0, 0 } };

  if (gone->error == NULL)
    taga_staging_add (gone->staging, &staged, NULL, &gone->error);
}

static gboolean
check_scale (TagaProposal *self, GError **error)
{
  if (!taga_source_needs_scale (self->source))
    return TRUE;

  g_set_error_literal (error, TAGA_SOURCE_ERROR, TAGA_SOURCE_ERROR_NO_SCALE,
                       _ ("It cannot be told whether the values in the file go from 0 to 2 or from "
                          "1 to 3. Say which scale it is."));
  return FALSE;
}

static gboolean
read_rows (TagaProposal *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (TagaMatcher) matcher = taga_matcher_new (self->store, self->source, error);
  TagaSheets *sheets = taga_source_get_sheets (self->source);
  Gone gone = { NULL, NULL };

  g_clear_object (&self->staging);
  self->staging = taga_staging_new (TAGA_TYPE_ASSET, error);
  if (matcher == NULL || self->staging == NULL)
    return FALSE;

  self->matcher = matcher;
  self->n_same = 0;
  self->n_rejected = 0;
  g_ptr_array_set_size (self->rejections, 0);
  if (!taga_sheets_read (sheets, taga_source_get_sheet (self->source), take_row, self, cancellable,
                         error))
    return FALSE;

  /* Cells that are merged over rows were only seen at the end of the sheet. */
  if (taga_sheets_needs_reread_below (sheets, taga_source_get_header_row (self->source)))
    return read_rows (self, cancellable, error);

  end_rejections (self);
  if (!taga_matcher_settle (matcher, self->store, &self->staging, &self->n_same, error))
    return FALSE;

  gone.staging = self->staging;
  taga_matcher_foreach_leftover (matcher, stage_gone, &gone);
  if (gone.error != NULL)
    g_propagate_error (error, gone.error);

  return gone.error == NULL;
}

/**
 * taga_proposal_new:
 * @store: the company file; only read
 * @source: the file
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Compares a file with the register.
 *
 * Returns: (transfer full) (nullable): the proposal, or `NULL` with `TAGA_SOURCE_ERROR_NO_SCALE`,
 * any [error@SheetError] or any [error@StoreError]
 */
TagaProposal *
taga_proposal_new (TagaStore *store, TagaSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (TagaProposal) self = g_object_new (TAGA_TYPE_PROPOSAL, NULL);
  gboolean done;

  self->store = store;
  self->source = source;
  self->edition = g_object_ref (taga_store_get_edition (store));
  self->shift = taga_source_get_shift (source);
  done = check_scale (self, error) && read_rows (self, cancellable, error);
  self->store = NULL;
  self->source = NULL;
  self->matcher = NULL;

  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * taga_proposal_count:
 * @self: a proposal
 * @kind: a kind
 *
 * Counts what would be new, changed or gone.
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
  return self->n_same;
}

/**
 * taga_proposal_get_rejections:
 * @self: a proposal
 *
 * Gets the cells for which rows could not be read.
 *
 * Returns: (transfer none) (element-type TagaRejection): in the order of the file
 */
GPtrArray *
taga_proposal_get_rejections (TagaProposal *self)
{
  return self->rejections;
}

/**
 * taga_proposal_get_staging:
 * @self: a proposal
 *
 * Gets the rows that are new, changed or gone.
 *
 * Returns: (transfer none): the rows
 */
TagaStaging *
taga_proposal_get_staging (TagaProposal *self)
{
  return self->staging;
}
