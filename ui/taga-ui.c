#include "taga-ui.h"

#include <glib/gi18n-lib.h>

#include "data-resources.h"
#include "taga-language.h"
#include "ui-resources.h"

/* Where no desktop says which font to use, GTK takes one for Latin letters and mixes in another for
 * kana and kanji. One face for both reads better; and whole pixels keep lines apart evenly. */
static void
choose_font (GtkSettings *settings)
{
  g_autofree char *font = NULL;

  g_object_get (settings, "gtk-font-name", &font, NULL);
  if (g_strcmp0 (font, "Sans 10") == 0)
    g_object_set (settings, "gtk-font-name", "Noto Sans CJK JP 11", NULL);
  g_object_set (settings, "gtk-hint-font-metrics", TRUE, NULL);
}

/**
 * taga_ui_init:
 *
 * Makes the resources known that the program's windows are built from, after GTK has been
 * initialised. Called once at the start; a constructor would be dropped by the linker, as the
 * screen is a static library.
 */
void
taga_ui_init (void)
{
  g_resources_register (taga_data_get_resource ());
  g_resources_register (taga_ui_get_resource ());
  choose_font (gtk_settings_get_default ());
}

/**
 * taga_ui_toast:
 * @widget: any widget of a window
 * @text: a sentence
 *
 * Says something in passing, in the toast overlay around the widget.
 */
void
taga_ui_toast (GtkWidget *widget, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (overlay != NULL);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (escaped));
}

/**
 * taga_ui_toast_step:
 * @widget: any widget of a window
 * @label: what was done, as the history calls it
 * @source: who emits "changed" when something else is done
 *
 * Says in passing what was done, with a button to undo it. It goes when anything else is done,
 * since its button would then undo that.
 */
void
taga_ui_toast_step (GtkWidget *widget, const char *label, GObject *source)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (label, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (source, "changed", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/**
 * taga_ui_show_error:
 * @widget: any widget of a window
 * @heading: what was tried and did not work, in a few words
 * @error: why
 *
 * Says in a dialog that something failed and what to do. What the user typed stays where it is.
 */
void
taga_ui_show_error (GtkWidget *widget, const char *heading, const GError *error)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW));
  GtkWidget *dialog = adw_message_dialog_new (window, heading, error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * taga_ui_report:
 * @widget: any widget of a window
 * @done: whether what the user wanted was done
 * @error: (nullable): if not, why
 *
 * Says what went wrong with a change, if anything did.
 */
void
taga_ui_report (GtkWidget *widget, gboolean done, const GError *error)
{
  if (!done)
    taga_ui_show_error (widget, _ ("The change could not be made"), error);
}

/**
 * taga_ui_create_label:
 * @text: a text
 *
 * Makes a label for text of any length: it wraps, also within words that find no room.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
taga_ui_create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

/**
 * taga_ui_format_criterion:
 * @edition: the method edition
 * @property: "confidentiality", "integrity" or "availability"
 * @level: a level of its scale
 *
 * Writes what a level stands for; where it names several cases, each has a line and a dot.
 *
 * Returns: (transfer full): the text
 */
char *
taga_ui_format_criterion (TagaEdition *edition, const char *property, int level)
{
  const char *text =
      taga_edition_get_criterion (edition, property, level, taga_language_is_japanese ());
  g_auto (GStrv) lines = g_strsplit (text == NULL ? "" : text, "\n", -1);
  g_autofree char *joined = NULL;

  if (lines[0] == NULL || lines[1] == NULL)
    return g_strdup (text == NULL ? "" : text);

  joined = g_strjoinv ("\n・", lines);
  return g_strconcat ("・", joined, NULL);
}

/**
 * taga_ui_format_date:
 * @iso: (nullable): a day, ISO 8601
 *
 * Writes a day as people read it.
 *
 * Returns: (transfer full): the day; empty for none
 */
char *
taga_ui_format_date (const char *iso)
{
  int year, month, day;

  if (iso == NULL || sscanf (iso, "%d-%d-%d", &year, &month, &day) != 3)
    return g_strdup ("");

  return g_strdup_printf ("%d/%d/%d", year, month, day);
}

/**
 * taga_ui_format_time:
 * @iso: (nullable): a moment, ISO 8601
 *
 * Writes a moment as people here and now read it: today's and yesterday's by the word.
 *
 * Returns: (transfer full): the moment; empty for none
 */
char *
taga_ui_format_time (const char *iso)
{
  g_autoptr (GDateTime) moment = iso == NULL ? NULL : g_date_time_new_from_iso8601 (iso, NULL);
  g_autoptr (GDateTime) local = moment == NULL ? NULL : g_date_time_to_local (moment);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *clock = NULL;
  int days;

  if (local == NULL)
    return g_strdup ("");

  clock = g_date_time_format (local, "%-H:%M");
  days = (int) (g_date_time_difference (now, local) / G_TIME_SPAN_DAY);
  if (days <= 1 && g_date_time_get_day_of_month (now) == g_date_time_get_day_of_month (local))
    /* Translators: %s is a time of day such as 9:12 */
    return g_strdup_printf (_ ("Today %s"), clock);

  return g_date_time_format (local, "%Y/%-m/%-d %-H:%M");
}

/**
 * taga_ui_shorten:
 * @text: (nullable): a text
 * @n_characters: how many characters it may have
 *
 * Cuts a text that is too long, with an ellipsis at its end.
 *
 * Returns: (transfer full): the text; empty for none
 */
char *
taga_ui_shorten (const char *text, glong n_characters)
{
  g_autofree char *start = NULL;

  if (text == NULL || g_utf8_strlen (text, -1) <= n_characters)
    return g_strdup (text == NULL ? "" : text);

  start = g_utf8_substring (text, 0, n_characters - 1);
  return g_strconcat (start, "…", NULL);
}
