#pragma once

/* What pages and sheets are printed on. */
typedef enum
{
  TAGA_PAPER_A4,
  TAGA_PAPER_A3,
} TagaPaperSize;
