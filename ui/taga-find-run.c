#include "taga-find-run.h"

#include <glib/gi18n-lib.h>

#include "taga-finder.h"
#include "taga-text.h"

/* So long it looks before the window gets its turn, in microseconds; and so many rows in between.
 */
#define SLICE 6000
#define STEP 64

/* What the user waits for. */
typedef enum
{
  WANT_NOTHING,
  WANT_HERE, /* the cursor's cell or the next */
  WANT_NEXT,
  WANT_PREVIOUS,
} Want;

struct _TagaFindRun
{
  TagaRecordTable *table;
  TagaFindRunFunc func;
  gpointer user_data;
  char *text;

  TagaFinder *finder; /* (owned) (nullable): none if it has to begin anew */
  GArray *fields;     /* (owned) (nullable) (element-type guint): the columns that it looks at */
  guint source;       /* while it looks */
  Want want;
  gboolean wrapped_down;
  gboolean wrapped_up;
  char *problem; /* (nullable): why it cannot go on */
};

static void
drop (TagaFindRun *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->finder, taga_finder_free);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->problem, g_free);
}

/**
 * taga_find_run_new:
 * @table: a table, which lives longer
 * @func: hears of it when more is known
 * @user_data: data for @func
 *
 * Makes a search without a text.
 *
 * Returns: (transfer full): the search
 */
TagaFindRun *
taga_find_run_new (TagaRecordTable *table, TagaFindRunFunc func, gpointer user_data)
{
  TagaFindRun *self = g_new0 (TagaFindRun, 1);

  self->table = table;
  self->func = func;
  self->user_data = user_data;
  self->text = g_strdup ("");

  return self;
}

/**
 * taga_find_run_free:
 * @self: (transfer full): a search
 *
 * Ends a search.
 */
void
taga_find_run_free (TagaFindRun *self)
{
  drop (self);
  g_free (self->text);
  g_free (self);
}

/* The cell of the cursor as the finder counts. */
static gboolean
get_cursor (TagaFindRun *self, TagaFound *cell)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  guint field;

  if (!taga_grid_get_cursor (grid, &cell->row, &field))
    return FALSE;

  cell->column = 0;
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, guint, i) == field)
      cell->column = i;

  return TRUE;
}

static void
move_to (TagaFindRun *self, const TagaFound *cell)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);

  taga_grid_set_cursor (grid, cell->row, g_array_index (self->fields, guint, cell->column));
}

static gboolean
is_before (const TagaFound *a, const TagaFound *b)
{
  return a->row < b->row || (a->row == b->row && a->column < b->column);
}

/* Goes where the user wants to, if it is known already where that is. */
static void
satisfy (TagaFindRun *self)
{
  TagaFound from, to;
  gboolean found;

  if (self->want == WANT_NOTHING || self->finder == NULL || !get_cursor (self, &from))
    return;

  if (self->want == WANT_PREVIOUS)
    found = taga_finder_previous (self->finder, &from, &to);
  else
    found = taga_finder_next (self->finder, &from, self->want == WANT_HERE, &to);

  if (found)
    {
      self->wrapped_down = self->want == WANT_NEXT && !is_before (&from, &to);
      self->wrapped_up = self->want == WANT_PREVIOUS && !is_before (&to, &from);
      move_to (self, &to);
    }
  if (found || taga_finder_is_done (self->finder))
    self->want = WANT_NOTHING;
}

static gboolean
look_cb (gpointer user_data)
{
  TagaFindRun *self = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;
  g_autoptr (GError) error = NULL;

  while (!taga_finder_is_done (self->finder) && g_get_monotonic_time () < end)
    if (!taga_finder_scan (self->finder, STEP, &error))
      {
        self->source = 0;
        drop (self);
        self->problem = g_strdup (error->message);
        self->func (self->user_data);
        return G_SOURCE_REMOVE;
      }

  satisfy (self);
  if (taga_finder_is_done (self->finder))
    self->source = 0;
  self->func (self->user_data);

  return self->source == 0 ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static gboolean
are_equal (GArray *a, GArray *b)
{
  return a != NULL && a->len == b->len && memcmp (a->data, b->data, a->len * sizeof (guint)) == 0;
}

/* Looks from the cursor on. What was found is forgotten if the columns are others meanwhile. */
static void
look (TagaFindRun *self)
{
  TagaGrid *grid = taga_record_table_get_grid (self->table);
  TagaRecordList *list = taga_record_table_get_list (self->table);
  g_autoptr (GArray) fields = taga_record_table_list_fields (self->table);
  g_autoptr (GArray) ids = NULL;
  guint row = 0;

  if (self->finder != NULL && are_equal (self->fields, fields))
    return;

  drop (self);
  if (list == NULL || *self->text == '\0')
    return;

  ids = taga_record_table_list_ids (self->table);
  taga_grid_get_cursor (grid, &row, NULL);
  self->fields = g_steal_pointer (&fields);
  self->finder = taga_finder_new (taga_record_table_get_store (self->table),
                                  taga_record_table_get_record_type (self->table), ids,
                                  self->fields, self->text, row);
  self->source = g_idle_add (look_cb, self);
}

/**
 * taga_find_run_get_text:
 * @self: a search
 *
 * Gets what is searched for.
 *
 * Returns: (transfer none): the text; empty for nothing
 */
const char *
taga_find_run_get_text (TagaFindRun *self)
{
  return self->text;
}

/**
 * taga_find_run_set_text:
 * @self: a search
 * @text: what to find
 *
 * Searches for another text and goes to the first cell that shows it, from the cursor's on.
 */
void
taga_find_run_set_text (TagaFindRun *self, const char *text)
{
  if (g_str_equal (text, self->text))
    return;

  drop (self);
  g_free (self->text);
  self->text = g_strdup (text);
  self->want = WANT_HERE;
  self->wrapped_down = self->wrapped_up = FALSE;
  look (self);
  self->func (self->user_data);
}

/**
 * taga_find_run_go:
 * @self: a search
 * @back: whether to the one before instead of the one after
 *
 * Goes on to another cell that shows the text; from the last one to the first.
 */
void
taga_find_run_go (TagaFindRun *self, gboolean back)
{
  self->want = back ? WANT_PREVIOUS : WANT_NEXT;
  self->wrapped_down = self->wrapped_up = FALSE;
  look (self);
  satisfy (self);
  self->func (self->user_data);
}

/**
 * taga_find_run_stop:
 * @self: a search
 *
 * Forgets what was found, because the rows are others now. The text stays; if it is looked for
 * again, nothing moves.
 */
void
taga_find_run_stop (TagaFindRun *self)
{
  drop (self);
  self->wrapped_down = self->wrapped_up = FALSE;
}

/**
 * taga_find_run_look:
 * @self: a search
 *
 * Looks for the text without moving the cursor, for those who want to know how often it is there.
 */
void
taga_find_run_look (TagaFindRun *self)
{
  look (self);
}

/**
 * taga_find_run_shows:
 * @self: a search for a text
 * @record: the record of the cursor
 *
 * Tells whether the cursor's cell shows what is searched for.
 *
 * Returns: `TRUE` if it does
 */
gboolean
taga_find_run_shows (TagaFindRun *self, TagaRecord *record)
{
  TagaStore *store = taga_record_table_get_store (self->table);
  g_autofree char *folded = taga_text_fold (self->text);
  guint field;

  return taga_grid_get_cursor (taga_record_table_get_grid (self->table), NULL, &field)
         && taga_finder_cell_shows (taga_store_get_edition (store), TAGA_RECORD_GET_CLASS (record),
                                    taga_record_get_value (record, 0), field, folded);
}

/**
 * taga_find_run_is_in_vain:
 * @self: a search
 *
 * Tells whether no cell shows the text.
 *
 * Returns: `TRUE` if that is sure
 */
gboolean
taga_find_run_is_in_vain (TagaFindRun *self)
{
  return self->finder != NULL && taga_finder_is_done (self->finder)
         && taga_finder_get_n_found (self->finder) == 0;
}

static char *
describe_place (TagaFindRun *self)
{
  guint n = taga_finder_get_n_found (self->finder);
  TagaFound cell;
  guint rank = get_cursor (self, &cell) ? taga_finder_get_rank (self->finder, &cell) : 0;

  if (rank == 0)
    return g_strdup_printf (ngettext ("%u cell", "%u cells", n), n);

  /* Translators: the how manieth of how many cells that show what is searched for */
  return g_strdup_printf (ngettext ("%u of %u cell", "%u of %u cells", n), rank, n);
}

/**
 * taga_find_run_describe:
 * @self: a search
 *
 * Says in words how far it is.
 *
 * Returns: (transfer full): the words; empty if nothing is searched for
 */
char *
taga_find_run_describe (TagaFindRun *self)
{
  g_autofree char *place = NULL;

  if (self->problem != NULL)
    return g_strdup (self->problem);
  if (self->finder == NULL)
    return g_strdup ("");
  if (!taga_finder_is_done (self->finder))
    return g_strdup (_ ("Searching…"));
  if (taga_find_run_is_in_vain (self))
    return g_strdup (_ ("No cell shows this"));

  place = describe_place (self);
  if (self->wrapped_down)
    return g_strdup_printf (_ ("%s ・ from the top again"), place);
  if (self->wrapped_up)
    return g_strdup_printf (_ ("%s ・ from the end again"), place);

  return g_steal_pointer (&place);
}
