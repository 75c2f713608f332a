#include "taga-top-threat-row.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-top-list.h"
#include "taga-top-threat.h"
#include "taga-ui.h"

/**
 * TagaTopThreatRow:
 *
 * One of the ten threats of a year: what it is, which rules help against it, and where the company
 * puts it for itself – by a number, by Alt+Up and Alt+Down, or by the buttons.
 */
struct _TagaTopThreatRow
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) */
  char *key;        /* (owned) */
  char *name;       /* (owned) */
  gboolean is_locked;

  TagaFieldEdit *rank;
  GtkWidget *up;
  GtkWidget *down;
  GtkExpander *note_expander;
  TagaFieldEdit *note;
};

G_DEFINE_FINAL_TYPE (TagaTopThreatRow, taga_top_threat_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_MOVED,
  SIGNAL_STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
save_rank_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  TagaTopThreatRow *self = user_data;

  if (!taga_top_ranks_place (self->store, self->key, value->number, error))
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
  return TRUE;
}

static gboolean
save_note_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  TagaTopThreatRow *self = user_data;

  return taga_top_ranks_set_note (self->store, self->key, value->text, error);
}

static void
move (TagaTopThreatRow *self, int by)
{
  g_autoptr (GError) error = NULL;
  gboolean moved = FALSE;

  if (self->is_locked || !taga_field_edit_finish (self->rank))
    return;

  taga_ui_report (GTK_WIDGET (self),
                  taga_top_ranks_move (self->store, self->key, by, &moved, &error), error);
  if (moved)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
up_cb (TagaTopThreatRow *self)
{
  move (self, -1);
}

static void
down_cb (TagaTopThreatRow *self)
{
  move (self, 1);
}

static gboolean
key_pressed_cb (TagaTopThreatRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  int by;

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    by = -1;
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    by = 1;
  else
    return GDK_EVENT_PROPAGATE;

  switch (state & gtk_accelerator_get_default_mod_mask ())
    {
    case GDK_ALT_MASK:
      move (self, by);
      return GDK_EVENT_STOP;
    case 0:
      /* Within a remark the arrows move in the text. */
      if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL
          || !gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))),
                                      GTK_WIDGET (self->rank)))
        return GDK_EVENT_PROPAGATE;
      g_signal_emit (self, signals[SIGNAL_STEP], 0, by);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = taga_ui_create_label (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
create_button (TagaTopThreatRow *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

/* At the end of the row: the company's own number, and how to move the row. */
static GtkWidget *
create_rank (TagaTopThreatRow *self)
{
  const TagaField *fields = taga_record_class_peek (TAGA_TYPE_TOP_THREAT)->fields;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *clamp = adw_clamp_new (); /* so that the numbers of all rows stand below each other */
  GtkWidget *edit =
      taga_field_edit_new (&fields[TAGA_TOP_THREAT_RANK], TAGA_TOP_THREAT_RANK, save_rank_cb, self);
  /* Translators: the name of a threat, of which a number is asked */
  g_autofree char *name = g_strdup_printf (_ ("Our own number for “%s”"), self->name);

  self->rank = TAGA_FIELD_EDIT (edit);
  taga_field_edit_set_name (self->rank, name);
  gtk_widget_set_size_request (edit, 96, -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 96);
  adw_clamp_set_child (ADW_CLAMP (clamp), edit);
  gtk_box_append (GTK_BOX (box), clamp);
  self->up = create_button (self, "go-up-symbolic", _ ("Move up (Alt+Up)"), G_CALLBACK (up_cb));
  self->down =
      create_button (self, "go-down-symbolic", _ ("Move down (Alt+Down)"), G_CALLBACK (down_cb));
  gtk_box_append (GTK_BOX (buttons), self->up);
  gtk_box_append (GTK_BOX (buttons), self->down);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_hexpand (box, FALSE); /* though its line would */

  return box;
}

static void
add_note (TagaTopThreatRow *self, GtkWidget *box)
{
  const TagaField *fields = taga_record_class_peek (TAGA_TYPE_TOP_THREAT)->fields;
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *edit =
      taga_field_edit_new (&fields[TAGA_TOP_THREAT_NOTE], TAGA_TOP_THREAT_NOTE, save_note_cb, self);

  self->note_expander = GTK_EXPANDER (expander);
  self->note = TAGA_FIELD_EDIT (edit);
  gtk_expander_set_child (self->note_expander, edit);
  gtk_box_append (GTK_BOX (box), expander);
}

static void
taga_top_threat_row_finalize (GObject *object)
{
  TagaTopThreatRow *self = TAGA_TOP_THREAT_ROW (object);

  g_clear_object (&self->store);
  g_free (self->key);
  g_free (self->name);

  G_OBJECT_CLASS (taga_top_threat_row_parent_class)->finalize (object);
}

static void
taga_top_threat_row_class_init (TagaTopThreatRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_top_threat_row_finalize;

  /**
   * TagaTopThreatRow::moved:
   * @self: a row
   *
   * The user gave the threat another place.
   */
  signals[SIGNAL_MOVED] = g_signal_new ("moved", TAGA_TYPE_TOP_THREAT_ROW, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TagaTopThreatRow::step:
   * @self: a row
   * @by: -1 for the row above, 1 for the one below
   *
   * The user goes to another row.
   */
  signals[SIGNAL_STEP] = g_signal_new ("step", TAGA_TYPE_TOP_THREAT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
taga_top_threat_row_init (TagaTopThreatRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "taga-card");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * taga_top_threat_row_new:
 * @store: a store
 * @threat: one of the ten threats
 * @number: its published rank
 *
 * Makes the row of a threat.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_top_threat_row_new (TagaStore *store, const TagaItem *threat, guint number)
{
  TagaTopThreatRow *self = g_object_new (TAGA_TYPE_TOP_THREAT_ROW, NULL);
  gboolean japanese = taga_language_is_japanese ();
  g_autofree char *digits = g_strdup_printf ("%u", number);
  g_autofree char *rules = taga_top_list_format_rules (taga_store_get_edition (store), threat);
  GtkWidget *place = add_label (GTK_WIDGET (self), digits, "taga-number");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->store = g_object_ref (store);
  self->key = g_strdup (threat->key);
  self->name = g_strdup (japanese ? threat->title_ja : threat->title_en);
  gtk_widget_set_valign (place, GTK_ALIGN_START);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (self), box);

  add_label (box, self->name, "heading");
  if (threat->help_ja != NULL)
    add_label (box, japanese ? threat->help_ja : threat->help_en, "taga-help");
  add_label (box,
             rules == NULL ? _ ("None of the rules helps directly; other measures are needed.")
                           : rules,
             "taga-helped");
  add_note (self, box);
  gtk_box_append (GTK_BOX (self), create_rank (self));

  return GTK_WIDGET (self);
}

/**
 * taga_top_threat_row_get_key:
 * @self: a row
 *
 * Gets which threat it is.
 *
 * Returns: (transfer none): the key
 */
const char *
taga_top_threat_row_get_key (TagaTopThreatRow *self)
{
  return self->key;
}

static void
update_note (TagaTopThreatRow *self, const char *note)
{
  g_autofree char *line =
      g_strndup (note == NULL ? "" : note, strcspn (note == NULL ? "" : note, "\n"));
  g_autofree char *start = taga_ui_shorten (line, 40);
  /* Translators: %s is the beginning of a remark */
  g_autofree char *text =
      note == NULL ? g_strdup (_ ("Add a remark")) : g_strdup_printf (_ ("Remarks: %s"), start);

  gtk_expander_set_label (self->note_expander, text);
}

/**
 * taga_top_threat_row_update:
 * @self: a row
 * @ranks: what the round in use says, with this threat among it
 * @is_locked: whether nothing can be entered
 *
 * Shows what the round in use says.
 */
void
taga_top_threat_row_update (TagaTopThreatRow *self, const TagaTopRanks *ranks, gboolean is_locked)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  int i = taga_top_ranks_find (ranks, self->key);
  TagaValue rank = TAGA_VALUE_INIT;
  TagaValue note = TAGA_VALUE_INIT;

  g_return_if_fail (i >= 0);

  rank.number = ranks->ranks[i];
  note.text = ranks->notes[i];
  self->is_locked = is_locked;
  taga_field_edit_set_value (self->rank, edition, &rank);
  taga_field_edit_set_value (self->note, edition, &note);
  taga_field_edit_set_locked (self->rank, is_locked);
  taga_field_edit_set_locked (self->note, is_locked);
  gtk_widget_set_sensitive (self->up, !is_locked);
  gtk_widget_set_sensitive (self->down, !is_locked);
  update_note (self, note.text);
}

/**
 * taga_top_threat_row_take_focus:
 * @self: a row
 *
 * Puts the keys on the company's own number.
 */
void
taga_top_threat_row_take_focus (TagaTopThreatRow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->rank), GTK_DIR_TAB_FORWARD);
}
