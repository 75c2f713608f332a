#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "taga-date.h"
#include "taga-edition-private.h"
#include "taga-text.h"
#include "taga-value.h"

/* How much of a wrong text, and how many choices, an error message shows. */
#define MAX_SHOWN 40
#define MAX_LISTED 10

static const char *
get_label (const TagaChoice *choice, gboolean japanese)
{
  return japanese ? choice->label_ja : choice->label_en;
}

static char *
format_number (gint64 number)
{
  return number == TAGA_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* A value that the list does not have, perhaps from another edition, is shown as it is. */
static char *
format_choice (TagaEdition *self, const TagaField *field, const char *key, gboolean japanese)
{
  const TagaChoice *choice = NULL;

  if (key == NULL)
    return g_strdup ("");
  if (field->domain != NULL)
    choice = taga_edition_find_choice (self, field->domain, key);

  return g_strdup (choice == NULL ? key : get_label (choice, japanese));
}

static char *
format_level (TagaEdition *self, const TagaField *field, gint64 number, gboolean japanese)
{
  const TagaChoice *choice = NULL;

  if (field->domain != NULL)
    choice = taga_edition_find_level (self, field->domain, number);

  return choice == NULL ? format_number (number) : g_strdup (get_label (choice, japanese));
}

/* A mark that is not set is a blank cell, as in the guideline's workbook. */
static char *
format_mark (TagaEdition *self, gint64 number, gboolean japanese)
{
  if (number <= 0)
    return g_strdup ("");

  return g_strdup (get_label (taga_edition_find_level (self, "mark", 1), japanese));
}

static char *
format_tenths (gint64 number)
{
  if (number == TAGA_UNKNOWN)
    return g_strdup ("");

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%d", number / 10, (int) (number % 10));
}

static char *
format_date (const char *text)
{
  guint year, month, day;

  if (text == NULL)
    return g_strdup ("");
  if (sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3)
    return g_strdup (text);

  return g_strdup_printf ("%u/%u/%u", year, month, day);
}

/**
 * taga_edition_format:
 * @self: an edition
 * @field: a field
 * @value: a value of it
 * @japanese: whether in Japanese or English
 *
 * Gives the text by which people know a value: for choices and levels the label, for marks 有 or
 * nothing, for dates 2026/11/22. A reference is shown as its number; who knows the records knows
 * better.
 *
 * Returns: (transfer full): the text; empty for a value that is not known
 */
char *
taga_edition_format (TagaEdition *self,
                     const TagaField *field,
                     const TagaValue *value,
                     gboolean japanese)
{
  g_return_val_if_fail (TAGA_IS_EDITION (self), NULL);
  g_return_val_if_fail (field != NULL && value != NULL, NULL);

  switch (field->kind)
    {
    case TAGA_FIELD_CHOICE:
      return format_choice (self, field, value->text, japanese);
    case TAGA_FIELD_LEVEL:
      return format_level (self, field, value->number, japanese);
    case TAGA_FIELD_MARK:
      return format_mark (self, value->number, japanese);
    case TAGA_FIELD_DATE:
      return format_date (value->text);
    case TAGA_FIELD_NUMBER:
    case TAGA_FIELD_REFERENCE:
      return format_number (value->number);
    case TAGA_FIELD_TENTHS:
      return format_tenths (value->number);
    case TAGA_FIELD_TEXT:
    case TAGA_FIELD_NOTE:
    default:
      return g_strdup (value->text == NULL ? "" : value->text);
    }
}

/* Offices write a dash where there is nothing to say. */
static gboolean
is_blank (const char *text)
{
  static const char dashes[] = "-－‐‑–—―ー─━−ｰ";

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && g_utf8_strchr (dashes, -1, c) == NULL)
        return FALSE;
    }

  return TRUE;
}

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

/* Labels are in the language in which the message around them is. */
static char *
list_labels (const TagaDomain *domain)
{
  gboolean japanese = g_str_has_prefix (g_get_language_names ()[0], "ja");
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < domain->choices->len && i < MAX_LISTED; i++)
    {
      if (i > 0)
        g_string_append (labels, japanese ? "、" : ", ");
      g_string_append (labels,
                       get_label (&g_array_index (domain->choices, TagaChoice, i), japanese));
    }
  if (domain->choices->len > MAX_LISTED)
    g_string_append (labels, " …");

  return g_string_free (labels, FALSE);
}

static guint
find_word (const TagaDomain *domain, const char *text)
{
  g_autofree char *word = taga_text_match_key (text);

  return GPOINTER_TO_UINT (g_hash_table_lookup (domain->by_word, word));
}

/* Workbooks write a level's number before its words, and not always the words that we know:
 * 「3：実施してない」. The number counts, unless the words are known to mean something else. */
static guint
find_numbered (const TagaDomain *domain, const char *text)
{
  g_autofree char *folded = taga_text_fold (text);
  const char *p = folded;
  gsize n_digits = strspn (p, "0123456789");
  guint by_number, by_words;

  if (n_digits == 0 || n_digits > 2)
    return 0;

  p += n_digits + strspn (p + n_digits, " ");
  if (*p != ':' && *p != '.' && *p != ')')
    return 0;
  p++;
  if (g_ascii_isdigit (*p))
    return 0;

  folded[n_digits] = '\0';
  by_number = find_word (domain, folded);
  by_words = find_word (domain, p);
  return by_words == 0 || by_words == by_number ? by_number : 0;
}

static const TagaChoice *
find_meaning (const TagaDomain *domain, const char *text)
{
  guint i = find_word (domain, text);

  if (i == 0)
    i = find_numbered (domain, text);

  return i == 0 ? NULL : &g_array_index (domain->choices, TagaChoice, i - 1);
}

static gboolean
parse_choice (TagaEdition *self,
              const TagaField *field,
              const char *domain_name,
              const char *text,
              TagaValue *value,
              GError **error)
{
  const TagaDomain *domain = taga_edition_get_domain (self, domain_name);
  const TagaChoice *choice;

  g_return_val_if_fail (domain != NULL, FALSE);

  choice = find_meaning (domain, text);
  if (choice == NULL)
    {
      g_autofree char *shown = shorten (text);
      g_autofree char *labels = list_labels (domain);

      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_REFUSED,
                   _ ("“%s” is none of the choices for “%s”. Choose one of these: %s."), shown,
                   _ (field->title), labels);
      return FALSE;
    }

  if (field->kind == TAGA_FIELD_CHOICE)
    value->text = g_strdup (choice->key);
  else
    value->number = choice->number;
  return TRUE;
}

/* What is counted may stand behind the number, as people write it: 28人, 5台, 300円. */
static char *
strip_counter (const char *text)
{
  static const char *const counters[] = { "人", "名", "円", "台", "件" };
  char *number = g_strstrip (g_strdup (text));

  for (guint i = 0; i < G_N_ELEMENTS (counters); i++)
    if (g_str_has_suffix (number, counters[i]))
      {
        number[strlen (number) - strlen (counters[i])] = '\0';
        break;
      }

  return number;
}

/* Amounts are spoken of in 万. */
static gboolean
strip_ten_thousands (char *number)
{
  char *end = g_str_has_suffix (number, "万") ? number + strlen (number) - strlen ("万") : NULL;

  if (end == NULL)
    return FALSE;

  *end = '\0';
  g_strchomp (number);
  return TRUE;
}

static gboolean
parse_number (const TagaField *field, const char *text, TagaValue *value, GError **error)
{
  g_autofree char *digits = strip_counter (text);
  gint64 times = strip_ten_thousands (digits) ? 10000 : 1;
  gint64 number;

  if (!taga_text_parse_integer (digits, &number) || number < 0 || number > G_MAXINT64 / times)
    {
      g_autofree char *shown = shorten (text);

      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_REFUSED,
                   _ ("“%s” cannot be used for “%s”. Enter a whole number such as 50."), shown,
                   _ (field->title));
      return FALSE;
    }

  value->number = number * times;
  return TRUE;
}

/* What has more decimals than one is rounded, as people would. */
static gboolean
parse_tenths (const TagaField *field, const char *text, TagaValue *value, GError **error)
{
  g_autofree char *folded = taga_text_fold (text);
  char *end = NULL;
  double number = g_ascii_strtod (folded, &end);

  if (end == folded || *end != '\0' || !(number >= 0) || number > G_MAXINT32
      || strspn (folded, "0123456789.") != strlen (folded))
    {
      g_autofree char *shown = shorten (text);

      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_REFUSED,
                   _ ("“%s” cannot be used for “%s”. Enter a number such as 3.4."), shown,
                   _ (field->title));
      return FALSE;
    }

  value->number = (gint64) (number * 10 + 0.5);
  return TRUE;
}

static gboolean
parse_date (const TagaField *field, const char *text, TagaValue *value, GError **error)
{
  value->text = taga_date_parse (text);
  if (value->text == NULL)
    {
      g_autofree char *shown = shorten (text);

      g_set_error (error, TAGA_CATALOGUE_ERROR, TAGA_CATALOGUE_ERROR_REFUSED,
                   _ ("“%s” is no date for “%s”. Enter a day such as 2026/11/22, "
                      "26/11/22, 20261122 or R8.11.22."),
                   shown, _ (field->title));
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_filled (TagaEdition *self,
              const TagaField *field,
              const char *text,
              TagaValue *value,
              GError **error)
{
  switch (field->kind)
    {
    case TAGA_FIELD_CHOICE:
    case TAGA_FIELD_LEVEL:
      return parse_choice (self, field, field->domain, text, value, error);
    case TAGA_FIELD_MARK:
      return parse_choice (self, field, "mark", text, value, error);
    case TAGA_FIELD_DATE:
      return parse_date (field, text, value, error);
    case TAGA_FIELD_NUMBER:
    case TAGA_FIELD_REFERENCE:
      return parse_number (field, text, value, error);
    case TAGA_FIELD_TENTHS:
      return parse_tenths (field, text, value, error);
    case TAGA_FIELD_TEXT:
    case TAGA_FIELD_NOTE:
    default:
      value->text = g_strdup (text);
      return TRUE;
    }
}

/**
 * taga_edition_parse:
 * @self: an edition
 * @field: a field
 * @text: (nullable): what was typed, pasted or read from a workbook
 * @value: (inout): the value; left as it is on failure
 * @error: return location for an error, or `NULL`
 *
 * Reads a value as forgivingly as an office needs: full-width digits, a level's number before its
 * words, keys, labels in either language and other names, whatever their width, kana and case. A
 * blank, or a dash alone, is not known; for a mark it is no. Whether a field may be empty is not
 * asked here, since a row may still be filled in.
 *
 * Returns: `TRUE` on success, or `FALSE` with @error set to `TAGA_CATALOGUE_ERROR_REFUSED` and a
 *   sentence that says what is allowed
 */
gboolean
taga_edition_parse (TagaEdition *self,
                    const TagaField *field,
                    const char *text,
                    TagaValue *value,
                    GError **error)
{
  gboolean is_text;
  g_autofree char *clean = NULL;
  g_auto (TagaValue) parsed = TAGA_VALUE_INIT;

  g_return_val_if_fail (TAGA_IS_EDITION (self), FALSE);
  g_return_val_if_fail (field != NULL && value != NULL, FALSE);

  is_text = field->kind == TAGA_FIELD_TEXT || field->kind == TAGA_FIELD_NOTE;
  if (text != NULL)
    clean = taga_text_clean (text, -1, field->kind == TAGA_FIELD_NOTE);

  if (clean == NULL || (!is_text && is_blank (clean)))
    parsed.number = field->kind == TAGA_FIELD_MARK ? 0 : TAGA_UNKNOWN;
  else if (!parse_filled (self, field, clean, &parsed, error))
    return FALSE;

  taga_value_set (value, &parsed);
  return TRUE;
}

/**
 * taga_edition_format_risk:
 * @self: an edition
 * @risk: a risk value, or `TAGA_UNKNOWN`
 * @japanese: whether in Japanese
 *
 * Writes a risk as tables show it: the word of its band, then the number.
 *
 * Returns: (transfer full): the text
 */
char *
taga_edition_format_risk (TagaEdition *self, int risk, gboolean japanese)
{
  TagaBand band = taga_risk_band (taga_edition_get_scale (self), risk);
  const TagaChoice *choice = taga_edition_find_choice (self, "band", taga_band_to_key (band));
  const char *word = japanese ? choice->label_ja : choice->label_en;

  return risk == TAGA_UNKNOWN ? g_strdup (word) : g_strdup_printf ("%s %d", word, risk);
}
