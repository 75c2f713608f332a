#include "taga-round-list.h"

#include <glib/gi18n-lib.h>

#include "taga-cursor.h"
#include "taga-language.h"
#include "taga-round.h"
#include "taga-ui.h"

/* The rounds of assessment of a company, the newest first, and how a list shows them. */

/* The newest day first; of one day, and without a day, the one that was begun last. */
static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  TagaRecord *one = *(TagaRecord *const *) a;
  TagaRecord *other = *(TagaRecord *const *) b;
  int order = g_strcmp0 (taga_record_get_text (other, TAGA_ROUND_DATE),
                         taga_record_get_text (one, TAGA_ROUND_DATE));

  if (order != 0)
    return order;

  return taga_record_get_id (one) < taga_record_get_id (other) ? 1 : -1;
}

/**
 * taga_round_list_read:
 * @store: the company file
 * @error: return location for an error
 *
 * Reads the rounds, the newest day first.
 *
 * Returns: (transfer full) (nullable) (element-type TagaRecord): the rounds, or `NULL` with any
 *   [error@StoreError]
 */
GPtrArray *
taga_round_list_read (TagaStore *store, GError **error)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TagaCursor) cursor = taga_cursor_new (store, TAGA_TYPE_ROUND, NULL, error);
  gboolean has_row = TRUE;

  while (cursor != NULL && has_row)
    {
      const TagaValue *values;
      gint64 id;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return NULL;
      if (has_row)
        {
          TagaRecord *round = taga_store_get_record (store, TAGA_TYPE_ROUND, id, error);

          if (round == NULL)
            return NULL;
          g_ptr_array_add (rounds, round);
        }
    }
  g_ptr_array_sort (rounds, compare_rounds);

  return cursor == NULL ? NULL : g_steal_pointer (&rounds);
}

/**
 * taga_round_list_is_broken:
 * @store: the company file
 * @round: one of its rounds
 *
 * Tells whether something other than Taga has changed a round after it was sealed.
 *
 * Returns: whether it has
 */
gboolean
taga_round_list_is_broken (TagaStore *store, TagaRecord *round)
{
  const char *name = taga_record_get_text (round, TAGA_ROUND_NAME);

  return name != NULL && g_strv_contains (taga_store_get_broken_seals (store), name);
}

/**
 * taga_round_list_format_broken:
 * @store: the company file
 *
 * Names the rounds that were changed after they were sealed, and says what to do.
 *
 * Returns: (transfer full) (nullable): the sentences, or `NULL` if all rounds are as they were
 */
char *
taga_round_list_format_broken (TagaStore *store)
{
  const char *const *broken = taga_store_get_broken_seals (store);
  g_autoptr (GString) names = g_string_new (NULL);

  if (broken[0] == NULL)
    return NULL;

  for (guint i = 0; broken[i] != NULL; i++)
    /* Translators: the name of a round, in a list of names */
    g_string_append_printf (names, _ ("“%s”"), broken[i]);

  return g_strdup_printf (
      _ ("⚠ Changed after it was sealed, by something other than Taga: %s. Its figures cannot be "
         "relied on. Compare with a backup of the file."),
      names->str);
}

/**
 * taga_round_list_format_sealed:
 * @round: a round
 *
 * Says since when a round is sealed, and by whom.
 *
 * Returns: (transfer full) (nullable): the words, or `NULL` for an open round
 */
char *
taga_round_list_format_sealed (TagaRecord *round)
{
  g_autofree char *day = taga_ui_format_date (taga_record_get_text (round, TAGA_ROUND_SEALED_ON));
  const char *by = taga_record_get_text (round, TAGA_ROUND_SEALED_BY);

  if (taga_record_get_text (round, TAGA_ROUND_SEALED_ON) == NULL)
    return NULL;
  if (by == NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Sealed on %s"), day);

  /* Translators: a date, then a name */
  return g_strdup_printf (_ ("Sealed on %s by %s"), day, by);
}

static char *
format_day (TagaStore *store, TagaRecord *round)
{
  g_autofree char *day = taga_ui_format_date (taga_record_get_text (round, TAGA_ROUND_DATE));
  const TagaField *field = &TAGA_RECORD_GET_CLASS (round)->fields[TAGA_ROUND_JUDGE];
  g_autofree char *judge = taga_edition_format (taga_store_get_edition (store), field,
                                                taga_record_get_value (round, TAGA_ROUND_JUDGE),
                                                taga_language_is_japanese ());

  if (*day == '\0')
    return *judge == '\0' ? g_strdup (_ ("without a date")) : g_steal_pointer (&judge);

  return *judge == '\0' ? g_steal_pointer (&day) : g_strdup_printf ("%s ・ %s", day, judge);
}

static char *
format_state (TagaStore *store, TagaRecord *round)
{
  g_autofree char *day = taga_ui_format_date (taga_record_get_text (round, TAGA_ROUND_SEALED_ON));
  gboolean is_used = taga_record_get_id (round) == taga_store_get_round (store);
  g_autofree char *state = taga_record_get_text (round, TAGA_ROUND_SEALED_ON) == NULL
                               ? g_strdup (C_ ("round", "Open"))
                               : g_strdup_printf (_ ("Sealed on %s"), day);

  if (!is_used)
    return g_steal_pointer (&state);

  return g_strdup_printf ("%s ・ %s", state, _ ("risks go by it now"));
}

static GtkWidget *
add_line (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = taga_ui_create_label (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* What the icon means stands in words beside it. */
static GtkWidget *
create_state (TagaStore *store, TagaRecord *round)
{
  g_autofree char *state = format_state (store, round);
  gboolean is_sealed = taga_record_get_text (round, TAGA_ROUND_SEALED_ON) != NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "icon-name", is_sealed ? "changes-prevent-symbolic" : "document-edit-symbolic",
                    "valign", GTK_ALIGN_START, NULL);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_widget_set_hexpand (add_line (box, state, "caption"), TRUE);

  return box;
}

/**
 * taga_round_list_row_new:
 * @store: the company file
 * @round: one of its rounds
 *
 * Makes the row that shows a round. Its name is the round's number.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_round_list_row_new (TagaStore *store, TagaRecord *round)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *name = taga_record_get_text (round, TAGA_ROUND_NAME);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, taga_record_get_id (round));
  g_autofree char *day = format_day (store, round);
  g_autofree char *state = format_state (store, round);
  g_autofree char *whole = NULL;
  gboolean is_broken = taga_round_list_is_broken (store, round);

  add_line (box, name == NULL ? "" : name, "heading");
  add_line (box, day, "caption");
  gtk_box_append (GTK_BOX (box), create_state (store, round));
  if (is_broken)
    add_line (box, _ ("⚠ Changed after it was sealed"), "taga-round-broken");

  gtk_widget_add_css_class (box, "taga-round");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, number);
  whole = g_strdup_printf ("%s, %s, %s%s%s", name, day, state, is_broken ? ", " : "",
                           is_broken ? _ ("⚠ Changed after it was sealed") : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);

  return row;
}
