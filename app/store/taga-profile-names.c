#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-alias.h"
#include "taga-asset.h"
#include "taga-company.h"
#include "taga-contact.h"
#include "taga-cursor.h"
#include "taga-department.h"
#include "taga-measure.h"
#include "taga-person.h"
#include "taga-profile-private.h"
#include "taga-system.h"
#include "taga-text.h"

/* What is gathered, and how many aliases of each sort are taken. */
typedef struct
{
  TagaStore *store;
  TagaAnonymiser *names;
  GPtrArray *departments; /* (owned) (element-type TagaRecord) */
  guint n_managers;
  guint n_staff;
  guint n_firms;
  guint n_departments;
} Gatherer;

/* Words that fields for names hold although they name nobody. */
static const char *const nobody[] = { "専門家", "外部",   "業者",   "担当者", "担当",
                                      "社長",   "全員",   "各自",   "各部",   "全社",
                                      "親会社", "取引先", "委託先", "顧客",   "保守会社" };

/* A, B … Z, AA, AB … */
static char *
dup_letter (guint i)
{
  return i < 26 ? g_strdup_printf ("%c", 'A' + i)
                : g_strdup_printf ("%c%c", 'A' + (i / 26 - 1) % 26, 'A' + i % 26);
}

static gboolean
is_department (const Gatherer *self, const char *name)
{
  for (guint i = 0; i < self->departments->len; i++)
    if (g_strcmp0 (
            taga_record_get_text (g_ptr_array_index (self->departments, i), TAGA_DEPARTMENT_NAME),
            name)
        == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_nobody (const Gatherer *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (nobody); i++)
    if (g_str_equal (nobody[i], name))
      return TRUE;

  return is_department (self, name);
}

/* A person by what the title says: who leads the company, who leads others, who does the work. */
static void
add_person (Gatherer *self, const char *name, const char *title)
{
  gboolean leads_all =
      title != NULL && (strstr (title, "代表") != NULL || strstr (title, "社長") != NULL);
  gboolean leads = title != NULL && strstr (title, "長") != NULL;
  guint *n = leads ? &self->n_managers : &self->n_staff;
  g_autofree char *letter = dup_letter (*n);
  g_autofree char *alias = NULL;

  if (name == NULL || is_nobody (self, name))
    return;

  if (leads_all)
    alias = g_strdup (_ ("the president"));
  else
    alias = g_strdup_printf (leads ? _ ("manager %s") : _ ("staff member %s"), letter);
  if (taga_anonymiser_add (self->names, TAGA_NAME_PERSON, name, alias) && !leads_all)
    ++*n;
}

static gboolean
add_aliases (Gatherer *self, GError **error)
{
  g_autoptr (GPtrArray) aliases = taga_profile_read_records (self->store, TAGA_TYPE_ALIAS, error);

  for (guint i = 0; aliases != NULL && i < aliases->len; i++)
    {
      TagaRecord *alias = g_ptr_array_index (aliases, i);

      taga_anonymiser_add (self->names,
                           taga_name_kind_from_key (taga_record_get_text (alias, TAGA_ALIAS_KIND)),
                           taga_record_get_text (alias, TAGA_ALIAS_NAME),
                           taga_record_get_text (alias, TAGA_ALIAS_ALIAS));
    }

  return aliases != NULL;
}

/* The letter of the alias on the pages stands for the company in the texts too. */
static char *
dup_short_alias (const TagaProfileFacts *facts)
{
  const TagaProfileLine *line = taga_profile_facts_get (facts, "alias", 0);
  g_autoptr (GRegex) regex = g_regex_new ("[A-ZＡ-Ｚ] ?社", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (line == NULL || line->title == NULL || !g_regex_match (regex, line->title, 0, &match))
    return g_strdup (_ ("Company A"));

  return g_match_info_fetch (match, 0);
}

/* Where the company is: the whole address, its town, and what comes behind it. The prefecture is
 * no secret. */
static void
add_address (Gatherer *self, const char *address)
{
  static const char pattern[] = "^[〒0-9０-９\\- 　−－]*"
                                "(?:東京都|北海道|京都府|大阪府|.{2,3}県)?"
                                "(.+?市.{1,4}?区|.+?郡.{1,5}?[町村]|.+?[市区町村])([^0-9０-９]*)";
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) parts = g_strsplit_set (address == NULL ? "" : address, "(", 2);
  g_autofree char *plain = parts[0] == NULL ? g_strdup ("") : g_strstrip (g_strdup (parts[0]));
  char *bracket = strstr (plain, "（");

  if (bracket != NULL)
    *bracket = '\0';
  taga_anonymiser_add (self->names, TAGA_NAME_PLACE, address, NULL);
  taga_anonymiser_add (self->names, TAGA_NAME_PLACE, plain, NULL);
  if (!g_regex_match (regex, plain, 0, &match))
    return;

  for (int i = 1; i <= 2; i++)
    {
      g_autofree char *part = g_match_info_fetch (match, i);
      g_autofree char *stem = NULL;

      if (g_utf8_strlen (g_strstrip (part), -1) < 2)
        continue;
      taga_anonymiser_add (self->names, TAGA_NAME_PLACE, part, NULL);
      stem = g_utf8_substring (part, 0, g_utf8_strlen (part, -1) - 1);
      if (i == 1 && g_utf8_strlen (stem, -1) >= 3)
        taga_anonymiser_add (self->names, TAGA_NAME_PLACE, stem, NULL);
    }
}

static gboolean
add_company (Gatherer *self, const TagaProfileFacts *facts, GError **error)
{
  g_autoptr (TagaRecord) company = taga_store_get_record (self->store, TAGA_TYPE_COMPANY, 1, error);
  g_autofree char *alias = dup_short_alias (facts);

  if (company == NULL)
    return FALSE;

  taga_anonymiser_add (self->names, TAGA_NAME_FIRM,
                       taga_record_get_text (company, TAGA_COMPANY_NAME), alias);
  add_person (self, taga_record_get_text (company, TAGA_COMPANY_REPRESENTATIVE), "代表");
  add_address (self, taga_record_get_text (company, TAGA_COMPANY_ADDRESS));
  taga_anonymiser_add (self->names, TAGA_NAME_OTHER,
                       taga_record_get_text (company, TAGA_COMPANY_PHONE),
                       _ ("(telephone number)"));

  return TRUE;
}

static gboolean
add_people (Gatherer *self, GError **error)
{
  g_autoptr (GPtrArray) people = taga_profile_read_records (self->store, TAGA_TYPE_PERSON, error);
  g_autoptr (GPtrArray) measures =
      people == NULL ? NULL : taga_profile_read_records (self->store, TAGA_TYPE_MEASURE, error);

  if (measures == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    add_person (self, taga_record_get_text (g_ptr_array_index (people, i), TAGA_PERSON_NAME),
                taga_record_get_text (g_ptr_array_index (people, i), TAGA_PERSON_TITLE));
  for (guint i = 0; i < self->departments->len; i++)
    add_person (
        self, taga_record_get_text (g_ptr_array_index (self->departments, i), TAGA_DEPARTMENT_HEAD),
        "長");
  for (guint i = 0; i < measures->len; i++)
    add_person (self, taga_record_get_text (g_ptr_array_index (measures, i), TAGA_MEASURE_OWNER),
                NULL);

  return TRUE;
}

/* Offices that everybody may call are no secret. */
static gboolean
is_public (const char *kind)
{
  static const char *const kinds[] = { "inside", "authority", "police", "ipa", NULL };

  return kind != NULL && g_strv_contains (kinds, kind);
}

static void
add_firm (Gatherer *self, const char *organisation, const char *kind)
{
  g_auto (GStrv) parts = g_strsplit (organisation, "（", 2);
  g_autofree char *letter = dup_letter (self->n_firms);
  g_autofree char *alias = g_strdup_printf (g_strcmp0 (kind, "partner") == 0  ? _ ("partner %s")
                                            : g_strcmp0 (kind, "system") == 0 ? _ ("IT firm %s")
                                                                              : _ ("provider %s"),
                                            letter);

  if (!is_nobody (self, g_strstrip (parts[0]))
      && taga_anonymiser_add (self->names, TAGA_NAME_FIRM, organisation, alias))
    self->n_firms++;
}

/* The name of a contact is that of a person or of a desk, which is called by what it does. */
static gboolean
is_desk (const char *name)
{
  static const char *const signs[] = { "窓口",     "部", "課", "係", "センター", "相談",
                                       "サポート", "署", "局", "庁", "担当" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (name, signs[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
add_contacts (Gatherer *self, GError **error)
{
  g_autoptr (GPtrArray) contacts =
      taga_profile_read_records (self->store, TAGA_TYPE_CONTACT, error);

  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    {
      TagaRecord *contact = g_ptr_array_index (contacts, i);
      const char *kind = taga_record_get_text (contact, TAGA_CONTACT_KIND);
      const char *name = taga_record_get_text (contact, TAGA_CONTACT_NAME);
      const char *organisation = taga_record_get_text (contact, TAGA_CONTACT_ORGANISATION);

      if (name != NULL && !is_desk (name))
        add_person (self, name, NULL);
      if (organisation != NULL && !is_public (kind))
        add_firm (self, organisation, kind);
    }

  return contacts != NULL;
}

/* A system by its kind. One that is called what it is needs no alias. */
static gboolean
add_systems (Gatherer *self, GError **error)
{
  g_autoptr (GPtrArray) systems = taga_profile_read_records (self->store, TAGA_TYPE_SYSTEM, error);

  for (guint i = 0; systems != NULL && i < systems->len; i++)
    {
      TagaRecord *system = g_ptr_array_index (systems, i);
      const char *name = taga_record_get_text (system, TAGA_SYSTEM_NAME);
      const char *kind = taga_record_get_text (system, TAGA_SYSTEM_KIND);
      g_autofree char *key = taga_text_match_key (name);
      g_autofree char *kind_key = taga_text_match_key (kind);

      if (!g_str_equal (key, kind_key) && name != NULL && g_utf8_strlen (name, -1) > 1)
        taga_anonymiser_add (self->names, TAGA_NAME_PRODUCT, name, kind);
    }

  return systems != NULL;
}

static void
add_departments (Gatherer *self)
{
  for (guint i = 0; i < self->departments->len; i++)
    {
      g_autofree char *letter = dup_letter (i);
      g_autofree char *alias = g_strdup_printf (_ ("department %s"), letter);

      taga_anonymiser_add (
          self->names, TAGA_NAME_OTHER,
          taga_record_get_text (g_ptr_array_index (self->departments, i), TAGA_DEPARTMENT_NAME),
          alias);
    }
}

/**
 * taga_profile_read_names:
 * @store: a company file
 * @facts: the pages, for the alias that stands on them
 * @has_departments: whether the names of departments are replaced too
 * @error: return location for an error
 *
 * Gathers the names that do not leave the company: its own, people, the firms it works with, its
 * systems and where it is. Aliases that the user entered come first.
 *
 * Returns: (transfer full) (nullable): what knows the names, or `NULL` with any [error@StoreError]
 */
TagaAnonymiser *
taga_profile_read_names (TagaStore *store,
                         const TagaProfileFacts *facts,
                         gboolean has_departments,
                         GError **error)
{
  g_autoptr (TagaAnonymiser) names = taga_anonymiser_new ();
  g_autoptr (GPtrArray) departments =
      taga_profile_read_records (store, TAGA_TYPE_DEPARTMENT, error);
  Gatherer self = { .store = store, .names = names, .departments = departments };

  if (departments == NULL || !add_aliases (&self, error) || !add_people (&self, error)
      || !add_company (&self, facts, error) || !add_contacts (&self, error)
      || !add_systems (&self, error))
    return NULL;

  if (has_departments)
    add_departments (&self);

  return g_steal_pointer (&names);
}
