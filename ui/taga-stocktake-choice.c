#include "taga-stocktake-choice.h"

#include <glib/gi18n-lib.h>

/* A choice that is about the asset as a whole, not about one of its values. */
#define WHOLE G_MAXUINT

/**
 * TagaStocktakeChoice:
 *
 * One thing that a workbook which came back would change, to be ticked or not: a value, a new
 * asset, or that an asset goes out of use.
 */
struct _TagaStocktakeChoice
{
  GObject parent_instance;

  TagaStocktakeReturn *back; /* (owned): what the answer belongs to */
  TagaEdition *edition;      /* (owned) */
  TagaStocktakeAnswer *answer;
  guint cell; /* index of the value, or WHOLE */
};

G_DEFINE_FINAL_TYPE (TagaStocktakeChoice, taga_stocktake_choice, G_TYPE_OBJECT)

enum
{
  PROP_TICKED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
taga_stocktake_choice_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_TICKED)
    g_value_set_boolean (value, taga_stocktake_choice_is_ticked (TAGA_STOCKTAKE_CHOICE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
taga_stocktake_choice_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_TICKED)
    taga_stocktake_choice_set_ticked (TAGA_STOCKTAKE_CHOICE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
taga_stocktake_choice_finalize (GObject *object)
{
  TagaStocktakeChoice *self = TAGA_STOCKTAKE_CHOICE (object);

  g_clear_object (&self->back);
  g_clear_object (&self->edition);

  G_OBJECT_CLASS (taga_stocktake_choice_parent_class)->finalize (object);
}

static void
taga_stocktake_choice_class_init (TagaStocktakeChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = taga_stocktake_choice_finalize;
  object_class->get_property = taga_stocktake_choice_get_property;
  object_class->set_property = taga_stocktake_choice_set_property;

  /* Whether it is to be taken over. */
  properties[PROP_TICKED] =
      g_param_spec_boolean ("ticked", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taga_stocktake_choice_init (TagaStocktakeChoice *self)
{
}

static void
append (GListStore *list,
        TagaStocktakeReturn *back,
        TagaEdition *edition,
        TagaStocktakeAnswer *answer,
        guint cell)
{
  g_autoptr (TagaStocktakeChoice) self = g_object_new (TAGA_TYPE_STOCKTAKE_CHOICE, NULL);

  self->back = g_object_ref (back);
  self->edition = g_object_ref (edition);
  self->answer = answer;
  self->cell = cell;
  g_list_store_append (list, self);
}

/**
 * taga_stocktake_choice_list:
 * @back: what a workbook says
 * @edition: the method edition
 *
 * Lists all that a workbook would change, in the order of its rows. Ticks go straight to @back.
 *
 * Returns: (transfer full): the choices
 */
GListStore *
taga_stocktake_choice_list (TagaStocktakeReturn *back, TagaEdition *edition)
{
  GListStore *list = g_list_store_new (TAGA_TYPE_STOCKTAKE_CHOICE);
  GPtrArray *answers = taga_stocktake_return_get_answers (back);

  for (guint i = 0; i < answers->len; i++)
    {
      TagaStocktakeAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->values != NULL || answer->retires)
        append (list, back, edition, answer, WHOLE);
      for (guint j = 0; j < answer->cells->len; j++)
        append (list, back, edition, answer, j);
    }

  return list;
}

static TagaStocktakeCell *
get_cell (TagaStocktakeChoice *self)
{
  return self->cell == WHOLE ? NULL
                             : &g_array_index (self->answer->cells, TagaStocktakeCell, self->cell);
}

static char *
format (TagaStocktakeChoice *self, guint field, const TagaValue *value)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_STOCKTAKE_LINE);
  gboolean is_japanese = g_str_has_prefix (g_get_language_names ()[0], "ja");
  g_autofree char *text =
      taga_edition_format (self->edition, &klass->fields[field], value, is_japanese);

  return *text == '\0' ? g_strdup (_ ("(empty)")) : g_steal_pointer (&text);
}

/* Paper and data of one name are two assets. */
static char *
describe_asset (TagaStocktakeChoice *self)
{
  const TagaValue medium = { self->answer->medium, TAGA_UNKNOWN };
  g_autofree char *place = NULL;

  if (medium.text == NULL)
    return g_strdup (self->answer->name);

  place = format (self, TAGA_STOCKTAKE_LINE_MEDIUM, &medium);
  return g_strdup_printf ("%s\n%s", self->answer->name, place);
}

/* What a new asset is, in short: its values that are not empty. */
static char *
describe_new (TagaStocktakeChoice *self)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_STOCKTAKE_LINE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < TAGA_STOCKTAKE_N_JUDGED; i++)
    {
      const TagaField *field = &klass->fields[i];
      const TagaValue *value = &self->answer->values[i];
      g_autofree char *shown = NULL;

      if (i == TAGA_STOCKTAKE_LINE_NAME || taga_field_is_empty (field, value)
          || (field->kind == TAGA_FIELD_MARK && value->number <= 0))
        continue;

      shown = format (self, i, value);
      /* Translators: the title of a field, and its value */
      g_string_append_printf (text, _ ("%s: %s"), _ (field->title), shown);
      g_string_append_c (text, '\n');
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}

static char *
describe_whole (TagaStocktakeChoice *self, TagaStocktakeColumn column)
{
  gboolean is_new = self->answer->values != NULL;

  switch (column)
    {
    case TAGA_STOCKTAKE_COLUMN_WHAT:
      return g_strdup (is_new ? _ ("New asset") : _ ("Goes out of use"));
    case TAGA_STOCKTAKE_COLUMN_THEIRS:
      return is_new ? describe_new (self) : g_strdup (_ ("Retired"));
    case TAGA_STOCKTAKE_COLUMN_OURS:
      return g_strdup (is_new ? _ ("Not there") : _ ("In use"));
    case TAGA_STOCKTAKE_COLUMN_SENT:
    case TAGA_STOCKTAKE_COLUMN_ASSET:
    case TAGA_STOCKTAKE_N_COLUMNS:
    default:
      return g_strdup ("");
    }
}

/**
 * taga_stocktake_choice_get_text:
 * @self: a choice
 * @column: what is asked for
 *
 * Says something about a choice.
 *
 * Returns: (transfer full): the words
 */
char *
taga_stocktake_choice_get_text (TagaStocktakeChoice *self, TagaStocktakeColumn column)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_STOCKTAKE_LINE);
  const TagaStocktakeCell *cell = get_cell (self);

  if (column == TAGA_STOCKTAKE_COLUMN_ASSET)
    return describe_asset (self);
  if (cell == NULL)
    return describe_whole (self, column);

  switch (column)
    {
    case TAGA_STOCKTAKE_COLUMN_SENT:
      return cell->has_base ? format (self, cell->field, &cell->base) : g_strdup (_ ("(unknown)"));
    case TAGA_STOCKTAKE_COLUMN_THEIRS:
      return format (self, cell->field, &cell->theirs);
    case TAGA_STOCKTAKE_COLUMN_OURS:
      return format (self, cell->field, &cell->ours);
    case TAGA_STOCKTAKE_COLUMN_WHAT:
      if (cell->is_conflict)
        /* Translators: the title of a field */
        return g_strdup_printf (cell->has_base ? _ ("%s\nChanged in both")
                                               : _ ("%s\nDiffers from the register"),
                                _ (klass->fields[cell->field].title));
      return g_strdup (_ (klass->fields[cell->field].title));
    case TAGA_STOCKTAKE_COLUMN_ASSET:
    case TAGA_STOCKTAKE_N_COLUMNS:
    default:
      return g_strdup ("");
    }
}

/**
 * taga_stocktake_choice_is_conflict:
 * @self: a choice
 *
 * Tells whether the register was changed meanwhile too.
 *
 * Returns: `TRUE` if it was
 */
gboolean
taga_stocktake_choice_is_conflict (TagaStocktakeChoice *self)
{
  const TagaStocktakeCell *cell = get_cell (self);

  return cell != NULL && cell->is_conflict;
}

/**
 * taga_stocktake_choice_is_ticked:
 * @self: a choice
 *
 * Tells whether it is to be taken over.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_stocktake_choice_is_ticked (TagaStocktakeChoice *self)
{
  const TagaStocktakeCell *cell = get_cell (self);

  return cell == NULL ? self->answer->ticked : cell->ticked;
}

/**
 * taga_stocktake_choice_set_ticked:
 * @self: a choice
 * @ticked: whether it is to be taken over
 *
 * Ticks a choice, or not.
 */
void
taga_stocktake_choice_set_ticked (TagaStocktakeChoice *self, gboolean ticked)
{
  TagaStocktakeCell *cell = get_cell (self);

  if (taga_stocktake_choice_is_ticked (self) == ticked)
    return;

  if (cell == NULL)
    self->answer->ticked = ticked;
  else
    cell->ticked = ticked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
}
