#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TagaNameKind:
 * @TAGA_NAME_FIRM: a firm, with or without 株式会社, ㈱ and the like
 * @TAGA_NAME_PERSON: a person, by the whole or the family name
 * @TAGA_NAME_PRODUCT: a product, a service or a system
 * @TAGA_NAME_PLACE: an address or a part of one
 * @TAGA_NAME_OTHER: something else, such as a department
 *
 * What a name that does not leave the company is a name of.
 */
typedef enum
{
  TAGA_NAME_FIRM,
  TAGA_NAME_PERSON,
  TAGA_NAME_PRODUCT,
  TAGA_NAME_PLACE,
  TAGA_NAME_OTHER,
} TagaNameKind;

/**
 * TagaReplacement:
 * @kind: what it is a name of
 * @name: the name
 * @alias: what stands in its place; the same as @name if the user lets it be
 * @n: how often it was replaced
 * @is_known: whether the name was given, or else found by its form, as a mail address is
 *
 * A name and what became of it.
 */
typedef struct
{
  TagaNameKind kind;
  char *name;
  char *alias;
  guint n;
  gboolean is_known;
} TagaReplacement;

typedef struct _TagaAnonymiser TagaAnonymiser;

TagaAnonymiser *taga_anonymiser_new (void);
void taga_anonymiser_free (TagaAnonymiser *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TagaAnonymiser, taga_anonymiser_free)

gboolean
taga_anonymiser_add (TagaAnonymiser *self, TagaNameKind kind, const char *name, const char *alias);
void taga_anonymiser_keep (TagaAnonymiser *self, const char *text);
char *taga_anonymiser_apply (TagaAnonymiser *self, const char *text);
const GPtrArray *taga_anonymiser_get_replacements (TagaAnonymiser *self);

TagaNameKind taga_name_kind_from_key (const char *key);
const char *taga_name_kind_to_key (TagaNameKind kind);
const char *taga_name_kind_get_alias (TagaNameKind kind);

G_END_DECLS
