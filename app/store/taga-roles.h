#pragma once

#include "taga-store.h"

G_BEGIN_DECLS

/**
 * TagaRoleHolder:
 * @id: number of the role's record
 * @person: number of the person, or 0 if a department holds the role
 * @name: (nullable): the person's name
 * @department: (nullable): the department's name
 * @has_left: whether the person has left the company
 *
 * Who holds a role.
 */
typedef struct
{
  gint64 id;
  gint64 person;
  char *name;
  char *department;
  gboolean has_left;
} TagaRoleHolder;

/**
 * TagaRoleState:
 * @role: the role
 * @is_standing: whether it belongs to the organisation of every day, and not to an emergency
 * @is_anybody: whether nobody has to be named for it: anybody may find an accident
 * @is_filled: whether somebody who is with the company, or a department, holds it
 * @holders: (element-type TagaRoleHolder): who holds it, those who left among them
 *
 * Whether a role is filled, and by whom.
 */
typedef struct
{
  const TagaItem *role;
  gboolean is_standing;
  gboolean is_anybody;
  gboolean is_filled;
  GPtrArray *holders;
} TagaRoleState;

/**
 * TagaRoles:
 * @edition: (owned): the edition whose roles they are
 * @n: how many roles there are
 * @roles: (array length=n): each role, in the edition's order
 * @n_standing: how many roles the organisation of every day has
 * @n_standing_filled: how many of them are filled
 * @all_on_one: (nullable): who holds all of them alone
 * @n_left: how many holders have left the company
 * @warnings: (element-type utf8): what is wrong, in whole sentences
 *
 * The roles of information security in the company.
 */
typedef struct
{
  TagaEdition *edition;
  guint n;
  TagaRoleState *roles;
  guint n_standing;
  guint n_standing_filled;
  char *all_on_one;
  guint n_left;
  GPtrArray *warnings;
} TagaRoles;

TagaRoles *taga_roles_read (TagaStore *store, GError **error);
void taga_roles_free (TagaRoles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaRoles, taga_roles_free)

G_END_DECLS
