#include "taga-cell-styles.h"

#include "taga-sheet.h"
#include "taga-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES (16 << 20)

/**
 * TagaCellStyles:
 *
 * All that counts of a workbook's styles: which of them show a number as a day.
 */
struct _TagaCellStyles
{
  GByteArray *dates;   /* (owned): for each style whether it does */
  GHashTable *formats; /* (owned) (nullable): the workbook's own formats, while the part is read */
  GArray *used;        /* (owned) (nullable): each style's format, while the part is read */
  gboolean in_formats;
  gboolean in_styles;
};

/* Steps over what stands for itself in a format: "text", [condition], \c, _c, *c. */
static const char *
skip_literal (const char *p)
{
  const char *end = p;

  if (*p == '"')
    end = strchr (p + 1, '"');
  else if (*p == '[')
    end = strchr (p, ']');
  else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
    return g_utf8_next_char (p + 1);
  else
    return p;

  return end == NULL ? p + strlen (p) : end + 1;
}

/* Elapsed time, [h]:mm: a duration, not a day. */
static gboolean
is_elapsed (const char *p)
{
  gsize length;

  if (*p != '[')
    return FALSE;

  length = strspn (p + 1, "hHmMsS");
  return length > 0 && p[1 + length] == ']';
}

static gboolean
is_number_word (const char *p, gsize *length)
{
  static const char *const words[] = { "general", "g/標準", "e+", "e-" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      *length = strlen (words[i]);
      if (g_ascii_strncasecmp (p, words[i], *length) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * taga_cell_format_is_date:
 * @code: a number format
 *
 * Tells whether a format shows a number as a day: it has a year, month, day, era or weekday.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_cell_format_is_date (const char *code)
{
  gboolean found = FALSE;

  for (const char *p = code; *p != '\0';)
    {
      const char *next = skip_literal (p);
      gsize length;

      if (is_elapsed (p))
        return FALSE;

      if (next != p)
        p = next;
      else if (is_number_word (p, &length))
        p += length;
      else
        {
          if (strchr ("ymdegYMDEG", *p) != NULL || g_ascii_strncasecmp (p, "aaa", 3) == 0)
            found = TRUE;
          p++;
        }
    }

  return found;
}

/* The formats that need no code in the file; 27–36 and 50–58 are the Japanese ones. 46 is elapsed
 * time. */
static gboolean
is_built_in_date (guint format)
{
  return (format >= 14 && format <= 22) || (format >= 27 && format <= 36)
         || (format >= 45 && format <= 58 && format != 46);
}

static gboolean
is_date (TagaCellStyles *self, guint format)
{
  gpointer own;

  if (g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER (format), NULL, &own))
    return GPOINTER_TO_INT (own);

  return is_built_in_date (format);
}

static gboolean
add_format (TagaCellStyles *self, const TagaXmlAttributes *attributes)
{
  g_autofree char *code = taga_xml_dup (attributes, "formatCode");
  guint id = G_MAXUINT;

  if (!taga_xml_get_number (attributes, "numFmtId", &id) || id == G_MAXUINT || code == NULL)
    return FALSE;

  g_hash_table_insert (self->formats, GUINT_TO_POINTER (id),
                       GINT_TO_POINTER (taga_cell_format_is_date (code)));
  return TRUE;
}

static gboolean
start_cb (gpointer user_data,
          guint depth,
          const char *name,
          const TagaXmlAttributes *attributes,
          GError **error)
{
  TagaCellStyles *self = user_data;
  gboolean valid = TRUE;
  guint format = 0;

  if (depth == 2)
    {
      self->in_formats = g_str_equal (name, "numFmts");
      self->in_styles = g_str_equal (name, "cellXfs");
    }
  else if (depth == 3 && self->in_formats && g_str_equal (name, "numFmt"))
    valid = add_format (self, attributes);
  else if (depth == 3 && self->in_styles && g_str_equal (name, "xf"))
    {
      valid = taga_xml_get_number (attributes, "numFmtId", &format);
      g_array_append_val (self->used, format);
    }

  if (!valid)
    g_set_error_literal (error, TAGA_SHEET_ERROR, TAGA_SHEET_ERROR_DAMAGED,
                         _ ("The workbook is damaged: a number format cannot be understood. Open "
                            "it in your spreadsheet program, save it again and try once more."));
  return valid;
}

/**
 * taga_cell_styles_new:
 * @container: a workbook's container
 * @part: (nullable): the name of its styles, or `NULL` if it has none
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Reads which styles show days.
 *
 * Returns: (transfer full): the styles, or `NULL` with @error set to a `TAGA_SHEET_ERROR` or
 *   `G_IO_ERROR_CANCELLED`
 */
TagaCellStyles *
taga_cell_styles_new (TagaContainer *container,
                      const char *part,
                      GCancellable *cancellable,
                      GError **error)
{
  const TagaXmlHandlers handlers = { .start = start_cb };
  g_autoptr (TagaCellStyles) self = g_new0 (TagaCellStyles, 1);

  self->dates = g_byte_array_new ();
  self->formats = g_hash_table_new (NULL, NULL);
  self->used = g_array_new (FALSE, FALSE, sizeof (guint));

  if (part != NULL
      && !taga_xml_parse (container, part, MAX_BYTES, &handlers, self, cancellable, NULL, error))
    return NULL;

  for (guint i = 0; i < self->used->len; i++)
    {
      guint8 date = (guint8) is_date (self, g_array_index (self->used, guint, i));

      g_byte_array_append (self->dates, &date, 1);
    }
  g_clear_pointer (&self->used, g_array_unref);
  g_clear_pointer (&self->formats, g_hash_table_unref);

  return g_steal_pointer (&self);
}

/**
 * taga_cell_styles_free:
 * @self: (transfer full): styles
 *
 * Frees the styles.
 */
void
taga_cell_styles_free (TagaCellStyles *self)
{
  g_clear_pointer (&self->dates, g_byte_array_unref);
  g_clear_pointer (&self->formats, g_hash_table_unref);
  g_clear_pointer (&self->used, g_array_unref);
  g_free (self);
}

/**
 * taga_cell_styles_get_count:
 * @self: styles
 *
 * Gets how many styles there are. A workbook without any has the one that is the default.
 *
 * Returns: the number
 */
guint
taga_cell_styles_get_count (TagaCellStyles *self)
{
  return MAX (self->dates->len, 1);
}

/**
 * taga_cell_styles_is_date:
 * @self: styles
 * @style: a style's number
 *
 * Tells whether a style shows numbers as days.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_cell_styles_is_date (TagaCellStyles *self, guint style)
{
  return style < self->dates->len && self->dates->data[style] != 0;
}
