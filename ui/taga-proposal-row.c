#include "taga-proposal-row.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>

#include "taga-asset.h"
#include "taga-proposal-text.h"

/**
 * TagaProposalRow:
 *
 * One row of a proposal as people read it: which asset, and what would become of it.
 */
struct _TagaProposalRow
{
  GObject parent_instance;

  TagaProposalList *list; /* (owned) */
  gint64 number;
  TagaStagedRow staged;
  char *name;    /* (owned) (nullable) */
  char *title;   /* (owned): markup */
  char *details; /* (owned): markup */
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
  PROP_ENABLED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The list knows its rows by their end, and it must still be there then: see the weak references.
 */
static void
taga_proposal_row_finalize (GObject *object)
{
  TagaProposalRow *self = TAGA_PROPOSAL_ROW (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->details, g_free);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (taga_proposal_row_parent_class)->finalize (object);
}

static const char *
get_kind_name (TagaProposalRow *self)
{
  switch (self->staged.kind)
    {
    case TAGA_STAGED_NEW:
      /* Translators: what importing a row does: it adds an asset */
      return C_ ("import", "New");
    case TAGA_STAGED_CHANGED:
      return C_ ("import", "Changed");
    case TAGA_STAGED_GONE:
    default:
      /* Translators: an asset that the register has and the imported file has not */
      return C_ ("import", "Only in register");
    }
}

static const char *
get_icon_name (TagaProposalRow *self)
{
  switch (self->staged.kind)
    {
    case TAGA_STAGED_NEW:
      return "list-add-symbolic";
    case TAGA_STAGED_CHANGED:
      return "document-edit-symbolic";
    case TAGA_STAGED_GONE:
    default:
      return "list-remove-symbolic";
    }
}

static gboolean
is_enabled (TagaProposalRow *self)
{
  return self->staged.kind != TAGA_STAGED_GONE || taga_proposal_list_get_retire (self->list);
}

static char *
create_place (TagaProposalRow *self)
{
  if (self->staged.row == 0)
    return g_strdup ("");

  /* Translators: the number of a row in a workbook */
  return g_strdup_printf (_ ("Row %u"), self->staged.row);
}

static const char *
get_details (TagaProposalRow *self)
{
  if (self->staged.kind != TAGA_STAGED_GONE)
    return self->details;

  return is_enabled (self) ? _ ("Not in the file. It will be retired as of today.")
                           : _ ("Not in the file. It stays as it is.");
}

static void
taga_proposal_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TagaProposalRow *self = TAGA_PROPOSAL_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAILS:
      g_value_set_string (value, get_details (self));
      break;
    case PROP_KIND_NAME:
      g_value_set_string (value, get_kind_name (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, get_icon_name (self));
      break;
    case PROP_PLACE:
      g_value_take_string (value, create_place (self));
      break;
    case PROP_TICKED:
      g_value_set_boolean (value, taga_proposal_row_get_ticked (self));
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, is_enabled (self));
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
   * TagaProposalRow:enabled:
   *
   * Whether it can be ticked.
   */
  properties[PROP_ENABLED] = g_param_spec_boolean ("enabled", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taga_proposal_row_init (TagaProposalRow *self)
{
}

static void
describe_asset (TagaProposalRow *self,
                const TagaValue *name,
                const TagaValue *business,
                const TagaValue *medium)
{
  TagaEdition *edition = taga_store_get_edition (taga_proposal_list_get_store (self->list));

  self->name = g_strdup (name->text);
  self->title = taga_proposal_text_describe_asset (edition, name, business, medium);
}

static gboolean
load (TagaProposalRow *self, TagaValue *values, GError **error)
{
  TagaStaging *staging = taga_proposal_list_get_staging (self->list);
  TagaStore *store = taga_proposal_list_get_store (self->list);
  g_autoptr (TagaRecord) record = NULL;

  if (!taga_staging_get (staging, self->number, &self->staged, values, error))
    return FALSE;

  if (self->staged.kind == TAGA_STAGED_NEW)
    {
      describe_asset (self, &values[TAGA_ASSET_NAME], &values[TAGA_ASSET_BUSINESS],
                      &values[TAGA_ASSET_MEDIUM]);
      self->details = taga_proposal_text_describe_new (taga_store_get_edition (store), values);
      return TRUE;
    }

  record = taga_store_get_record (store, TAGA_TYPE_ASSET, self->staged.id, error);
  if (record == NULL)
    return FALSE;

  describe_asset (self, taga_record_get_value (record, TAGA_ASSET_NAME),
                  taga_record_get_value (record, TAGA_ASSET_BUSINESS),
                  taga_record_get_value (record, TAGA_ASSET_MEDIUM));
  if (self->staged.kind == TAGA_STAGED_CHANGED)
    self->details = taga_proposal_text_describe_change (taga_store_get_edition (store),
                                                        self->staged.mask, record, values);

  return TRUE;
}

/**
 * taga_proposal_row_new:
 * @list: the list that it belongs to
 * @number: its number
 *
 * Reads a row.
 *
 * Returns: (transfer full): the row; one that cannot be read says so
 */
TagaProposalRow *
taga_proposal_row_new (TagaProposalList *list, gint64 number)
{
  TagaProposalRow *self = g_object_new (TAGA_TYPE_PROPOSAL_ROW, NULL);
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  g_autoptr (GError) error = NULL;

  self->list = g_object_ref (list);
  self->number = number;
  if (!load (self, values, &error))
    {
      g_free (self->details);
      self->details = g_markup_escape_text (error->message, -1);
    }
  taga_values_free (values, TAGA_ASSET_N_FIELDS);

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
 * taga_proposal_row_get_kind:
 * @self: a row
 *
 * Tells whether it is new, changed or gone.
 *
 * Returns: the kind
 */
TagaStagedKind
taga_proposal_row_get_kind (TagaProposalRow *self)
{
  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), TAGA_STAGED_NEW);

  return self->staged.kind;
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

  return self->name;
}

static char *
strip_markup (const char *markup)
{
  char *text = NULL;

  if (markup == NULL || !pango_parse_markup (markup, -1, 0, NULL, &text, NULL, NULL))
    return g_strdup ("");

  return g_strdelimit (text, "\n", ' ');
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
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;

  g_return_val_if_fail (TAGA_IS_PROPOSAL_ROW (self), NULL);

  title = strip_markup (self->title);
  details = strip_markup (get_details (self));
  return g_strdup_printf ("%s: %s. %s", get_kind_name (self), title, details);
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

  return taga_proposal_list_get_ticked (self->list, self->number);
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

  taga_proposal_list_set_ticked (self->list, self->number, ticked);
}

/**
 * taga_proposal_row_refresh:
 * @self: a row
 *
 * Has everybody look again at what the list decides: whether it is ticked, and can be.
 */
void
taga_proposal_row_refresh (TagaProposalRow *self)
{
  g_return_if_fail (TAGA_IS_PROPOSAL_ROW (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TICKED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
  if (self->staged.kind == TAGA_STAGED_GONE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAILS]);
}
