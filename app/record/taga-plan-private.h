#pragma once

#include "taga-cover.h"
#include "taga-plan.h"

/* What the two files of the plan share. */

G_BEGIN_DECLS

/* Prices order choices by their cost and then by their number of items, in one number. */
#define TAGA_PLAN_PRICE_BITS 12
#define TAGA_PLAN_MAX_ITEMS (1 << TAGA_PLAN_PRICE_BITS)

/* A vulnerability that is worth reaching, and the halves that are wanting for it. */
typedef struct
{
  int level;
  guint demand;
  gboolean takes_all; /* nothing less than all items of the medium will do */
} TagaPlanOption;

/* The first option is to leave the medium as it is. */
typedef struct
{
  TagaPlanOption options[3];
  guint n_options;
} TagaPlanTarget;

/* The ways in which certain media get all their items done, and the others as much as it takes. */
typedef struct
{
  guint all; /* those media, a bit for each */
  gint64 price;
  guint given[TAGA_MAX_MEDIA]; /* what their items give to each medium */
  TagaCover *cover;            /* (owned): what is wanting beyond that */
} TagaPlanRoute;

/* An option for each medium, at the least price at which that can be had. */
typedef struct
{
  guint8 option[TAGA_MAX_MEDIA];
  guint route;
  gint64 price;
  TagaStanding after;
} TagaPlanGoal;

struct _TagaPlan
{
  const TagaScale *scale;
  guint n_media;
  TagaPlanMedium *media;
  guint n_items;
  TagaPlanItem *items;
  TagaPlanTarget targets[TAGA_MAX_MEDIA];
  GArray *routes; /* (element-type TagaPlanRoute) */
  GArray *goals;  /* (element-type TagaPlanGoal): all of them; none if there are too many */
};

gint64 taga_plan_get_price (const TagaPlanItem *item);
void taga_plan_find_goals (TagaPlan *self);

G_END_DECLS
