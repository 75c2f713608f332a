#include "taga-written.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "taga-ui.h"

/* How much of a company's name goes into the name of a file. */
#define MAX_NAME 40

/* How high a note is, roughly, and how high many of them may be before they scroll. */
#define NOTE_HEIGHT 72
#define NOTES_HEIGHT 300

/* The overlay knows the toast about the file that was written last. */
#define ANNOUNCED "taga-announced"

/* How many seconds the outcome stays on the screen: it has a button. */
#define TOAST_SECONDS 10

/**
 * taga_written_clean_name:
 * @text: (nullable): a name, such as the company's
 *
 * Makes a part of a file's name. Letters that not every file system of an office takes become a
 * line, several of them one.
 *
 * Returns: (transfer full): the part; empty if nothing is left
 */
char *
taga_written_clean_name (const char *text)
{
  GString *name = g_string_new (NULL);
  glong n = 0;

  for (const char *p = text == NULL ? "" : text; *p != '\0' && n < MAX_NAME;
       p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL)
        {
          if (name->len == 0 || name->str[name->len - 1] != '_')
            g_string_append_c (name, '_');
        }
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (name, c);
    }

  return g_strstrip (g_string_free (name, FALSE));
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) overlay = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error)
      && gtk_widget_get_root (overlay) != NULL)
    taga_ui_show_error (overlay, _ ("The File Could Not Be Opened"), error);
}

static void
launch (GtkWidget *overlay, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GdkAppLaunchContext) context =
      gdk_display_get_app_launch_context (gtk_widget_get_display (overlay));

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
                                           g_object_ref (overlay));
}

static void
open_cb (AdwToast *toast, gpointer user_data)
{
  launch (user_data, g_object_get_data (G_OBJECT (toast), "file"));
}

static void
folder_cb (GtkButton *button, gpointer user_data)
{
  g_autoptr (GFile) folder = g_file_get_parent (g_object_get_data (G_OBJECT (button), "file"));

  launch (user_data, folder);
}

/* A toast has one button of its own; what was written can be opened, and found. */
static GtkWidget *
create_title (const char *text, GFile *file, GtkWidget *overlay)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *whole = g_strdup_printf ("%s: %s", text, shown);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (whole);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Open _Folder"));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (label, whole);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_object_set_data_full (G_OBJECT (button), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (folder_cb), overlay, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

/**
 * taga_written_open:
 * @widget: a widget of the window
 * @file: a file
 *
 * Opens a file with the program that the user has for it.
 */
void
taga_written_open (GtkWidget *widget, GFile *file)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && G_IS_FILE (file));

  launch (widget, file);
}

static void
dismissed_cb (AdwToast *toast, gpointer overlay)
{
  if (g_object_get_data (overlay, ANNOUNCED) == toast)
    g_object_set_data (overlay, ANNOUNCED, NULL);
}

/* What was said of an earlier file would come back when the later one has gone, over whatever is
 * done then. */
static void
replace_toast (GtkWidget *overlay, AdwToast *toast)
{
  AdwToast *earlier = g_object_get_data (G_OBJECT (overlay), ANNOUNCED);

  if (earlier != NULL)
    adw_toast_dismiss (earlier);
  g_object_set_data (G_OBJECT (overlay), ANNOUNCED, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, 0);
}

/**
 * taga_written_announce:
 * @widget: a widget inside the toast overlay that is to tell the outcome
 * @text: what was written
 * @file: the file
 *
 * Says that a file was written and what it is called, and offers to open it or its folder.
 */
void
taga_written_announce (GtkWidget *widget, const char *text, GFile *file)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast;

  g_return_if_fail (overlay != NULL);

  toast = adw_toast_new (text);
  adw_toast_set_custom_title (toast, create_title (text, file, overlay));
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), overlay, 0);
  replace_toast (overlay, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static GtkWidget *
create_notes_view (GPtrArray *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *label, *scroller;

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "",
                            (const char *) g_ptr_array_index (notes, i));

  label = gtk_label_new (text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              MIN ((int) notes->len * NOTE_HEIGHT, NOTES_HEIGHT));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), NOTES_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);

  return scroller;
}

/**
 * taga_written_show_notes:
 * @widget: a widget of the window
 * @notes: (element-type utf8): sentences
 * @heading: heading of the dialog
 * @body: what the sentences are about
 *
 * Shows what the user should know of a file that was written.
 */
void
taga_written_show_notes (GtkWidget *widget, GPtrArray *notes, const char *heading, const char *body)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkWidget *dialog = adw_message_dialog_new (window, heading, body);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), create_notes_view (notes));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
