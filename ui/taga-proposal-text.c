#include "taga-proposal-text.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-language.h"

/*
 * What becomes of an asset in an import, cell by cell and in words.
 */

/* Longer values are cut, so that a row stays a row. */
#define MAX_SHOWN 40

/* How much of what two long values have in common is shown before they differ. */
#define MAX_COMMON 8

/* Shorter cells stay on one line. */
#define MAX_UNBROKEN 16

static char *
format_value (TagaEdition *edition, guint field, const TagaValue *value)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  char *text =
      taga_edition_format (edition, &klass->fields[field], value, taga_language_is_japanese ());

  g_strdelimit (text, "\n", ' ');
  if (*text != '\0')
    return text;

  g_free (text);
  /* Translators: stands for an empty cell, as in "2 → (blank)" */
  return g_strdup (_ ("(blank)"));
}

/* Leaves out what two values have in common at their start, where it would hide the difference. */
static char *
shorten (const char *text, glong n_common)
{
  glong length = g_utf8_strlen (text, -1);
  glong start = MAX (n_common - MAX_COMMON, 0);
  g_autofree char *part = NULL;

  if (length <= MAX_SHOWN)
    return g_strdup (text);

  start = MIN (start, length - MAX_SHOWN);
  part = g_utf8_substring (text, start, start + MAX_SHOWN);
  return g_strconcat (start > 0 ? "…" : "", part, start + MAX_SHOWN < length ? "…" : "", NULL);
}

static glong
count_common (const char *a, const char *b)
{
  glong n = 0;

  while (*a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
      n++;
    }

  return n;
}

/* Appends a cell after a wide space. A line does not break inside of a short one. */
static void
append_cell (GString *details, guint field, const char *text, const char *markup)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  const char *title = _ (klass->fields[field].title);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  gboolean is_short = g_utf8_strlen (title, -1) + g_utf8_strlen (text, -1) <= MAX_UNBROKEN;

  g_string_append_printf (details,
                          "%s<span allow_breaks=\"%s\"><span alpha=\"70%%\" "
                          "allow_breaks=\"false\">%s:</span> %s</span>",
                          details->len > 0 ? "\u2003" : "", is_short ? "false" : "true", escaped,
                          markup);
}

static void
append_value (GString *details, TagaEdition *edition, guint field, const TagaValue *value)
{
  g_autofree char *text = format_value (edition, field, value);
  g_autofree char *shown = shorten (text, 0);
  g_autofree char *markup = g_markup_escape_text (shown, -1);

  append_cell (details, field, shown, markup);
}

static void
append_change (GString *details,
               TagaEdition *edition,
               guint field,
               const TagaValue *from,
               const TagaValue *to)
{
  g_autofree char *old = format_value (edition, field, from);
  g_autofree char *new = format_value (edition, field, to);
  glong n_common = count_common (old, new);
  g_autofree char *old_shown = shorten (old, n_common);
  g_autofree char *new_shown = shorten (new, n_common);
  g_autofree char *text = g_strdup_printf ("%s → %s", old_shown, new_shown);
  g_autofree char *markup = g_markup_printf_escaped ("%s → <b>%s</b>", old_shown, new_shown);

  append_cell (details, field, text, markup);
}

/**
 * taga_proposal_text_describe_cell:
 * @edition: the method edition
 * @field: index of a field
 * @from: its value in the register
 * @to: the value that it would get
 *
 * Says what an import would change in a cell: "2 → 3".
 *
 * Returns: (transfer full): markup
 */
char *
taga_proposal_text_describe_cell (TagaEdition *edition,
                                  guint field,
                                  const TagaValue *from,
                                  const TagaValue *to)
{
  g_autofree char *old = format_value (edition, field, from);
  g_autofree char *new = format_value (edition, field, to);
  glong n_common = count_common (old, new);
  g_autofree char *old_shown = shorten (old, n_common);
  g_autofree char *new_shown = shorten (new, n_common);

  return g_markup_printf_escaped ("%s → <b>%s</b>", old_shown, new_shown);
}

/**
 * taga_proposal_text_describe_change:
 * @edition: the method edition
 * @mask: which fields would change, bit by field
 * @record: the asset as the register has it
 * @values: (array): the values that it would get, by field
 *
 * Says what an import would change in an asset: "Confidentiality: 2 → 3".
 *
 * Returns: (transfer full): markup
 */
char *
taga_proposal_text_describe_change (TagaEdition *edition,
                                    guint64 mask,
                                    TagaRecord *record,
                                    const TagaValue *values)
{
  g_autoptr (GString) details = g_string_new (NULL);

  for (guint i = 0; i < TAGA_ASSET_N_FIELDS; i++)
    if (mask & (G_GUINT64_CONSTANT (1) << i))
      append_change (details, edition, i, taga_record_get_value (record, i), &values[i]);

  return g_string_free (g_steal_pointer (&details), FALSE);
}

static gboolean
is_told (guint index, const TagaField *field, const TagaValue *value)
{
  if (index == TAGA_ASSET_NAME || index == TAGA_ASSET_BUSINESS || index == TAGA_ASSET_MEDIUM
      || (field->flags & TAGA_FIELD_COMPUTED) || taga_field_is_empty (field, value))
    return FALSE;

  return field->kind != TAGA_FIELD_MARK || value->number > 0;
}

/**
 * taga_proposal_text_describe_new:
 * @edition: the method edition
 * @values: (array): an asset's values, by field
 *
 * Says what a new asset would be like, but for its name, business and medium.
 *
 * Returns: (transfer full): markup
 */
char *
taga_proposal_text_describe_new (TagaEdition *edition, const TagaValue *values)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  g_autoptr (GString) details = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_told (i, &klass->fields[i], &values[i]))
      append_value (details, edition, i, &values[i]);

  return g_string_free (g_steal_pointer (&details), FALSE);
}

static char *
describe_context (TagaEdition *edition, const TagaValue *business, const TagaValue *medium)
{
  g_autofree char *medium_text = format_value (edition, TAGA_ASSET_MEDIUM, medium);

  if (business->text != NULL && medium->text != NULL)
    return g_strconcat (business->text, " ・ ", medium_text, NULL);
  if (medium->text != NULL)
    return g_steal_pointer (&medium_text);

  return g_strdup (business->text);
}

/**
 * taga_proposal_text_describe_asset:
 * @edition: the method edition
 * @name: an asset's name
 * @business: its business
 * @medium: its medium
 *
 * Says which asset is meant.
 *
 * Returns: (transfer full): markup of two lines, or of one if neither business nor medium is known
 */
char *
taga_proposal_text_describe_asset (TagaEdition *edition,
                                   const TagaValue *name,
                                   const TagaValue *business,
                                   const TagaValue *medium)
{
  g_autofree char *context = describe_context (edition, business, medium);
  const char *shown = name->text == NULL ? "" : name->text;

  if (context == NULL)
    return g_markup_escape_text (shown, -1);

  return g_markup_printf_escaped ("%s\n<span size=\"smaller\" alpha=\"70%%\">%s</span>", shown,
                                  context);
}
