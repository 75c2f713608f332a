#include "taga-profile-action.h"

#include <glib/gi18n-lib.h>

#include "taga-alias.h"
#include "taga-language.h"
#include "taga-profile-part.h"
#include "taga-profile-private.h"
#include "taga-profile.h"

/* Ends the step that was begun: on disk, or gone. */
static gboolean
end_step (TagaStore *store, gboolean done, GError **error)
{
  if (done)
    return taga_store_commit (store, error);

  taga_store_rollback (store);
  return FALSE;
}

static const char *
get_label (TagaStore *store, const char *key)
{
  const TagaChoice *choice =
      taga_edition_find_choice (taga_store_get_edition (store), "profile-part", key);

  if (choice == NULL)
    return key;

  return taga_language_is_japanese () ? choice->label_ja : choice->label_en;
}

/* The first part that is written by hand makes the profile. */
static gboolean
ensure_profile (TagaStore *store, const TagaProfileFacts *facts, gint64 *id, GError **error)
{
  TagaValue values[TAGA_PROFILE_N_FIELDS];

  *id = facts->profile;
  if (*id != 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_PROFILE_NAME].text = (char *) _ ("Case profile");
  if (facts->before.id != 0)
    values[TAGA_PROFILE_BEFORE].number = facts->before.id;
  if (facts->after.id != 0)
    values[TAGA_PROFILE_AFTER].number = facts->after.id;

  return taga_store_insert (store, TAGA_TYPE_PROFILE, values, id, error);
}

static gboolean
insert_line (TagaStore *store,
             gint64 profile,
             const char *key,
             guint position,
             const TagaProfileLine *line,
             GError **error)
{
  TagaValue values[TAGA_PROFILE_PART_N_FIELDS];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_PROFILE_PART_PROFILE].number = profile;
  values[TAGA_PROFILE_PART_PART].text = (char *) key;
  values[TAGA_PROFILE_PART_POSITION].number = position + 1;
  values[TAGA_PROFILE_PART_TITLE].text = line->title;
  values[TAGA_PROFILE_PART_TEXT].text = line->text;
  values[TAGA_PROFILE_PART_AXIS].text = line->axis;
  values[TAGA_PROFILE_PART_STATE].text = line->state;

  return taga_store_insert (store, TAGA_TYPE_PROFILE_PART, values, NULL, error);
}

/* Removes the parts of a profile, or only those of one kind. */
static gboolean
remove_lines (TagaStore *store, gint64 profile, const char *key, GError **error)
{
  g_autoptr (GPtrArray) parts = taga_profile_read_records (store, TAGA_TYPE_PROFILE_PART, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      TagaRecord *part = g_ptr_array_index (parts, i);

      if (taga_record_get_number (part, TAGA_PROFILE_PART_PROFILE) != profile
          || (key != NULL
              && g_strcmp0 (taga_record_get_text (part, TAGA_PROFILE_PART_PART), key) != 0))
        continue;
      if (!taga_store_remove (store, TAGA_TYPE_PROFILE_PART, taga_record_get_id (part), error))
        return FALSE;
    }

  return parts != NULL;
}

static gboolean
write_lines (TagaStore *store,
             const TagaProfileFacts *facts,
             const char *key,
             const TagaProfileLine *lines,
             guint n_lines,
             GError **error)
{
  gint64 profile;

  if (!ensure_profile (store, facts, &profile, error) || !remove_lines (store, profile, key, error))
    return FALSE;

  for (guint i = 0; i < n_lines; i++)
    if (!insert_line (store, profile, key, i, &lines[i], error))
      return FALSE;

  return TRUE;
}

/**
 * taga_profile_action_set_part:
 * @store: a company file
 * @facts: the profile; if the file has none yet, it gets one of these rounds
 * @key: a kind of part
 * @lines: (array length=n_lines): what stands there from now on, in order
 * @n_lines: how many; a single one without a text keeps the part empty
 * @error: return location for an error
 *
 * Writes a part by hand, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_profile_action_set_part (TagaStore *store,
                              const TagaProfileFacts *facts,
                              const char *key,
                              const TagaProfileLine *lines,
                              guint n_lines,
                              GError **error)
{
  g_autofree char *label =
      g_strdup_printf (_ ("Write “%s” of the case profile"), get_label (store, key));

  return taga_store_begin (store, label, error)
         && end_step (store, write_lines (store, facts, key, lines, n_lines, error), error);
}

/**
 * taga_profile_action_reset_part:
 * @store: a company file
 * @facts: the profile
 * @key: a kind of part
 * @error: return location for an error
 *
 * Throws away what is written by hand in a part, so that the data fills it again, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_profile_action_reset_part (TagaStore *store,
                                const TagaProfileFacts *facts,
                                const char *key,
                                GError **error)
{
  g_autofree char *label =
      g_strdup_printf (_ ("Fill “%s” of the case profile from the data"), get_label (store, key));

  return taga_store_begin (store, label, error)
         && end_step (store, remove_lines (store, facts->profile, key, error), error);
}

static gboolean
write_alias (TagaStore *store,
             TagaNameKind kind,
             const char *name,
             const char *alias,
             GError **error)
{
  g_autoptr (GPtrArray) aliases = taga_profile_read_records (store, TAGA_TYPE_ALIAS, error);
  TagaValue values[TAGA_ALIAS_N_FIELDS];

  if (aliases == NULL)
    return FALSE;

  for (guint i = 0; i < aliases->len; i++)
    {
      TagaRecord *one = g_ptr_array_index (aliases, i);

      if (g_strcmp0 (taga_record_get_text (one, TAGA_ALIAS_NAME), name) == 0
          && !taga_store_remove (store, TAGA_TYPE_ALIAS, taga_record_get_id (one), error))
        return FALSE;
    }
  if (alias == NULL || *alias == '\0')
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (TagaValue) TAGA_VALUE_INIT;
  values[TAGA_ALIAS_NAME].text = (char *) name;
  values[TAGA_ALIAS_ALIAS].text = (char *) alias;
  values[TAGA_ALIAS_KIND].text = (char *) taga_name_kind_to_key (kind);

  return taga_store_insert (store, TAGA_TYPE_ALIAS, values, NULL, error);
}

/**
 * taga_profile_action_set_alias:
 * @store: a company file
 * @kind: what it is a name of
 * @name: a name
 * @alias: (nullable): what stands in its place; the name itself to let it stand; none or an empty
 *   one for what the program would choose
 * @error: return location for an error
 *
 * Chooses the alias of a name, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_profile_action_set_alias (TagaStore *store,
                               TagaNameKind kind,
                               const char *name,
                               const char *alias,
                               GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Choose the alias of “%s”"), name);

  return taga_store_begin (store, label, error)
         && end_step (store, write_alias (store, kind, name, alias, error), error);
}

/**
 * taga_profile_action_remove:
 * @store: a company file
 * @profile: number of a case profile
 * @error: return location for an error
 *
 * Removes a case profile with its parts, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_profile_action_remove (TagaStore *store, gint64 profile, GError **error)
{
  g_autoptr (TagaRecord) record = taga_store_get_record (store, TAGA_TYPE_PROFILE, profile, error);
  g_autofree char *label = NULL;

  if (record == NULL)
    return FALSE;

  label = g_strdup_printf (_ ("Remove “%s”"), taga_record_get_text (record, TAGA_PROFILE_NAME));
  return taga_store_begin (store, label, error)
         && end_step (store,
                      remove_lines (store, profile, NULL, error)
                          && taga_store_remove (store, TAGA_TYPE_PROFILE, profile, error),
                      error);
}
