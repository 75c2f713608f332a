#include "taga-roles.h"

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-language.h"
#include "taga-store-private.h"

#define STANDING_GROUP "standing"

/* Whoever finds an accident reports it, so that nobody is named for it beforehand. */
#define ANYBODY_ROLE "incident-finder"

static void
free_holder (gpointer data)
{
  TagaRoleHolder *holder = data;

  g_free (holder->name);
  g_free (holder->department);
  g_free (holder);
}

static char *
dup_text (sqlite3_stmt *stmt, int column)
{
  return g_strdup (taga_row_guard ((const char *) sqlite3_column_text (stmt, column)));
}

static void
take_row (TagaRoles *self, sqlite3_stmt *stmt)
{
  guint n;
  const TagaItem *first = taga_edition_get_items (self->edition, "role", &n);
  const TagaItem *role =
      taga_edition_find_item (self->edition, "role", (const char *) sqlite3_column_text (stmt, 1));
  TagaRoleState *state;
  TagaRoleHolder *holder;

  if (role == NULL)
    return;

  holder = g_new0 (TagaRoleHolder, 1);
  holder->id = sqlite3_column_int64 (stmt, 0);
  holder->person = sqlite3_column_int64 (stmt, 2);
  holder->name = dup_text (stmt, 3);
  holder->department = dup_text (stmt, 4);
  holder->has_left = sqlite3_column_int (stmt, 5) > 0;

  state = &self->roles[role - first];
  g_ptr_array_add (state->holders, holder);
  self->n_left += holder->has_left;
  if (!holder->has_left && (holder->person != 0 || holder->department != NULL))
    state->is_filled = TRUE;
}

/* Somebody has left from the day that is written down on. */
static gboolean
read_holders (TagaRoles *self, TagaStore *store, GError **error)
{
  g_autofree char *today = taga_date_today ();
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (
      store->db,
      "SELECT r.id, r.item, coalesce (p.id, 0), p.name, d.name,"
      " p.left_on IS NOT NULL AND p.left_on <= ? FROM role r"
      " LEFT JOIN person p ON p.id = r.person LEFT JOIN department d ON d.id = r.department"
      " ORDER BY r.id",
      error);
  gboolean has_row = TRUE;

  if (stmt == NULL)
    return FALSE;

  sqlite3_bind_text (stmt, 1, today, -1, SQLITE_STATIC);
  while (taga_database_step (stmt, &has_row, error) && has_row)
    take_row (self, stmt);

  return !has_row;
}

/* Who holds a role alone, or NULL. */
static const TagaRoleHolder *
get_only_holder (const TagaRoleState *state)
{
  const TagaRoleHolder *only = NULL;

  for (guint i = 0; i < state->holders->len; i++)
    {
      const TagaRoleHolder *holder = g_ptr_array_index (state->holders, i);

      if (holder->has_left)
        continue;
      if (holder->person == 0 || (only != NULL && only->person != holder->person))
        return NULL;
      only = holder;
    }

  return only;
}

/* Small companies may give one person several roles, but not all of them (guideline v3.1, p. 20).
 */
static const TagaRoleHolder *
find_who_holds_all (const TagaRoles *self)
{
  const TagaRoleHolder *found = NULL;
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const TagaRoleHolder *only;

      if (!self->roles[i].is_standing)
        continue;

      only = get_only_holder (&self->roles[i]);
      if (only == NULL || (found != NULL && found->person != only->person))
        return NULL;
      found = only;
      n++;
    }

  return n > 1 ? found : NULL;
}

static const char *
get_title (const TagaItem *item)
{
  return taga_language_is_japanese () ? item->title_ja : item->title_en;
}

static void
warn_of_left (TagaRoles *self)
{
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->roles[i].holders->len; j++)
      {
        const TagaRoleHolder *holder = g_ptr_array_index (self->roles[i].holders, j);

        if (holder->has_left)
          g_ptr_array_add (self->warnings,
                           /* Translators: the name of a person, then the name of a role */
                           g_strdup_printf (_ ("%s has left the company but still holds the role "
                                               "“%s”. Name somebody else."),
                                            holder->name, get_title (self->roles[i].role)));
      }
}

static void
judge (TagaRoles *self)
{
  const TagaRoleHolder *all = find_who_holds_all (self);

  for (guint i = 0; i < self->n; i++)
    {
      self->n_standing += self->roles[i].is_standing;
      self->n_standing_filled += self->roles[i].is_standing && self->roles[i].is_filled;
    }

  if (all != NULL)
    {
      self->all_on_one = g_strdup (all->name);
      g_ptr_array_add (self->warnings,
                       g_strdup_printf (_ ("%s holds all roles alone. Give at least one of them, "
                                           "such as the inspection, to somebody else."),
                                        all->name));
    }
  warn_of_left (self);
}

/**
 * taga_roles_read:
 * @store: a store
 * @error: return location for an error
 *
 * Reads which roles are filled and by whom (guideline v3.1, p. 20–21, tables 4 and 5).
 *
 * Returns: (transfer full) (nullable): the roles, or `NULL` with any [error@StoreError]
 */
TagaRoles *
taga_roles_read (TagaStore *store, GError **error)
{
  g_autoptr (TagaRoles) self = g_new0 (TagaRoles, 1);
  const TagaItem *roles;

  self->edition = g_object_ref (taga_store_get_edition (store));
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  roles = taga_edition_get_items (self->edition, "role", &self->n);
  self->roles = g_new0 (TagaRoleState, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      self->roles[i].role = &roles[i];
      self->roles[i].is_standing = g_strcmp0 (roles[i].group, STANDING_GROUP) == 0;
      self->roles[i].is_anybody = g_str_equal (roles[i].key, ANYBODY_ROLE);
      self->roles[i].holders = g_ptr_array_new_with_free_func (free_holder);
    }

  if (!read_holders (self, store, error))
    return NULL;

  judge (self);
  return g_steal_pointer (&self);
}

/**
 * taga_roles_free:
 * @self: (transfer full): the roles
 *
 * Frees the roles.
 */
void
taga_roles_free (TagaRoles *self)
{
  for (guint i = 0; i < self->n; i++)
    g_ptr_array_unref (self->roles[i].holders);
  g_free (self->roles);
  g_free (self->all_on_one);
  g_ptr_array_unref (self->warnings);
  g_object_unref (self->edition);
  g_free (self);
}
