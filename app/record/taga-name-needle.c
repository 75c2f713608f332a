#include "taga-name-needle.h"

#include <string.h>

#include "taga-text.h"

/* A name of so many characters is no part of another word by chance. */
#define LONG_ENOUGH 8

typedef enum
{
  /* Anywhere, but for a short one inside a longer word of letters or katakana. */
  BOUND_WORD,
  /* A family name: no kanji around it, unless it is addressed as a person. */
  BOUND_FAMILY,
  /* A family name of one character, or one that is guessed: only addressed as a person. */
  BOUND_ADDRESSED,
} Bound;

struct _TagaNameNeedle
{
  GArray *chars; /* (owned) (element-type gunichar): folded, without blanks */
  Bound bound;
  gpointer owner; /* (unowned) */
};

/* What firms are, as folded: it belongs to the name on either side. */
static const char *const forms[] = {
  "株式会社", "(株)", "有限会社", "(有)", "合同会社",     "(同)",     "合資会社", "(資)",
  "合名会社", "(名)", "(一社)",   "(財)", "一般社団法人", "医療法人", "財団法人",
};
/* Behind a blank or a comma only: "inc" may end a name too. */
static const char *const latin_forms[] = {
  "co.,ltd.", "co.,ltd", "co., ltd.", "co., ltd", "co. ltd.", "co.ltd.", "ltd.",        "ltd",
  "inc.",     "inc",     "corp.",     "corp",     "k.k.",     "llc",     "corporation",
};

/* A position goes with the name; an address stays behind the alias. Both as folded. */
static const char *const positions[] = {
  "代表取締役", "取締役", "執行役員", "代表", "社長", "会長", "専務", "常務", "工場長", "部長",
  "次長",       "課長",   "係長",     "主任", "室長", "店長", "所長", "班長", "顧問",   "監査役",
};
static const char *const addresses[] = { "サン", "様",   "サマ",   "氏",   "殿",
                                         "君",   "クン", "チャン", "先生", "女史" };

/* After these the name of a person begins, though they are kanji. */
static const char before_person[] = "部課室係班長任役者員社";

/**
 * taga_name_needle_free:
 * @self: (transfer full): a needle
 *
 * Frees a needle.
 */
void
taga_name_needle_free (TagaNameNeedle *self)
{
  g_array_unref (self->chars);
  g_free (self);
}

static void
add_needle (GPtrArray *needles, const char *name, Bound bound, gpointer owner)
{
  g_autoptr (GArray) folded = taga_folded_new (name);
  TagaNameNeedle *needle = g_new0 (TagaNameNeedle, 1);

  needle->chars = g_array_new (FALSE, FALSE, sizeof (gunichar));
  needle->bound = bound;
  needle->owner = owner;
  for (guint i = 0; i < folded->len; i++)
    {
      gunichar c = g_array_index (folded, TagaFoldedChar, i).c;

      if (!g_unichar_isspace (c))
        g_array_append_val (needle->chars, c);
    }

  if (needle->chars->len == 0)
    taga_name_needle_free (needle);
  else
    g_ptr_array_add (needles, needle);
}

static gboolean
strip_latin_form (char *folded)
{
  gsize length = strlen (folded);

  for (guint i = 0; i < G_N_ELEMENTS (latin_forms); i++)
    {
      gsize n = strlen (latin_forms[i]);

      if (length > n && g_str_has_suffix (folded, latin_forms[i])
          && strchr (" ,", folded[length - n - 1]) != NULL)
        {
          folded[length - n - 1] = '\0';
          return TRUE;
        }
    }

  return FALSE;
}

/* Takes off what a firm is at the ends of its name, and a remark in brackets behind it. */
static gboolean
strip_form (char *folded)
{
  gsize length = strlen (folded);
  char *bracket = strrchr (folded, '(');

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      gsize n = strlen (forms[i]);

      if (g_str_has_prefix (folded, forms[i]))
        {
          memmove (folded, folded + n, length - n + 1);
          return TRUE;
        }
      if (g_str_has_suffix (folded, forms[i]))
        {
          folded[length - n] = '\0';
          return TRUE;
        }
    }
  if (length > 0 && folded[length - 1] == ')' && bracket != NULL && bracket != folded)
    {
      *bracket = '\0';
      return TRUE;
    }

  return strip_latin_form (folded);
}

/**
 * taga_name_dup_core:
 * @name: the name of a firm
 *
 * Takes from the name of a firm what others have too: 株式会社, ㈱ and the like, and a remark in
 * brackets behind it.
 *
 * Returns: (transfer full): the rest, folded; empty if nothing is left
 */
char *
taga_name_dup_core (const char *name)
{
  char *folded = g_strstrip (taga_text_fold (name));

  while (strip_form (folded))
    g_strstrip (folded);

  return folded;
}

static void
add_firm (GPtrArray *needles, const char *name, gpointer owner)
{
  g_autofree char *folded = taga_text_fold (name);
  g_autofree char *core = taga_name_dup_core (name);

  add_needle (needles, folded, BOUND_WORD, owner);
  if (g_utf8_strlen (core, -1) < 2)
    return;

  add_needle (needles, core, BOUND_WORD, owner);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *behind = g_strconcat (core, forms[i], NULL);
      g_autofree char *before = g_strconcat (forms[i], core, NULL);

      add_needle (needles, behind, BOUND_WORD, owner);
      add_needle (needles, before, BOUND_WORD, owner);
    }
  for (guint i = 0; i < G_N_ELEMENTS (latin_forms); i++)
    {
      g_autofree char *behind = g_strconcat (core, latin_forms[i], NULL);

      add_needle (needles, behind, BOUND_WORD, owner);
    }
}

static gboolean
is_latin (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;

  return TRUE;
}

/* The family name is what stands before the blank; without one it can only be guessed. */
static void
add_person (GPtrArray *needles, const char *name, gpointer owner)
{
  g_autofree char *folded = g_strstrip (taga_text_fold (name));
  g_auto (GStrv) parts = g_strsplit_set (folded, " ・", -1);
  glong n = g_utf8_strlen (folded, -1);

  add_needle (needles, folded, BOUND_WORD, owner);
  if (is_latin (folded))
    {
      for (guint i = 0; parts[i] != NULL && parts[1] != NULL; i++)
        if (strlen (parts[i]) > 2)
          add_needle (needles, parts[i], BOUND_WORD, owner);
      return;
    }

  if (strchr (folded, ' ') != NULL)
    add_needle (needles, parts[0],
                g_utf8_strlen (parts[0], -1) > 1 ? BOUND_FAMILY : BOUND_ADDRESSED, owner);
  else if (n >= 3 && n <= 5)
    {
      g_autofree char *family = g_utf8_substring (folded, 0, 2);

      add_needle (needles, family, BOUND_ADDRESSED, owner);
    }
  else if (n == 2)
    add_needle (needles, folded, BOUND_FAMILY, owner);
}

/**
 * taga_name_needles_add:
 * @needles: (element-type TagaNameNeedle): takes the needles
 * @kind: what it is a name of
 * @name: the name
 * @owner: what the needles tell when they match
 *
 * Makes the needles that find a name in each form in which people write it: a firm with and without
 * what it is, a person by the family name.
 */
void
taga_name_needles_add (GPtrArray *needles, TagaNameKind kind, const char *name, gpointer owner)
{
  g_autofree char *folded = NULL;

  if (kind == TAGA_NAME_FIRM)
    {
      add_firm (needles, name, owner);
      return;
    }
  if (kind == TAGA_NAME_PERSON)
    {
      add_person (needles, name, owner);
      return;
    }

  folded = taga_text_fold (name);
  add_needle (needles, folded, BOUND_WORD, owner);
}

/**
 * taga_name_needle_get_first:
 * @self: a needle
 *
 * Gets the folded character with which it begins.
 *
 * Returns: the character
 */
gunichar
taga_name_needle_get_first (const TagaNameNeedle *self)
{
  return g_array_index (self->chars, gunichar, 0);
}

/**
 * taga_name_needle_get_owner:
 * @self: a needle
 *
 * Gets what the needle tells when it matches.
 *
 * Returns: (transfer none): the owner
 */
gpointer
taga_name_needle_get_owner (const TagaNameNeedle *self)
{
  return self->owner;
}

static const TagaFoldedChar *
get_char (const GArray *folded, guint i)
{
  return i < folded->len ? &g_array_index (folded, TagaFoldedChar, i) : NULL;
}

/* Blanks and the dot between katakana part a name only for the eye. */
static gboolean
is_gap (gunichar c)
{
  return (g_unichar_isspace (c) && c != '\n') || c == 0x30FB;
}

/* How many characters a fixed text takes at a place; 0 if it does not stand there. */
static guint
match_text (const char *text, const GArray *folded, guint at)
{
  guint i = at;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      const TagaFoldedChar *c = get_char (folded, i);

      if (c == NULL || c->c != g_utf8_get_char (p))
        return 0;
    }

  return i - at;
}

static guint
match_any (const char *const *texts, guint n_texts, const GArray *folded, guint at)
{
  for (guint i = 0; i < n_texts; i++)
    {
      guint n = match_text (texts[i], folded, at);

      if (n > 0)
        return n;
    }

  return 0;
}

static gboolean
joins (const TagaFoldedChar *one, const TagaFoldedChar *other)
{
  return one != NULL && other != NULL && one->script == other->script
         && (one->script == TAGA_SCRIPT_LATIN || one->script == TAGA_SCRIPT_KATAKANA);
}

static gboolean
is_kanji (const TagaFoldedChar *c)
{
  return c != NULL && c->script == TAGA_SCRIPT_KANJI;
}

static gboolean
is_bounded (const TagaNameNeedle *self,
            const GArray *folded,
            guint at,
            guint end,
            gboolean is_person)
{
  const TagaFoldedChar *before = at == 0 ? NULL : get_char (folded, at - 1);

  if (self->chars->len < LONG_ENOUGH
      && (joins (before, get_char (folded, at))
          || joins (get_char (folded, end - 1), get_char (folded, end))))
    return FALSE;
  if (self->bound == BOUND_WORD)
    return TRUE;

  if (is_kanji (before) && g_utf8_strchr (before_person, -1, before->c) == NULL)
    return FALSE;

  return is_person || (self->bound == BOUND_FAMILY && !is_kanji (get_char (folded, end)));
}

/**
 * taga_name_needle_match:
 * @self: a needle
 * @folded: (element-type TagaFoldedChar): a text
 * @at: a place in it
 *
 * Tells whether the name stands at a place: as a word of its own where letters or katakana part
 * words, whatever blanks are inside. A position behind the name of a person belongs to it.
 *
 * Returns: how many folded characters it takes; 0 if the name does not stand there
 */
guint
taga_name_needle_match (const TagaNameNeedle *self, const GArray *folded, guint at)
{
  guint end = at;
  guint position = 0;
  gboolean is_person = FALSE;

  for (guint i = 0; i < self->chars->len; i++)
    {
      while (i > 0 && end < folded->len && is_gap (get_char (folded, end)->c)
             && get_char (folded, end)->c != g_array_index (self->chars, gunichar, i))
        end++;
      if (end >= folded->len
          || get_char (folded, end)->c != g_array_index (self->chars, gunichar, i))
        return 0;
      end++;
    }

  if (self->bound != BOUND_WORD
      || ((const TagaReplacement *) self->owner)->kind == TAGA_NAME_PERSON)
    {
      position = match_any (positions, G_N_ELEMENTS (positions), folded, end);
      is_person = position > 0 || match_any (addresses, G_N_ELEMENTS (addresses), folded, end) > 0;
    }
  if (!is_bounded (self, folded, at, end, is_person))
    return 0;

  return end + position - at;
}
