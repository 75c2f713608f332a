#include "taga-budget-view.h"

#include <glib/gi18n-lib.h>

#include "taga-budget.h"
#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-date.h"
#include "taga-fiscal.h"
#include "taga-ui.h"
#include "taga-yen.h"

/**
 * TagaBudgetView:
 *
 * The budget for security, line by line, of one fiscal year at a time, with its sums below.
 */
struct _TagaBudgetView
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) (nullable) */
  GArray *years;    /* (element-type int): in the list, the latest first */
  int year;
  gboolean is_updating;

  TagaRegisterView *lines;
  GtkDropDown *year_list;
  GtkLabel *sums;
};

G_DEFINE_FINAL_TYPE (TagaBudgetView, taga_budget_view, GTK_TYPE_BOX)

static GtkWidget *
create_empty (gboolean is_narrowed)
{
  /* The year is no search: a year without lines is empty, and not narrowed down. */
  return taga_register_view_create_empty (
      FALSE, "accessories-calculator-symbolic", _ ("No budget for this fiscal year yet"),
      _ ("What security is to cost this year: licences, devices, training, an adviser."),
      _ ("Enter the First _Line"));
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

static void
add_year (GArray *years, int year)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) == year)
      return;

  g_array_append_val (years, year);
}

/* Reads the lines of all years: the years that there are, and what the shown one comes to. */
static gboolean
read_lines (TagaBudgetView *self, gint64 *planned, gint64 *actual, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaCursor) cursor = taga_cursor_new (self->store, TAGA_TYPE_BUDGET, query, error);
  const TagaValue *values;
  gboolean has_row = TRUE;
  gint64 id;

  while (cursor != NULL)
    {
      if (!taga_cursor_next (cursor, &id, &values, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      add_year (self->years, (int) values[TAGA_BUDGET_YEAR].number);
      if (values[TAGA_BUDGET_YEAR].number != self->year)
        continue;
      *planned += MAX (0, values[TAGA_BUDGET_PLANNED].number);
      *actual += MAX (0, values[TAGA_BUDGET_ACTUAL].number);
    }

  return FALSE;
}

static void
show_sums (TagaBudgetView *self, gint64 planned, gint64 actual)
{
  g_autofree char *one = taga_yen_format (planned);
  g_autofree char *other = taga_yen_format (actual);
  g_autofree char *left = taga_yen_format (planned - actual);
  /* Translators: three sums in yen */
  g_autofree char *text = g_strdup_printf (_ ("Planned %s, actual %s, left %s"), one, other, left);

  gtk_label_set_label (self->sums, text);
}

static void
fill_years (TagaBudgetView *self, gboolean is_era)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint place = 0;

  g_array_sort (self->years, compare_years);
  for (guint i = 0; i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);
      g_autofree char *name = taga_fiscal_format_year (year, is_era);

      gtk_string_list_append (names, name);
      if (year == self->year)
        place = i;
    }

  self->is_updating = TRUE;
  gtk_drop_down_set_model (self->year_list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year_list, place);
  self->is_updating = FALSE;
}

/* A line that is entered among those of a year is one of that year. */
static void
show_year (TagaBudgetView *self)
{
  g_autoptr (TagaQuery) query =
      taga_query_copy (taga_record_table_get_query (taga_register_view_get_table (self->lines)));
  TagaFilter *filter = taga_filter_new (TAGA_BUDGET_YEAR);

  filter->from = g_strdup_printf ("%d", self->year);
  filter->to = g_strdup (filter->from);
  taga_query_set_filter (query, filter);
  taga_record_table_set_query (taga_register_view_get_table (self->lines), query);
}

static void
selected_cb (TagaBudgetView *self)
{
  guint place = gtk_drop_down_get_selected (self->year_list);

  if (self->is_updating || place >= self->years->len)
    return;

  self->year = g_array_index (self->years, int, place);
  show_year (self);
  taga_budget_view_refresh (self);
}

static void
taga_budget_view_finalize (GObject *object)
{
  TagaBudgetView *self = TAGA_BUDGET_VIEW (object);

  g_clear_object (&self->store);
  g_array_unref (self->years);

  G_OBJECT_CLASS (taga_budget_view_parent_class)->finalize (object);
}

static void
taga_budget_view_class_init (TagaBudgetViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_budget_view_finalize;
}

static void
taga_budget_view_init (TagaBudgetView *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->lines = TAGA_REGISTER_VIEW (
      taga_register_view_new (TAGA_TYPE_BUDGET, _ ("Budget"), _ ("_Line"), create_empty));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->lines));

  self->sums = GTK_LABEL (taga_ui_create_label (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->sums), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->sums), "taga-sums");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sums));

  self->year_list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->year_list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Fiscal year"), -1);
  g_signal_connect_object (self->year_list, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  taga_record_table_add_tool (taga_register_view_get_table (self->lines),
                              GTK_WIDGET (self->year_list), FALSE);
}

/**
 * taga_budget_view_new:
 *
 * Makes a view without a file.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_budget_view_new (void)
{
  return g_object_new (TAGA_TYPE_BUDGET_VIEW, NULL);
}

/**
 * taga_budget_view_get_register:
 * @self: a view
 *
 * Gets the lines.
 *
 * Returns: (transfer none): the register
 */
TagaRegisterView *
taga_budget_view_get_register (TagaBudgetView *self)
{
  return self->lines;
}

static int
get_this_year (TagaRecord *company)
{
  g_autofree char *today = taga_date_today ();

  return taga_fiscal_find_year (today,
                                (int) taga_record_get_number (company, TAGA_COMPANY_FISCAL_MONTH));
}

/**
 * taga_budget_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose budget to show, beginning with this fiscal year's.
 */
void
taga_budget_view_set_store (TagaBudgetView *self, TagaStore *store)
{
  g_autoptr (TagaRecord) company = NULL;

  g_set_object (&self->store, store);
  taga_register_view_set_store (self->lines, store);
  if (store == NULL)
    return;

  company = taga_store_get_record (store, TAGA_TYPE_COMPANY, 1, NULL);
  self->year = company == NULL ? 0 : get_this_year (company);
  show_year (self);
  taga_budget_view_refresh (self);
}

/**
 * taga_budget_view_refresh:
 * @self: a view
 *
 * Shows the years that there are now, as the company writes them, and the sums of the shown one.
 */
void
taga_budget_view_refresh (TagaBudgetView *self)
{
  g_autoptr (TagaRecord) company =
      self->store == NULL ? NULL : taga_store_get_record (self->store, TAGA_TYPE_COMPANY, 1, NULL);
  gint64 planned = 0, actual = 0;

  if (company == NULL)
    return;

  g_array_set_size (self->years, 0);
  add_year (self->years, self->year);
  add_year (self->years, get_this_year (company));
  add_year (self->years, get_this_year (company) + 1);
  if (read_lines (self, &planned, &actual, NULL))
    show_sums (self, planned, actual);
  fill_years (self,
              g_strcmp0 (taga_record_get_text (company, TAGA_COMPANY_DATE_STYLE), "japanese") == 0);
}
