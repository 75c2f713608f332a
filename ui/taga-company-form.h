#pragma once

#include <adwaita.h>

#include "taga-store.h"

G_BEGIN_DECLS

#define TAGA_TYPE_COMPANY_FORM (taga_company_form_get_type ())
G_DECLARE_FINAL_TYPE (TagaCompanyForm, taga_company_form, TAGA, COMPANY_FORM, AdwBin)

GtkWidget *taga_company_form_new (void);
void taga_company_form_set_store (TagaCompanyForm *self, TagaStore *store);
void taga_company_form_refresh (TagaCompanyForm *self);

G_END_DECLS
