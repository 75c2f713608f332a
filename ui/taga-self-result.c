#include "taga-self-result.h"

#include <glib/gi18n-lib.h>

#include "taga-language.h"
#include "taga-page.h"
#include "taga-self-staves.h"
#include "taga-ui.h"

/**
 * TagaSelfResult:
 *
 * What the self-check comes to: the points of the company, what they mean, the questions to follow
 * up, and the barrel with its lowest stave.
 */
struct _TagaSelfResult
{
  AdwBin parent_instance;

  /* Template */
  GtkLabel *total_label;
  GtkLabel *reading_label;
  GtkLabel *advice_label;
  GtkGrid *table;
  GtkLabel *sheets_label;
  GtkLabel *follow_up_label;
  GtkBox *follow_up_box;
  TagaSelfStaves *staves;
  GtkLabel *source_label;
};

G_DEFINE_FINAL_TYPE (TagaSelfResult, taga_self_result, ADW_TYPE_BIN)

static const char *
get_short (const TagaItem *item)
{
  return taga_language_is_japanese () ? item->short_ja : item->short_en;
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

/* The total, and what it means; a total that is not complete means nothing yet. */
static void
update_total (TagaSelfResult *self, const TagaSelfCheck *check)
{
  const TagaSelfCheckSheet *company = check->company;
  gboolean japanese = taga_language_is_japanese ();
  guint n_open = company->total.n_questions - company->total.n_answered;
  g_autofree char *total = taga_self_result_format_sum (&company->total);
  g_autofree char *open = NULL;
  g_autofree char *words = NULL;

  words = check->sheets->len > 1
              /* Translators: %s is a number of points with the most that there can be */
              ? g_strdup_printf (_ ("The company: %s"), total)
              : g_strdup (total);
  gtk_label_set_label (self->total_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->advice_label), company->reading != NULL);
  if (company->reading == NULL)
    {
      open = g_strdup_printf (ngettext ("%u question is open. When it is answered, the total is "
                                        "read.",
                                        "%u questions are open. When they are answered, the total "
                                        "is read.",
                                        n_open),
                              n_open);
      gtk_label_set_label (self->reading_label, open);
      return;
    }

  open = g_strdup_printf (
      /* Translators: the reading of the total, then what it means */
      _ ("%s: %s"), japanese ? company->reading->label_ja : company->reading->label_en,
      japanese ? company->reading->text_ja : company->reading->text_en);
  gtk_label_set_label (self->reading_label, open);
  gtk_label_set_label (self->advice_label,
                       japanese ? company->reading->advice_ja : company->reading->advice_en);
}

static void
attach (TagaSelfResult *self, const char *text, int column, int row, gboolean is_heading)
{
  GtkWidget *label = taga_ui_create_label (text);

  if (column > 0)
    gtk_label_set_xalign (GTK_LABEL (label), 1);
  else
    gtk_widget_set_hexpand (label, TRUE);
  if (is_heading)
    gtk_widget_add_css_class (label, "taga-field-title");
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (self->table, label, column, row, 1, 1);
}

static void
attach_sheet (TagaSelfResult *self,
              const TagaSelfCheck *check,
              const TagaSelfCheckSheet *sheet,
              const char *name,
              int row)
{
  g_autofree char *total = taga_self_result_format_sum (&sheet->total);

  attach (self, name, 0, row, FALSE);
  for (guint i = 0; i < check->n_parts; i++)
    {
      g_autofree char *part = taga_self_result_format_sum (&sheet->parts[i]);

      attach (self, part, (int) i + 1, row, FALSE);
    }
  attach (self, total, (int) check->n_parts + 1, row, FALSE);
}

/* Each sheet, the company below them, and the mean of the sheets that are complete. */
static void
update_table (TagaSelfResult *self, const TagaSelfCheck *check)
{
  int row = 1;

  clear (GTK_WIDGET (self->table));
  attach (self, "", 0, 0, TRUE);
  for (guint i = 0; i < check->n_parts; i++)
    attach (self, get_short (&check->parts[i]), (int) i + 1, 0, TRUE);
  attach (self, _ ("Total"), (int) check->n_parts + 1, 0, TRUE);

  for (guint i = 0; check->sheets->len > 1 && i < check->sheets->len; i++)
    {
      const TagaSelfCheckSheet *sheet = g_ptr_array_index (check->sheets, i);

      attach_sheet (self, check, sheet, sheet->name, row++);
    }
  attach_sheet (self, check, check->company,
                check->sheets->len > 1 ? _ ("The company (lowest answer to each question)")
                                       : _ ("The company"),
                row++);
  if (check->sheets->len > 1 && check->has_mean)
    {
      /* Translators: a number of points with one decimal, and the most that there can be */
      g_autofree char *mean =
          g_strdup_printf (_ ("%.1f / %d"), check->mean / 10.0, check->company->total.most);

      attach (self, _ ("Mean of the complete sheets"), 0, row, FALSE);
      attach (self, mean, (int) check->n_parts + 1, row, FALSE);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sheets_label), check->sheets->len > 1);
}

static void
follow_cb (GtkButton *button)
{
  taga_page_open (GTK_WIDGET (button), "self-check",
                  g_object_get_data (G_OBJECT (button), "target"));
}

static void
add_follow_up (TagaSelfResult *self, const TagaSelfCheck *check, guint question)
{
  const TagaItem *item = &check->questions[question];
  const TagaChoice *answer = taga_edition_find_level (check->edition, "question-answer",
                                                      check->company->answers[question]);
  gboolean japanese = taga_language_is_japanese ();
  /* Translators: the number of a question, what it is about, and the answer to it */
  g_autofree char *text = g_strdup_printf (_ ("%s. %s: %s"), item->key, get_short (item),
                                           answer == NULL ? ""
                                           : japanese     ? answer->label_ja
                                                          : answer->label_en);
  GtkWidget *label = taga_ui_create_label (text);
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "taga-link");
  gtk_widget_set_tooltip_text (button, japanese ? item->title_ja : item->title_en);
  g_object_set_data_full (G_OBJECT (button), "target", g_strconcat ("questions/", item->key, NULL),
                          g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (follow_cb), NULL);
  gtk_box_append (self->follow_up_box, button);
}

static void
update_follow_up (TagaSelfResult *self, const TagaSelfCheck *check)
{
  clear (GTK_WIDGET (self->follow_up_box));
  for (guint i = 0; i < check->n_follow_up; i++)
    add_follow_up (self, check, check->follow_up[i]);

  gtk_label_set_label (
      self->follow_up_label,
      check->n_follow_up > 0
          ? _ ("To look into: first what nobody knows, then what is not done")
          : _ ("Nothing to look into: no answer so far is “not known” or “not done”."));
}

static void
taga_self_result_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (object), TAGA_TYPE_SELF_RESULT);

  G_OBJECT_CLASS (taga_self_result_parent_class)->dispose (object);
}

static void
taga_self_result_class_init (TagaSelfResultClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_self_result_dispose;

  g_type_ensure (TAGA_TYPE_SELF_STAVES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-self-result.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaSelfResult, total_label);
  gtk_widget_class_bind_template_child (widget_class, TagaSelfResult, reading_label);
  gtk_widget_class_bind_template_child (widget_class, TagaSelfResult, advice_label);
  gtk_widget_class_bind_template_child (widget_class, TagaSelfResult, table);
  gtk_widget_class_bind_template_child (widget_class, TagaSelfResult, sheets_label);
  gtk_widget_class_bind_template_child (widget_class, TagaSelfResult, follow_up_label);
  gtk_widget_class_bind_template_child (widget_class, TagaSelfResult, follow_up_box);
  gtk_widget_class_bind_template_child (widget_class, TagaSelfResult, staves);
  gtk_widget_class_bind_template_child (widget_class, TagaSelfResult, source_label);
}

static void
taga_self_result_init (TagaSelfResult *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_self_result_update:
 * @self: the result
 * @check: a self-check
 *
 * Shows what a self-check comes to.
 */
void
taga_self_result_update (TagaSelfResult *self, const TagaSelfCheck *check)
{
  update_total (self, check);
  update_table (self, check);
  update_follow_up (self, check);
  taga_self_staves_update (self->staves, check);
  gtk_label_set_label (
      self->source_label,
      taga_edition_get_source (check->edition, "question-reading", taga_language_is_japanese ()));
}

/**
 * taga_self_result_format_sum:
 * @sum: points of all questions or of a part
 *
 * Writes points with the most that there can be, as in 34 / 52; those that are not complete say so.
 *
 * Returns: (transfer full): the text
 */
char *
taga_self_result_format_sum (const TagaSelfCheckSum *sum)
{
  if (sum->n_answered == 0)
    /* Translators: no question is answered; %d is the most points that there can be */
    return g_strdup_printf (_ ("– / %d"), sum->most);
  if (!taga_self_check_is_complete (sum))
    /* Translators: points, and the most that there can be, while questions are open */
    return g_strdup_printf (_ ("%d / %d so far"), sum->points, sum->most);

  /* Translators: points, and the most that there can be */
  return g_strdup_printf (_ ("%d / %d"), sum->points, sum->most);
}
