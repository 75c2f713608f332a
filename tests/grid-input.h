#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TEST_TYPE_INPUT_METHOD (test_input_method_get_type ())
G_DECLARE_FINAL_TYPE (TestInputMethod, test_input_method, TEST, INPUT_METHOD, GtkIMContext)

/* An input method whose composing a test does by hand. */
void test_input_method_install (void);
TestInputMethod *test_input_method_get_current (void);

void test_input_method_compose (TestInputMethod *self, const char *preedit);
void test_input_method_commit (TestInputMethod *self, const char *text);
const char *test_input_method_get_preedit (TestInputMethod *self);

G_END_DECLS
