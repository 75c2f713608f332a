#include "taga-report-contacts.h"

#include <glib/gi18n-lib.h>

#include "taga-contact.h"

/* It hangs on a wall and is read in a hurry. */
#define TEXT_SIZE 13

static void
add_roles (TagaPaper *paper, const TagaPaperHead *head, const GArray *roles)
{
  const TagaPaperColumn columns[] = {
    { _ ("Role"), 30 },
    { _ ("Who"), 36, TAGA_PAPER_LEFT, TRUE },
    { _ ("Telephone"), 34, TAGA_PAPER_LEFT, TRUE },
  };
  TagaPaperTable *table;

  if (roles->len == 0)
    return;

  taga_paper_add_heading (paper, 1, _ ("Who acts in an incident"));
  table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < roles->len; i++)
    {
      const TagaReportRole *role = &g_array_index (roles, TagaReportRole, i);
      const char *cells[] = { head->is_japanese ? role->role->title_ja : role->role->title_en,
                              *role->holders == '\0' ? _ ("Not settled") : role->holders,
                              role->phones };

      taga_paper_table_add_row (table, cells);
    }
}

/* Name and organisation are one thing to whoever looks for a number. */
static void
add_contact (TagaPaperTable *table, TagaRecord *contact)
{
  const char *name = taga_record_get_text (contact, TAGA_CONTACT_NAME);
  const char *organisation = taga_record_get_text (contact, TAGA_CONTACT_ORGANISATION);
  const char *other = taga_record_get_text (contact, TAGA_CONTACT_OTHER_PHONE);
  const char *phone = taga_record_get_text (contact, TAGA_CONTACT_PHONE);
  const char *note = taga_record_get_text (contact, TAGA_CONTACT_NOTE);
  const char *purpose = taga_record_get_text (contact, TAGA_CONTACT_PURPOSE);
  g_autofree char *who =
      organisation == NULL ? g_strdup (name) : g_strdup_printf ("%s\n%s", name, organisation);
  g_autofree char *phones =
      g_strjoin (phone == NULL || other == NULL ? "" : "\n", phone == NULL ? "" : phone,
                 other == NULL ? "" : other, NULL);
  g_autofree char *when =
      g_strjoin (purpose == NULL || note == NULL ? "" : "\n", purpose == NULL ? "" : purpose,
                 note == NULL ? "" : note, NULL);
  const char *cells[] = { who, phones, when };

  taga_paper_table_add_row (table, cells);
}

static gboolean
is_of_kind (TagaRecord *contact, TagaEdition *edition, const TagaChoice *kind)
{
  const char *key = taga_record_get_text (contact, TAGA_CONTACT_KIND);

  if (kind != NULL)
    return g_strcmp0 (key, kind->key) == 0;

  return key == NULL || taga_edition_find_choice (edition, "contact-kind", key) == NULL;
}

static void
add_contacts_of_kind (TagaPaperTable *table,
                      const TagaPaperHead *head,
                      TagaEdition *edition,
                      const TagaChoice *kind,
                      const GPtrArray *contacts)
{
  gboolean has_group = FALSE;

  for (guint i = 0; i < contacts->len; i++)
    {
      TagaRecord *contact = g_ptr_array_index (contacts, i);

      if (!is_of_kind (contact, edition, kind))
        continue;
      if (!has_group)
        taga_paper_table_add_group (table, kind == NULL        ? _ ("Others")
                                           : head->is_japanese ? kind->label_ja
                                                               : kind->label_en);
      has_group = TRUE;
      add_contact (table, contact);
    }
}

static void
add_contacts (TagaPaper *paper,
              const TagaPaperHead *head,
              TagaEdition *edition,
              const GPtrArray *contacts)
{
  const TagaPaperColumn columns[] = {
    { _ ("Contact"), 36, TAGA_PAPER_LEFT, TRUE },
    { _ ("Telephone"), 30, TAGA_PAPER_LEFT, TRUE },
    { _ ("When to call"), 34 },
  };
  guint n;
  const TagaChoice *kinds = taga_edition_get_choices (edition, "contact-kind", &n);
  TagaPaperTable *table;

  taga_paper_add_heading (paper, 1, _ ("Whom to call"));
  if (contacts->len == 0)
    {
      taga_paper_add_text (paper, TAGA_PAPER_PARAGRAPH, _ ("No contact is entered yet."));
      return;
    }

  table = taga_paper_add_table (paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    add_contacts_of_kind (table, head, edition, &kinds[i], contacts);
  add_contacts_of_kind (table, head, edition, NULL, contacts);
}

/**
 * taga_report_contacts_new:
 * @head: what every paper of the company has
 * @edition: the method edition
 * @company_phone: (nullable): the company's own telephone
 * @roles: (element-type TagaReportRole): the organisation for incidents
 * @contacts: (element-type TagaContact): the contacts, in the order in which they are listed
 *
 * Makes the emergency contact list 緊急連絡網, for the day on which mail and screens are down.
 *
 * Returns: (transfer full): the paper
 */
TagaPaper *
taga_report_contacts_new (const TagaPaperHead *head,
                          TagaEdition *edition,
                          const char *company_phone,
                          const GArray *roles,
                          const GPtrArray *contacts)
{
  TagaPaper *paper = taga_paper_head_begin (head, _ ("Emergency contact list"));

  taga_paper_set_text_size (paper, TEXT_SIZE);
  taga_paper_set_approval (paper, NULL);
  taga_paper_add_pair (paper, _ ("Our telephone"), company_phone);
  taga_paper_add_text (
      paper, TAGA_PAPER_PARAGRAPH,
      _ ("Call by telephone: in an incident mail may be down, or read by others. Keep this list "
         "where it can be reached without a computer, and print it anew when it changes."));
  add_roles (paper, head, roles);
  add_contacts (paper, head, edition, contacts);

  return paper;
}
