#include "grid-input.h"

#include <gtk/gtkimmodule.h>
#include <string.h>

#define NAME "taga-test"

struct _TestInputMethod
{
  GtkIMContext parent_instance;

  char *preedit; /* (owned) */
};

G_DEFINE_FINAL_TYPE (TestInputMethod, test_input_method, GTK_TYPE_IM_CONTEXT)

static GQuark
get_current_quark (void)
{
  return g_quark_from_static_string ("test-input-method-current");
}

static void
get_preedit_string (GtkIMContext *context, char **string, PangoAttrList **attributes, int *cursor)
{
  TestInputMethod *self = TEST_INPUT_METHOD (context);

  if (string != NULL)
    *string = g_strdup (self->preedit);
  if (attributes != NULL)
    *attributes = pango_attr_list_new ();
  if (cursor != NULL)
    *cursor = (int) g_utf8_strlen (self->preedit, -1);
}

/* Drops what is composed, as some do; others commit it. */
static void
reset (GtkIMContext *context)
{
  test_input_method_compose (TEST_INPUT_METHOD (context), "");
}

/* The one of the widget that has the focus; a text that isn't focused composes nothing. */
static void
focus_in (GtkIMContext *context)
{
  g_type_set_qdata (TEST_TYPE_INPUT_METHOD, get_current_quark (), context);
}

static void
test_input_method_finalize (GObject *object)
{
  TestInputMethod *self = TEST_INPUT_METHOD (object);

  if (test_input_method_get_current () == self)
    g_type_set_qdata (TEST_TYPE_INPUT_METHOD, get_current_quark (), NULL);
  g_free (self->preedit);

  G_OBJECT_CLASS (test_input_method_parent_class)->finalize (object);
}

static void
test_input_method_class_init (TestInputMethodClass *klass)
{
  GtkIMContextClass *context_class = GTK_IM_CONTEXT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = test_input_method_finalize;
  context_class->get_preedit_string = get_preedit_string;
  context_class->reset = reset;
  context_class->focus_in = focus_in;
  context_class->focus_out = reset;
}

static void
test_input_method_init (TestInputMethod *self)
{
  self->preedit = g_strdup ("");
}

/* Makes it the input method of all texts. Called after GTK is initialized, before any window. */
void
test_input_method_install (void)
{
  g_setenv ("GTK_IM_MODULE", NAME, TRUE);
  g_io_extension_point_implement (GTK_IM_MODULE_EXTENSION_POINT_NAME, TEST_TYPE_INPUT_METHOD, NAME,
                                  0);
}

TestInputMethod *
test_input_method_get_current (void)
{
  return g_type_get_qdata (TEST_TYPE_INPUT_METHOD, get_current_quark ());
}

void
test_input_method_compose (TestInputMethod *self, const char *preedit)
{
  gboolean begins = *self->preedit == '\0' && *preedit != '\0';
  gboolean ends = *self->preedit != '\0' && *preedit == '\0';

  if (strcmp (self->preedit, preedit) == 0)
    return;

  if (begins)
    g_signal_emit_by_name (self, "preedit-start");
  g_free (self->preedit);
  self->preedit = g_strdup (preedit);
  g_signal_emit_by_name (self, "preedit-changed");
  if (ends)
    g_signal_emit_by_name (self, "preedit-end");
}

void
test_input_method_commit (TestInputMethod *self, const char *text)
{
  test_input_method_compose (self, "");
  g_signal_emit_by_name (self, "commit", text);
}

const char *
test_input_method_get_preedit (TestInputMethod *self)
{
  return self->preedit;
}
