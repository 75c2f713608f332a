#pragma once

#include "taga-record.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_DECLARATION_STARS,
  TAGA_DECLARATION_NUMBER,
  TAGA_DECLARATION_DECLARED_ON,
  TAGA_DECLARATION_POLICY_URL,
  TAGA_DECLARATION_REVIEW_ON,
  TAGA_DECLARATION_NOTE,
  TAGA_DECLARATION_N_FIELDS
} TagaDeclarationField;

#define TAGA_TYPE_DECLARATION (taga_declaration_get_type ())
G_DECLARE_FINAL_TYPE (TagaDeclaration, taga_declaration, TAGA, DECLARATION, TagaRecord)

TagaDeclaration *taga_declaration_new (void);

G_END_DECLS
