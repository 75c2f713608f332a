#include "taga-ladder.h"

#include <glib/gi18n-lib.h>

#include "taga-ladder-place.h"
#include "taga-language.h"

#define COPIED                                                                                     \
  N_ ("Answers copied from the last round and not looked at yet: {n}. Say whether they still "     \
      "hold.")

/* What is said of a move: "{item}" is the name of what it is about, "{n}" how many are left, "{of}"
 * of how many, "{points}" the points of the self-check. */
static const struct
{
  const char *page;
  const char *list; /* (nullable): the list of the edition in which the item stands */
  const char *title;
  const char *reason;
  const char *view; /* (nullable): what to show of the page where no item is named */
} moves[TAGA_N_MOVES] = {
  [TAGA_MOVE_ANSWER_RULE] = { "self-check", "rule", N_ ("Say how far you keep the rule “{item}”"),
                              N_ ("The rules come first: they need no plan, and they stop most "
                                  "common attacks. Still to answer: {n} of {of}."),
                              .view = "rules" },
  [TAGA_MOVE_KEEP_RULE] = { "self-check", "rule", N_ ("Begin with the rule “{item}”"),
                            N_ ("Rules not in place yet: {n} of {of}. Begin with them before "
                                "you plan anything."),
                            .view = "rules" },
  [TAGA_MOVE_DESCRIBE_RULE] = { "self-check", "rule",
                                N_ ("Write down your own way of keeping the rule “{item}”"),
                                N_ ("Once it is written down who does what and when, everybody "
                                    "can keep to it. Still to write: {n} of {of}."),
                                .view = "rules" },
  [TAGA_MOVE_START_SELF_CHECK] = { "self-check", "question", N_ ("Fill in the self-check"),
                                   N_ ("The rules are in hand. Now {of} questions show where the "
                                       "weak points are."),
                                   .view = "questions" },
  [TAGA_MOVE_ANSWER_QUESTION] = { "self-check", "question",
                                  N_ ("Go on with the self-check: “{item}”"),
                                  N_ ("Questions left: {n} of {of}. The total can be read when all "
                                      "are answered.") },
  [TAGA_MOVE_CLEAR_QUESTION] = { "self-check", "question", N_ ("Find out about “{item}”"),
                                 N_ ("Questions to which nobody knows the answer: {n} of {of}. Ask "
                                     "those who do the work.") },
  [TAGA_MOVE_MEND_QUESTION] = { "self-check", "question", N_ ("Raise a low point: “{item}”"),
                                N_ ("The self-check comes to {points} points; not done: {n} of "
                                    "{of}. Like a barrel, a company holds only as much as its "
                                    "lowest stave.") },
  [TAGA_MOVE_PUBLISH_POLICY] = { "self-check", NULL, N_ ("Write and publish the basic policy"),
                                 N_ ("It tells staff and customers what you stand for. Enter its "
                                     "address in the record of the declaration."),
                                 .view = "declaration" },
  [TAGA_MOVE_FILL_ROLE] = { "company", "role", N_ ("Name somebody for the role “{item}”"),
                            N_ ("Roles that nobody holds: {n} of {of}. One person may have "
                                "several, but not all.") },
  [TAGA_MOVE_ADD_ASSET] = { "assets", NULL, N_ ("Enter the first information assets"),
                            N_ ("Now it is time to see what has to be protected: write down "
                                "the information that each kind of work uses.") },
  [TAGA_MOVE_RATE_ASSET] = { "assets", NULL, N_ ("Complete the values of the assets"),
                             N_ ("Assets without an importance or a medium: {n} of {of}. Their "
                                 "risk is not known.") },
  [TAGA_MOVE_ANSWER_THREAT] = { "threats", "threat",
                                N_ ("Judge how often this may happen: “{item}”"),
                                N_ ("Threats to the media in use that have no frequency yet: {n} "
                                    "of {of}.") },
  [TAGA_MOVE_ANSWER_CHECK] = { "checks", "check",
                               N_ ("Go on with the countermeasure check: “{item}”"),
                               N_ ("Items without an answer: {n} of {of}. They count as not "
                                   "done.") },
  [TAGA_MOVE_TREAT_RISK] = { "risks", NULL, N_ ("Decide what to do about the largest risks"),
                             N_ ("Risks that have to be treated and are not yet: {n} of {of}.") },
  [TAGA_MOVE_PLAN_MEASURE] = { "risks", NULL, N_ ("Turn the decisions into measures"),
                               N_ ("Risks to be reduced: {of}. No measure says yet who does what "
                                   "by when."),
                               .view = "measures" },
  [TAGA_MOVE_SEAL_ROUND] = { "rounds", NULL, N_ ("Seal the round"),
                             N_ ("Everything is answered. What is sealed never changes, and "
                                 "the next round can be compared with it.") },
  [TAGA_MOVE_FINISH_MEASURE] = { "risks", NULL, N_ ("Go on with the measure “{item}”"),
                                 N_ ("Measures not finished: {n} of {of}. The next round will show "
                                     "what they have changed."),
                                 .view = "measures" },
  [TAGA_MOVE_START_ROUND] = { "rounds", NULL, N_ ("Start the next round"),
                              N_ ("The last round is sealed and takes no answers any more. See "
                                  "again "
                                  "where you stand, and compare.") },
  [TAGA_MOVE_CONFIRM_RULE] = { "self-check", "rule", N_ ("Look again at the rule “{item}”"),
                               COPIED },
  [TAGA_MOVE_CONFIRM_QUESTION] = { "self-check", "question",
                                   N_ ("Look again at the self-check: “{item}”"), COPIED },
  [TAGA_MOVE_CONFIRM_THREAT] = { "threats", "threat", N_ ("Look again at the threat “{item}”"),
                                 COPIED },
  [TAGA_MOVE_CONFIRM_CHECK] = { "checks", "check", N_ ("Look again at the check item “{item}”"),
                                COPIED },
};

/* How many are left of how many. */
static void
count_left (const TagaLadderFacts *f, TagaLadderMove move, guint *n, guint *of)
{
  const struct
  {
    guint n;
    guint of;
  } counts[TAGA_N_MOVES] = {
    [TAGA_MOVE_ANSWER_RULE] = { f->n_rules - f->n_rules_done - f->n_rules_partly
                                    - f->n_rules_not_done,
                                f->n_rules },
    [TAGA_MOVE_KEEP_RULE] = { f->n_rules_not_done, f->n_rules },
    [TAGA_MOVE_DESCRIBE_RULE] = { f->n_rules_without_way, f->n_rules },
    [TAGA_MOVE_START_SELF_CHECK] = { f->n_questions, f->n_questions },
    [TAGA_MOVE_ANSWER_QUESTION] = { f->n_questions - f->n_questions_answered, f->n_questions },
    [TAGA_MOVE_CLEAR_QUESTION] = { f->n_unclear, f->n_questions },
    [TAGA_MOVE_MEND_QUESTION] = { f->n_low, f->n_questions },
    [TAGA_MOVE_FILL_ROLE] = { f->n_roles - f->n_roles_filled, f->n_roles },
    [TAGA_MOVE_RATE_ASSET] = { f->n_assets - f->n_assets_rated, f->n_assets },
    [TAGA_MOVE_ANSWER_THREAT] = { f->n_threats - f->n_threats_answered, f->n_threats },
    [TAGA_MOVE_ANSWER_CHECK] = { f->n_checks - f->n_checks_answered, f->n_checks },
    [TAGA_MOVE_TREAT_RISK] = { f->n_risks - f->n_treated, f->n_risks },
    [TAGA_MOVE_PLAN_MEASURE] = { f->n_reduced, f->n_reduced },
    [TAGA_MOVE_FINISH_MEASURE] = { f->n_measures - f->n_measures_done, f->n_measures },
    [TAGA_MOVE_CONFIRM_RULE] = { f->n_confirm_rules, f->n_rules },
    [TAGA_MOVE_CONFIRM_QUESTION] = { f->n_confirm_questions, f->n_questions },
    [TAGA_MOVE_CONFIRM_THREAT] = { f->n_confirm_threats, f->n_threats },
    [TAGA_MOVE_CONFIRM_CHECK] = { f->n_confirm_checks, f->n_checks },
  };

  *n = counts[move].n;
  *of = counts[move].of;
}

/* The name of what a move is about. */
static const char *
get_item_name (const TagaLadderPlace *place, TagaLadderMove move)
{
  const TagaItem *item;

  if (move == TAGA_MOVE_FINISH_MEASURE)
    return place->measure;
  if (moves[move].list == NULL)
    return NULL;

  item = taga_edition_find_item (place->edition, moves[move].list, place->items[move]);
  if (item == NULL)
    return NULL;

  /* The short name of a role is too short to stand alone. */
  if (move == TAGA_MOVE_FILL_ROLE)
    return taga_language_is_japanese () ? item->title_ja : item->title_en;

  return taga_language_is_japanese () ? item->short_ja : item->short_en;
}

/* The name is put in last, so that nothing in it is taken for a place of another. */
static char *
fill_in (const char *sentence, const TagaLadderPlace *place, TagaLadderMove move)
{
  g_autoptr (GString) text = g_string_new (_ (sentence));
  const char *name = get_item_name (place, move);
  g_autofree char *left = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *points = g_strdup_printf ("%d", place->facts.points);
  guint n, of;

  count_left (&place->facts, move, &n, &of);
  left = g_strdup_printf ("%u", n);
  whole = g_strdup_printf ("%u", of);
  g_string_replace (text, "{n}", left, 0);
  g_string_replace (text, "{of}", whole, 0);
  g_string_replace (text, "{points}", points, 0);
  g_string_replace (text, "{item}", name == NULL ? "" : name, 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_rules (const TagaLadderFacts *f)
{
  if (f->n_rules_done + f->n_rules_partly + f->n_rules_not_done == 0)
    return g_strdup (_ ("Not begun yet"));

  return g_strdup_printf (_ ("%u of %u rules in place, %u in part"), f->n_rules_done, f->n_rules,
                          f->n_rules_partly);
}

static char *
describe_self_check (const TagaLadderFacts *f)
{
  if (f->n_questions_answered == 0 && !f->has_policy)
    return g_strdup (_ ("Not begun yet"));
  if (f->n_questions_answered < f->n_questions)
    return g_strdup_printf (_ ("Self-check: %u of %u questions, %d points so far"),
                            f->n_questions_answered, f->n_questions, f->points);

  return g_strdup_printf (f->has_policy ? _ ("Self-check: %d of %d points; basic policy published")
                                        : _ ("Self-check: %d of %d points; no basic policy yet"),
                          f->points, f->most);
}

static char *
describe_analysis (const TagaLadderFacts *f)
{
  if (f->n_assets == 0)
    return f->n_roles_filled == 0 ? g_strdup (_ ("Not begun yet"))
                                  : g_strdup_printf (_ ("%u of %u roles filled; no assets yet"),
                                                     f->n_roles_filled, f->n_roles);

  return g_strdup_printf (_ ("Roles %u/%u, assets %u/%u, threats %u/%u, checks %u/%u, treatments "
                             "%u/%u"),
                          f->n_roles_filled, f->n_roles, f->n_assets_rated, f->n_assets,
                          f->n_threats_answered, f->n_threats, f->n_checks_answered, f->n_checks,
                          f->n_treated, f->n_risks);
}

static char *
describe_spiral (const TagaLadderFacts *f)
{
  if (f->n_sealed == 0 && f->n_measures == 0)
    return g_strdup (_ ("Not begun yet"));

  if (f->n_measures == 0)
    return g_strdup_printf (_ ("Sealed rounds: %u; no measures yet"), f->n_sealed);

  return g_strdup_printf (_ ("Sealed rounds: %u; measures finished: %u of %u"), f->n_sealed,
                          f->n_measures_done, f->n_measures);
}

static void
describe_steps (TagaLadder *self)
{
  static const struct
  {
    const char *title;
    char *(*describe) (const TagaLadderFacts *facts);
  } steps[TAGA_N_STEPS] = {
    { N_ ("Begin with what you can do"), describe_rules },
    { N_ ("Begin as an organisation"), describe_self_check },
    { N_ ("Go about it in earnest"), describe_analysis },
    { N_ ("Become stronger"), describe_spiral },
  };

  for (guint i = 0; i < TAGA_N_STEPS; i++)
    {
      self->steps[i].title = g_strdup (_ (steps[i].title));
      self->steps[i].state = steps[i].describe (&self->facts);
      self->steps[i].progress = taga_ladder_get_progress (&self->facts, i);
    }
}

/**
 * taga_ladder_read:
 * @store: a store
 * @error: return location for an error
 *
 * Tells where the company stands on the guideline's four steps (v3.1, p. 12–54), and the one next
 * thing to do. Texts are in the user's language.
 *
 * Returns: (transfer full) (nullable): the ladder, or `NULL` with any [error@StoreError]
 */
TagaLadder *
taga_ladder_read (TagaStore *store, GError **error)
{
  g_autoptr (TagaLadderPlace) place = taga_ladder_place_read (store, error);
  TagaLadder *self;

  if (place == NULL)
    return NULL;

  self = g_new0 (TagaLadder, 1);
  self->facts = place->facts;
  self->round = place->round;
  self->move = taga_ladder_choose_move (&place->facts);
  self->current = taga_ladder_choose_step (&self->facts, self->move);
  self->title = fill_in (moves[self->move].title, place, self->move);
  self->reason = fill_in (moves[self->move].reason, place, self->move);
  self->page = moves[self->move].page;
  self->item = g_steal_pointer (&place->items[self->move]);
  if (self->item == NULL)
    self->item = g_strdup (moves[self->move].view);
  else if (self->move == TAGA_MOVE_FINISH_MEASURE)
    {
      /* Its number alone might be that of an asset. */
      g_autofree char *number = g_steal_pointer (&self->item);

      self->item = g_strconcat ("measures/", number, NULL);
    }
  describe_steps (self);

  return self;
}

/**
 * taga_ladder_free:
 * @self: (transfer full): a ladder
 *
 * Frees the ladder.
 */
void
taga_ladder_free (TagaLadder *self)
{
  for (guint i = 0; i < TAGA_N_STEPS; i++)
    {
      g_free (self->steps[i].title);
      g_free (self->steps[i].state);
    }
  g_free (self->title);
  g_free (self->reason);
  g_free (self->item);
  g_free (self);
}
