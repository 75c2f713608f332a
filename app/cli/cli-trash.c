#include <stdio.h>

#include <glib/gi18n-lib.h>

#include "taga-cli.h"
#include "taga-text.h"
#include "taga-trash.h"

static void
print_item (const TagaTrashItem *item, gboolean json, gboolean *first)
{
  JsonObject *object;

  if (!json)
    {
      printf ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", item->id, item->time,
              item->person == NULL ? "" : item->person,
              item->business == NULL ? "" : item->business, item->name,
              item->department == NULL ? "" : item->department);
      return;
    }

  object = json_object_new ();
  json_object_set_int_member (object, "id", item->id);
  json_object_set_string_member (object, "name", item->name);
  json_object_set_string_member (object, "business", item->business);
  json_object_set_string_member (object, "department", item->department);
  json_object_set_string_member (object, "medium", item->medium);
  json_object_set_string_member (object, "removed", item->time);
  json_object_set_string_member (object, "person", item->person);
  json_object_set_int_member (object, "step", item->step);
  taga_cli_print_element (object, first);
}

static int
list (const char *path, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaStore) store = taga_cli_open (path, TRUE, &error);
  g_autoptr (TagaTrash) trash = store == NULL ? NULL : taga_trash_read (store, NULL, &error);
  gboolean first = TRUE;

  if (trash == NULL)
    return taga_cli_fail (error);

  for (guint i = 0; i < trash->items->len; i++)
    print_item (&g_array_index (trash->items, TagaTrashItem, i), json, &first);
  if (json)
    taga_cli_end_array (first);
  if (trash->n_damaged > 0)
    g_printerr (ngettext ("taga-cli: %u step of the history is damaged and was left out.\n",
                          "taga-cli: %u steps of the history are damaged and were left out.\n",
                          trash->n_damaged),
                trash->n_damaged);

  return TAGA_CLI_DONE;
}

static int
restore (const char *path, char **texts, guint n)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TagaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      gint64 id;

      if (!taga_text_parse_integer (texts[i], &id) || id <= 0)
        {
          g_autofree char *sentence =
              g_strdup_printf (_ ("“%s” is no number of an asset."), texts[i]);

          return taga_cli_misuse (sentence);
        }
      g_array_append_val (ids, id);
    }

  store = taga_cli_open (path, FALSE, &error);
  if (store == NULL
      || !taga_trash_restore (store, (const gint64 *) (gpointer) ids->data, ids->len, NULL, &error))
    return taga_cli_fail (error);

  return TAGA_CLI_DONE;
}

/**
 * taga_cli_trash:
 * @n: how many arguments
 * @arguments: the arguments
 *
 * Lists the assets that were removed, or brings some of them back.
 *
 * Returns: the exit status
 */
int
taga_cli_trash (int n, char **arguments)
{
  gboolean json = FALSE;
  gboolean restores = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { "restore", 0, 0, G_OPTION_ARG_NONE, &restores, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!taga_cli_parse (&n, &arguments, entries, 1, -1))
    return TAGA_CLI_USAGE;

  if (restores != (n > 2))
    return taga_cli_misuse (_ ("Name the assets to bring back behind “--restore”."));

  return restores ? restore (arguments[1], arguments + 2, (guint) n - 2)
                  : list (arguments[1], json);
}
