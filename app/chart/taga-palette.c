#include "taga-palette.h"

#include <math.h>

/* The colours of カラーユニバーサルデザイン推奨配色セット: accents for lines and marks, base
 * colours for areas. Those who see red and green alike tell them apart, though not in every light:
 * so none of them says anything that a word, a number, a line style or a mark does not say too. */
#define RED 0xFF4B00
#define YELLOW 0xFFF100
#define BLUE 0x005AFF
#define SKY 0x4DC4FF
#define ORANGE 0xF6AA00
#define BROWN 0x804000
#define GREY 0x84919E
#define LIGHT_GREY 0xC8C8CB
#define CREAM 0xFFFF80
#define LIGHT_SKY 0xBFE4FF
#define BEIGE 0xFFCA80
#define PINK 0xFF8082

/* Text is always one of these. */
#define BLACK 0x1A1A1A
#define WHITE 0xFFFFFF

/* By the band: not known, small, medium, large. */
#define BAND_COLOURS                                                                               \
  {                                                                                                \
    LIGHT_GREY, LIGHT_SKY, BEIGE, RED                                                              \
  }
#define BLACK_TEXTS                                                                                \
  {                                                                                                \
    BLACK, BLACK, BLACK, BLACK                                                                     \
  }

static const TagaPalette palettes[TAGA_N_PALETTES] = {
  [TAGA_PALETTE_LIGHT] = { WHITE,
                           BLACK,
                           0x5E5E5E,
                           LIGHT_GREY,
                           BLUE,
                           0x5E5E5E,
                           BLUE,
                           0.14,
                           BEIGE,
                           ORANGE,
                           BROWN,
                           SKY,
                           0.5,
                           0x404040,
                           BAND_COLOURS,
                           BLACK_TEXTS,
                           FALSE,
                           { BLUE, BROWN, RED, 0x404040 } },
  [TAGA_PALETTE_DARK] = { 0x242424,
                          WHITE,
                          LIGHT_GREY,
                          0x5E6670,
                          SKY,
                          LIGHT_GREY,
                          SKY,
                          0.22,
                          BEIGE,
                          ORANGE,
                          BROWN,
                          SKY,
                          0.5,
                          GREY,
                          BAND_COLOURS,
                          BLACK_TEXTS,
                          FALSE,
                          { SKY, ORANGE, PINK, WHITE } },
  [TAGA_PALETTE_CONTRAST] = { WHITE,
                              0x000000,
                              0x000000,
                              0x5E5E5E,
                              0x0000C0,
                              0x000000,
                              0x0000C0,
                              0.12,
                              BEIGE,
                              YELLOW,
                              0x000000,
                              LIGHT_SKY,
                              0.7,
                              0x000000,
                              { WHITE, LIGHT_SKY, YELLOW, BLACK },
                              { BLACK, BLACK, BLACK, WHITE },
                              TRUE,
                              { 0x0000C0, 0x000000, 0x0000C0, 0x000000 } },
  [TAGA_PALETTE_CONTRAST_DARK] = { 0x000000,
                                   WHITE,
                                   WHITE,
                                   LIGHT_GREY,
                                   YELLOW,
                                   WHITE,
                                   YELLOW,
                                   0.25,
                                   BEIGE,
                                   YELLOW,
                                   WHITE,
                                   SKY,
                                   0.6,
                                   WHITE,
                                   { 0x000000, LIGHT_SKY, YELLOW, WHITE },
                                   { WHITE, BLACK, BLACK, BLACK },
                                   TRUE,
                                   { YELLOW, WHITE, YELLOW, WHITE } },
  [TAGA_PALETTE_PRINT] = { WHITE,
                           BLACK,
                           0x4A4A4A,
                           0xA0A0A4,
                           BLUE,
                           0x4A4A4A,
                           BLUE,
                           0.12,
                           BEIGE,
                           ORANGE,
                           BROWN,
                           SKY,
                           0.5,
                           0x404040,
                           { WHITE, LIGHT_SKY, CREAM, RED },
                           BLACK_TEXTS,
                           TRUE,
                           { BLUE, BROWN, RED, 0x404040 } },
  [TAGA_PALETTE_MONOCHROME] = { WHITE,
                                0x000000,
                                0x000000,
                                0x808080,
                                0x000000,
                                0x000000,
                                0x000000,
                                0.08,
                                0xE8E8E8,
                                0xB0B0B0,
                                0x000000,
                                0x909090,
                                0.4,
                                0x303030,
                                { WHITE, WHITE, LIGHT_GREY, 0x303030 },
                                { 0x000000, 0x000000, 0x000000, WHITE },
                                TRUE,
                                { 0x000000, 0x000000, 0x000000, 0x000000 } },
};

/**
 * taga_palette_get:
 * @kind: what the chart is looked at on
 *
 * Gets the colours for a screen or for paper.
 *
 * Returns: (transfer none): the colours
 */
const TagaPalette *
taga_palette_get (TagaPaletteKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && (int) kind < TAGA_N_PALETTES, &palettes[0]);

  return &palettes[kind];
}

static const char *const keys[TAGA_N_PALETTES] = {
  [TAGA_PALETTE_LIGHT] = "light",       [TAGA_PALETTE_DARK] = "dark",
  [TAGA_PALETTE_CONTRAST] = "contrast", [TAGA_PALETTE_CONTRAST_DARK] = "contrast-dark",
  [TAGA_PALETTE_PRINT] = "print",       [TAGA_PALETTE_MONOCHROME] = "monochrome",
};

/**
 * taga_palette_to_key:
 * @kind: a palette
 *
 * Gives the name of a palette in files and on the command line.
 *
 * Returns: (transfer none): the key
 */
const char *
taga_palette_to_key (TagaPaletteKind kind)
{
  g_return_val_if_fail ((int) kind >= 0 && (int) kind < TAGA_N_PALETTES, keys[0]);

  return keys[kind];
}

/**
 * taga_palette_from_key:
 * @key: (nullable): name of a palette
 * @kind: (out): the palette
 *
 * Finds a palette by its name.
 *
 * Returns: whether there is one; if not, @kind stays as it is
 */
gboolean
taga_palette_from_key (const char *key, TagaPaletteKind *kind)
{
  for (int i = 0; i < TAGA_N_PALETTES; i++)
    if (g_strcmp0 (key, keys[i]) == 0)
      {
        *kind = (TagaPaletteKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * taga_palette_set:
 * @cr: a context
 * @colour: 0xRRGGBB
 * @alpha: how opaque, 0 to 1
 *
 * Makes a colour the one that is drawn with.
 */
void
taga_palette_set (cairo_t *cr, guint32 colour, double alpha)
{
  cairo_set_source_rgba (cr, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                         (colour & 0xFF) / 255.0, alpha);
}

static double
get_light (guint32 part)
{
  double value = part / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (guint32 colour)
{
  return 0.2126 * get_light (colour >> 16 & 0xFF) + 0.7152 * get_light (colour >> 8 & 0xFF)
         + 0.0722 * get_light (colour & 0xFF);
}

/**
 * taga_palette_contrast:
 * @one: 0xRRGGBB
 * @other: 0xRRGGBB
 *
 * Computes how well two colours are told apart (WCAG 2.2): text wants 4.5, lines want 3.
 *
 * Returns: the ratio, 1 to 21
 */
double
taga_palette_contrast (guint32 one, guint32 other)
{
  double a = get_luminance (one);
  double b = get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}
