#include "taga-proposal-words.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>

#include "taga-asset.h"
#include "taga-language.h"
#include "taga-proposal-text.h"

static void
describe_new (TagaEdition *edition, const TagaValue *values, char **title, char **details)
{
  *title = taga_proposal_text_describe_asset (
      edition, &values[TAGA_ASSET_NAME], &values[TAGA_ASSET_BUSINESS], &values[TAGA_ASSET_MEDIUM]);
  *details = taga_proposal_text_describe_new (edition, values);
}

/* What the row would do to an asset of the register. */
static void
describe_found (TagaProposalWords *self,
                TagaEdition *edition,
                const TagaValue *values,
                TagaRecord *record)
{
  self->name = g_strdup (taga_record_get_text (record, TAGA_ASSET_NAME));
  self->title =
      taga_proposal_text_describe_asset (edition, taga_record_get_value (record, TAGA_ASSET_NAME),
                                         taga_record_get_value (record, TAGA_ASSET_BUSINESS),
                                         taga_record_get_value (record, TAGA_ASSET_MEDIUM));
  if (self->staged.kind == TAGA_STAGED_CHANGED)
    self->details = taga_proposal_text_describe_change (edition, self->staged.mask, record, values);
  if (self->doubt != NULL)
    describe_new (edition, values, &self->new_title, &self->new_details);
}

static void
describe_cell (TagaProposalWords *self,
               guint field,
               TagaEdition *edition,
               const TagaValue *values,
               TagaRecord *record)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);

  self->name = g_strdup (taga_record_get_text (record, TAGA_ASSET_NAME));
  self->title = g_markup_escape_text (_ (klass->fields[field].title), -1);
  self->details = taga_proposal_text_describe_cell (
      edition, field, taga_record_get_value (record, field), &values[field]);
}

/* Names the cells that cannot be read, and without which the row is taken. */
static char *
create_unread (guint64 unread)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_ASSET);
  g_autoptr (GString) titles = g_string_new (NULL);

  if (unread == 0)
    return NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    if (unread & (G_GUINT64_CONSTANT (1) << i))
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? C_ ("list", ", ") : "",
                              _ (klass->fields[i].title));

  /* Translators: cells of a row that is imported without them */
  return g_markup_printf_escaped (_ ("Not read, and not taken: %s"), titles->str);
}

/**
 * taga_proposal_words_read:
 * @self: (out caller-allocates): takes the words
 * @list: the list that the row belongs to
 * @number: the row's number
 * @field: a field that it would set, for the words of that alone; -1 for the row
 * @error: return location for an error
 *
 * Puts a row of a proposal into words.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_proposal_words_read (TagaProposalWords *self,
                          TagaProposalList *list,
                          gint64 number,
                          int field,
                          GError **error)
{
  TagaStore *store = taga_proposal_list_get_store (list);
  TagaProposal *proposal = taga_proposal_list_get_proposal (list);
  TagaEdition *edition = taga_store_get_edition (store);
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  g_autoptr (TagaRecord) record = NULL;
  g_autofree char *doubt = NULL;
  gboolean done;

  done =
      taga_staging_get (taga_proposal_get_staging (proposal), number, &self->staged, values, error);
  if (done && field < 0 && self->staged.row > 0)
    self->unread =
        create_unread (taga_proposal_get_unread (proposal, self->staged.sheet, self->staged.row));
  if (done && self->staged.id != 0)
    {
      record = taga_store_get_record (store, TAGA_TYPE_ASSET, self->staged.id, error);
      done = record != NULL;
    }

  if (done)
    {
      doubt =
          taga_doubt_describe (self->staged.doubt, edition, record, taga_language_is_japanese ());
      self->doubt = doubt == NULL || field >= 0 ? NULL : g_markup_escape_text (doubt, -1);
    }
  if (done && record == NULL)
    {
      self->name = g_strdup (values[TAGA_ASSET_NAME].text);
      describe_new (edition, values, &self->title, &self->details);
    }
  else if (done && field >= 0)
    describe_cell (self, (guint) field, edition, values, record);
  else if (done)
    describe_found (self, edition, values, record);

  taga_values_free (values, TAGA_ASSET_N_FIELDS);
  return done;
}

/**
 * taga_proposal_words_clear:
 * @self: words
 *
 * Frees what the words hold.
 */
void
taga_proposal_words_clear (TagaProposalWords *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->details, g_free);
  g_clear_pointer (&self->new_title, g_free);
  g_clear_pointer (&self->new_details, g_free);
  g_clear_pointer (&self->doubt, g_free);
  g_clear_pointer (&self->unread, g_free);
}

static gboolean
is_taken_as_new (const TagaProposalWords *self, TagaStagedKind kind)
{
  return self->new_title != NULL && kind == TAGA_STAGED_NEW;
}

/**
 * taga_proposal_words_get_title:
 * @self: words
 * @kind: what the user takes the row for
 *
 * Says which asset it is.
 *
 * Returns: (transfer none) (nullable): markup
 */
const char *
taga_proposal_words_get_title (const TagaProposalWords *self, TagaStagedKind kind)
{
  return is_taken_as_new (self, kind) ? self->new_title : self->title;
}

static guint
count_fields (guint64 fields)
{
  guint n = 0;

  for (; fields != 0; fields &= fields - 1)
    n++;

  return n;
}

/* What would become of the asset, or of the cell. */
static const char *
get_outcome (const TagaProposalWords *self, TagaStagedKind kind, gboolean enabled)
{
  if (is_taken_as_new (self, kind))
    return self->new_details;
  if (kind == TAGA_STAGED_SAME)
    return _ ("The register has it just so.");
  if (kind != TAGA_STAGED_GONE)
    return self->details == NULL ? "" : self->details;

  return enabled ? _ ("Not in the file. It will be retired as of today.")
                 : _ ("Not in the file. It stays as it is.");
}

/**
 * taga_proposal_words_create_details:
 * @self: words
 * @field: the cell that they are of, or -1 for the row
 * @kind: what the user takes the row for
 * @left: the cells that are not ticked, bit by field
 * @enabled: whether the row can be ticked
 *
 * Says what would become of it. Where the cells have lines of their own, the row only counts them.
 *
 * Returns: (transfer full): markup
 */
char *
taga_proposal_words_create_details (const TagaProposalWords *self,
                                    int field,
                                    TagaStagedKind kind,
                                    guint64 left,
                                    gboolean enabled)
{
  g_autofree char *outcome = NULL;
  guint n = count_fields (self->staged.mask);
  guint n_taken;

  n_taken = count_fields (self->staged.mask & ~left);
  if (field < 0 && n > 1 && n_taken > 0 && n_taken < n && kind == TAGA_STAGED_CHANGED)
    /* Translators: how many of the cells that differ are to be changed */
    outcome = g_strdup_printf (_ ("Changes %u of %u cells"), n_taken, n);
  else if (field < 0 && n > 1 && kind == TAGA_STAGED_CHANGED)
    outcome = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Changes %u cell", "Changes %u cells", n), n);
  else
    outcome = g_strdup (get_outcome (self, kind, enabled));

  if (self->unread != NULL)
    {
      g_autofree char *rest = g_steal_pointer (&outcome);

      outcome = g_strdup_printf ("<b>%s</b>\n%s", self->unread, rest);
    }
  if (self->doubt == NULL)
    return g_steal_pointer (&outcome);

  return g_strdup_printf ("<b>%s</b> %s\n%s", _ ("Doubtful:"), self->doubt, outcome);
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
 * taga_proposal_words_describe:
 * @self: words
 * @field: the cell that they are of, or -1 for the row
 * @kind: what the user takes the row for
 * @enabled: whether the row can be ticked
 *
 * Says all of it in one line, for those who hear it.
 *
 * Returns: (transfer full): the text
 */
char *
taga_proposal_words_describe (const TagaProposalWords *self,
                              int field,
                              TagaStagedKind kind,
                              gboolean enabled)
{
  g_autofree char *title = strip_markup (taga_proposal_words_get_title (self, kind));
  g_autofree char *unread = strip_markup (self->unread);
  g_autofree char *change = strip_markup (get_outcome (self, kind, enabled));
  g_autofree char *outcome =
      self->unread == NULL ? g_strdup (change) : g_strdup_printf ("%s. %s", unread, change);
  g_autofree char *doubt = strip_markup (self->doubt);

  if (field >= 0)
    return g_strdup_printf ("%s: %s", title, outcome);
  if (self->doubt == NULL)
    return g_strdup_printf ("%s. %s", title, outcome);

  return g_strdup_printf ("%s. %s %s %s", title, _ ("Doubtful:"), doubt, outcome);
}

/**
 * taga_proposal_words_get_icon:
 * @self: words
 * @kind: what the user takes the row for
 *
 * Says in an icon what it is.
 *
 * Returns: (transfer none): the icon's name
 */
const char *
taga_proposal_words_get_icon (const TagaProposalWords *self, TagaStagedKind kind)
{
  if (self->doubt != NULL)
    return "dialog-question-symbolic";

  switch (kind)
    {
    case TAGA_STAGED_NEW:
      return "list-add-symbolic";
    case TAGA_STAGED_CHANGED:
      return "document-edit-symbolic";
    case TAGA_STAGED_SAME:
      return "object-select-symbolic";
    case TAGA_STAGED_GONE:
    default:
      return "list-remove-symbolic";
    }
}
