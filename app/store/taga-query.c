#include "taga-query.h"

/**
 * taga_filter_new:
 * @field: index of a field
 *
 * Makes a filter that lets everything through.
 *
 * Returns: (transfer full): the filter
 */
TagaFilter *
taga_filter_new (guint field)
{
  TagaFilter *self = g_new0 (TagaFilter, 1);

  self->field = field;
  self->blank = -1;

  return self;
}

/**
 * taga_filter_free:
 * @self: (transfer full): a filter
 *
 * Frees a filter.
 */
void
taga_filter_free (TagaFilter *self)
{
  g_free (self->contains);
  g_strfreev (self->keys);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static TagaFilter *
copy_filter (const TagaFilter *other)
{
  TagaFilter *self = taga_filter_new (other->field);

  self->contains = g_strdup (other->contains);
  self->keys = g_strdupv (other->keys);
  self->from = g_strdup (other->from);
  self->to = g_strdup (other->to);
  self->blank = other->blank;
  self->or_blank = other->or_blank;
  self->by_end = other->by_end;

  return self;
}

/**
 * taga_query_new:
 *
 * Makes a query for all records in the order in which they were made.
 *
 * Returns: (transfer full): the query
 */
TagaQuery *
taga_query_new (void)
{
  TagaQuery *self = g_new0 (TagaQuery, 1);

  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_filter_free);
  self->sorts = g_array_new (FALSE, FALSE, sizeof (TagaSort));

  return self;
}

/**
 * taga_query_copy:
 * @self: a query
 *
 * Copies a query.
 *
 * Returns: (transfer full): the copy
 */
TagaQuery *
taga_query_copy (const TagaQuery *self)
{
  TagaQuery *copy = taga_query_new ();

  copy->scope = self->scope;
  copy->search = g_strdup (self->search);
  for (guint i = 0; i < self->filters->len; i++)
    g_ptr_array_add (copy->filters, copy_filter (g_ptr_array_index (self->filters, i)));
  g_array_append_vals (copy->sorts, self->sorts->data, self->sorts->len);

  return copy;
}

/**
 * taga_query_free:
 * @self: (transfer full): a query
 *
 * Frees a query.
 */
void
taga_query_free (TagaQuery *self)
{
  g_free (self->search);
  g_ptr_array_unref (self->filters);
  g_array_unref (self->sorts);
  g_free (self);
}

/**
 * taga_query_set_filter:
 * @self: a query
 * @filter: (transfer full): what a field must be
 *
 * Sets the filter of a field in place of the one that it has.
 */
void
taga_query_set_filter (TagaQuery *self, TagaFilter *filter)
{
  taga_query_clear_filter (self, filter->field);
  g_ptr_array_add (self->filters, filter);
}

/**
 * taga_query_get_filter:
 * @self: a query
 * @field: index of a field
 *
 * Gets the filter of a field.
 *
 * Returns: (transfer none) (nullable): the filter, or `NULL` if the field has none
 */
const TagaFilter *
taga_query_get_filter (const TagaQuery *self, guint field)
{
  for (guint i = 0; i < self->filters->len; i++)
    {
      const TagaFilter *filter = g_ptr_array_index (self->filters, i);

      if (filter->field == field)
        return filter;
    }

  return NULL;
}

/**
 * taga_query_clear_filter:
 * @self: a query
 * @field: index of a field
 *
 * Takes the filter of a field away.
 */
void
taga_query_clear_filter (TagaQuery *self, guint field)
{
  const TagaFilter *filter = taga_query_get_filter (self, field);

  if (filter != NULL)
    g_ptr_array_remove (self->filters, (gpointer) filter);
}

static guint
find_sort (const TagaQuery *self, guint field)
{
  guint place = 0;

  while (place < self->sorts->len && g_array_index (self->sorts, TagaSort, place).field != field)
    place++;

  return place;
}

/**
 * taga_query_get_sort:
 * @self: a query
 * @field: index of a field
 *
 * Gets how a field is sorted by.
 *
 * Returns: (transfer none) (nullable): how, or `NULL` if it is not sorted by
 */
const TagaSort *
taga_query_get_sort (const TagaQuery *self, guint field)
{
  guint place = find_sort (self, field);

  return place == self->sorts->len ? NULL : &g_array_index (self->sorts, TagaSort, place);
}

/**
 * taga_query_set_sort:
 * @self: a query
 * @field: index of a field
 * @descending: whether the highest comes first
 * @add: whether to sort by it after what is sorted by already, or at the place that it has among
 *   that, rather than by it alone
 *
 * Sorts by a field.
 */
void
taga_query_set_sort (TagaQuery *self, guint field, gboolean descending, gboolean add)
{
  const TagaSort sort = { field, descending };
  guint place = find_sort (self, field);

  if (!add)
    {
      g_array_set_size (self->sorts, 0);
      place = 0;
    }

  if (place < self->sorts->len)
    g_array_index (self->sorts, TagaSort, place) = sort;
  else
    g_array_append_val (self->sorts, sort);
}

/**
 * taga_query_clear_sort:
 * @self: a query
 * @field: index of a field
 *
 * Sorts by a field no more. What else is sorted by stays.
 */
void
taga_query_clear_sort (TagaQuery *self, guint field)
{
  guint place = find_sort (self, field);

  if (place < self->sorts->len)
    g_array_remove_index (self->sorts, place);
}

/**
 * taga_query_toggle_sort:
 * @self: a query
 * @field: index of a field
 * @add: whether to sort by it after what is sorted by already, rather than in its place
 *
 * Goes on to the next way to sort by a field: upwards, downwards, not at all.
 */
void
taga_query_toggle_sort (TagaQuery *self, guint field, gboolean add)
{
  const TagaSort *sort = taga_query_get_sort (self, field);
  gboolean was_ascending = sort != NULL && !sort->descending;

  if (sort == NULL || was_ascending)
    {
      taga_query_set_sort (self, field, was_ascending, add);
      return;
    }

  if (!add)
    g_array_set_size (self->sorts, 0);
  taga_query_clear_sort (self, field);
}

/**
 * taga_query_get_number:
 * @self: a query
 * @field: a field whose values are numbers
 * @number: (inout): the number; left as it is if there is not one alone
 *
 * Gets the one number that a field must be.
 *
 * Returns: whether there is one
 */
gboolean
taga_query_get_number (const TagaQuery *self, guint field, gint64 *number)
{
  const TagaFilter *filter = taga_query_get_filter (self, field);

  return filter != NULL && !filter->or_blank && filter->from != NULL
         && g_strcmp0 (filter->from, filter->to) == 0
         && g_ascii_string_to_signed (filter->from, 10, 0, G_MAXINT32, number, NULL);
}
