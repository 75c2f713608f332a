#include "taga-answer-dialog.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-record.h"
#include "taga-impact.h"
#include "taga-language.h"
#include "taga-threat.h"
#include "taga-ui.h"

/**
 * TagaAnswerDialog:
 *
 * One threat or check item of the round: what it means, what was answered, by whom and when. The
 * answer can be changed, and before it is, a line says what that would change in the register.
 */
struct _TagaAnswerDialog
{
  AdwWindow parent_instance;

  TagaStore *store; /* (owned) */
  GType type;
  TagaAnswerRecord *answer; /* (owned) */
  TagaImpact *impact;       /* (owned) */
  gint64 chosen;

  /* Template */
  GtkLabel *notice_label;
  GtkLabel *title_label;
  GtkLabel *help_label;
  GtkLabel *present_label;
  GtkBox *choices;
  GtkLabel *impact_label;
  GtkLabel *source_label;
  GtkLabel *hint_label;
  GtkWidget *change_button;
};

G_DEFINE_FINAL_TYPE (TagaAnswerDialog, taga_answer_dialog, ADW_TYPE_WINDOW)

static const char *
pick (const char *ja, const char *en)
{
  return taga_language_is_japanese () ? ja : en;
}

static const char *
get_list (TagaAnswerDialog *self)
{
  return self->type == TAGA_TYPE_THREAT ? "threat" : "check";
}

static const char *
get_domain (TagaAnswerDialog *self)
{
  return self->type == TAGA_TYPE_THREAT ? "frequency" : "answer";
}

static char *
format_choice (const TagaChoice *choice)
{
  const char *label = pick (choice->label_ja, choice->label_en);

  return g_ascii_isdigit (*label) ? g_strdup (label)
                                  : g_strdup_printf ("%d: %s", choice->number, label);
}

static const char *
get_band_label (TagaAnswerDialog *self, TagaBand band)
{
  const TagaChoice *choice = taga_edition_find_choice (taga_store_get_edition (self->store), "band",
                                                       taga_band_to_key (band));

  return pick (choice->label_ja, choice->label_en);
}

/* From which band to which, how many; the worst first. */
static void
append_moves (TagaAnswerDialog *self, const TagaImpactResult *result, GString *text)
{
  guint n_moved = 0;

  for (int from = TAGA_BAND_LARGE; from >= TAGA_BAND_UNKNOWN; from--)
    for (int to = TAGA_BAND_LARGE; to >= TAGA_BAND_UNKNOWN; to--)
      {
        guint n = from == to ? 0 : result->n_moved[from][to];
        /* Translators: how many assets, from which band to which */
        g_autofree char *part = g_strdup_printf (
            ngettext ("%u asset: %s → %s", "%u assets: %s → %s", n), n,
            get_band_label (self, (TagaBand) from), get_band_label (self, (TagaBand) to));

        if (n == 0)
          continue;
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : _ (", "), part);
        n_moved += n;
      }

  if (result->n_assets > n_moved)
    {
      guint n = result->n_assets - n_moved;
      g_autofree char *rest =
          g_strdup_printf (ngettext ("%u asset gets another value in the same band",
                                     "%u assets get another value in the same band", n),
                           n);

      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : _ (", "), rest);
    }
}

static void
update_impact (TagaAnswerDialog *self)
{
  gint64 present = taga_answer_record_get_number (self->answer);
  gboolean differs = self->chosen != TAGA_UNKNOWN && self->chosen != present;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TagaImpactResult result;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.change",
                                 differs && taga_answer_record_get_obstacle (self->answer) == NULL);
  if (!differs)
    g_string_assign (text, _ ("Choose another answer, and here you see what it would change."));
  else if (!taga_impact_foresee (self->impact, self->type,
                                 taga_answer_record_get_item (self->answer)->key, self->chosen,
                                 &result, &error))
    g_string_assign (text, error->message);
  else if (result.n_assets == 0)
    g_string_assign (text, _ ("No asset’s risk would change."));
  else
    append_moves (self, &result, text);

  gtk_label_set_label (self->impact_label, text->str);
}

static void
toggled_cb (TagaAnswerDialog *self, GtkCheckButton *button)
{
  if (!gtk_check_button_get_active (button))
    return;

  self->chosen = g_ascii_strtoll (gtk_widget_get_name (GTK_WIDGET (button)), NULL, 10);
  update_impact (self);
}

/* The name of a choice's button is the answer's number. */
static GtkCheckButton *
add_choice (TagaAnswerDialog *self, const TagaChoice *choice, GtkCheckButton *group)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *label = format_choice (choice);
  g_autofree char *name = g_strdup_printf ("%d", choice->number);
  const char *meaning = pick (choice->text_ja, choice->text_en);
  GtkWidget *words = taga_ui_create_label (meaning);

  gtk_box_append (GTK_BOX (box), taga_ui_create_label (label));
  gtk_widget_add_css_class (words, "caption");
  gtk_widget_set_visible (words, meaning != NULL);
  gtk_box_append (GTK_BOX (box), words);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_name (button, name);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
  gtk_box_append (self->choices, button);

  return GTK_CHECK_BUTTON (button);
}

static void
choose_number (TagaAnswerDialog *self, gint64 number)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_ascii_strtoll (gtk_widget_get_name (child), NULL, 10) == number)
      {
        gtk_check_button_set_active (GTK_CHECK_BUTTON (child), TRUE);
        gtk_widget_grab_focus (child);
      }
}

static gboolean
key_pressed_cb (TagaAnswerDialog *self, guint keyval, guint keycode, GdkModifierType state)
{
  guint32 letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Escape)
    return gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);

  if (keyval == GDK_KEY_Return && GTK_IS_CHECK_BUTTON (gtk_window_get_focus (GTK_WINDOW (self))))
    return gtk_widget_activate_action (GTK_WIDGET (self), "answer.change", NULL);

  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->choices))
      || taga_edition_find_level (taga_store_get_edition (self->store), get_domain (self),
                                  g_unichar_digit_value (letter))
             == NULL)
    return GDK_EVENT_PROPAGATE;

  choose_number (self, g_unichar_digit_value (letter));
  return GDK_EVENT_STOP;
}

static void
change_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TagaAnswerDialog *self = TAGA_ANSWER_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  gboolean done = taga_answer_record_change (self->answer, self->chosen, &error);

  taga_ui_report (widget, done, error);
  if (done)
    gtk_window_close (GTK_WINDOW (self));
}

static void
taga_answer_dialog_dispose (GObject *object)
{
  TagaAnswerDialog *self = TAGA_ANSWER_DIALOG (object);

  g_clear_pointer (&self->impact, taga_impact_free);
  g_clear_pointer (&self->answer, taga_answer_record_free);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_ANSWER_DIALOG);

  G_OBJECT_CLASS (taga_answer_dialog_parent_class)->dispose (object);
}

static void
taga_answer_dialog_class_init (TagaAnswerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_answer_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-answer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerDialog, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerDialog, title_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerDialog, help_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerDialog, present_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerDialog, impact_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerDialog, source_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, TagaAnswerDialog, change_button);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_install_action (widget_class, "answer.change", NULL, change_action);
}

static void
taga_answer_dialog_init (TagaAnswerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen = TAGA_UNKNOWN;
}

static char *
format_present (TagaAnswerDialog *self)
{
  const TagaChoice *choice =
      taga_edition_find_level (taga_store_get_edition (self->store), get_domain (self),
                               taga_answer_record_get_number (self->answer));
  const char *person = taga_answer_record_get_person (self->answer);
  const char *note = taga_answer_record_get_note (self->answer);
  g_autofree char *day = taga_ui_format_date (taga_answer_record_get_day (self->answer));
  g_autofree char *label = choice == NULL ? g_strdup (_ ("not answered")) : format_choice (choice);
  /* Translators: %s is an answer */
  g_autofree char *words = g_strdup_printf (_ ("Answer so far: %s"), label);
  g_autoptr (GString) text = g_string_new (words);

  if (person != NULL && *day != '\0')
    /* Translators: in brackets, who answered and when */
    g_string_append_printf (text, _ (" (%s, %s)"), person, day);
  else if (person != NULL || *day != '\0')
    g_string_append_printf (text, _ (" (%s)"), person == NULL ? day : person);
  if (note != NULL)
    g_string_append_printf (text, "\n%s", note);

  return g_strdup (text->str);
}

static void
fill_choices (TagaAnswerDialog *self)
{
  const char *obstacle = taga_answer_record_get_obstacle (self->answer);
  GtkCheckButton *group = NULL;
  g_autofree char *hint = NULL;
  guint n;
  const TagaChoice *choices =
      taga_edition_get_choices (taga_store_get_edition (self->store), get_domain (self), &n);

  for (guint i = 0; i < n; i++)
    {
      GtkCheckButton *button = add_choice (self, &choices[i], group);

      if (choices[i].number == taga_answer_record_get_number (self->answer))
        gtk_check_button_set_active (button, TRUE);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      group = button;
    }

  hint = g_strdup_printf (_ ("Choose by the keys 1–%u"), n);
  gtk_label_set_label (self->hint_label, hint);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), obstacle == NULL);
  gtk_label_set_label (self->notice_label, obstacle == NULL ? "" : obstacle);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label), obstacle != NULL);
}

static void
fill (TagaAnswerDialog *self)
{
  const TagaItem *item = taga_answer_record_get_item (self->answer);
  const char *title = pick (item->title_ja, item->title_en);
  const char *help = pick (item->help_ja, item->help_en);
  g_autofree char *present = format_present (self);
  g_autofree char *heading = self->type == TAGA_TYPE_THREAT
                                 ? g_strdup (_ ("Threat"))
                                 : g_strdup_printf (_ ("Check %s"), item->key);

  gtk_window_set_title (GTK_WINDOW (self), heading);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->help_label, help == NULL ? "" : help);
  gtk_widget_set_visible (GTK_WIDGET (self->help_label), help != NULL);
  gtk_label_set_label (self->present_label, present);
  gtk_label_set_label (self->source_label,
                       taga_edition_get_source (taga_store_get_edition (self->store),
                                                get_list (self), taga_language_is_japanese ()));
  fill_choices (self);
  update_impact (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->change_button);
  choose_number (self, taga_answer_record_get_number (self->answer));
}

/**
 * taga_answer_dialog_present:
 * @parent: the window in front of which it stands
 * @store: the company file
 * @type: `TAGA_TYPE_THREAT` or `TAGA_TYPE_CHECK`
 * @item: key of a threat or check item
 *
 * Shows what was answered in the round in use, and lets the user change it.
 */
void
taga_answer_dialog_present (GtkWindow *parent, TagaStore *store, GType type, const char *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TagaAnswerRecord) answer = taga_answer_record_load (store, type, item, &error);
  g_autoptr (TagaImpact) impact = answer == NULL ? NULL : taga_impact_new (store, &error);
  TagaAnswerDialog *self;

  if (impact == NULL)
    {
      taga_ui_show_error (GTK_WIDGET (parent), _ ("The answer cannot be shown"), error);
      return;
    }

  self = g_object_new (TAGA_TYPE_ANSWER_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->type = type;
  self->answer = g_steal_pointer (&answer);
  self->impact = g_steal_pointer (&impact);
  fill (self);
  gtk_window_present (GTK_WINDOW (self));
}
