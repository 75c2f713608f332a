#include "taga-contact-advice.h"

#include <glib/gi18n-lib.h>

#include "taga-contact.h"
#include "taga-cursor.h"
#include "taga-person.h"
#include "taga-roles.h"
#include "taga-text.h"

/*
 * Whom an emergency contact list should have (our suggestions): those who hold a role, as far as
 * they are named, and those outside whom most companies have to reach. No telephone number is made
 * up: the company enters those that hold for it.
 */

static const struct
{
  const char *kind;
  const char *name;
  const char *purpose;
} outside[] = {
  { "system", N_ ("IT company that maintains PCs and servers"),
    N_ ("When a device behaves strangely, or systems have stopped") },
  { "service", N_ ("Provider of the internet line, mail and cloud services"),
    N_ ("When an account is misused, or a service can't be used") },
  { "police", N_ ("Cybercrime desk of the prefectural police"),
    N_ ("When systems were broken into, or somebody asks for a ransom") },
  { "authority", N_ ("Personal Information Protection Commission"),
    N_ ("When personal information has leaked, or may have: the law asks for a report within "
        "days") },
  { "ipa", N_ ("IPA: desk for questions about information security"),
    N_ ("When you do not know what to do about a virus or a break-in") },
  { "insurer", N_ ("Insurance company"), N_ ("When an accident may be covered by the insurance") },
};

/* Those who act in an accident. */
static const char *const inside[] = { "incident-lead", "responsible", "system" };

static TagaRecord *
create_contact (const char *kind, const char *name, const char *purpose)
{
  TagaRecord *contact = TAGA_RECORD (taga_contact_new ());

  taga_record_set_text (contact, TAGA_CONTACT_KIND, kind);
  taga_record_set_text (contact, TAGA_CONTACT_NAME, name);
  taga_record_set_text (contact, TAGA_CONTACT_PURPOSE, purpose);
  return contact;
}

/* The names that the list has, as they are compared. */
static GHashTable *
read_names (TagaStore *store, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_CONTACT, query, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  if (cursor == NULL)
    return NULL;

  for (;;)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&names);
      g_hash_table_add (names, taga_text_match_key (values[TAGA_CONTACT_NAME].text));
    }
}

static void
suggest (GPtrArray *contacts, GHashTable *names, TagaRecord *contact)
{
  g_autofree char *key = taga_text_match_key (taga_record_get_text (contact, TAGA_CONTACT_NAME));

  if (g_hash_table_contains (names, key))
    g_object_unref (contact);
  else
    {
      g_hash_table_add (names, g_steal_pointer (&key));
      g_ptr_array_add (contacts, contact);
    }
}

/* Somebody who holds several roles stands in the list once. */
static void
suggest_holders (TagaStore *store, const TagaRoles *roles, GPtrArray *contacts, GHashTable *names)
{
  for (guint i = 0; i < roles->n; i++)
    {
      const TagaRoleState *role = &roles->roles[i];

      if (!g_strv_contains (inside, role->role->key))
        continue;
      for (guint j = 0; j < role->holders->len; j++)
        {
          const TagaRoleHolder *holder = g_ptr_array_index (role->holders, j);
          g_autoptr (TagaRecord) person = NULL;
          TagaRecord *contact;

          if (holder->person <= 0 || holder->has_left)
            continue;
          person = taga_store_get_record (store, TAGA_TYPE_PERSON, holder->person, NULL);
          contact = create_contact ("inside", holder->name, _ ("At the first sign of an accident"));
          if (person != NULL)
            {
              taga_record_set_text (contact, TAGA_CONTACT_PHONE,
                                    taga_record_get_text (person, TAGA_PERSON_PHONE));
              taga_record_set_text (contact, TAGA_CONTACT_MAIL,
                                    taga_record_get_text (person, TAGA_PERSON_MAIL));
            }
          suggest (contacts, names, contact);
        }
    }
}

/**
 * taga_contact_advice_list:
 * @store: a store
 * @error: return location for an error
 *
 * Suggests whom the emergency contact list should have besides those that it has (our rule;
 * guideline v3.1, p. 21, asks for such a list).
 *
 * Returns: (transfer full) (nullable) (element-type TagaContact): the contacts, none of which is in
 *   the file; or `NULL` with any [error@StoreError]
 */
GPtrArray *
taga_contact_advice_list (TagaStore *store, GError **error)
{
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TagaRoles) roles = taga_roles_read (store, error);
  g_autoptr (GHashTable) names = roles == NULL ? NULL : read_names (store, error);

  if (names == NULL)
    return NULL;

  suggest_holders (store, roles, contacts, names);
  if (contacts->len == 0 && taga_store_count (store, TAGA_TYPE_CONTACT, NULL) == 0)
    suggest (contacts, names,
             create_contact ("inside", _ ("Person responsible for information security"),
                             _ ("At the first sign of an accident")));
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    suggest (contacts, names,
             create_contact (outside[i].kind, _ (outside[i].name), _ (outside[i].purpose)));

  return g_steal_pointer (&contacts);
}

/**
 * taga_contact_advice_add:
 * @store: a store
 * @contacts: (element-type TagaContact): contacts
 * @error: return location for an error
 *
 * Adds contacts to the emergency contact list, as one step.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError] and nothing changed
 */
gboolean
taga_contact_advice_add (TagaStore *store, GPtrArray *contacts, GError **error)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("Add %u suggested contact", "Add %u suggested contacts", contacts->len),
      contacts->len);

  if (!taga_store_begin (store, label, error))
    return FALSE;

  for (guint i = 0; i < contacts->len; i++)
    if (!taga_store_insert (store, TAGA_TYPE_CONTACT,
                            taga_record_get_value (g_ptr_array_index (contacts, i), 0), NULL,
                            error))
      {
        taga_store_rollback (store);
        return FALSE;
      }

  return taga_store_commit (store, error);
}
