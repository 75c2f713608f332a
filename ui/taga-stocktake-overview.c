#include "taga-stocktake-overview.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "taga-date.h"
#include "taga-stocktake-rows.h"
#include "taga-stocktake.h"
#include "taga-ui.h"

/* How many days a department gets if nobody says otherwise. */
#define USUAL_DAYS 21

/* How many stock-takings of the past are listed. */
#define N_EARLIER 10

/**
 * TagaStocktakeOverview:
 *
 * What there is to see of a stock-taking: without one, what it is for and which departments may
 * take part; with one, how far each department is; and those of the past.
 */
struct _TagaStocktakeOverview
{
  AdwBin parent_instance;

  TagaStore *store;       /* (owned) (nullable) */
  GPtrArray *rows;        /* (owned) (element-type GtkWidget): rows made by hand */
  GPtrArray *departments; /* (owned) (nullable): those to choose from */
  GPtrArray *checks;      /* (owned) (element-type GtkCheckButton): their ticks */
  guint n_open;
  guint n_refused;   /* of them, answered, but not taken over */
  gboolean was_sent; /* whether any request was made, or any answer given */

  /* Template */
  GtkStack *pages;
  GtkEditable *due_row;
  AdwPreferencesGroup *departments_group;
  AdwPreferencesGroup *earlier_group;
  AdwPreferencesGroup *progress_group;
  GtkWidget *new_group;
  AdwPreferencesRow *new_row;
  AdwPreferencesGroup *closed_group;
};

G_DEFINE_FINAL_TYPE (TagaStocktakeOverview, taga_stocktake_overview, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_chosen (TagaStocktakeOverview *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
add_row (TagaStocktakeOverview *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (row), "group", group);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (TagaStocktakeOverview *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (g_object_get_data (G_OBJECT (row), "group"), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->checks, 0);
}

static void
set_usual_day (TagaStocktakeOverview *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) due = g_date_time_add_days (now, USUAL_DAYS);
  g_autofree char *text = g_date_time_format (due, "%Y/%-m/%-d");

  gtk_editable_set_text (self->due_row, text);
}

static gboolean
fill_start (TagaStocktakeOverview *self, GError **error)
{
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  self->departments = taga_stocktake_list_departments (self->store, error);
  if (self->departments == NULL)
    return FALSE;

  for (guint i = 0; i < self->departments->len; i++)
    {
      GtkCheckButton *check;
      GtkWidget *row =
          taga_stocktake_department_row_new (g_ptr_array_index (self->departments, i), &check);

      g_signal_connect_object (check, "toggled", G_CALLBACK (emit_chosen), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->checks, check);
      add_row (self, self->departments_group, row);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->departments_group), self->departments->len > 0);
  return TRUE;
}

static char *
describe_due (const char *due)
{
  g_autofree char *day = taga_ui_format_date (due);
  g_autofree char *today = taga_date_today ();

  if (due == NULL)
    return g_strdup ("");
  if (strcmp (due, today) < 0)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("Answers were wanted by %s, which is past"), day);

  /* Translators: %s is a date */
  return g_strdup_printf (_ ("Answers wanted by %s"), day);
}

static void
show_new (TagaStocktakeOverview *self, guint n_new)
{
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%'u asset is new", "%'u assets are new", n_new), n_new);

  adw_preferences_row_set_title (self->new_row, text);
  gtk_widget_set_visible (self->new_group, n_new > 0);
}

static gboolean
fill_open (TagaStocktakeOverview *self, gint64 id, GError **error)
{
  g_autoptr (TagaRecord) run = taga_store_get_record (self->store, TAGA_TYPE_STOCKTAKE, id, error);
  g_autoptr (GPtrArray) progress = taga_stocktake_get_progress (self->store, id, error);
  g_autoptr (GPtrArray) refused = taga_stocktake_list_refused (self->store, id, error);
  TagaStocktakeProgress sum;
  g_autofree char *title = NULL;
  g_autofree char *due = NULL;

  if (run == NULL || progress == NULL || refused == NULL)
    return FALSE;

  taga_stocktake_sum_progress (progress, &sum);
  self->n_open = sum.n_open;
  self->n_refused = sum.n_refused;
  self->was_sent = sum.n_sent > 0 || sum.n_open < sum.n_items;
  title = g_markup_escape_text (taga_record_get_text (run, TAGA_STOCKTAKE_NAME), -1);
  due = describe_due (taga_record_get_text (run, TAGA_STOCKTAKE_DUE_ON));
  adw_preferences_group_set_title (self->progress_group, title);
  adw_preferences_group_set_description (self->progress_group, due);
  if (progress->len > 1)
    add_row (self, self->progress_group,
             taga_stocktake_progress_row_new (_ ("All departments"), &sum));
  for (guint i = 0; i < progress->len; i++)
    {
      const TagaStocktakeProgress *row = g_ptr_array_index (progress, i);

      add_row (
          self, self->progress_group,
          taga_stocktake_progress_row_new (taga_stocktake_name_department (row->department), row));
    }

  if (refused->len > 0)
    add_row (self, self->progress_group, taga_stocktake_refused_row_new (refused));
  show_new (self, sum.n_new);
  return TRUE;
}

static gboolean
fill_earlier (TagaStocktakeOverview *self, AdwPreferencesGroup *group, gint64 open, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = NULL;
  const TagaSort newest = { TAGA_STOCKTAKE_STARTED_ON, TRUE };
  const TagaValue *values;
  gboolean has_row = TRUE;
  guint n = 0;
  gint64 id;

  g_array_append_val (query->sorts, newest);
  cursor = taga_cursor_new (self->store, TAGA_TYPE_STOCKTAKE, query, error);
  while (cursor != NULL && has_row && n < N_EARLIER)
    {
      g_autoptr (TagaRecord) run = NULL;
      g_autoptr (GPtrArray) progress = NULL;
      TagaStocktakeProgress sum;

      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (!has_row || id == open)
        continue;

      run = taga_store_get_record (self->store, TAGA_TYPE_STOCKTAKE, id, error);
      progress = run == NULL ? NULL : taga_stocktake_get_progress (self->store, id, error);
      if (progress == NULL)
        return FALSE;
      taga_stocktake_sum_progress (progress, &sum);
      add_row (self, group, taga_stocktake_earlier_row_new (run, &sum));
      n++;
    }

  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
  return cursor != NULL;
}

static void
taga_stocktake_overview_dispose (GObject *object)
{
  TagaStocktakeOverview *self = TAGA_STOCKTAKE_OVERVIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_stocktake_overview_parent_class)->dispose (object);
}

static void
taga_stocktake_overview_class_init (TagaStocktakeOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_stocktake_overview_dispose;

  /* The departments that are to take part are others. */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-stocktake-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeOverview, pages);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeOverview, due_row);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeOverview, departments_group);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeOverview, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeOverview, progress_group);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeOverview, new_group);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeOverview, new_row);
  gtk_widget_class_bind_template_child (widget_class, TagaStocktakeOverview, closed_group);
}

static void
taga_stocktake_overview_init (TagaStocktakeOverview *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_usual_day (self);
}

/**
 * taga_stocktake_overview_refresh:
 * @self: an overview
 * @store: the company file
 * @open: (out): the stock-taking that is under way, or 0
 * @error: return location for an error
 *
 * Reads all anew: after each step, and when the file was changed elsewhere.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_stocktake_overview_refresh (TagaStocktakeOverview *self,
                                 TagaStore *store,
                                 gint64 *open,
                                 GError **error)
{
  g_return_val_if_fail (TAGA_IS_STOCKTAKE_OVERVIEW (self), FALSE);

  g_set_object (&self->store, store);
  remove_rows (self);
  self->n_open = 0;
  self->n_refused = 0;
  *open = taga_stocktake_find_open (store, error);
  gtk_stack_set_visible_child_name (self->pages, *open > 0 ? "open" : "start");
  gtk_widget_set_sensitive (GTK_WIDGET (self->due_row), !taga_store_is_read_only (store));
  if (*open < 0)
    return FALSE;

  return (*open > 0 ? fill_open (self, *open, error) : fill_start (self, error))
         && fill_earlier (self, *open > 0 ? self->closed_group : self->earlier_group, *open, error);
}

/**
 * taga_stocktake_overview_was_sent:
 * @self: an overview
 *
 * Tells whether the departments were asked already.
 *
 * Returns: `TRUE` if any was
 */
gboolean
taga_stocktake_overview_was_sent (TagaStocktakeOverview *self)
{
  return self->was_sent;
}

/**
 * taga_stocktake_overview_count_open:
 * @self: an overview
 *
 * Counts the assets that nobody has checked yet.
 *
 * Returns: how many
 */
guint
taga_stocktake_overview_count_open (TagaStocktakeOverview *self)
{
  return self->n_open;
}

/**
 * taga_stocktake_overview_count_refused:
 * @self: an overview
 *
 * Counts those of the open assets whose answer was not taken over.
 *
 * Returns: how many
 */
guint
taga_stocktake_overview_count_refused (TagaStocktakeOverview *self)
{
  return self->n_refused;
}

/**
 * taga_stocktake_overview_count_chosen:
 * @self: an overview
 * @n_all: (out): how many assets there are to choose from
 *
 * Counts the assets of the departments that are to take part.
 *
 * Returns: how many
 */
guint
taga_stocktake_overview_count_chosen (TagaStocktakeOverview *self, guint *n_all)
{
  guint n = 0;

  *n_all = 0;
  for (guint i = 0; i < self->checks->len; i++)
    {
      const TagaStocktakeDepartment *department = g_ptr_array_index (self->departments, i);

      *n_all += department->n_assets;
      if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        n += department->n_assets;
    }

  return n;
}

/**
 * taga_stocktake_overview_list_chosen:
 * @self: an overview
 *
 * Lists the departments that are to take part.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names, "" for none
 */
char **
taga_stocktake_overview_list_chosen (TagaStocktakeOverview *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_strv_builder_add (
          builder, ((TagaStocktakeDepartment *) g_ptr_array_index (self->departments, i))->name);

  return g_strv_builder_end (builder);
}

/**
 * taga_stocktake_overview_take_due:
 * @self: an overview
 * @due: (out) (transfer full) (nullable): by when answers are wanted, ISO 8601, or `NULL` if the
 *   row is empty
 *
 * Takes the day that was entered. What is no day is marked, and the user is told.
 *
 * Returns: `TRUE` if it is a day or nothing
 */
gboolean
taga_stocktake_overview_take_due (TagaStocktakeOverview *self, char **due)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->due_row)));

  *due = *text == '\0' ? NULL : taga_date_parse (text);
  if (*due != NULL || *text == '\0')
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->due_row), "error");
      return TRUE;
    }

  gtk_widget_add_css_class (GTK_WIDGET (self->due_row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->due_row));
  taga_ui_toast (GTK_WIDGET (self), _ ("Enter a day such as 2026/12/15, or nothing."));
  return FALSE;
}
