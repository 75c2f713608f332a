#pragma once

#include <gtk/gtk.h>

#include "taga-paper-layout.h"

G_BEGIN_DECLS

GtkPrintOperation *taga_paper_print_new (TagaPaperLayout *layout);

G_END_DECLS
