#include "taga-step-item.h"

#include <glib/gi18n-lib.h>

#include "taga-text.h"
#include "taga-ui.h"

/**
 * TagaStepItem:
 *
 * One row of the history: a step in the words in which it is shown.
 */
struct _TagaStepItem
{
  GObject parent_instance;

  gint64 id;
  gint64 n_changes;
  TagaStepState state;
  char *label;   /* (owned) */
  char *details; /* (owned) */
  char *day;     /* (owned) */
  gboolean starts_day;
};

G_DEFINE_FINAL_TYPE (TagaStepItem, taga_step_item, G_TYPE_OBJECT)

enum
{
  PROP_DAY = 1,
  PROP_DETAILS,
  PROP_LABEL,
  PROP_REPLACED,
  PROP_STARTS_DAY,
  PROP_STATE_ICON,
  PROP_STATE_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
taga_step_item_finalize (GObject *object)
{
  TagaStepItem *self = TAGA_STEP_ITEM (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->details, g_free);
  g_clear_pointer (&self->day, g_free);

  G_OBJECT_CLASS (taga_step_item_parent_class)->finalize (object);
}

static void
taga_step_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TagaStepItem *self = TAGA_STEP_ITEM (object);

  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_REPLACED:
      g_value_set_boolean (value, self->state == TAGA_STEP_DROPPED);
      break;
    case PROP_STARTS_DAY:
      g_value_set_boolean (value, self->starts_day);
      break;
    case PROP_STATE_ICON:
      g_value_set_string (value, taga_step_item_get_state_icon (self));
      break;
    case PROP_STATE_TEXT:
      g_value_set_string (value, taga_step_item_get_state_text (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
taga_step_item_class_init (TagaStepItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = taga_step_item_finalize;
  object_class->get_property = taga_step_item_get_property;

  /**
   * TagaStepItem:day:
   *
   * The day on which it was done, as the heading of a day.
   */
  properties[PROP_DAY] =
      g_param_spec_string ("day", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaStepItem:details:
   *
   * Time of day, person and number of records in one line.
   */
  properties[PROP_DETAILS] =
      g_param_spec_string ("details", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaStepItem:label:
   *
   * What was done, in plain words.
   */
  properties[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaStepItem:replaced:
   *
   * Whether it was undone and something else done since. Who undoes much has many of them, so a row
   * says it by the icon alone.
   */
  properties[PROP_REPLACED] = g_param_spec_boolean ("replaced", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaStepItem:starts-day:
   *
   * Whether it is the first of its day in the list, above which the day stands.
   */
  properties[PROP_STARTS_DAY] = g_param_spec_boolean ("starts-day", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaStepItem:state-icon:
   *
   * Name of the icon beside the state's word; `NULL` where there is no word.
   */
  properties[PROP_STATE_ICON] = g_param_spec_string ("state-icon", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TagaStepItem:state-text:
   *
   * What became of it, in a word; `NULL` where what it did holds.
   */
  properties[PROP_STATE_TEXT] = g_param_spec_string ("state-text", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
taga_step_item_init (TagaStepItem *self)
{
}

static const char *
get_weekday (GDateTime *moment)
{
  static const char *const weekdays[] = {
    NC_ ("weekday", "Mon"), NC_ ("weekday", "Tue"), NC_ ("weekday", "Wed"), NC_ ("weekday", "Thu"),
    NC_ ("weekday", "Fri"), NC_ ("weekday", "Sat"), NC_ ("weekday", "Sun"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday",
                       weekdays[g_date_time_get_day_of_week (moment) - 1]);
}

static int
get_julian (GDateTime *moment)
{
  GDate date;
  int year, month, day;

  g_date_time_get_ymd (moment, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return (int) g_date_get_julian (&date);
}

/* The weekday is a word of ours: that of the locale may be in another language. */
static char *
format_day (GDateTime *moment)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = g_date_time_format (moment, "%Y-%m-%d");
  g_autofree char *date = taga_ui_format_date (iso);
  int age = get_julian (now) - get_julian (moment);

  if (age == 0)
    /* Translators: a date such as 2026/11/22 and a weekday such as Sun */
    return g_strdup_printf (_ ("Today, %s (%s)"), date, get_weekday (moment));
  if (age == 1)
    return g_strdup_printf (_ ("Yesterday, %s (%s)"), date, get_weekday (moment));

  return g_strdup_printf (C_ ("day", "%s (%s)"), date, get_weekday (moment));
}

static char *
format_count (gint64 n_changes)
{
  gulong n = (gulong) CLAMP (n_changes, 0, G_MAXINT32);

  return g_strdup_printf (ngettext ("%'lu record", "%'lu records", n), n);
}

/* What is not known is left out. */
static char *
join_details (const char *clock, const char *person, const char *count)
{
  const char *parts[4] = { NULL };
  guint n = 0;

  if (clock != NULL)
    parts[n++] = clock;
  if (person != NULL)
    parts[n++] = person;
  parts[n++] = count;

  return g_strjoinv (" · ", (char **) parts);
}

/**
 * taga_step_item_new:
 * @step: a step of the history
 *
 * Puts a step into words. What stands in the file may come from anywhere, so nothing of it is
 * believed to be fit for a line of text.
 *
 * Returns: (transfer full): the row
 */
TagaStepItem *
taga_step_item_new (const TagaStep *step)
{
  TagaStepItem *self = g_object_new (TAGA_TYPE_STEP_ITEM, NULL);
  g_autoptr (GDateTime) moment =
      step->time == NULL ? NULL : g_date_time_new_from_iso8601 (step->time, NULL);
  g_autoptr (GDateTime) local = moment == NULL ? NULL : g_date_time_to_local (moment);
  g_autofree char *person = step->person == NULL ? NULL : taga_text_clean (step->person, -1, FALSE);
  g_autofree char *count = format_count (step->n_changes);
  g_autofree char *clock = local == NULL ? NULL : g_date_time_format (local, "%-H:%M");

  self->id = step->id;
  self->n_changes = step->n_changes;
  self->state = step->state;
  self->label = step->label == NULL ? NULL : taga_text_clean (step->label, -1, FALSE);
  if (self->label == NULL)
    self->label = g_strdup (_ ("Step without a name"));
  self->day = local == NULL ? g_strdup (_ ("Day not known")) : format_day (local);
  self->details = join_details (clock, person, count);

  return self;
}

/**
 * taga_step_item_get_id:
 * @self: a row of the history
 *
 * Gets the step's number in the file.
 *
 * Returns: the number
 */
gint64
taga_step_item_get_id (TagaStepItem *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_ITEM (self), 0);

  return self->id;
}

/**
 * taga_step_item_get_n_changes:
 * @self: a row of the history
 *
 * Gets how many records the step touched.
 *
 * Returns: how many
 */
gint64
taga_step_item_get_n_changes (TagaStepItem *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_ITEM (self), 0);

  return self->n_changes;
}

/**
 * taga_step_item_get_label:
 * @self: a row of the history
 *
 * Gets what was done, in plain words.
 *
 * Returns: (transfer none): the words
 */
const char *
taga_step_item_get_label (TagaStepItem *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_ITEM (self), NULL);

  return self->label;
}

/**
 * taga_step_item_get_details:
 * @self: a row of the history
 *
 * Gets time of day, person and number of records in one line.
 *
 * Returns: (transfer none): the line
 */
const char *
taga_step_item_get_details (TagaStepItem *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_ITEM (self), NULL);

  return self->details;
}

/**
 * taga_step_item_get_day:
 * @self: a row of the history
 *
 * Gets the day on which it was done, as the heading of a day.
 *
 * Returns: (transfer none): the day
 */
const char *
taga_step_item_get_day (TagaStepItem *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_ITEM (self), NULL);

  return self->day;
}

/**
 * taga_step_item_get_state:
 * @self: a row of the history
 *
 * Gets what became of the step.
 *
 * Returns: the state
 */
TagaStepState
taga_step_item_get_state (TagaStepItem *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_ITEM (self), TAGA_STEP_DONE);

  return self->state;
}

/**
 * taga_step_item_set_state:
 * @self: a row of the history
 * @state: the state
 *
 * Sets what became of the step.
 */
void
taga_step_item_set_state (TagaStepItem *self, TagaStepState state)
{
  g_return_if_fail (TAGA_IS_STEP_ITEM (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPLACED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE_ICON]);
}

/**
 * taga_step_item_get_state_text:
 * @self: a row of the history
 *
 * Gets what became of the step, in a word.
 *
 * Returns: (transfer none) (nullable): the word; `NULL` where what it did holds
 */
const char *
taga_step_item_get_state_text (TagaStepItem *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_ITEM (self), NULL);

  switch (self->state)
    {
    case TAGA_STEP_UNDONE:
      return C_ ("step", "Undone");
    case TAGA_STEP_DROPPED:
      return C_ ("step", "Replaced by another step");
    case TAGA_STEP_KEPT:
      return C_ ("step", "From the beginning");
    case TAGA_STEP_DONE:
    default:
      return NULL;
    }
}

/**
 * taga_step_item_get_state_icon:
 * @self: a row of the history
 *
 * Gets the name of the icon beside the state's word.
 *
 * Returns: (transfer none) (nullable): the name; `NULL` where there is no word
 */
const char *
taga_step_item_get_state_icon (TagaStepItem *self)
{
  g_return_val_if_fail (TAGA_IS_STEP_ITEM (self), NULL);

  switch (self->state)
    {
    case TAGA_STEP_UNDONE:
      return "edit-undo-symbolic";
    case TAGA_STEP_DROPPED:
      return "edit-clear-symbolic";
    case TAGA_STEP_KEPT:
      return "changes-prevent-symbolic";
    case TAGA_STEP_DONE:
    default:
      return NULL;
    }
}

/**
 * taga_step_item_set_starts_day:
 * @self: a row of the history
 * @starts_day: whether the step above it is of another day
 *
 * Sets whether it is the first of its day in the list, above which the day stands.
 */
void
taga_step_item_set_starts_day (TagaStepItem *self, gboolean starts_day)
{
  g_return_if_fail (TAGA_IS_STEP_ITEM (self));

  if (self->starts_day == starts_day)
    return;

  self->starts_day = starts_day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STARTS_DAY]);
}
