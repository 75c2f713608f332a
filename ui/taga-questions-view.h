#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TAGA_TYPE_QUESTIONS_VIEW (taga_questions_view_get_type ())
G_DECLARE_FINAL_TYPE (TagaQuestionsView, taga_questions_view, TAGA, QUESTIONS_VIEW, AdwBin)

G_END_DECLS
