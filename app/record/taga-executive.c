#include "taga-executive.h"

static void
free_risk (gpointer data)
{
  TagaExecutiveRisk *self = data;

  g_free (self->name);
  g_free (self->medium);
  g_free (self->threat);
  g_free (self->treatment);
  g_free (self->measure);
  g_free (self->day);
  g_free (self);
}

static void
free_measure (gpointer data)
{
  TagaExecutiveMeasure *self = data;

  g_free (self->name);
  g_free (self->owner);
  g_free (self->day);
  g_free (self);
}

/**
 * taga_executive_decision_free:
 * @self: (transfer full): something to decide
 *
 * Frees it.
 */
void
taga_executive_decision_free (TagaExecutiveDecision *self)
{
  g_free (self->name);
  g_free (self->reason);
  g_free (self->measures);
  g_free (self->due_on);
  g_free (self);
}

/**
 * taga_executive_new:
 *
 * Makes a sheet on which nothing stands yet.
 *
 * Returns: (transfer full): the sheet
 */
TagaExecutive *
taga_executive_new (void)
{
  TagaExecutive *self = g_new0 (TagaExecutive, 1);

  self->risks = g_ptr_array_new_with_free_func (free_risk);
  self->done = g_ptr_array_new_with_free_func (free_measure);
  self->late = g_ptr_array_new_with_free_func (free_measure);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_executive_decision_free);

  return self;
}

/**
 * taga_executive_free:
 * @self: (transfer full): a sheet
 *
 * Frees the sheet.
 */
void
taga_executive_free (TagaExecutive *self)
{
  for (guint i = 0; i < TAGA_EXECUTIVE_ROUNDS; i++)
    {
      g_free (self->rounds[i].name);
      g_free (self->rounds[i].day);
      g_free (self->rounds[i].scores);
    }
  g_ptr_array_unref (self->risks);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->late);
  g_ptr_array_unref (self->decisions);
  g_free (self);
}
