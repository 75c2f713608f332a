#include "taga-report-options.h"

#include <glib/gi18n-lib.h>

#include "taga-chart-source.h"
#include "taga-company.h"
#include "taga-report-option.h"
#include "taga-round-list.h"
#include "taga-ui.h"

/* Somebody who types gets the new paper after this many milliseconds without a key. */
#define PATIENCE 250

/**
 * TagaReportOptions:
 *
 * How a report is wanted: only what means something to it is shown. What is chosen is kept in the
 * company's file for the next time, and told by the signal "changed".
 */
struct _TagaReportOptions
{
  AdwBin parent_instance;

  GtkWidget *box;
  TagaStore *store;               /* (owned) (nullable) */
  const TagaExportReport *report; /* (nullable) */
  TagaExportOptions *options;     /* (owned) */
  GPtrArray *rounds;              /* (owned) (nullable) (element-type TagaRecord) */
  GtkWidget *before_row;          /* (unowned) (nullable): of a chart that may compare rounds */
  char *usual_approval;           /* (owned) (nullable): the company's own */
  guint n_rows;
  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (TagaReportOptions, taga_report_options, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A row finds by this what it changes: the offset of a member of the options. */
#define MEMBER "taga-member"

static gpointer
get_member (TagaReportOptions *self, gpointer row)
{
  return G_STRUCT_MEMBER_P (self->options,
                            GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (row), MEMBER)) - 1);
}

static void
set_member (gpointer row, gsize offset)
{
  g_object_set_data (G_OBJECT (row), MEMBER, GSIZE_TO_POINTER (offset + 1));
}

/* Who reads a file that others write in, or one on a CD, keeps nothing, and gets the paper all the
 * same. */
static void
keep (TagaReportOptions *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  if (!taga_store_is_read_only (self->store)
      && !taga_export_options_keep (self->store, self->report->name, self->options, &error))
    taga_ui_show_error (GTK_WIDGET (self), _ ("The Options Could Not Be Kept"), error);
}

static gboolean
tell_cb (gpointer user_data)
{
  TagaReportOptions *self = user_data;

  self->timeout_id = 0;
  keep (self);
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
plan_change (TagaReportOptions *self, guint patience)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add (patience, tell_cb, self);
}

static void
chosen_cb (TagaReportOptions *self, GParamSpec *pspec, GtkDropDown *row)
{
  int *member = get_member (self, row);

  *member = (int) gtk_drop_down_get_selected (row);
  plan_change (self, 0);
}

/* The first entry leaves the choice of the round to the report. */
static void
round_cb (TagaReportOptions *self, GParamSpec *pspec, GtkDropDown *row)
{
  gint64 *member = get_member (self, row);
  guint selected = gtk_drop_down_get_selected (row);

  *member = selected == 0 || selected > self->rounds->len
                ? 0
                : taga_record_get_id (g_ptr_array_index (self->rounds, selected - 1));
  plan_change (self, 0);
}

static void
typed_cb (TagaReportOptions *self, GtkEditable *row)
{
  char **member = get_member (self, row);
  const char *text = gtk_editable_get_text (row);

  g_free (*member);
  *member = *text == '\0' ? NULL : g_strdup (text);
  plan_change (self, PATIENCE);
}

/* Labels like the company's own follow them when they change; none at all is a choice too. */
static void
approval_cb (TagaReportOptions *self, GtkEditable *row)
{
  const char *text = gtk_editable_get_text (row);
  gboolean is_usual = g_strcmp0 (text, self->usual_approval) == 0
                      || (*text == '\0' && self->usual_approval == NULL);

  g_free ((char *) self->options->approval);
  self->options->approval = is_usual ? NULL : g_strdup (text);
  plan_change (self, PATIENCE);
}

static void
toggled_cb (TagaReportOptions *self, GtkCheckButton *row)
{
  self->options->keeps_names = gtk_check_button_get_active (row);
  plan_change (self, 0);
}

static void
add_row (TagaReportOptions *self, const char *title, GtkWidget *row)
{
  taga_report_option_add (GTK_BOX (self->box), title, row);
  self->n_rows++;
}

static void
add_choice (TagaReportOptions *self,
            const char *title,
            const char *const *names,
            gsize offset,
            const char *id)
{
  GtkWidget *row =
      taga_report_option_choice_new (names, (guint) G_STRUCT_MEMBER (int, self->options, offset));

  set_member (row, offset);
  gtk_widget_set_name (row, id);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  add_row (self, title, row);
}

static GtkWidget *
add_round (TagaReportOptions *self,
           const char *title,
           const char *usual,
           gsize offset,
           const char *id)
{
  gint64 chosen = G_STRUCT_MEMBER (gint64, self->options, offset);
  GtkWidget *row = taga_report_option_rounds_new (self->rounds, usual, chosen);

  set_member (row, offset);
  gtk_widget_set_name (row, id);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (round_cb), self, G_CONNECT_SWAPPED);
  add_row (self, title, row);

  return row;
}

static void
add_text (TagaReportOptions *self, const char *title, gsize offset, const char *id)
{
  GtkWidget *row = gtk_entry_new ();
  const char *text = G_STRUCT_MEMBER (const char *, self->options, offset);

  set_member (row, offset);
  gtk_widget_set_name (row, id);
  gtk_entry_set_max_length (GTK_ENTRY (row), 60);
  gtk_editable_set_text (GTK_EDITABLE (row), text == NULL ? "" : text);
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  add_row (self, title, row);
}

static void
add_approval (TagaReportOptions *self)
{
  GtkWidget *row = gtk_entry_new ();
  const char *text =
      self->options->approval != NULL ? self->options->approval : self->usual_approval;

  gtk_widget_set_name (row, "approval");
  gtk_entry_set_max_length (GTK_ENTRY (row), 60);
  gtk_editable_set_text (GTK_EDITABLE (row), text == NULL ? "" : text);
  g_signal_connect_object (row, "changed", G_CALLBACK (approval_cb), self, G_CONNECT_SWAPPED);
  add_row (self, _ ("_Approval boxes"), row);
  taga_report_option_add_note (
      GTK_BOX (self->box),
      _ ("Labels from left to right with “|” between them, such as President|Manager. "
         "Leave it empty for no boxes."));
}

static void
add_head (TagaReportOptions *self)
{
  const char *const dates[] = { _ ("As the company writes them"), _ ("Western years"),
                                _ ("Japanese years"), NULL };

  add_approval (self);
  add_choice (self, _ ("_Dates"), dates, G_STRUCT_OFFSET (TagaExportOptions, dates), "dates");
  add_text (self, _ ("_Number of the document"), G_STRUCT_OFFSET (TagaExportOptions, number),
            "number");
  add_text (self, _ ("_Version"), G_STRUCT_OFFSET (TagaExportOptions, version), "version");
  add_text (self, _ ("Class _mark instead of the usual one"),
            G_STRUCT_OFFSET (TagaExportOptions, mark), "mark");
}

static void
add_aliases (TagaReportOptions *self)
{
  GtkWidget *row = gtk_check_button_new_with_mnemonic (_ ("Show real _names"));

  gtk_widget_set_name (row, "names");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), self->options->keeps_names);
  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), row);
  taga_report_option_add_note (
      GTK_BOX (self->box),
      _ ("Without this the company, its people and its products bear aliases. With it, "
         "whoever gets the paper reads who they are."));
  self->n_rows++;
}

/* Not every chart compares two rounds. */
static void
update_before (TagaReportOptions *self)
{
  const char *kind =
      self->options->chart == NULL ? taga_chart_source_get_kind (0) : self->options->chart;

  gtk_widget_set_sensitive (self->before_row, taga_chart_source_has_before (kind));
}

/* The first chart is the usual one. */
static void
chart_cb (TagaReportOptions *self, GParamSpec *pspec, GtkDropDown *row)
{
  guint selected = gtk_drop_down_get_selected (row);

  g_free ((char *) self->options->chart);
  self->options->chart = selected == 0 ? NULL : g_strdup (taga_chart_source_get_kind (selected));
  update_before (self);
  plan_change (self, 0);
}

static void
add_chart (TagaReportOptions *self)
{
  const char *const colours[] = { _ ("For print"),     _ ("Light screen"),    _ ("Dark screen"),
                                  _ ("High contrast"), _ ("Black and white"), NULL };
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint selected = 0;
  GtkWidget *row;

  for (guint i = 0; taga_chart_source_get_kind (i) != NULL; i++)
    {
      const char *kind = taga_chart_source_get_kind (i);

      g_ptr_array_add (titles, (char *) taga_chart_source_get_title (kind));
      if (g_strcmp0 (kind, self->options->chart) == 0)
        selected = i;
    }
  g_ptr_array_add (titles, NULL);

  row = taga_report_option_choice_new ((const char *const *) titles->pdata, selected);
  gtk_widget_set_name (row, "chart");
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (chart_cb), self, G_CONNECT_SWAPPED);
  add_row (self, _ ("_Chart"), row);
  add_choice (self, _ ("C_olours of a picture"), colours,
              G_STRUCT_OFFSET (TagaExportOptions, colours), "colours");
}

static void
add_rows (TagaReportOptions *self, guint takes)
{
  const char *const sizes[] = { _ ("A4"), _ ("A3"), NULL };
  const char *const turns[] = { _ ("As usual"), _ ("Upright"), _ ("Lying"), NULL };

  if ((takes & TAGA_EXPORT_TAKES_CHART) != 0)
    add_chart (self);
  if ((takes & TAGA_EXPORT_TAKES_ROUND) != 0)
    add_round (self, _ ("_Round"), _ ("The round in use"),
               G_STRUCT_OFFSET (TagaExportOptions, round), "round");
  if ((takes & TAGA_EXPORT_TAKES_PAIR) != 0)
    {
      self->before_row = add_round (self, _ ("_Before"), _ ("The last but one"),
                                    G_STRUCT_OFFSET (TagaExportOptions, before), "before");
      if ((takes & TAGA_EXPORT_TAKES_CHART) != 0)
        update_before (self);
      add_round (self, _ ("A_fter"), _ ("The last one"), G_STRUCT_OFFSET (TagaExportOptions, after),
                 "after");
    }
  if ((takes & TAGA_EXPORT_TAKES_ALIASES) != 0)
    add_aliases (self);
  if ((takes & TAGA_EXPORT_TAKES_SIZE) != 0)
    add_choice (self, _ ("Paper si_ze"), sizes, G_STRUCT_OFFSET (TagaExportOptions, size), "size");
  if ((takes & TAGA_EXPORT_TAKES_TURN) != 0)
    add_choice (self, _ ("_Turn of the paper"), turns, G_STRUCT_OFFSET (TagaExportOptions, turn),
                "turn");
  if ((takes & TAGA_EXPORT_TAKES_HEAD) != 0)
    add_head (self);
}

static void
clear (TagaReportOptions *self)
{
  GtkWidget *child;

  /* What was typed at the last moment is kept, though nobody waits for the paper any more. */
  if (self->timeout_id != 0)
    keep (self);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->n_rows = 0;
  self->before_row = NULL;
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->options, taga_export_options_free);
  g_clear_pointer (&self->usual_approval, g_free);
}

static void
taga_report_options_dispose (GObject *object)
{
  TagaReportOptions *self = TAGA_REPORT_OPTIONS (object);

  if (self->box != NULL)
    clear (self);
  self->box = NULL;
  g_clear_object (&self->store);

  G_OBJECT_CLASS (taga_report_options_parent_class)->dispose (object);
}

static void
taga_report_options_class_init (TagaReportOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = taga_report_options_dispose;

  /**
   * TagaReportOptions::changed:
   * @self: the options
   *
   * The report is wanted in another way.
   */
  signals[CHANGED] = g_signal_new ("changed", TAGA_TYPE_REPORT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
taga_report_options_init (TagaReportOptions *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->box, "taga-report-options");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * taga_report_options_clear:
 * @self: the options
 *
 * Shows no report's options, and lets go of the file.
 */
void
taga_report_options_clear (TagaReportOptions *self)
{
  g_return_if_fail (TAGA_IS_REPORT_OPTIONS (self));

  clear (self);
  g_clear_object (&self->store);
  self->report = NULL;
}

/**
 * taga_report_options_show:
 * @self: the options
 * @store: the company file
 * @report: the report
 * @error: return location for an error
 *
 * Shows how a report was wanted the last time. @error is set if its rounds could not be read; then
 * there are no options, and the report comes in the usual way.
 */
void
taga_report_options_show (TagaReportOptions *self,
                          TagaStore *store,
                          const TagaExportReport *report,
                          GError **error)
{
  g_autoptr (TagaRecord) company = NULL;

  g_return_if_fail (TAGA_IS_REPORT_OPTIONS (self) && TAGA_IS_STORE (store) && report != NULL);

  clear (self);
  g_set_object (&self->store, store);
  self->report = report;
  self->options = taga_export_options_read (store, report->name);

  company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, error);
  if (company == NULL)
    return;
  self->usual_approval = g_strdup (taga_record_get_text (company, TAGA_COMPANY_APPROVAL_BOXES));
  self->rounds = taga_round_list_read (store, error);
  if (self->rounds != NULL)
    add_rows (self, report->takes);
}

/**
 * taga_report_options_get:
 * @self: the options of a report that is shown
 *
 * Gets how the report is wanted now.
 *
 * Returns: (transfer none): the options
 */
const TagaExportOptions *
taga_report_options_get (TagaReportOptions *self)
{
  g_return_val_if_fail (TAGA_IS_REPORT_OPTIONS (self), NULL);

  return self->options;
}

/**
 * taga_report_options_has_any:
 * @self: the options of a report that is shown
 *
 * Tells whether the report takes any options.
 *
 * Returns: whether it does
 */
gboolean
taga_report_options_has_any (TagaReportOptions *self)
{
  g_return_val_if_fail (TAGA_IS_REPORT_OPTIONS (self), FALSE);

  return self->n_rows > 0;
}
