#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAGA_TYPE_PAPER_SHEET (taga_paper_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TagaPaperSheet, taga_paper_sheet, TAGA, PAPER_SHEET, GtkWidget)

GtkWidget *taga_paper_sheet_new (const char *name, double width, double height);

void taga_paper_sheet_set_scale (TagaPaperSheet *self, double scale);
double taga_paper_sheet_get_width (TagaPaperSheet *self);
double taga_paper_sheet_get_height (TagaPaperSheet *self);

void taga_paper_sheet_show (TagaPaperSheet *self, GdkTexture *picture, const char *text);
void taga_paper_sheet_forget (TagaPaperSheet *self);
int taga_paper_sheet_get_drawn_width (TagaPaperSheet *self);
const char *taga_paper_sheet_get_text (TagaPaperSheet *self);

G_END_DECLS
