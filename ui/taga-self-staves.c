#include "taga-self-staves.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-chart-barrel.h"
#include "taga-chart-view.h"
#include "taga-language.h"
#include "taga-ui.h"

/* More staves than these no edition has. */
#define MAX_STAVES 12

/**
 * TagaSelfStaves:
 *
 * The barrel of the self-check: staves for its three parts or for the six topics, water up to the
 * lowest one, and the same numbers as text.
 */
struct _TagaSelfStaves
{
  GtkBox parent_instance;

  guint n[2]; /* by kind: parts, topics */
  const char *names[2][MAX_STAVES];
  TagaSelfCheckSum sums[2][MAX_STAVES];
  TagaEdition *edition; /* (owned) (nullable): to which the names belong */

  GtkCheckButton *topics;
  GtkWidget *view;
  GtkLabel *lowest;
  GtkLabel *numbers;
  GtkLabel *source;
};

G_DEFINE_FINAL_TYPE (TagaSelfStaves, taga_self_staves, GTK_TYPE_BOX)

/* How high a stave is: of the points that its answered questions could bring, how many they do. A
 * question that is open is not known, which is not 0. */
static double
get_height (const TagaSelfCheckSum *sum)
{
  double most = sum->n_questions == 0 ? 0 : (double) sum->most * sum->n_answered / sum->n_questions;

  return most > 0 ? MAX (0, 100 * sum->points / most) : NAN;
}

static int
find_lowest (TagaSelfStaves *self, int kind)
{
  int lowest = -1;

  for (guint i = 0; i < self->n[kind]; i++)
    if (!isnan (get_height (&self->sums[kind][i]))
        && (lowest < 0
            || get_height (&self->sums[kind][i]) < get_height (&self->sums[kind][lowest])))
      lowest = (int) i;

  return lowest;
}

static void
update_chart (TagaSelfStaves *self, int kind)
{
  g_autoptr (TagaChart) chart = taga_chart_barrel_new ();

  taga_chart_set_title (chart, _ ("The barrel of the self-check"));
  for (guint i = 0; i < self->n[kind]; i++)
    taga_chart_barrel_add (TAGA_CHART_BARREL (chart), self->names[kind][i],
                           get_height (&self->sums[kind][i]));
  taga_chart_view_set_chart (TAGA_CHART_VIEW (self->view), chart);
}

static void
update_numbers (TagaSelfStaves *self, int kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n[kind]; i++)
    {
      const TagaSelfCheckSum *sum = &self->sums[kind][i];

      if (i > 0)
        g_string_append_c (text, '\n');
      if (sum->n_answered == 0)
        /* Translators: %s is a part or topic of the self-check */
        g_string_append_printf (text, _ ("%s: not known yet"), self->names[kind][i]);
      else if (!taga_self_check_is_complete (sum))
        /* Translators: a part or topic, percent, points, the most, then how many questions are
         * answered, of how many */
        g_string_append_printf (text, _ ("%s: %.0f %% so far (%d of %d points, %u of %u answered)"),
                                self->names[kind][i], get_height (sum), sum->points, sum->most,
                                sum->n_answered, sum->n_questions);
      else
        /* Translators: a part or topic, percent, points, the most */
        g_string_append_printf (text, _ ("%s: %.0f %% (%d of %d points)"), self->names[kind][i],
                                get_height (sum), sum->points, sum->most);
    }
  gtk_label_set_label (self->numbers, text->str);
}

static void
update (TagaSelfStaves *self)
{
  int kind = gtk_check_button_get_active (self->topics) ? 1 : 0;
  int lowest = find_lowest (self, kind);
  g_autofree char *text = NULL;

  if (self->edition == NULL)
    return;

  if (lowest < 0)
    text = g_strdup (_ ("The barrel shows as soon as a question is answered."));
  else
    /* Translators: %s is a part or topic of the self-check */
    text = g_strdup_printf (_ ("The lowest stave: %s. The water runs out here first."),
                            self->names[kind][lowest]);
  gtk_label_set_label (self->lowest, text);
  gtk_widget_set_visible (self->view, lowest >= 0);
  update_chart (self, kind);
  update_numbers (self, kind);
  gtk_label_set_label (self->source, kind == 0
                                         ? ""
                                         : taga_edition_get_source (self->edition, "question-axis",
                                                                    taga_language_is_japanese ()));
  gtk_widget_set_visible (GTK_WIDGET (self->source), kind == 1);
}

static void
taga_self_staves_finalize (GObject *object)
{
  g_clear_object (&TAGA_SELF_STAVES (object)->edition);

  G_OBJECT_CLASS (taga_self_staves_parent_class)->finalize (object);
}

static void
taga_self_staves_class_init (TagaSelfStavesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_self_staves_finalize;
}

static GtkLabel *
add_label (TagaSelfStaves *self, const char *css_class)
{
  GtkWidget *label = taga_ui_create_label ("");

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);

  return GTK_LABEL (label);
}

static void
taga_self_staves_init (TagaSelfStaves *self)
{
  g_autoptr (TagaChart) chart = taga_chart_barrel_new ();
  GtkWidget *kinds = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *parts = gtk_check_button_new_with_mnemonic (_ ("By the three _parts"));

  self->topics = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("By the si_x topics")));
  gtk_check_button_set_group (self->topics, GTK_CHECK_BUTTON (parts));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (parts), TRUE);
  g_signal_connect_swapped (self->topics, "toggled", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (kinds), parts);
  gtk_box_append (GTK_BOX (kinds), GTK_WIDGET (self->topics));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->lowest = add_label (self, "heading");
  gtk_box_append (GTK_BOX (self), kinds);
  self->view = taga_chart_view_new (chart);
  gtk_widget_set_size_request (self->view, -1, 240);
  gtk_box_append (GTK_BOX (self), self->view);
  self->numbers = add_label (self, "numeric");
  self->source = add_label (self, "taga-quiet");
}

static void
add_stave (TagaSelfStaves *self, int kind, const TagaItem *item)
{
  if (self->n[kind] < MAX_STAVES)
    self->names[kind][self->n[kind]++] =
        taga_language_is_japanese () ? item->short_ja : item->short_en;
}

/* The points of each topic, which the self-check itself does not have. */
static void
add_topics (TagaSelfStaves *self, const TagaSelfCheck *check)
{
  guint n_axes, n_points;
  const TagaItem *axes = taga_edition_get_items (check->edition, "axis", &n_axes);
  const TagaChoice *choices =
      taga_edition_get_choices (check->edition, "question-answer", &n_points);
  g_autofree int *points = g_new0 (int, n_points);

  for (guint i = 0; i < n_points; i++)
    if (choices[i].number >= 1 && (guint) choices[i].number <= n_points)
      points[choices[i].number - 1] = choices[i].points;

  for (guint i = 0; i < n_axes && i < MAX_STAVES; i++)
    {
      add_stave (self, 1, &axes[i]);
      for (guint j = 0; j < check->n_questions; j++)
        if (g_strcmp0 (check->questions[j].axis, axes[i].key) == 0)
          taga_self_check_add (&self->sums[1][i], points, n_points, check->company->answers[j]);
    }
}

/**
 * taga_self_staves_update:
 * @self: the barrel
 * @check: a self-check
 *
 * Shows the company's answers.
 */
void
taga_self_staves_update (TagaSelfStaves *self, const TagaSelfCheck *check)
{
  g_set_object (&self->edition, check->edition);
  memset (self->sums, 0, sizeof self->sums);
  self->n[0] = self->n[1] = 0;
  for (guint i = 0; i < check->n_parts && i < MAX_STAVES; i++)
    {
      add_stave (self, 0, &check->parts[i]);
      self->sums[0][i] = check->company->parts[i];
    }
  add_topics (self, check);
  update (self);
}
