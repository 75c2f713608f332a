#include "taga-anonymiser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "taga-name-needle.h"
#include "taga-text.h"

/**
 * TagaAnonymiser:
 *
 * Puts aliases into texts in the place of names that do not leave the company. Of names that begin
 * at the same place the longest counts; what was put in is not looked at again. Mail addresses, web
 * addresses, telephone numbers and postal codes are found by their form.
 */
struct _TagaAnonymiser
{
  GPtrArray *replacements; /* (owned) (element-type TagaReplacement) */
  GHashTable *by_name;     /* (owned): folded name -> its replacement */
  GHashTable *needles;     /* (owned): first character -> GPtrArray of TagaNameNeedle */
  GPtrArray *patterns;     /* (owned) (element-type GRegex) */
};

/* On folded text, so that width is no matter. The sign of the long vowel is typed as a dash too. */
#define DASH "[-\xE3\x83\xBC]"
static const struct
{
  const char *pattern;
  const char *alias;
} forms[] = {
  { "[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+", N_ ("(mail address)") },
  { "(?:https?|ftp)://[!-~]+|www\\.[a-z0-9-]+\\.[!-~]+", N_ ("(web address)") },
  { "(?<![a-z0-9-])(?:[a-z0-9][a-z0-9-]*\\.)+(?:jp|com|net|org|info|biz|co|io|tokyo)(?![a-z0-9])",
    N_ ("(web address)") },
  { "〒 ?[0-9]{3} ?" DASH "? ?[0-9]{4}(?![0-9])", N_ ("(postal code)") },
  { "(?<![0-9])(?:\\+81 ?" DASH "? ?\\(?0?\\)?|0)[0-9]{1,4} ?" DASH " ?[0-9]{1,4} ?" DASH
    " ?[0-9]{3,4}(?![0-9])",
    N_ ("(telephone number)") },
  { "(?<![0-9])\\(?0[0-9]{1,4}\\) ?[0-9]{1,4} ?" DASH "? ?[0-9]{3,4}(?![0-9])",
    N_ ("(telephone number)") },
  { "(?<![0-9])0[0-9]{1,3} [0-9]{2,4} [0-9]{4}(?![0-9])", N_ ("(telephone number)") },
  { "(?<![0-9])0[0-9]{9,10}(?![0-9])", N_ ("(telephone number)") },
};

static const struct
{
  const char *key;
  const char *alias;
} kinds[] = {
  [TAGA_NAME_FIRM] = { "firm", N_ ("another firm") },
  [TAGA_NAME_PERSON] = { "person", N_ ("the person in charge") },
  [TAGA_NAME_PRODUCT] = { "product", N_ ("a product") },
  [TAGA_NAME_PLACE] = { "place", N_ ("the place") },
  [TAGA_NAME_OTHER] = { "other", N_ ("(left out)") },
};

/**
 * taga_name_kind_from_key:
 * @key: (nullable): a key of the choices "alias-kind"
 *
 * Finds what a name is a name of.
 *
 * Returns: the kind; `TAGA_NAME_OTHER` for any other key
 */
TagaNameKind
taga_name_kind_from_key (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].key, key) == 0)
      return (TagaNameKind) i;

  return TAGA_NAME_OTHER;
}

/**
 * taga_name_kind_to_key:
 * @kind: a kind
 *
 * Gets the key of a kind among the choices "alias-kind".
 *
 * Returns: (transfer none): the key
 */
const char *
taga_name_kind_to_key (TagaNameKind kind)
{
  return kinds[kind].key;
}

/**
 * taga_name_kind_get_alias:
 * @kind: a kind
 *
 * Gets what stands for a name of which no more than the kind may be told.
 *
 * Returns: (transfer none): the words
 */
const char *
taga_name_kind_get_alias (TagaNameKind kind)
{
  return _ (kinds[kind].alias);
}

static void
free_replacement (gpointer data)
{
  TagaReplacement *replacement = data;

  g_free (replacement->name);
  g_free (replacement->alias);
  g_free (replacement);
}

/**
 * taga_anonymiser_new:
 *
 * Makes an anonymiser that knows no names yet, only the forms of addresses and numbers.
 *
 * Returns: (transfer full): the anonymiser
 */
TagaAnonymiser *
taga_anonymiser_new (void)
{
  TagaAnonymiser *self = g_new0 (TagaAnonymiser, 1);

  self->replacements = g_ptr_array_new_with_free_func (free_replacement);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->needles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    g_ptr_array_add (self->patterns, g_regex_new (forms[i].pattern, G_REGEX_OPTIMIZE, 0, NULL));

  return self;
}

/**
 * taga_anonymiser_free:
 * @self: (transfer full): an anonymiser
 *
 * Frees an anonymiser.
 */
void
taga_anonymiser_free (TagaAnonymiser *self)
{
  g_hash_table_unref (self->needles);
  g_hash_table_unref (self->by_name);
  g_ptr_array_unref (self->patterns);
  g_ptr_array_unref (self->replacements);
  g_free (self);
}

static TagaReplacement *
add_replacement (TagaAnonymiser *self,
                 TagaNameKind kind,
                 const char *name,
                 const char *alias,
                 gboolean is_known)
{
  TagaReplacement *replacement = g_new0 (TagaReplacement, 1);

  replacement->kind = kind;
  replacement->name = g_strdup (name);
  replacement->alias = g_strdup (alias);
  replacement->is_known = is_known;
  g_ptr_array_add (self->replacements, replacement);

  return replacement;
}

/* The key by which names are the same: a firm is, with and without 株式会社. */
static char *
dup_key (TagaNameKind kind, const char *name)
{
  g_autofree char *core = kind == TAGA_NAME_FIRM ? taga_name_dup_core (name) : NULL;

  return core != NULL && *core != '\0' ? g_steal_pointer (&core) : taga_text_match_key (name);
}

static void
add_needles (TagaAnonymiser *self, TagaReplacement *replacement)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();

  taga_name_needles_add (made, replacement->kind, replacement->name, replacement);
  for (guint i = 0; i < made->len; i++)
    {
      TagaNameNeedle *needle = g_ptr_array_index (made, i);
      gpointer first = GUINT_TO_POINTER (taga_name_needle_get_first (needle));
      GPtrArray *list = g_hash_table_lookup (self->needles, first);

      if (list == NULL)
        {
          list = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_name_needle_free);
          g_hash_table_insert (self->needles, first, list);
        }
      g_ptr_array_add (list, needle);
    }
}

/**
 * taga_anonymiser_add:
 * @self: an anonymiser
 * @kind: what it is a name of
 * @name: (nullable): the name; none and an empty one are left out
 * @alias: what stands in its place; an empty one becomes that of the kind
 *
 * Adds a name. Of several aliases for a name the first counts, so those that the user chose come
 * first. An alias that is the name itself lets the name stand.
 *
 * Returns: `TRUE` if the name is new
 */
gboolean
taga_anonymiser_add (TagaAnonymiser *self, TagaNameKind kind, const char *name, const char *alias)
{
  g_autofree char *clean = name == NULL ? NULL : taga_text_clean (name, -1, FALSE);
  g_autofree char *key = clean == NULL ? NULL : dup_key (kind, clean);
  TagaReplacement *replacement;

  if (key == NULL || *key == '\0' || g_hash_table_contains (self->by_name, key))
    return FALSE;

  replacement = add_replacement (
      self, kind, clean, alias == NULL || *alias == '\0' ? taga_name_kind_get_alias (kind) : alias,
      TRUE);
  g_hash_table_insert (self->by_name, g_steal_pointer (&key), replacement);
  add_needles (self, replacement);

  return TRUE;
}

/**
 * taga_anonymiser_keep:
 * @self: an anonymiser
 * @text: a word that may stand although it holds a name
 *
 * Lets a word stand.
 */
void
taga_anonymiser_keep (TagaAnonymiser *self, const char *text)
{
  taga_anonymiser_add (self, TAGA_NAME_OTHER, text, text);
}

/* A text that is found by its form: where it stands, in folded characters, and what replaces it. */
typedef struct
{
  guint start;
  guint end;
  guint form;
} Found;

static GArray *
find_forms (TagaAnonymiser *self, const GArray *folded)
{
  g_autofree char *text = taga_folded_dup_text (folded);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));

  for (guint i = 0; i < self->patterns->len; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      g_regex_match (g_ptr_array_index (self->patterns, i), text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          int start, end;
          Found one = { .form = i };

          g_match_info_fetch_pos (match, 0, &start, &end);
          one.start = (guint) g_utf8_pointer_to_offset (text, text + start);
          one.end = (guint) g_utf8_pointer_to_offset (text, text + end);
          g_array_append_val (found, one);
        }
    }

  return found;
}

static guint
match_form (const GArray *found, guint at, guint *form)
{
  guint longest = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);

      if (one->start == at && one->end - at > longest)
        {
          longest = one->end - at;
          *form = one->form;
        }
    }

  return longest;
}

static guint
match_name (TagaAnonymiser *self, const GArray *folded, guint at, TagaReplacement **replacement)
{
  gunichar first = g_array_index (folded, TagaFoldedChar, at).c;
  const GPtrArray *list = g_hash_table_lookup (self->needles, GUINT_TO_POINTER (first));
  guint longest = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TagaNameNeedle *needle = g_ptr_array_index (list, i);
      guint n = taga_name_needle_match (needle, folded, at);

      if (n > longest)
        {
          longest = n;
          *replacement = taga_name_needle_get_owner (needle);
        }
    }

  return longest;
}

/* Finds, or begins, the line for an address or a number that was found by its form. */
static TagaReplacement *
find_formed (TagaAnonymiser *self, const char *name, guint form)
{
  TagaReplacement *replacement = g_hash_table_lookup (self->by_name, name);

  if (replacement == NULL)
    {
      replacement = add_replacement (self, TAGA_NAME_OTHER, name, _ (forms[form].alias), FALSE);
      g_hash_table_insert (self->by_name, g_strdup (name), replacement);
    }

  return replacement;
}

/* Whether an alias tells a firm or a person that it ought to hide. */
static gboolean
tells_name (TagaAnonymiser *self, const TagaReplacement *replacement)
{
  g_autoptr (GArray) folded = taga_folded_new (replacement->alias);

  for (guint i = 0; i < folded->len; i++)
    {
      TagaReplacement *told = NULL;

      if (match_name (self, folded, i, &told) > 0
          && (told->kind == TAGA_NAME_FIRM || told->kind == TAGA_NAME_PERSON
              || told == replacement))
        return TRUE;
    }

  return FALSE;
}

static const char *
get_alias (TagaAnonymiser *self, TagaReplacement *replacement)
{
  if (g_str_equal (replacement->name, replacement->alias))
    return NULL;

  if (replacement->is_known && tells_name (self, replacement))
    {
      g_free (replacement->alias);
      replacement->alias = g_strdup (taga_name_kind_get_alias (replacement->kind));
    }

  return replacement->alias;
}

/**
 * taga_anonymiser_apply:
 * @self: an anonymiser
 * @text: (nullable): a text
 *
 * Puts the aliases into a text, and counts them. An alias that holds the name of a firm or a person
 * is not used: what is said of its kind stands there instead.
 *
 * Returns: (transfer full) (nullable): the text; `NULL` for none
 */
char *
taga_anonymiser_apply (TagaAnonymiser *self, const char *text)
{
  g_autofree char *valid = text == NULL ? NULL : g_utf8_make_valid (text, -1);
  g_autoptr (GArray) folded = valid == NULL ? NULL : taga_folded_new (valid);
  g_autoptr (GArray) found = folded == NULL ? NULL : find_forms (self, folded);
  GString *out;

  if (found == NULL)
    return NULL;

  out = g_string_sized_new (strlen (valid));
  for (guint i = 0; i < folded->len;)
    {
      const TagaFoldedChar *here = &g_array_index (folded, TagaFoldedChar, i);
      TagaReplacement *replacement = NULL;
      guint form = 0;
      guint n = match_name (self, folded, i, &replacement);
      guint n_formed = match_form (found, i, &form);
      gsize end = g_array_index (folded, TagaFoldedChar, i + MAX (MAX (n, n_formed), 1) - 1).end;
      g_autofree char *whole = g_strndup (valid + here->start, end - here->start);
      const char *alias;

      if (n_formed > n)
        replacement = find_formed (self, whole, form);
      alias = replacement == NULL ? NULL : get_alias (self, replacement);
      g_string_append (out, alias == NULL ? whole : alias);
      if (alias != NULL)
        replacement->n++;

      /* A sign such as ㈱ makes several characters, and goes as one. */
      for (i += MAX (MAX (n, n_formed), 1); i < folded->len; i++)
        if (g_array_index (folded, TagaFoldedChar, i).start >= end)
          break;
    }

  return g_string_free (out, FALSE);
}

/**
 * taga_anonymiser_get_replacements:
 * @self: an anonymiser
 *
 * Gets the names in the order in which they were added, then what was found by its form.
 *
 * Returns: (transfer none) (element-type TagaReplacement): each name, how often it was replaced
 */
const GPtrArray *
taga_anonymiser_get_replacements (TagaAnonymiser *self)
{
  return self->replacements;
}
