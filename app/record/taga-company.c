#include "taga-company.h"

#include <glib/gi18n-lib.h>

/**
 * TagaCompany:
 *
 * The company that the file belongs to. A file has exactly one, with the id 1.
 */
struct _TagaCompany
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaCompany, taga_company, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_COMPANY_NAME] = { "name", N_ ("Company"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                          .width = 24 },
  [TAGA_COMPANY_INDUSTRY] = { "industry", N_ ("Industry"), TAGA_FIELD_TEXT, .width = 20 },
  [TAGA_COMPANY_EMPLOYEES] = { "employees", N_ ("Employees"), TAGA_FIELD_NUMBER, .width = 8 },
  [TAGA_COMPANY_SETUP_PEOPLE] = { "setup-people", N_ ("Security staff"), TAGA_FIELD_CHOICE,
                                  .domain = "setup-people", .width = 10 },
  [TAGA_COMPANY_SETUP_DEDICATION] = { "setup-dedication", N_ ("Full time or not"),
                                      TAGA_FIELD_CHOICE, .domain = "setup-dedication",
                                      .width = 10 },
  [TAGA_COMPANY_SETUP_WHO] = { "setup-who", N_ ("Who they are"), TAGA_FIELD_TEXT, .width = 20 },
  [TAGA_COMPANY_FISCAL_MONTH] = { "fiscal-month", N_ ("First month of the fiscal year"),
                                  TAGA_FIELD_NUMBER, .width = 8 },
  [TAGA_COMPANY_APPROVAL_BOXES] = { "approval-boxes", N_ ("Approval boxes"), TAGA_FIELD_TEXT,
                                    .width = 20 },
  [TAGA_COMPANY_DATE_STYLE] = { "date-style", N_ ("Date format"), TAGA_FIELD_CHOICE,
                                .domain = "date-style", .width = 10 },
  [TAGA_COMPANY_EDITION] = { "edition", N_ ("Method edition"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED,
                             .width = 10 },
  [TAGA_COMPANY_FICTITIOUS] = { "fictitious", N_ ("Fictitious"), TAGA_FIELD_MARK, .width = 8 },
  [TAGA_COMPANY_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_COMPANY_RULE_SET] = { "rule-set", N_ ("Rules followed"), TAGA_FIELD_CHOICE,
                              .domain = "rule-set", .width = 8 },
  [TAGA_COMPANY_ACCEPTANCE] = { "acceptance", N_ ("Smallest risk to treat"), TAGA_FIELD_NUMBER,
                                .width = 8 },
  [TAGA_COMPANY_REPRESENTATIVE] = { "representative", N_ ("Representative"), TAGA_FIELD_TEXT,
                                    .width = 14 },
  [TAGA_COMPANY_ADDRESS] = { "address", N_ ("Address"), TAGA_FIELD_TEXT, .width = 30 },
  [TAGA_COMPANY_PHONE] = { "phone", N_ ("Telephone"), TAGA_FIELD_TEXT, .width = 14 },
  [TAGA_COMPANY_BUSINESS] = { "business", N_ ("Line of business"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_COMPANY_SYSTEM_NOTE] = { "system-note", N_ ("Remarks on the systems"), TAGA_FIELD_NOTE,
                                 .width = 30 },
};

static void
taga_company_class_init (TagaCompanyClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "company", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_company_init (TagaCompany *self)
{
}

/**
 * taga_company_new:
 *
 * Makes a company of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaCompany *
taga_company_new (void)
{
  return g_object_new (TAGA_TYPE_COMPANY, NULL);
}
