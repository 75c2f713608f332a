#include "taga-proposal-row.h"

#include <glib/gi18n-lib.h>

#include "taga-proposal-words.h"

/**
 * TagaProposalRow:
 *
 * One line of a proposal as people read it: which asset, and what would become of it; or one cell
 * of it, from what to what.
 */
struct _TagaProposalRow
{
  GObject parent_instance;

  TagaProposalList *list; /* (owned) */
  gint64 number;
  int field; /* -1 for the row */
  TagaProposalWords words;
};

G_DEFINE_FINAL_TYPE (TagaProposalRow, taga_proposal_row, G_TYPE_OBJECT)

enum
{
  PROP_TITLE = 1,
  PROP_DETAILS,
  PROP_KIND_NAME,
  PROP_ICON_NAME,
  PROP_PLACE,
  PROP_TICKED,
  PROP_PARTIAL,
  PROP_ENABLED,
  PROP_SWITCH_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The list knows its rows by their end, and it must still be there then: see the weak references.
 */
static void
taga_proposal_row_finalize (GObject *object)
{
  TagaProposalRow *self = TAGA_PROPOSAL_ROW (object);

  taga_proposal_words_clear (&self->words);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (taga_proposal_row_parent_class)->finalize (object);
}

static TagaProposalChoices *
get_choices (TagaProposalRow *self)
{
  return taga_proposal_list_get_choices (self->list);
}

static gsize
get_index (TagaProposalRow *self)
{
  return (gsize) self->number - 1;
}

static const char *
get_kind_name (TagaProposalRow *self)
{
  switch (taga_proposal_row_get_kind (self))
    {
    case TAGA_STAGED_NEW:
      /* Translators: what importing a row does: it adds an asset */
      return C_ ("import", "New");
    case TAGA_STAGED_CHANGED:
      return C_ ("import", "Changed");
    case TAGA_STAGED_SAME:
      return C_ ("import", "Same");
    case TAGA_STAGED_GONE:
    default:
      /* Translators: an asset that the register has and the imported file has not */
      return C_ ("import", "Only in register");
    }
}

static gboolean
is_enabled (TagaProposalRow *self)
{
  return taga_proposal_choices_can_tick (get_choices (self), get_index (self));
}

static char *
create_place (TagaProposalRow *self)
{
  const char *sheet = taga_proposal_list_get_sheet (self->list, self->words.staged.sheet);

  if (self->words.staged.row == 0 || self->field >= 0)
    return g_strdup ("");

  if (sheet == NULL)
    /* Translators: the number of a row in a workbook */
    return g_strdup_printf (_ ("Row %u"), self->words.staged.row);

  /* Translators: the name of a sheet of a workbook, and the number of a row */
  return g_strdup_printf (_ ("%s, row %u"), sheet, self->words.staged.row);
}

static gboolean
can_switch (TagaProposalRow *self)
{
  const TagaProposalMark *mark =
      taga_proposal_choices_get_mark (get_choices (self), get_index (self));

  return mark->doubt != TAGA_DOUBT_NONE && mark->kind == TAGA_STAGED_CHANGED;
}

static const char *
get_switch_label (TagaProposalRow *self)
{
  if (self->field >= 0 || !can_switch (self))
    return NULL;

  return taga_proposal_row_get_kind (self) == TAGA_STAGED_NEW ? _ ("Take as Changed")
                                                              : _ ("Take as New");
}

static void
taga_proposal_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TagaProposalRow *self = TAGA_PROPOSAL_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (
          value, taga_proposal_words_get_title (&self->words, taga_proposal_row_get_kind (self)));
      break;
    case PROP_DETAILS:
      g_value_take_string (
          value, taga_proposal_words_create_details (
                     &self->words, self->field, taga_proposal_row_get_kind (self),
                     taga_proposal_choices_get_left (get_choices (self), get_index (self)),
                     is_enabled (self)));
      break;
    case PROP_KIND_NAME:
      g_value_set_string (value, self->field >= 0 ? NULL : get_kind_name (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->field >= 0
                                     ? NULL
                                     : taga_proposal_words_get_icon (
                                         &self->words, taga_proposal_row_get_kind (self)));
      break;
    case PROP_PLACE:
      g_value_take_string (value, create_place (self));
      break;
    case PROP_TICKED:
      g_value_set_boolean (value, taga_proposal_row_get_ticked (self));
      break;
    case PROP_PARTIAL:
      g_value_set_boolean (value, taga_proposal_row_is_partial (self));
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, is_enabled (self));
      break;
    case PROP_SWITCH_LABEL:
      g_value_set_string (value, get_switch_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_proposal_row_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  TagaProposalRow *self = TAGA_PROPOSAL_ROW (object);

  switch (prop_id)
    {
    case PROP_TICKED:
      taga_proposal_row_set_ticked (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GParamSpec *
create_text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
create_flag (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
taga_proposal_row_class_init (TagaProposalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = taga_proposal_row_finalize;
  object_class->get_property = taga_proposal_row_get_property;
  object_class->set_property = taga_proposal_row_set_property;

  /**
   * TagaProposalRow:title:
   *
   * What the asset is called, with its business and medium, which tell assets of one name apart; in
   * markup.
   */
  properties[PROP_TITLE] = create_text_property ("title");

  /**
   * TagaProposalRow:details:
   *
   * What would become of the asset, cell by cell, in markup.
   */
  properties[PROP_DETAILS] = create_text_property ("details");

  /**
   * TagaProposalRow:kind-name:
   *
   * Whether it is new, changed or gone, in a word.
   */
  properties[PROP_KIND_NAME] = create_text_property ("kind-name");

  /**
   * TagaProposalRow:icon-name:
   *
   * The same as an icon.
   */
  properties[PROP_ICON_NAME] = create_text_property ("icon-name");

  /**
   * TagaProposalRow:place:
   *
   * Where it stands in the file.
   */
  properties[PROP_PLACE] = create_text_property ("place");

  /**
   * TagaProposalRow:ticked:
   *
   * Whether it is to be taken over.
   */
  properties[PROP_TICKED] =
      g_param_spec_boolean ("ticked", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * TagaProposalRow:partial:
   *
   * Whether only some of its cells are to be taken over.
   */
  properties[PROP_PARTIAL] = create_flag ("partial");

  /**
   * TagaProposalRow:switch-label:
   *
   * What a button says that takes it for something else, if that can be.
   */
  properties[PROP_SWITCH_LABEL] = create_text_property ("switch-label");

  /**
   * TagaProposalRow:enabled:
   *
   * Whether it can be ticked.
   */
  properties[PROP_ENABLED] = create_flag ("enabled");

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taga_proposal_row_init (TagaProposalRow *self)
{
}

/**
 * taga_proposal_row_new:
 * @list: the list that it belongs to
 * @number: its number
 * @field: a field that it would set, for a line of that alone; -1 for the row
 *
 * Reads a row.
 *
 * Returns: (transfer full): the row; one that cannot be read says so
 */
TagaProposalRow *
taga_proposal_row_new (TagaProposalList *list, gint64 number, int field)
{
  TagaProposalRow *self = g_object_new (TAGA_TYPE_PROPOSAL_ROW, NULL);
  g_autoptr (GError) error = NULL;

  self->list = g_object_ref (list);
  self->number = number;
  self->field = field;
  if (!taga_proposal_words_read (&self->words, list, number, field, &error))
    {
      g_free (self->words.details);
      self->words.details = g_markup_escape_text (error->message, -1);
    }

  return self;
}

/**
 * taga_proposal_row_get_number:
 * @self: a row
 *
 * Gets its number in the proposal.
 *
 * Returns: the number
 */
gint64
taga_proposal_row_get_number (TagaProposalRow *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), 0);

  return self->number;
}

/**
 * taga_proposal_row_get_field:
 * @self: a row
 *
 * Tells which cell of a row it is.
 *
 * Returns: the field, or -1 for the row itself
 */
int
taga_proposal_row_get_field (TagaProposalRow *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), -1);

  return self->field;
}

/**
 * taga_proposal_row_is_doubtful:
 * @self: a row
 *
 * Tells whether it may mean something else.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_proposal_row_is_doubtful (TagaProposalRow *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), FALSE);

  return self->words.doubt != NULL;
}

/**
 * taga_proposal_row_switch:
 * @self: a row
 *
 * Takes a doubtful row, or the row of a cell, for a new asset or for a change of the one that was
 * found, in turn.
 */
void
taga_proposal_row_switch (TagaProposalRow *self)
{
  g_return_if_fail (TAGA_IS_PROPOSAL_ROW (self));

  if (can_switch (self))
    taga_proposal_list_set_new (self->list, self->number,
                                taga_proposal_row_get_kind (self) != TAGA_STAGED_NEW);
}

/**
 * taga_proposal_row_get_kind:
 * @self: a row
 *
 * Tells whether it is new, changed, the same or gone, as the user takes it.
 *
 * Returns: the kind
 */
TagaStagedKind
taga_proposal_row_get_kind (TagaProposalRow *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), TAGA_STAGED_NEW);

  return taga_proposal_choices_get_kind (get_choices (self), get_index (self));
}

/**
 * taga_proposal_row_get_name:
 * @self: a row
 *
 * Gets what the asset is called.
 *
 * Returns: (transfer none) (nullable): the name
 */
const char *
taga_proposal_row_get_name (TagaProposalRow *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), NULL);

  return self->words.name;
}

/**
 * taga_proposal_row_describe:
 * @self: a row
 *
 * Says all of it in one line, for those who hear it.
 *
 * Returns: (transfer full): the text
 */
char *
taga_proposal_row_describe (TagaProposalRow *self)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), NULL);

  words = taga_proposal_words_describe (&self->words, self->field,
                                        taga_proposal_row_get_kind (self), is_enabled (self));
  if (self->field >= 0)
    return g_steal_pointer (&words);

  return g_strdup_printf ("%s: %s", get_kind_name (self), words);
}

/**
 * taga_proposal_row_get_ticked:
 * @self: a row
 *
 * Tells whether it is to be taken over.
 *
 * Returns: `TRUE` if it is
 */
gboolean
taga_proposal_row_get_ticked (TagaProposalRow *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), FALSE);

  return taga_proposal_choices_get_ticked (get_choices (self), get_index (self), self->field);
}

/**
 * taga_proposal_row_is_partial:
 * @self: a row
 *
 * Tells whether only some of its cells are to be taken over.
 *
 * Returns: `TRUE` if so
 */
gboolean
taga_proposal_row_is_partial (TagaProposalRow *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), FALSE);

  return self->field < 0 && taga_proposal_choices_is_partial (get_choices (self), get_index (self));
}

/**
 * taga_proposal_row_set_ticked:
 * @self: a row
 * @ticked: whether it is to be taken over
 *
 * Ticks it, or not.
 */
void
taga_proposal_row_set_ticked (TagaProposalRow *self, gboolean ticked)
{
  g_return_if_fail (TAGA_IS_PROPOSAL_ROW (self));

  taga_proposal_list_set_ticked (self->list, self->number, self->field, ticked);
}

/**
 * taga_proposal_row_refresh:
 * @self: a row
 *
 * Has everybody look again at what the list decides: what it is, whether it is ticked, and can be.
 */
void
taga_proposal_row_refresh (TagaProposalRow *self)
{
  g_return_if_fail (TAGA_IS_PROPOSAL_ROW (self));

  for (guint i = 1; i < N_PROPS; i++)
    if (i != PROP_PLACE)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}
