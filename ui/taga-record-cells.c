#include "taga-record-cells.h"

#include <glib/gi18n-lib.h>

#include "taga-action.h"
#include "taga-date.h"
#include "taga-language.h"
#include "taga-suggestions.h"
#include "taga-value-text.h"

/*
 * What stands in the cells of a register, and what becomes of what is entered there: the field
 * table and the method edition say it, for any record type.
 */

typedef struct
{
  TagaStore *store;             /* (owned) */
  TagaRecordList *list;         /* (owned) */
  TagaRecordClass *klass;       /* (unowned): the type of the records */
  TagaSuggestions *suggestions; /* (owned) */
  gint64 added;                 /* the record that the new row has become, or 0 */
  TagaRecordLook look;          /* what the page adds */
  gpointer user_data;           /* for it */
} Cells;

static void
free_cells (gpointer data)
{
  Cells *self = data;

  taga_suggestions_free (self->suggestions);
  g_object_unref (self->list);
  g_object_unref (self->store);
  g_free (self);
}

static const TagaField *
get_field (Cells *self, guint field)
{
  return &self->klass->fields[field];
}

static char *
format_value (Cells *self, TagaRecord *record, guint field)
{
  return taga_value_text_format (self->store, get_field (self, field),
                                 taga_record_get_value (record, field));
}

static const char *
get_band_style (TagaBand band)
{
  switch (band)
    {
    case TAGA_BAND_LARGE:
      return "band-large";
    case TAGA_BAND_MEDIUM:
      return "band-medium";
    case TAGA_BAND_SMALL:
      return "band-small";
    case TAGA_BAND_UNKNOWN:
    default:
      return "band-unknown";
    }
}

/* A risk is its band in a word, its number, and a colour, in this order of weight. */
static void
format_risk (Cells *self, TagaRecord *record, guint field, TagaGridCell *cell)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  int risk = (int) taga_record_get_number (record, field);
  TagaBand band = taga_risk_band (taga_edition_get_scale (edition), risk);

  cell->text = taga_edition_format_risk (edition, risk, taga_language_is_japanese ());
  cell->style = get_band_style (band);
  cell->is_pill = TRUE;
}

static void
format_cell (TagaRecord *record, guint index, TagaGridCell *cell, gpointer user_data)
{
  Cells *self = user_data;
  const TagaField *field = get_field (self, index);

  if (g_str_equal (field->name, "risk"))
    {
      format_risk (self, record, index, cell);
    }
  else
    {
      cell->text = format_value (self, record, index);
      if (field->flags & TAGA_FIELD_COMPUTED)
        cell->style = "computed";
    }

  if (self->look.format != NULL)
    self->look.format (record, index, cell, self->user_data);
}

static const char *
choose_row_style (TagaRecord *record, guint position, gpointer user_data)
{
  Cells *self = user_data;

  return self->look.row_style == NULL ? NULL
                                      : self->look.row_style (record, position, self->user_data);
}

static char *
edit_text (TagaRecord *record, guint field, gpointer user_data)
{
  return format_value (user_data, record, field);
}

/* A day that is typed without its year is one of this year, as in a spreadsheet. */
static char *
complete_date (const char *text)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *with_year = g_strdup_printf ("%d/%s", g_date_time_get_year (now), text);

  return taga_date_parse (with_year);
}

/* What a record must have besides its name is what the table is narrowed to: a line that is entered
 * among those of a year is one of that year. */
static void
take_from_filters (Cells *self, TagaValue *values)
{
  const TagaQuery *query = taga_record_list_get_query (self->list);

  for (guint i = 0; i < self->klass->n_fields; i++)
    if ((get_field (self, i)->flags & TAGA_FIELD_REQUIRED)
        && taga_field_is_empty (get_field (self, i), &values[i]))
      taga_query_get_number (query, i, &values[i].number);
}

static const char *
get_new_name (Cells *self)
{
  if (g_str_equal (self->klass->table, "asset"))
    return _ ("New asset");

  return g_str_equal (self->klass->table, "measure") ? _ ("New measure") : _ ("(no name yet)");
}

static void
set_today (Cells *self, const char *name, TagaValue *values)
{
  int field = taga_record_class_find_field (self->klass, name);

  if (field >= 0 && values[field].text == NULL)
    values[field].text = taga_date_today ();
}

/* What is not entered yet of a new record: a name to be typed over, as there is none without, today
 * as the day on which it was registered or asked, and that nothing is done about it yet. */
static void
complete_record (Cells *self, TagaValue *values)
{
  int name = taga_record_class_find_field (self->klass, "name");
  int status = taga_record_class_find_field (self->klass, "status");

  if (name >= 0 && values[name].text == NULL)
    values[name].text = g_strdup (get_new_name (self));
  set_today (self, "registered-on", values);
  set_today (self, "asked-on", values);
  if (status >= 0 && g_strcmp0 (self->klass->fields[status].domain, "measure-status") == 0
      && values[status].text == NULL)
    values[status].text = g_strdup ("todo");
  take_from_filters (self, values);
}

/* Nothing entered adds nothing. */
static gboolean
add_record (Cells *self, guint index, const TagaValue *value, GError **error)
{
  TagaValue *values;
  gboolean done;

  self->added = 0;
  if (taga_field_is_empty (get_field (self, index), value))
    return TRUE;

  values = taga_values_new (self->klass->n_fields);
  taga_value_set (&values[index], value);
  complete_record (self, values);
  done = taga_action_add (self->store, g_list_model_get_item_type (G_LIST_MODEL (self->list)),
                          values, &self->added, error);
  taga_values_free (values, self->klass->n_fields);

  return done;
}

static gint64
get_added (gpointer user_data)
{
  Cells *self = user_data;

  return self->added;
}

static gboolean
commit (TagaRecord *record, guint index, const char *text, gpointer user_data, GError **error)
{
  Cells *self = user_data;
  const TagaField *field = get_field (self, index);
  g_auto (TagaValue) value = TAGA_VALUE_INIT;
  g_autofree char *date = field->kind == TAGA_FIELD_DATE ? complete_date (text) : NULL;

  if (date != NULL)
    text = date;
  if (!taga_value_text_parse (self->store, field, text, &value, error))
    return FALSE;

  if (record == NULL)
    return add_record (self, index, &value, error);
  if (taga_value_equal (&value, taga_record_get_value (record, index)))
    return TRUE;

  if (!taga_action_set (self->store, G_OBJECT_TYPE (record), taga_record_get_id (record), &index,
                        &value, 1, error))
    return FALSE;

  if (self->look.committed != NULL)
    self->look.committed (taga_record_get_id (record), index, self->user_data);
  return TRUE;
}

/* What a level means for a field, in the edition's short words; (nullable). */
static const char *
find_criterion (Cells *self, const TagaField *field, const TagaChoice *choice, gint64 level)
{
  gboolean japanese = taga_language_is_japanese ();

  if (g_strcmp0 (field->domain, "value") == 0)
    return taga_edition_get_criterion (taga_store_get_edition (self->store), field->name,
                                       (int) level, japanese);
  if (choice == NULL)
    return NULL;

  return japanese ? choice->text_ja : choice->text_en;
}

/* Criteria of which one suffices stand on lines of their own; in the list they share two. */
static void
append_meaning (Cells *self, GString *entry, const TagaField *field, const TagaChoice *choice)
{
  const char *criterion = find_criterion (self, field, choice, choice->number);
  g_auto (GStrv) lines = NULL;
  g_autofree char *line = NULL;

  if (criterion == NULL)
    return;

  lines = g_strsplit (criterion, "\n", -1);
  line = g_strjoinv (_ (" / "), lines);
  g_string_append_printf (entry, "\n%s", line);
}

/* All marks are set and cleared by the same words. */
static const char *
get_domain (const TagaField *field)
{
  return field->kind == TAGA_FIELD_MARK ? "mark" : field->domain;
}

static GStrv
list_choices (TagaRecord *record, guint index, gpointer user_data)
{
  Cells *self = user_data;
  const TagaField *field = get_field (self, index);
  g_autoptr (GStrvBuilder) builder = NULL;
  gboolean japanese = taga_language_is_japanese ();
  const TagaChoice *choices;
  guint n = 0;

  if (field->kind == TAGA_FIELD_REFERENCE)
    return taga_value_text_list_names (self->store, field, NULL);
  if (field->kind != TAGA_FIELD_CHOICE && field->kind != TAGA_FIELD_LEVEL
      && field->kind != TAGA_FIELD_MARK)
    return NULL;

  builder = g_strv_builder_new ();
  choices = taga_edition_get_choices (taga_store_get_edition (self->store), get_domain (field), &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) entry =
          g_string_new (japanese ? choices[i].label_ja : choices[i].label_en);

      g_string_append_printf (entry, "\t%s", choices[i].key);
      for (const char *const *alias = choices[i].aliases; alias != NULL && *alias != NULL; alias++)
        g_string_append_printf (entry, "\t%s", *alias);
      if (field->kind == TAGA_FIELD_MARK)
        g_string_append_printf (entry, "\t%d", choices[i].number);
      if (field->kind == TAGA_FIELD_LEVEL)
        append_meaning (self, entry, field, &choices[i]);
      g_strv_builder_add (builder, entry->str);
    }

  return g_strv_builder_end (builder);
}

/* Over a value of confidentiality, integrity or availability: what its level means. */
static char *
describe_cell (TagaRecord *record, guint index, gpointer user_data)
{
  Cells *self = user_data;
  TagaEdition *edition = taga_store_get_edition (self->store);
  const TagaField *field = get_field (self, index);
  gint64 level;
  const char *criterion;
  char *own =
      self->look.describe == NULL ? NULL : self->look.describe (record, index, self->user_data);

  if (own != NULL)
    return own;
  if (field->kind != TAGA_FIELD_LEVEL)
    return NULL;

  level = taga_record_get_number (record, index);
  criterion =
      find_criterion (self, field, taga_edition_find_level (edition, field->domain, level), level);

  return criterion == NULL
             ? NULL
             : g_strdup_printf ("%s %" G_GINT64_FORMAT "\n%s", _ (field->title), level, criterion);
}

static gint64
find_position (gint64 id, gpointer user_data)
{
  Cells *self = user_data;

  return taga_record_list_find (self->list, id);
}

static GStrv
suggest (TagaRecord *record, guint field, const char *typed, gpointer user_data)
{
  Cells *self = user_data;

  return taga_suggestions_find (self->suggestions, field, typed);
}

/**
 * taga_record_cells_attach:
 * @grid: a grid
 * @store: the company file
 * @list: the records that the grid shows
 * @look: (nullable): what the page adds
 * @user_data: data for it, which lives as long as the grid shows the list
 *
 * Lets a grid show and edit the records of a list. Each edit is one step.
 */
void
taga_record_cells_attach (TagaGrid *grid,
                          TagaStore *store,
                          TagaRecordList *list,
                          const TagaRecordLook *look,
                          gpointer user_data)
{
  static const TagaGridHandlers handlers = {
    .format = format_cell,
    .edit_text = edit_text,
    .commit = commit,
    .choices = list_choices,
    .describe = describe_cell,
    .position_of = find_position,
    .suggest = suggest,
    .added = get_added,
    .row_style = choose_row_style,
  };
  Cells *self = g_new0 (Cells, 1);

  self->store = g_object_ref (store);
  self->list = g_object_ref (list);
  if (look != NULL)
    self->look = *look;
  self->user_data = user_data;
  self->klass = taga_record_class_peek (g_list_model_get_item_type (G_LIST_MODEL (list)));
  self->suggestions =
      taga_suggestions_new (store, g_list_model_get_item_type (G_LIST_MODEL (list)));
  taga_grid_set_handlers (grid, &handlers, self, free_cells);
}

/**
 * taga_record_cells_can_add:
 * @store: the company file
 * @query: which of its records a grid shows
 *
 * Says whether records can be entered below the last one: not into a file that may only be read,
 * and not among those that are retired, where a new one would not show.
 *
 * Returns: whether they can
 */
gboolean
taga_record_cells_can_add (TagaStore *store, const TagaQuery *query)
{
  return !taga_store_is_read_only (store) && query->scope != TAGA_SCOPE_RETIRED;
}

/* A risk is filtered by its band, which has no column of its own. */
static gboolean
is_filtered (TagaRecordClass *klass, const TagaQuery *query, guint field)
{
  int band = taga_record_class_find_field (klass, "band");

  if (taga_query_get_filter (query, field) != NULL)
    return TRUE;

  return band >= 0 && g_str_equal (klass->fields[field].name, "risk")
         && taga_query_get_filter (query, (guint) band) != NULL;
}

/**
 * taga_record_cells_show_query:
 * @grid: a grid
 * @klass: the type of its records
 * @query: which records it shows, and in which order
 *
 * Shows in a grid's headers by what it is sorted and filtered.
 */
void
taga_record_cells_show_query (TagaGrid *grid, TagaRecordClass *klass, const TagaQuery *query)
{
  g_autofree TagaGridSort *keys = g_new0 (TagaGridSort, query->sorts->len + 1);

  for (guint i = 0; i < query->sorts->len; i++)
    {
      keys[i].field = g_array_index (query->sorts, TagaSort, i).field;
      keys[i].descending = g_array_index (query->sorts, TagaSort, i).descending;
    }
  taga_grid_set_sort (grid, keys, query->sorts->len);

  for (guint i = 0; i < klass->n_fields; i++)
    if (taga_grid_get_column (grid, i) != NULL)
      taga_grid_set_filtered (grid, i, is_filtered (klass, query, i));
}
