#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAGA_STORE_ERROR (taga_store_error_quark ())
GQuark taga_store_error_quark (void);

/**
 * TagaStoreError:
 * @TAGA_STORE_ERROR_FAILED: the file could not be read or written
 * @TAGA_STORE_ERROR_FOREIGN: the file is not a company file
 * @TAGA_STORE_ERROR_DAMAGED: it is one, but broken or tampered with
 * @TAGA_STORE_ERROR_NEWER: a newer program wrote it
 * @TAGA_STORE_ERROR_READ_ONLY: it may not be written
 * @TAGA_STORE_ERROR_BUSY: another program is writing to it
 * @TAGA_STORE_ERROR_FULL: no space is left on the disk
 * @TAGA_STORE_ERROR_EXISTS: the new file's name is taken
 * @TAGA_STORE_ERROR_INVALID: a value is not allowed
 * @TAGA_STORE_ERROR_NOT_FOUND: there is no such record
 * @TAGA_STORE_ERROR_NOTHING: there is nothing to undo or redo
 * @TAGA_STORE_ERROR_CONFLICT: the data are no longer as the step left them
 * @TAGA_STORE_ERROR_SEALED: the round of assessment is sealed
 */
typedef enum
{
  TAGA_STORE_ERROR_FAILED,
  TAGA_STORE_ERROR_FOREIGN,
  TAGA_STORE_ERROR_DAMAGED,
  TAGA_STORE_ERROR_NEWER,
  TAGA_STORE_ERROR_READ_ONLY,
  TAGA_STORE_ERROR_BUSY,
  TAGA_STORE_ERROR_FULL,
  TAGA_STORE_ERROR_EXISTS,
  TAGA_STORE_ERROR_INVALID,
  TAGA_STORE_ERROR_NOT_FOUND,
  TAGA_STORE_ERROR_NOTHING,
  TAGA_STORE_ERROR_CONFLICT,
  TAGA_STORE_ERROR_SEALED,
} TagaStoreError;

G_END_DECLS
