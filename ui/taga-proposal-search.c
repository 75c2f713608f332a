#include "taga-proposal-search.h"

#include "taga-text.h"

/* How many rows are searched at a time, which takes a few milliseconds. */
#define SEARCHED_AT_ONCE 2000

struct _TagaProposalSearch
{
  TagaStaging *staging; /* (owned) */
  gint64 n_rows;
  char *needle;  /* (owned): folded */
  GArray *found; /* (owned) (element-type gint64) */
  gint64 next;   /* the row that is searched next */
  guint source_id;
  TagaProposalSearchFunc func;
  gpointer user_data;
};

static gboolean
search_cb (gpointer user_data)
{
  TagaProposalSearch *self = user_data;
  guint first = self->found->len;
  gboolean going;

  going = taga_staging_find (self->staging, self->needle, self->next, SEARCHED_AT_ONCE, self->found,
                             NULL);
  self->next += SEARCHED_AT_ONCE;
  going = going && self->next <= self->n_rows;
  if (!going)
    self->source_id = 0;
  self->func (first, !going, self->user_data);

  return going;
}

/**
 * taga_proposal_search_new:
 * @staging: the rows
 * @n_rows: how many there are
 * @text: what to find; not empty
 * @func: (scope notified): hears of what was found
 * @user_data: data for @func
 *
 * Starts a search.
 *
 * Returns: (transfer full): the search; freeing it ends it
 */
TagaProposalSearch *
taga_proposal_search_new (TagaStaging *staging,
                          gsize n_rows,
                          const char *text,
                          TagaProposalSearchFunc func,
                          gpointer user_data)
{
  TagaProposalSearch *self = g_new0 (TagaProposalSearch, 1);

  self->staging = g_object_ref (staging);
  self->n_rows = (gint64) n_rows;
  self->needle = taga_text_fold (text);
  self->found = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->next = 1;
  self->func = func;
  self->user_data = user_data;
  self->source_id = g_idle_add (search_cb, self);

  return self;
}

/**
 * taga_proposal_search_free:
 * @self: (transfer full): a search
 *
 * Ends a search.
 */
void
taga_proposal_search_free (TagaProposalSearch *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  g_object_unref (self->staging);
  g_array_unref (self->found);
  g_free (self->needle);
  g_free (self);
}

/**
 * taga_proposal_search_is_for:
 * @self: a search
 * @text: a text
 *
 * Tells whether a search for a text would find the same.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_proposal_search_is_for (TagaProposalSearch *self, const char *text)
{
  g_autofree char *needle = taga_text_fold (text);

  return g_str_equal (needle, self->needle);
}

/**
 * taga_proposal_search_is_running:
 * @self: a search
 *
 * Tells whether a search has not come to its end yet.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_proposal_search_is_running (TagaProposalSearch *self)
{
  return self->source_id != 0;
}

/**
 * taga_proposal_search_get_found:
 * @self: a search
 *
 * Gets what was found so far.
 *
 * Returns: (transfer none) (element-type gint64): numbers of rows, in their order
 */
GArray *
taga_proposal_search_get_found (TagaProposalSearch *self)
{
  return self->found;
}
