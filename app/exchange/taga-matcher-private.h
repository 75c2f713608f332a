#pragma once

#include "taga-matcher.h"

/* What the two files of the matcher share. */

G_BEGIN_DECLS

/* One number each for name and medium, and for business and name. */
#define N_LOOSE 2

/* The assets in use that are the same in all that the file has; those of one business, name and
 * medium; and the retired ones of these. */
enum
{
  CHAIN_SAME,
  CHAIN_NAMED,
  CHAIN_RETIRED,
  N_CHAINS
};

/* One asset of the register. */
typedef struct
{
  gint64 id;
  guint64 loose[N_LOOSE];
  guint next[N_CHAINS];
  gboolean retired;
  gboolean taken;
} Entry;

/* Which columns a sheet has decides which assets are told apart. So the register is learned anew
 * when a sheet with others has its turn, and what is settled by then is kept by its number. */
struct _TagaMatcher
{
  TagaRecordClass *klass;
  TagaSource *source;             /* (owned) */
  TagaUnread *unread;             /* (unowned): the cells that are not taken */
  guint sheet;                    /* whose turn it is */
  guint64 fields;                 /* that it has, bit by field; 0 before the first */
  guint64 key;                    /* of the row at hand: its business, name and medium */
  guint64 loose[N_LOOSE];         /* its loose keys */
  char *business;                 /* (owned) (nullable): the last one folded; they repeat */
  char *folded_business;          /* (owned) */
  GHashTable *settled;            /* (owned): numbers of assets that rows have taken or spared */
  GHashTable *sheets;             /* (owned): key of a new row -> its sheet + 1 */
  GArray *entries;                /* (owned) (element-type Entry) */
  GHashTable *chains[N_CHAINS];   /* (owned): key -> index of the last entry + 1 */
  GHashTable *leftovers[N_LOOSE]; /* (owned) (nullable): loose key -> index + 1 */
  GHashTable *counts[N_LOOSE];    /* (owned): loose key -> how many new rows have it */
  GHashTable *spared[N_LOOSE];    /* (owned): loose keys of rows that cannot be read */
};

void taga_matcher_count (TagaMatcher *self, guint loose, guint64 key, int change);

G_END_DECLS
