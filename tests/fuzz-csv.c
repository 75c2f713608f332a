/* A libFuzzer target: any bytes, read as a text file of rows.
 *
 * clang -g -O1 -fsanitize=fuzzer,address,undefined … fuzz-csv.c fuzz-sheet.c, with the sources of
 * app/exchange and app/record. */

#include "fuzz-sheet.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  /* A zip file is the other target's. */
  if (size < 2 || data[0] != 'P' || data[1] != 'K')
    fuzz_sheet_read (data, size);

  return 0;
}
