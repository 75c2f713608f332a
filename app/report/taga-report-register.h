#pragma once

#include "taga-document.h"
#include "taga-edition.h"
#include "taga-record.h"

G_BEGIN_DECLS

TagaDocument *taga_report_register_new (TagaEdition *edition,
                                        const char *company,
                                        const char *date,
                                        TagaPaperSize paper,
                                        TagaValuesFunc next,
                                        gpointer rows,
                                        GDestroyNotify free_rows,
                                        guint64 n_rows);

G_END_DECLS
