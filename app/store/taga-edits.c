#include "taga-edits.h"

typedef struct
{
  gint64 id;
  TagaEditKind kind;
  guint first_cell;
} Edit;

typedef struct
{
  guint field;
  guint value;
} Cell;

/* A value is kept once however many cells take it, so that a whole register may be filled. */
struct _TagaEdits
{
  gatomicrefcount ref_count;
  GType type;
  GArray *edits;  /* (element-type Edit) */
  GArray *cells;  /* (element-type Cell) */
  GArray *values; /* (element-type TagaValue) */
};

/**
 * taga_edits_new:
 * @type: the type of the records
 *
 * Makes edits that do nothing yet.
 *
 * Returns: (transfer full): the edits
 */
TagaEdits *
taga_edits_new (GType type)
{
  TagaEdits *self = g_new0 (TagaEdits, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  self->values = g_array_new (FALSE, FALSE, sizeof (TagaValue));
  g_array_set_clear_func (self->values, (GDestroyNotify) taga_value_clear);

  return self;
}

/**
 * taga_edits_ref:
 * @self: edits
 *
 * Holds edits, in any thread. Once they are shared they are not to be added to.
 *
 * Returns: (transfer full): the edits
 */
TagaEdits *
taga_edits_ref (TagaEdits *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * taga_edits_unref:
 * @self: (transfer full): edits
 *
 * Lets go of edits.
 */
void
taga_edits_unref (TagaEdits *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->edits);
  g_array_unref (self->cells);
  g_array_unref (self->values);
  g_free (self);
}

static void
begin (TagaEdits *self, TagaEditKind kind, gint64 id)
{
  Edit edit = { id, kind, self->cells->len };

  g_array_append_val (self->edits, edit);
}

/**
 * taga_edits_change:
 * @self: edits
 * @id: number of a record
 *
 * Begins what shall be changed in a record; [func@edits_put] goes on.
 */
void
taga_edits_change (TagaEdits *self, gint64 id)
{
  begin (self, TAGA_EDIT_CHANGE, id);
}

/**
 * taga_edits_add:
 * @self: edits
 *
 * Begins a new record; [func@edits_put] goes on.
 */
void
taga_edits_add (TagaEdits *self)
{
  begin (self, TAGA_EDIT_ADD, 0);
}

/**
 * taga_edits_remove:
 * @self: edits
 * @id: number of a record
 *
 * Adds that a record shall be removed.
 */
void
taga_edits_remove (TagaEdits *self, gint64 id)
{
  begin (self, TAGA_EDIT_REMOVE, id);
}

/**
 * taga_edits_put:
 * @self: edits, in which a record was begun
 * @field: a field that is not computed
 * @value: what it shall be
 *
 * Sets a cell of the record that was begun last.
 */
void
taga_edits_put (TagaEdits *self, guint field, const TagaValue *value)
{
  const TagaValue *last = self->values->len == 0
                              ? NULL
                              : &g_array_index (self->values, TagaValue, self->values->len - 1);
  Cell cell = { field, self->values->len };

  g_return_if_fail (self->edits->len > 0);

  if (last != NULL && taga_value_equal (last, value))
    {
      cell.value--;
    }
  else
    {
      TagaValue copy = TAGA_VALUE_INIT;

      taga_value_set (&copy, value);
      g_array_append_val (self->values, copy);
    }
  g_array_append_val (self->cells, cell);
}

/**
 * taga_edits_get_record_type:
 * @self: edits
 *
 * Gets the type of the records.
 *
 * Returns: the type
 */
GType
taga_edits_get_record_type (TagaEdits *self)
{
  return self->type;
}

/**
 * taga_edits_get_n_records:
 * @self: edits
 *
 * Counts the records that were begun.
 *
 * Returns: how many
 */
guint
taga_edits_get_n_records (TagaEdits *self)
{
  return self->edits->len;
}

/**
 * taga_edits_get_id:
 * @self: edits
 * @i: one of the records
 *
 * Gets a record's number.
 *
 * Returns: the number, or 0 for a new record
 */
gint64
taga_edits_get_id (TagaEdits *self, guint i)
{
  return g_array_index (self->edits, Edit, i).id;
}

/**
 * taga_edits_get_kind:
 * @self: edits
 * @i: one of the records
 *
 * Gets what shall become of a record.
 *
 * Returns: what
 */
TagaEditKind
taga_edits_get_kind (TagaEdits *self, guint i)
{
  return g_array_index (self->edits, Edit, i).kind;
}

/**
 * taga_edits_get_n_cells:
 * @self: edits
 * @i: one of the records
 *
 * Counts what shall be set in a record.
 *
 * Returns: how many cells
 */
guint
taga_edits_get_n_cells (TagaEdits *self, guint i)
{
  guint end = i + 1 < self->edits->len ? g_array_index (self->edits, Edit, i + 1).first_cell
                                       : self->cells->len;

  return end - g_array_index (self->edits, Edit, i).first_cell;
}

/**
 * taga_edits_get_cell:
 * @self: edits
 * @i: one of the records
 * @cell: one of its cells
 * @field: (out): the cell's field
 *
 * Gets what a cell shall be.
 *
 * Returns: (transfer none): the value
 */
const TagaValue *
taga_edits_get_cell (TagaEdits *self, guint i, guint cell, guint *field)
{
  const Edit *edit = &g_array_index (self->edits, Edit, i);
  const Cell *found = &g_array_index (self->cells, Cell, edit->first_cell + cell);

  *field = found->field;
  return &g_array_index (self->values, TagaValue, found->value);
}
