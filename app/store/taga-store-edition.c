#include "taga-store-private.h"

#include <glib/gi18n-lib.h>

#include "taga-edition-own.h"

/*
 * The method edition that a file goes by: the one that the company names, with the items that the
 * company has added and what it has said that check items count for.
 */

static char *
dup_text (sqlite3_stmt *stmt, int column)
{
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  return text == NULL || !g_utf8_validate (text, -1, NULL) ? NULL : g_strdup (text);
}

/* Reads rows of texts, one after the other; a row with a text missing that must be there counts as
 * none. */
static GPtrArray *
read_rows (TagaStore *self, const char *sql, int n_columns, int n_required, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) stmt = taga_database_prepare (self->db, sql, error);
  gboolean has_row = TRUE;

  while (stmt != NULL && has_row)
    {
      gboolean is_whole = TRUE;
      guint first = rows->len;

      if (!taga_database_step (stmt, &has_row, error))
        return NULL;

      for (int i = 0; has_row && i < n_columns; i++)
        {
          g_ptr_array_add (rows, dup_text (stmt, i));
          is_whole = is_whole && (i >= n_required || g_ptr_array_index (rows, rows->len - 1));
        }
      if (has_row && !is_whole)
        g_ptr_array_set_size (rows, (int) first);
    }

  return stmt == NULL ? NULL : g_steal_pointer (&rows);
}

/* What the company has added, and a text by which it is told from what it was before. */
typedef struct
{
  GPtrArray *items;    /* list, group, title, key, retired or not, help */
  GPtrArray *mappings; /* kind, item, target, counts or not */
  char *signature;
} Additions;

static void
additions_clear (Additions *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  g_clear_pointer (&self->signature, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Additions, additions_clear)

#define N_ITEM_COLUMNS 6
#define N_MAPPING_COLUMNS 4

static gboolean
read_additions (TagaStore *self, const char *key, Additions *additions, GError **error)
{
  g_autoptr (GString) signature = g_string_new (key);

  additions->items =
      read_rows (self,
                 "SELECT \"list\", \"group\", title, 'own-' || id, retired_on IS NOT NULL, help "
                 "FROM own_item ORDER BY retired_on IS NOT NULL, id",
                 N_ITEM_COLUMNS, 5, error);
  if (additions->items == NULL)
    return FALSE;

  additions->mappings =
      read_rows (self, "SELECT kind, item, target, counts > 0 FROM mapping ORDER BY id",
                 N_MAPPING_COLUMNS, N_MAPPING_COLUMNS, error);
  if (additions->mappings == NULL)
    return FALSE;

  for (guint i = 0; i < additions->items->len; i++)
    g_string_append_printf (
        signature, "\x1f%s",
        (char *) additions->items->pdata[i] ? (char *) additions->items->pdata[i] : "");
  g_string_append_c (signature, '\x1e');
  for (guint i = 0; i < additions->mappings->len; i++)
    g_string_append_printf (signature, "\x1f%s", (char *) additions->mappings->pdata[i]);
  additions->signature = g_string_free (g_steal_pointer (&signature), FALSE);

  return TRUE;
}

static TagaEdition *
load_with (const char *key, const Additions *additions, GError **error)
{
  guint n_parts = additions->items->len / N_ITEM_COLUMNS;
  guint n_changes = additions->mappings->len / N_MAPPING_COLUMNS;
  g_autofree TagaOwnPart *parts = g_new0 (TagaOwnPart, n_parts);
  g_autofree TagaMappingChange *changes = g_new0 (TagaMappingChange, n_changes);

  for (guint i = 0; i < n_parts; i++)
    {
      char **row = (char **) additions->items->pdata + (gsize) i * N_ITEM_COLUMNS;

      parts[i] = (TagaOwnPart){ row[0], row[3], row[1], row[2], row[5], *row[4] == '1' };
    }
  for (guint i = 0; i < n_changes; i++)
    {
      char **row = (char **) additions->mappings->pdata + (gsize) i * N_MAPPING_COLUMNS;

      changes[i] = (TagaMappingChange){ row[0], row[1], row[2], *row[3] == '1' };
    }

  return taga_edition_load_with (key, parts, n_parts, changes, n_changes, error);
}

/* Takes the edition that the company goes by. As long as nothing of it changed, the object stays;
 * one that is replaced is kept, with all that others have taken from it. Where there is none of
 * that name, the old one stays. */
gboolean
taga_store_load_edition (TagaStore *self, GError **error)
{
  g_auto (Additions) additions = { 0 };
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (TagaEdition) edition = NULL;
  const char *key = NULL;
  gboolean has_row;

  stmt = taga_database_prepare (self->db, "SELECT edition FROM company WHERE id = 1", error);
  if (stmt == NULL || !taga_database_step (stmt, &has_row, error))
    return FALSE;

  if (has_row)
    key = (const char *) sqlite3_column_text (stmt, 0);
  if (key == NULL || !g_utf8_validate (key, -1, NULL))
    {
      g_set_error_literal (error, TAGA_STORE_ERROR, TAGA_STORE_ERROR_DAMAGED,
                           _ ("The file is damaged: it does not name its company. Open a backup "
                              "copy."));
      return FALSE;
    }

  if (!read_additions (self, key, &additions, error))
    return FALSE;

  if (self->edition != NULL && g_strcmp0 (self->edition_signature, additions.signature) == 0)
    return TRUE;

  edition = load_with (key, &additions, error);
  if (edition == NULL)
    return FALSE;

  /* What the round said goes by the old edition's texts and figures. */
  taga_edition_init_assessment (edition, &self->assessment);
  if (self->edition != NULL)
    g_ptr_array_add (self->old_editions, g_object_ref (self->edition));
  g_set_object (&self->edition, edition);
  g_free (self->edition_signature);
  self->edition_signature = g_steal_pointer (&additions.signature);
  return TRUE;
}
