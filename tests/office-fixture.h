#pragma once

#include "cli-fixture.h"

G_BEGIN_DECLS

/**
 * OfficeTool:
 *
 * What may not be there on every machine.
 */
typedef enum
{
  OFFICE_OPENPYXL,
  OFFICE_LIBREOFFICE,
} OfficeTool;

gboolean office_fixture_has (OfficeTool what);
char *office_fixture_python (CliFixture *fixture, const char *input, ...) G_GNUC_NULL_TERMINATED;
char *office_fixture_write (CliFixture *fixture, const char *assets, const char *options);
char *office_fixture_convert (CliFixture *fixture, const char *source, const char *format);

G_END_DECLS
