#include "taga-round.h"

#include <glib/gi18n-lib.h>

/**
 * TagaRound:
 *
 * A round of assessment 評価回: a day on which threats and checks were judged, and by whom. It is
 * open until it is sealed.
 */
struct _TagaRound
{
  TagaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaRound, taga_round, TAGA_TYPE_RECORD)

static const TagaField fields[] = {
  [TAGA_ROUND_NAME] = { "name", N_ ("Round"), TAGA_FIELD_TEXT, TAGA_FIELD_REQUIRED, .width = 16 },
  [TAGA_ROUND_DATE] = { "date", N_ ("Date"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_ROUND_JUDGE] = { "judge", N_ ("Judged by"), TAGA_FIELD_CHOICE, .domain = "judge",
                         .width = 10 },
  [TAGA_ROUND_NOTE] = { "note", N_ ("Remarks"), TAGA_FIELD_NOTE, .width = 30 },
  [TAGA_ROUND_SEALED_ON] = { "sealed-on", N_ ("Sealed on"), TAGA_FIELD_DATE, .width = 11 },
  [TAGA_ROUND_COPIED_FROM] = { "copied-from", N_ ("Copied from"), TAGA_FIELD_REFERENCE,
                               .domain = "round", .width = 8 },
  [TAGA_ROUND_EDITION] = { "edition", N_ ("Method edition"), TAGA_FIELD_TEXT, .width = 10 },
  [TAGA_ROUND_SEALED_BY] = { "sealed-by", N_ ("Sealed by"), TAGA_FIELD_TEXT, .width = 12 },
  [TAGA_ROUND_SEAL] = { "seal", N_ ("Seal"), TAGA_FIELD_TEXT, TAGA_FIELD_EXTRA, .width = 10 },
};

static void
taga_round_class_init (TagaRoundClass *klass)
{
  taga_record_class_set_fields (TAGA_RECORD_CLASS (klass), "round", fields, G_N_ELEMENTS (fields));
}

static void
taga_round_init (TagaRound *self)
{
}

/**
 * taga_round_new:
 *
 * Makes a round of which nothing is known yet.
 *
 * Returns: (transfer full): the record
 */
TagaRound *
taga_round_new (void)
{
  return g_object_new (TAGA_TYPE_ROUND, NULL);
}

/**
 * taga_round_describe:
 * @name: (nullable): what a round is called
 * @sealed_on: (nullable): when it was sealed
 *
 * Names a round where its figures are shown, and says of one that is not sealed that they may still
 * change.
 *
 * Returns: (transfer full): the words
 */
char *
taga_round_describe (const char *name, const char *sealed_on)
{
  if (sealed_on != NULL)
    return g_strdup (name == NULL ? "" : name);
  if (name == NULL || *name == '\0')
    return g_strdup (_ ("in progress"));

  /* Translators: a round of assessment that is not sealed yet */
  return g_strdup_printf (_ ("%s (in progress)"), name);
}
