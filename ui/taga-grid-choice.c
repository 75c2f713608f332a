#include "taga-grid-choice.h"

#include <glib/gi18n-lib.h>

#include "taga-text.h"

/* How wide what a choice means is set, and in how many lines at most. */
#define DESCRIPTION_WIDTH 48
#define DESCRIPTION_LINES 2

static GtkWidget *
create_dim_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "note");
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);

  return label;
}

static GtkWidget *
create_description (const char *text)
{
  GtkWidget *label = create_dim_label (text);

  g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                GTK_NATURAL_WRAP_NONE, "max-width-chars", DESCRIPTION_WIDTH, "lines",
                DESCRIPTION_LINES, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  return label;
}

static void
create_row (TagaGridChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (*self->label != '\0' ? self->label : _ ("(empty)"));

  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  self->alias = create_dim_label (NULL);
  gtk_widget_set_visible (self->alias, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->alias);
  if (self->description != NULL)
    gtk_box_append (GTK_BOX (box), create_description (self->description));

  self->row = g_object_ref_sink (gtk_list_box_row_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
  gtk_widget_set_focusable (self->row, FALSE);
  g_object_set_data (G_OBJECT (self->row), "choice", self);
}

/**
 * taga_grid_choice_new:
 * @text: a label, after tabs the words that pick it as well, after a line break what it means
 * @place: its place among the choices
 *
 * Makes a choice, which fits as long as nothing has been typed.
 *
 * Returns: (transfer full): the choice
 */
TagaGridChoice *
taga_grid_choice_new (const char *text, guint place)
{
  TagaGridChoice *self = g_new0 (TagaGridChoice, 1);
  const char *line_end = strchr (text, '\n');
  g_autofree char *line = line_end != NULL ? g_strndup (text, line_end - text) : g_strdup (text);
  g_auto (GStrv) words = g_strsplit (line, "\t", -1);

  self->label = g_strdup (words[0] != NULL ? words[0] : "");
  self->words = g_strdupv (words[0] != NULL ? words + 1 : words);
  self->description = line_end != NULL && line_end[1] != '\0' ? g_strdup (line_end + 1) : NULL;
  self->place = place;
  create_row (self);
  taga_grid_choice_show (self);

  return self;
}

/**
 * taga_grid_choice_free:
 * @self: a choice
 *
 * Frees a choice, whose row has been taken out of its list.
 */
void
taga_grid_choice_free (TagaGridChoice *self)
{
  g_object_set_data (G_OBJECT (self->row), "choice", NULL);
  g_object_unref (self->row);
  g_free (self->label);
  g_strfreev (self->words);
  g_free (self->description);
  g_free (self);
}

/**
 * taga_grid_choice_of_row:
 * @row: the row of a choice
 *
 * Gets the choice that a row shows.
 *
 * Returns: (transfer none): the choice
 */
TagaGridChoice *
taga_grid_choice_of_row (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "choice");
}

/* 0 if a word is what was typed, 1 if it begins with it, 2 if it has it inside, else 3. */
static int
compare (const char *word, const char *typed)
{
  g_autofree char *folded = taga_text_fold (word);
  const char *inside = strstr (folded, typed);

  if (inside == NULL)
    return 3;
  if (inside != folded)
    return 2;

  return strlen (folded) == strlen (typed) ? 0 : 1;
}

/**
 * taga_grid_choice_match:
 * @self: a choice
 * @folded: what was typed, folded by taga_text_fold()
 *
 * Notes how the choice fits what was typed, and by which of its words.
 */
void
taga_grid_choice_match (TagaGridChoice *self, const char *folded)
{
  int label = compare (self->label, folded);

  self->by = NULL;
  self->fit = label < 3 ? (TagaGridFit) (TAGA_GRID_FIT_LABEL + label) : TAGA_GRID_FIT_NOTHING;
  for (guint i = 0; label == 3 && self->words[i] != NULL; i++)
    {
      TagaGridFit fit = (TagaGridFit) (TAGA_GRID_FIT_WORD + compare (self->words[i], folded));

      if (fit >= self->fit)
        continue;
      self->fit = fit;
      self->by = self->words[i];
    }
}

/**
 * taga_grid_choice_show:
 * @self: a choice
 *
 * Shows its row if it fits, and beside the label the word by which it does, so that one sees why it
 * is there.
 */
void
taga_grid_choice_show (TagaGridChoice *self)
{
  g_autofree char *name = taga_grid_choice_dup_spoken (self);

  gtk_widget_set_visible (self->row, self->fit != TAGA_GRID_FIT_NOTHING);
  gtk_widget_set_visible (self->alias, self->by != NULL);
  gtk_label_set_text (GTK_LABEL (self->alias), self->by != NULL ? self->by : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/**
 * taga_grid_choice_dup_spoken:
 * @self: a choice
 *
 * Gets what screen readers say of the choice: its label, by what it fits, and what it means.
 *
 * Returns: (transfer full): the text
 */
char *
taga_grid_choice_dup_spoken (TagaGridChoice *self)
{
  GString *text = g_string_new (*self->label != '\0' ? self->label : _ ("(empty)"));

  if (self->by != NULL)
    g_string_append_printf (text, " (%s)", self->by);
  if (self->description != NULL)
    g_string_append_printf (text, ": %s", self->description);

  return g_string_free (text, FALSE);
}
