#include "taga-import-plan.h"
#include "taga-text.h"

/* What somebody said by hand of the columns of a sheet. It holds for the column wherever the header
 * is, and for columns that other sheets call the same. */

typedef struct
{
  guint sheet;
  int field;
  gboolean clears;
} Choice;

static char *
create_key (const TagaImportColumn *column)
{
  return column->title == NULL ? NULL : taga_text_match_key (column->title);
}

static void
collect_choices (const TagaImportPlan *self, guint number, GHashTable *choices)
{
  const TagaImportSheet *sheet = taga_import_plan_get (self, number);

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      const TagaImportColumn *column = taga_import_sheet_get (sheet, i);
      g_autofree char *key = column->chosen ? create_key (column) : NULL;
      Choice *choice;

      if (key == NULL || *key == '\0' || g_hash_table_contains (choices, key))
        continue;

      choice = g_new (Choice, 1);
      *choice = (Choice){ number, column->field, column->clears };
      g_hash_table_insert (choices, g_steal_pointer (&key), choice);
    }
}

static void
take_choices (TagaImportPlan *self, guint number, GHashTable *choices)
{
  TagaImportSheet *sheet = taga_import_plan_get (self, number);
  guint64 taken = taga_import_sheet_get_chosen (sheet);

  for (guint i = 0; i < sheet->columns->len; i++)
    {
      TagaImportColumn *column = taga_import_sheet_get (sheet, i);
      g_autofree char *key = column->chosen ? NULL : create_key (column);
      const Choice *choice = key == NULL ? NULL : g_hash_table_lookup (choices, key);
      guint64 bit;

      if (choice == NULL || choice->sheet == number)
        continue;

      /* Of two columns with one heading the first is meant. */
      bit = choice->field < 0 ? 0 : G_GUINT64_CONSTANT (1) << choice->field;
      if (taken & bit)
        continue;

      taken |= bit;
      taga_import_sheet_set_field (sheet, self->klass, i, choice->field);
      column->clears = choice->clears;
    }
}

/**
 * taga_import_plan_carry_choices:
 * @self: a plan
 *
 * Uses what somebody said by hand of a column for the columns of the other sheets that have the
 * same heading, but for width, kana, blanks and the like, unless something was said of these
 * themselves.
 */
void
taga_import_plan_carry_choices (TagaImportPlan *self)
{
  g_autoptr (GHashTable) choices = NULL;

  if (self->sheets->len < 2)
    return;

  choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < self->sheets->len; i++)
    collect_choices (self, i, choices);

  for (guint i = 0; g_hash_table_size (choices) > 0 && i < self->sheets->len; i++)
    take_choices (self, i, choices);
}

/**
 * taga_import_sheet_get_chosen:
 * @self: a sheet
 *
 * Tells for which fields somebody chose a column by hand.
 *
 * Returns: the fields, bit by field
 */
guint64
taga_import_sheet_get_chosen (const TagaImportSheet *self)
{
  guint64 fields = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (taga_import_sheet_get (self, i)->chosen && taga_import_sheet_get (self, i)->field >= 0)
      fields |= G_GUINT64_CONSTANT (1) << taga_import_sheet_get (self, i)->field;

  return fields;
}

/**
 * taga_import_sheet_forget_columns:
 * @self: a sheet
 *
 * Forgets the columns before they are looked for anew. Of those of which somebody said by hand what
 * they hold only the name and the first value are forgotten: what stands in them is the same,
 * whichever row the header is.
 */
void
taga_import_sheet_forget_columns (TagaImportSheet *self)
{
  for (guint i = self->columns->len; i > 0; i--)
    {
      TagaImportColumn *column = taga_import_sheet_get (self, i - 1);

      if (!column->chosen)
        {
          g_array_remove_index (self->columns, i - 1);
          continue;
        }

      g_clear_pointer (&column->title, g_free);
      g_clear_pointer (&column->sample, g_free);
      column->computed = FALSE;
    }
}
