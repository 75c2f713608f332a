#include "taga-measure-keys.h"

#include <stdlib.h>

static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == ',' || c == 0x3001; /* the last is 、 */
}

/**
 * taga_measure_keys_read:
 * @text: (nullable): keys, with blanks, commas or line feeds between them
 *
 * Reads the keys of check items. Signs of full width count like others; a key that stands there
 * twice counts once. Whether there are such items is not looked at.
 *
 * Returns: (transfer full) (array zero-terminated=1): the keys as they stand
 */
char **
taga_measure_keys_read (const char *text)
{
  g_autofree char *normal =
      text == NULL ? NULL : g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *start = normal;

  while (start != NULL && *start != '\0')
    {
      const char *end = start;
      g_autofree char *key = NULL;

      while (*end != '\0' && !is_separator (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      key = g_strndup (start, (gsize) (end - start));
      if (*key != '\0' && g_hash_table_add (seen, key))
        g_ptr_array_add (keys, g_steal_pointer (&key));
      start = *end == '\0' ? end : g_utf8_next_char (end);
    }
  g_ptr_array_add (keys, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

static void
append_key (GString *text, const char *key)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, key);
}

/**
 * taga_measure_keys_write:
 * @edition: the method edition
 * @keys: (array zero-terminated=1): keys of check items, in any order
 *
 * Writes the keys of check items as a measure holds them: each once, in the edition's order. Those
 * that it does not know, or does not ask any more, come last, in the order in which they were.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` for no keys
 */
char *
taga_measure_keys_write (TagaEdition *edition, const char *const *keys)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);
  guint n;
  const TagaItem *items = taga_edition_get_items (edition, "check", &n);

  for (guint i = 0; i < n; i++)
    if (g_strv_contains (keys, items[i].key) && g_hash_table_add (written, (gpointer) items[i].key))
      append_key (text, items[i].key);
  for (guint i = 0; keys[i] != NULL; i++)
    if (g_hash_table_add (written, (gpointer) keys[i]))
      append_key (text, keys[i]);

  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

/**
 * taga_measure_keys_read_assets:
 * @text: (nullable): numbers of assets, with blanks, commas or line feeds between them
 *
 * Reads the numbers of assets. What is no number of a record is left out.
 *
 * Returns: (transfer full) (element-type gint64): the numbers, each once and rising
 */
GArray *
taga_measure_keys_read_assets (const char *text)
{
  g_auto (GStrv) keys = taga_measure_keys_read (text);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint64 number;
      gint64 id;

      if (!g_ascii_string_to_unsigned (keys[i], 10, 1, G_MAXINT64, &number, NULL))
        continue;
      id = (gint64) number;
      g_array_append_val (ids, id);
    }
  g_array_sort (ids, compare_ids);

  /* "07" and "7" are two keys and one number. */
  for (guint i = ids->len; i-- > 1;)
    if (g_array_index (ids, gint64, i) == g_array_index (ids, gint64, i - 1))
      g_array_remove_index (ids, i);

  return ids;
}

/**
 * taga_measure_keys_write_assets:
 * @ids: (array length=n_ids): numbers of assets, in any order
 * @n_ids: how many
 *
 * Writes the numbers of assets as a measure holds them: each once and rising.
 *
 * Returns: (transfer full) (nullable): the text, or `NULL` for no assets
 */
char *
taga_measure_keys_write_assets (const gint64 *ids, guint n_ids)
{
  g_autofree gint64 *sorted = g_memdup2 (ids, n_ids * sizeof *ids);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_ids > 0)
    qsort (sorted, n_ids, sizeof *sorted, compare_ids);
  for (guint i = 0; i < n_ids; i++)
    if (i == 0 || sorted[i] != sorted[i - 1])
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i == 0 ? "" : " ", sorted[i]);

  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}
