#include "taga-trash-row.h"

#include <glib/gi18n-lib.h>

#include "taga-asset.h"
#include "taga-language.h"
#include "taga-text.h"
#include "taga-ui.h"

/**
 * TagaTrashRow:
 *
 * One removed asset in a list of them, in words for people.
 */
struct _TagaTrashRow
{
  GObject parent_instance;

  TagaTrashList *list; /* (owned) */
  guint number;
  char *title; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TagaTrashRow, taga_trash_row, G_TYPE_OBJECT)

enum
{
  PROP_TICKED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
taga_trash_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TICKED:
      g_value_set_boolean (value, taga_trash_row_get_ticked (TAGA_TRASH_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_trash_row_finalize (GObject *object)
{
  TagaTrashRow *self = TAGA_TRASH_ROW (object);

  g_clear_object (&self->list);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (taga_trash_row_parent_class)->finalize (object);
}

static void
taga_trash_row_class_init (TagaTrashRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = taga_trash_row_get_property;
  object_class->finalize = taga_trash_row_finalize;

  /**
   * TagaTrashRow:ticked:
   *
   * Whether the asset is to come back.
   */
  properties[PROP_TICKED] =
      g_param_spec_boolean ("ticked", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taga_trash_row_init (TagaTrashRow *self)
{
}

/**
 * taga_trash_row_new:
 * @list: the list that it is of
 * @number: its number there
 *
 * Makes a row. What stands in the file may come from anywhere, so nothing of it is believed to be
 * fit for a line of text.
 *
 * Returns: (transfer full): the row
 */
TagaTrashRow *
taga_trash_row_new (TagaTrashList *list, guint number)
{
  TagaTrashRow *self = g_object_new (TAGA_TYPE_TRASH_ROW, NULL);

  self->list = g_object_ref (list);
  self->number = number;
  self->title = taga_text_clean (taga_trash_list_peek (list, number)->name, -1, FALSE);
  if (self->title == NULL)
    self->title = g_strdup (_ ("Asset without a name"));

  return self;
}

/**
 * taga_trash_row_get_number:
 * @self: a row
 *
 * Gets its number in the list.
 *
 * Returns: the number
 */
guint
taga_trash_row_get_number (TagaTrashRow *self)
{
  g_return_val_if_fail (TAGA_IS_TRASH_ROW (self), 0);

  return self->number;
}

/**
 * taga_trash_row_get_ticked:
 * @self: a row
 *
 * Tells whether the asset is to come back.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_trash_row_get_ticked (TagaTrashRow *self)
{
  g_return_val_if_fail (TAGA_IS_TRASH_ROW (self), FALSE);

  return taga_trash_list_get_ticked (self->list, self->number);
}

/**
 * taga_trash_row_set_ticked:
 * @self: a row
 * @ticked: whether the asset is to come back
 *
 * Ticks the asset, or takes its tick away.
 */
void
taga_trash_row_set_ticked (TagaTrashRow *self, gboolean ticked)
{
  g_return_if_fail (TAGA_IS_TRASH_ROW (self));

  taga_trash_list_set_ticked (self->list, self->number, ticked);
}

/**
 * taga_trash_row_get_title:
 * @self: a row
 *
 * Gets what the asset was called.
 *
 * Returns: (transfer none): the name
 */
const char *
taga_trash_row_get_title (TagaTrashRow *self)
{
  g_return_val_if_fail (TAGA_IS_TRASH_ROW (self), NULL);

  return self->title;
}

static void
append_part (GString *text, const char *part)
{
  g_autofree char *clean = part == NULL ? NULL : taga_text_clean (part, -1, FALSE);

  if (clean != NULL)
    g_string_append_printf (text, "%s%s", text->len == 0 ? "" : " · ", clean);
}

static char *
format_medium (TagaTrashRow *self, const char *medium)
{
  const TagaField *field = &taga_record_class_peek (TAGA_TYPE_ASSET)->fields[TAGA_ASSET_MEDIUM];
  const TagaValue value = { (char *) medium, TAGA_UNKNOWN };

  return taga_edition_format (taga_trash_list_get_edition (self->list), field, &value,
                              taga_language_is_japanese ());
}

/**
 * taga_trash_row_format_details:
 * @self: a row
 *
 * Tells where the asset was kept, which business and department it belonged to, and when it was
 * removed by whom. Assets may have all of this in common, so the number of the record comes last.
 *
 * Returns: (transfer full): the words, in one line
 */
char *
taga_trash_row_format_details (TagaTrashRow *self)
{
  const TagaTrashItem *item;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *time = NULL;
  g_autofree char *medium = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *number = NULL;

  g_return_val_if_fail (TAGA_IS_TRASH_ROW (self), NULL);

  item = taga_trash_list_peek (self->list, self->number);
  time = taga_ui_format_time (item->time);
  /* Translators: %s is a moment */
  removed = *time == '\0' ? NULL : g_strdup_printf (_ ("removed %s"), time);
  medium = item->medium == NULL ? NULL : format_medium (self, item->medium);
  digits = g_strdup_printf ("%" G_GINT64_FORMAT, item->id);
  /* Translators: the number of a record, which tells apart two of one name */
  number = g_strdup_printf (_ ("no. %s"), digits);
  append_part (text, medium);
  append_part (text, item->business);
  append_part (text, item->department);
  append_part (text, removed);
  append_part (text, item->person);
  append_part (text, number);

  return g_strdup (text->str);
}
