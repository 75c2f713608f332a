#pragma once

#include <cairo.h>
#include <glib.h>

#include "taga-risk.h"

G_BEGIN_DECLS

typedef enum
{
  TAGA_PALETTE_LIGHT,
  TAGA_PALETTE_DARK,
  TAGA_PALETTE_CONTRAST,
  TAGA_PALETTE_CONTRAST_DARK,
  TAGA_PALETTE_PRINT,
  TAGA_PALETTE_MONOCHROME,
} TagaPaletteKind;

/* How many lines have a colour of their own; more of them share one, and differ by mark. */
#define TAGA_N_LINE_COLOURS 4

#define TAGA_N_PALETTES (TAGA_PALETTE_MONOCHROME + 1)

/**
 * TagaPalette:
 * @surface: what the chart lies on; hollow marks are filled with it
 * @text: text
 * @faint: text of less weight, such as the numbers of rings
 * @grid: rings, axes and frames
 * @accent: what is chosen, the surface of the water, the acceptance line
 * @before: the line of the earlier of two rounds
 * @after: the line of the later one, and of a single one
 * @fill: how much of @after its area shows, 0 to 1
 * @stave: a stave of the barrel
 * @lowest: the lowest one
 * @edge: edge of a stave
 * @water: the water
 * @depth: how much the water hides, 0 to 1
 * @hoop: the hoops
 * @bands: colour of each band, by [enum@Band]
 * @band_texts: text on it
 * @is_edged: whether areas need an edge to be told apart
 * @lines: colours of lines that stand together
 *
 * The colours of a chart, as 0xRRGGBB.
 */
typedef struct
{
  guint32 surface;
  guint32 text;
  guint32 faint;
  guint32 grid;
  guint32 accent;
  guint32 before;
  guint32 after;
  double fill;
  guint32 stave;
  guint32 lowest;
  guint32 edge;
  guint32 water;
  double depth;
  guint32 hoop;
  guint32 bands[TAGA_MAX_BANDS];
  guint32 band_texts[TAGA_MAX_BANDS];
  gboolean is_edged;
  guint32 lines[TAGA_N_LINE_COLOURS];
} TagaPalette;

const TagaPalette *taga_palette_get (TagaPaletteKind kind);
const char *taga_palette_to_key (TagaPaletteKind kind);
gboolean taga_palette_from_key (const char *key, TagaPaletteKind *kind);
void taga_palette_set (cairo_t *cr, guint32 colour, double alpha);
double taga_palette_contrast (guint32 one, guint32 other);

G_END_DECLS
