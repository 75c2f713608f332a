#include "taga-export-paper.h"

#include "taga-company.h"
#include "taga-contact.h"
#include "taga-cursor.h"
#include "taga-diagnosis.h"
#include "taga-measure-sums.h"
#include "taga-measure.h"
#include "taga-own-rules.h"
#include "taga-person.h"
#include "taga-report-contacts.h"
#include "taga-report-diagnosis.h"
#include "taga-report-measures.h"
#include "taga-roles.h"

static TagaRecord *
create_record (GType type, gint64 id, const TagaValue *values)
{
  TagaRecord *record = g_object_new (type, NULL);
  guint n = TAGA_RECORD_GET_CLASS (record)->n_fields;

  taga_record_set_id (record, id);
  for (guint i = 0; i < n; i++)
    if ((TAGA_RECORD_GET_CLASS (record)->fields[i].flags & TAGA_FIELD_COMPUTED) == 0)
      taga_record_set_value (record, i, &values[i]);

  return record;
}

/**
 * taga_export_read_records:
 * @store: a company file
 * @type: a record type
 * @round_field: the field that says which round a record belongs to, or −1 if none does
 * @error: return location for an error
 *
 * Reads all records of a register that papers show whole; of those that belong to rounds, those of
 * the round that the store looks at.
 *
 * Returns: (transfer full) (nullable) (element-type TagaRecord): the records by id, or `NULL` with
 *   any [error@StoreError]
 */
GPtrArray *
taga_export_read_records (TagaStore *store, GType type, int round_field, GError **error)
{
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, type, NULL, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 round = taga_store_get_round (store);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  if (cursor == NULL)
    return NULL;

  while (has_row)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (has_row && (round_field < 0 || values[round_field].number == round))
        g_ptr_array_add (records, create_record (type, id, values));
    }

  return g_steal_pointer (&records);
}

/* Makes the paper of the countermeasure check. */
TagaPaper *
taga_export_diagnosis (TagaStore *store,
                       const TagaPaperHead *head,
                       const TagaExportOptions *options,
                       GError **error)
{
  g_autoptr (TagaDiagnosis) diagnosis =
      taga_diagnosis_read (store, taga_store_get_round (store), error);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (TagaReportGroup));
  g_autoptr (GArray) regulations = g_array_new (FALSE, FALSE, sizeof (TagaReportRegulation));
  TagaReportDiagnosis shown = { groups, regulations };

  if (diagnosis == NULL)
    return NULL;

  for (guint i = 0; i < diagnosis->n_groups; i++)
    {
      TagaReportGroup group = { diagnosis->groups[i].group, diagnosis->groups[i].tally };

      g_array_append_val (groups, group);
    }
  for (guint i = 0; i < diagnosis->n_regulations; i++)
    {
      const TagaDiagnosisRegulation *from = &diagnosis->regulations[i];
      TagaReportRegulation regulation = {
        from->regulation,
        from->need == TAGA_NEED_UNKNOWN ? TAGA_UNKNOWN : from->need == TAGA_NEED_YES, from->reasons
      };

      g_array_append_val (regulations, regulation);
    }
  shown.total = diagnosis->total;
  shown.n_to_confirm = diagnosis->n_to_confirm;
  shown.share_rule = taga_own_rule_describe (TAGA_OWN_RULE_SHARE);
  shown.need_rule = taga_own_rule_describe (TAGA_OWN_RULE_REGULATION);

  return taga_report_diagnosis_new (head, &shown);
}

/* Makes the list of measures. What is late is so on the day that the paper bears. */
TagaPaper *
taga_export_measures (TagaStore *store,
                      const TagaPaperHead *head,
                      const TagaExportOptions *options,
                      GError **error)
{
  g_autoptr (GPtrArray) measures = taga_export_read_records (store, TAGA_TYPE_MEASURE, -1, error);
  g_autofree guint *delays = NULL;

  if (measures == NULL)
    return NULL;

  delays = g_new0 (guint, measures->len + 1);
  for (guint i = 0; i < measures->len; i++)
    delays[i] = taga_measure_get_delay (g_ptr_array_index (measures, i), head->date);

  return taga_report_measures_new (head, taga_store_get_edition (store), measures, delays);
}

static void
clear_role (gpointer data)
{
  TagaReportRole *role = data;

  g_free (role->holders);
  g_free (role->phones);
}

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static TagaRecord *
find_contact (const GPtrArray *contacts, const char *name)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      TagaRecord *contact = g_ptr_array_index (contacts, i);

      if (g_strcmp0 (taga_record_get_text (contact, TAGA_CONTACT_NAME), name) == 0)
        return contact;
    }

  return NULL;
}

/* A person's telephone, from the list of people or else from that of the contacts. */
static void
append_phones (GString *phones, TagaRecord *person, const GPtrArray *contacts)
{
  const char *phone = taga_record_get_text (person, TAGA_PERSON_PHONE);
  TagaRecord *contact = find_contact (contacts, taga_record_get_text (person, TAGA_PERSON_NAME));

  append_line (phones, phone);
  if (phone == NULL && contact != NULL)
    {
      append_line (phones, taga_record_get_text (contact, TAGA_CONTACT_PHONE));
      append_line (phones, taga_record_get_text (contact, TAGA_CONTACT_OTHER_PHONE));
    }
}

/* Who holds a role, but for those who have left, and how to reach them. */
static gboolean
describe_role (TagaStore *store,
               const TagaRoleState *state,
               const GPtrArray *contacts,
               TagaReportRole *role,
               GError **error)
{
  GString *holders = g_string_new (NULL);
  GString *phones = g_string_new (NULL);
  gboolean is_read = TRUE;

  for (guint i = 0; i < state->holders->len && is_read; i++)
    {
      const TagaRoleHolder *holder = g_ptr_array_index (state->holders, i);
      g_autoptr (TagaRecord) person = NULL;

      if (holder->has_left)
        continue;
      append_line (holders, holder->name != NULL ? holder->name : holder->department);
      if (holder->person == 0)
        continue;
      person = taga_store_get_record (store, TAGA_TYPE_PERSON, holder->person, error);
      is_read = person != NULL;
      if (is_read)
        append_phones (phones, person, contacts);
    }

  role->role = state->role;
  role->holders = g_string_free (holders, FALSE);
  role->phones = g_string_free (phones, FALSE);
  return is_read;
}

static gboolean
read_roles (TagaStore *store,
            const TagaRoles *roles,
            const GPtrArray *contacts,
            GArray *shown,
            GError **error)
{
  for (guint i = 0; i < roles->n; i++)
    {
      TagaReportRole role = { NULL };
      gboolean is_read;

      if (roles->roles[i].is_standing || roles->roles[i].is_anybody)
        continue;
      is_read = describe_role (store, &roles->roles[i], contacts, &role, error);
      g_array_append_val (shown, role);
      if (!is_read)
        return FALSE;
    }

  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  TagaRecord *one = *(TagaRecord *const *) a;
  TagaRecord *other = *(TagaRecord *const *) b;
  gint64 place = taga_record_get_number (one, TAGA_CONTACT_POSITION);
  gint64 other_place = taga_record_get_number (other, TAGA_CONTACT_POSITION);

  /* Those without a place come last, in the order in which they were entered. */
  if (place == other_place)
    return taga_record_get_id (one) < taga_record_get_id (other) ? -1 : 1;
  if (place == TAGA_UNKNOWN || other_place == TAGA_UNKNOWN)
    return place == TAGA_UNKNOWN ? 1 : -1;

  return place < other_place ? -1 : 1;
}

/* Makes the emergency contact list. */
TagaPaper *
taga_export_contacts (TagaStore *store,
                      const TagaPaperHead *head,
                      const TagaExportOptions *options,
                      GError **error)
{
  g_autoptr (TagaRecord) company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);
  g_autoptr (TagaRoles) roles = company == NULL ? NULL : taga_roles_read (store, error);
  g_autoptr (GPtrArray) contacts =
      roles == NULL ? NULL : taga_export_read_records (store, TAGA_TYPE_CONTACT, -1, error);
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (TagaReportRole));

  g_array_set_clear_func (shown, clear_role);
  if (contacts == NULL || !read_roles (store, roles, contacts, shown, error))
    return NULL;

  g_ptr_array_sort (contacts, compare_places);
  return taga_report_contacts_new (head, taga_store_get_edition (store),
                                   taga_record_get_text (company, TAGA_COMPANY_PHONE), shown,
                                   contacts);
}
