#include "taga-record-table-private.h"

/* What is a table's own beside the register that it shows: what it shows at first, what the page
 * adds to its cells, and whether it keeps the register or only looks at it. */

/**
 * taga_record_table_forget_query:
 * @self: a table without a file
 *
 * Goes back to what the table shows at first: what one file's rows were narrowed by has nothing to
 * do with those of another.
 */
void
taga_record_table_forget_query (TagaRecordTable *self)
{
  taga_query_free (self->query);
  self->query = taga_query_copy (self->usual);
  taga_table_bar_show_query (self->bar, self->query);
  taga_view_menu_reset (self->views);
}

/**
 * taga_record_table_set_aspect:
 * @self: a table with a type and without a file
 * @name: what the file remembers the arrangement of its columns by
 * @usual: which records it shows at first, and in which order
 *
 * Has the table look at a register that another page keeps: its rows neither come nor go here, and
 * the arrangement of its columns is its own.
 */
void
taga_record_table_set_aspect (TagaRecordTable *self, const char *name, const TagaQuery *usual)
{
  TagaQuery *copy = taga_query_copy (usual);

  g_return_if_fail (self->store == NULL);

  g_free (self->aspect);
  self->aspect = g_strdup (name);
  taga_query_free (self->usual);
  self->usual = copy;
  taga_record_table_forget_query (self);
  taga_table_bar_set_scoped (self->bar, FALSE);
}

/**
 * taga_record_table_get_aspect:
 * @self: a table
 *
 * Gets as what the table looks at a register that another page keeps.
 *
 * Returns: (transfer none) (nullable): the name of its arrangement; `NULL` if it keeps the register
 */
const char *
taga_record_table_get_aspect (TagaRecordTable *self)
{
  return self->aspect;
}

/**
 * taga_record_table_set_look:
 * @self: a table without a file
 * @look: what the page adds to the cells; constant
 * @user_data: data for it, which lives as long as the table
 *
 * Sets what the page adds to the cells of the register.
 */
void
taga_record_table_set_look (TagaRecordTable *self, const TagaRecordLook *look, gpointer user_data)
{
  g_return_if_fail (self->store == NULL);

  self->look = look;
  self->look_data = user_data;
}
