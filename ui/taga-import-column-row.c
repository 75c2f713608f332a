#include "taga-import-column-row.h"

#include <glib/gi18n-lib.h>

/**
 * TagaImportColumnRow:
 *
 * A column of a sheet: what the sheet calls it, the first value in it, what it is taken for, and
 * what an empty cell means.
 */
struct _TagaImportColumnRow
{
  GtkListBoxRow parent_instance;

  TagaRecordClass *klass;
  TagaImportSheet *sheet; /* (unowned): of the plan on the page, which outlives the row */
  guint index;
  gboolean is_set;

  /* Template */
  GtkLabel *letter_label;
  GtkLabel *title_label;
  GtkLabel *sample_label;
  GtkDropDown *field_choice;
  GtkDropDown *empty_choice;
};

G_DEFINE_FINAL_TYPE (TagaImportColumnRow, taga_import_column_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What an empty cell does: the entries of the drop-down. */
enum
{
  EMPTY_LEAVES,
  EMPTY_CLEARS,
  EMPTY_IS_NO_MARK
};

/* What Taga calculates is no choice. */
static gboolean
is_choice (const TagaField *field)
{
  return !(field->flags & TAGA_FIELD_COMPUTED);
}

static guint
find_choice (TagaRecordClass *klass, int field)
{
  guint n = 0;

  for (int i = 0; i <= field; i++)
    n += is_choice (&klass->fields[i]);

  return n;
}

static int
find_field (TagaRecordClass *klass, guint choice)
{
  for (guint i = 0; choice > 0 && i < klass->n_fields; i++)
    if (is_choice (&klass->fields[i]) && --choice == 0)
      return (int) i;

  return -1;
}

/* The button that has the focus in a drop-down bears the name of the drop-down, and what is chosen
 * would not be heard. */
static void
describe_choice (GtkDropDown *choice)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));
  gpointer item = gtk_drop_down_get_selected_item (choice);

  if (button != NULL && GTK_IS_STRING_OBJECT (item))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_string_object_get_string (item), -1);
}

/* Names and marks leave no choice: an asset has a name, and a mark is there or not. */
static void
show_empty (TagaImportColumnRow *self)
{
  const TagaImportColumn *column = taga_import_sheet_get (self->sheet, self->index);
  const TagaField *field = column->field < 0 ? NULL : &self->klass->fields[column->field];
  guint choice = column->clears ? EMPTY_CLEARS : EMPTY_LEAVES;

  if (field != NULL && field->kind == TAGA_FIELD_MARK)
    choice = EMPTY_IS_NO_MARK;

  gtk_widget_set_visible (GTK_WIDGET (self->empty_choice), field != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->empty_choice),
                            field != NULL && taga_import_field_can_clear (field));
  gtk_drop_down_set_selected (self->empty_choice, choice);
  describe_choice (self->field_choice);
  describe_choice (self->empty_choice);
}

static void
field_selected_cb (TagaImportColumnRow *self)
{
  int field;

  if (!self->is_set)
    return;

  field = find_field (self->klass, gtk_drop_down_get_selected (self->field_choice));
  taga_import_sheet_set_field (self->sheet, self->klass, self->index, field);
  taga_import_sheet_get (self->sheet, self->index)->chosen = TRUE;
  show_empty (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
empty_selected_cb (TagaImportColumnRow *self)
{
  TagaImportColumn *column = taga_import_sheet_get (self->sheet, self->index);
  const TagaField *field = column->field < 0 ? NULL : &self->klass->fields[column->field];

  if (!self->is_set || field == NULL)
    return;

  column->clears = gtk_drop_down_get_selected (self->empty_choice) == EMPTY_CLEARS
                   && taga_import_field_can_clear (field);
  column->chosen = TRUE;
  describe_choice (self->empty_choice);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
taga_import_column_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAGA_TYPE_IMPORT_COLUMN_ROW);

  G_OBJECT_CLASS (taga_import_column_row_parent_class)->dispose (object);
}

static void
taga_import_column_row_class_init (TagaImportColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_import_column_row_dispose;

  /**
   * TagaImportColumnRow::changed:
   * @self: a row
   *
   * The user takes the column for something else.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAGA_TYPE_IMPORT_COLUMN_ROW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-import-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaImportColumnRow, letter_label);
  gtk_widget_class_bind_template_child (widget_class, TagaImportColumnRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TagaImportColumnRow, sample_label);
  gtk_widget_class_bind_template_child (widget_class, TagaImportColumnRow, field_choice);
  gtk_widget_class_bind_template_child (widget_class, TagaImportColumnRow, empty_choice);
  gtk_widget_class_bind_template_callback (widget_class, field_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_selected_cb);
}

static void
taga_import_column_row_init (TagaImportColumnRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What spreadsheets call a column: A to Z, AA to ZZ and so on. */
static char *
create_letters (guint column)
{
  GString *letters = g_string_new (NULL);

  for (column++; column > 0; column = (column - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (column - 1) % 26));

  return g_string_free (letters, FALSE);
}

/* What has the focus in a drop-down is the button inside, which would tell the name of its type. */
static void
name_choice (GtkDropDown *choice, const char *label)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (button != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                    -1);
}

static void
show_column (TagaImportColumnRow *self)
{
  const TagaImportColumn *column = taga_import_sheet_get (self->sheet, self->index);
  g_autofree char *letters = create_letters (column->column);
  const char *title = column->title == NULL ? _ ("(no name)") : column->title;
  g_autofree char *field_label = g_strdup_printf (_ ("What “%s” is taken for"), title);
  g_autofree char *empty_label = g_strdup_printf (_ ("What an empty cell in “%s” does"), title);
  const char *sample = column->sample == NULL ? _ ("(blank)") : column->sample;

  gtk_label_set_label (self->letter_label, letters);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->sample_label,
                       column->computed ? _ ("Taga calculates this itself.") : sample);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
  gtk_drop_down_set_selected (self->field_choice, find_choice (self->klass, column->field));
  name_choice (self->field_choice, field_label);
  name_choice (self->empty_choice, empty_label);
  show_empty (self);
}

/**
 * taga_import_column_row_new:
 * @klass: the record type
 * @choices: what a column can be taken for, from [func@import_column_row_create_choices]
 * @sheet: a sheet of a plan, which is changed by the row and outlives it
 * @index: position of the column in the sheet
 *
 * Makes a row for a column.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
taga_import_column_row_new (TagaRecordClass *klass,
                            GListModel *choices,
                            TagaImportSheet *sheet,
                            guint index)
{
  TagaImportColumnRow *self = g_object_new (TAGA_TYPE_IMPORT_COLUMN_ROW, NULL);

  self->klass = klass;
  self->sheet = sheet;
  self->index = index;
  gtk_drop_down_set_model (self->field_choice, choices);
  show_column (self);
  self->is_set = TRUE;

  return GTK_WIDGET (self);
}

/**
 * taga_import_column_row_create_choices:
 * @klass: a record type
 *
 * Lists what a column can be taken for: nothing, or a field that people fill in.
 *
 * Returns: (transfer full): the list
 */
GListModel *
taga_import_column_row_create_choices (TagaRecordClass *klass)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  /* Translators: of a column in a workbook */
  gtk_string_list_append (choices, C_ ("import", "Do not take"));
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_choice (&klass->fields[i]))
      gtk_string_list_append (choices, _ (klass->fields[i].title));

  return G_LIST_MODEL (choices);
}
