#pragma once

#include <adwaita.h>

#include "taga-edition.h"

G_BEGIN_DECLS

void taga_ui_init (void);

void taga_ui_toast (GtkWidget *widget, const char *text);
void taga_ui_toast_step (GtkWidget *widget, const char *label, GObject *source);
void taga_ui_show_error (GtkWidget *widget, const char *heading, const GError *error);

void taga_ui_report (GtkWidget *widget, gboolean done, const GError *error);

GtkWidget *taga_ui_create_label (const char *text);
char *taga_ui_format_criterion (TagaEdition *edition, const char *property, int level);
char *taga_ui_format_date (const char *iso);
char *taga_ui_format_time (const char *iso);
char *taga_ui_shorten (const char *text, glong n_characters);

G_END_DECLS
