#include "taga-declaration.h"

#include <glib/gi18n-lib.h>

/**
 * TagaDeclaration:
 *
 * A declaration 宣言 of SECURITY ACTION that the company has made.
 */
struct _TagaDeclaration
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaDeclaration, taga_declaration, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_DECLARATION_STARS] = { "stars", N_ ("Stars"), TAGA_FIELD_LEVEL, TAGA_FIELD_REQUIRED,
                               .domain = "stars", .width = 8 },
  [TAGA_DECLARATION_NUMBER] = { "number", N_ ("Declaration number"), TAGA_FIELD_TEXT, .width = 14 },
  [TAGA_DECLARATION_DECLARED_ON] = { "declared-on", N_ ("Declared on"), TAGA_FIELD_DATE,
                                     .width = 11 },
  [TAGA_DECLARATION_POLICY_URL] = { "policy-url", N_ ("Address of the published policy"),
                                    TAGA_FIELD_TEXT, .width = 30 },
  [TAGA_DECLARATION_REVIEW_ON] = { "review-on", N_ ("Review on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_DECLARATION_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
};

static void
taga_declaration_class_init (TagaDeclarationClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "declaration", fields,
                                G_N_ELEMENTS (fields));
}

static void
taga_declaration_init (TagaDeclaration *self)
{
}

/**
 * taga_declaration_new:
 *
 * Makes a declaration of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaDeclaration *
taga_declaration_new (void)
{
  return g_object_new (TAGA_TYPE_DECLARATION, NULL);
}
