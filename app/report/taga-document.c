#include "taga-document.h"

#include <string.h>

G_DEFINE_QUARK (taga_report_error_quark, taga_report_error)

typedef struct
{
  char *key;
  char **entries;
} List;

/**
 * TagaDocument:
 *
 * What leaves the program, whatever its format: sections of paragraphs and tables, the lists that
 * cells may be chosen from, and the bands that colour them. It is built from top to bottom and can
 * be written once, because its rows are streamed.
 */
struct _TagaDocument
{
  GObject parent_instance;

  char *title;   /* (owned) */
  char *company; /* (owned) */
  char *date;    /* (owned) (nullable) ISO 8601 */
  gboolean is_japanese;
  gboolean is_written;

  gboolean has_bands;
  int bands[TAGA_MAX_BANDS];

  GPtrArray *lists;    /* (owned) (element-type List) */
  GPtrArray *sections; /* (owned) (element-type TagaSection) */
};

G_DEFINE_FINAL_TYPE (TagaDocument, taga_document, G_TYPE_OBJECT)

static void
free_list (gpointer data)
{
  List *list = data;

  g_free (list->key);
  g_strfreev (list->entries);
  g_free (list);
}

static void
taga_document_finalize (GObject *object)
{
  TagaDocument *self = TAGA_DOCUMENT (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->company, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);

  G_OBJECT_CLASS (taga_document_parent_class)->finalize (object);
}

static void
taga_document_class_init (TagaDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_document_finalize;
}

static void
taga_document_init (TagaDocument *self)
{
  self->lists = g_ptr_array_new_with_free_func (free_list);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) taga_section_free);
}

/**
 * taga_document_new:
 * @title: its title
 * @company: whose it is
 * @date: (nullable): the day that it shows, ISO 8601; the file says that it was made on this day,
 * so that the same document makes the same file
 * @is_japanese: whether the words that the format adds are Japanese, or else English
 *
 * Makes a document without any section.
 *
 * Returns: (transfer full): the document
 */
TagaDocument *
taga_document_new (const char *title, const char *company, const char *date, gboolean is_japanese)
{
  TagaDocument *self;

  g_return_val_if_fail (title != NULL && company != NULL, NULL);

  self = g_object_new (TAGA_TYPE_DOCUMENT, NULL);
  self->title = g_strdup (title);
  self->company = g_strdup (company);
  self->date = g_strdup (date);
  self->is_japanese = is_japanese;

  return self;
}

/**
 * taga_document_get_title:
 * @self: a document
 *
 * Gets the title.
 *
 * Returns: the title
 */
const char *
taga_document_get_title (TagaDocument *self)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * taga_document_get_company:
 * @self: a document
 *
 * Gets the name of the company whose document it is.
 *
 * Returns: the name
 */
const char *
taga_document_get_company (TagaDocument *self)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), NULL);

  return self->company;
}

/**
 * taga_document_get_date:
 * @self: a document
 *
 * Gets the day that the document shows.
 *
 * Returns: (nullable): the day, ISO 8601
 */
const char *
taga_document_get_date (TagaDocument *self)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), NULL);

  return self->date;
}

/**
 * taga_document_is_japanese:
 * @self: a document
 *
 * Tells in which language a format adds words of its own.
 *
 * Returns: `TRUE` for Japanese, `FALSE` for English
 */
gboolean
taga_document_is_japanese (TagaDocument *self)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), FALSE);

  return self->is_japanese;
}

/**
 * taga_document_set_bands:
 * @self: a document
 * @scale: the figures of the method edition
 *
 * Sets from which risk value on each band begins, for the columns that are coloured by it.
 */
void
taga_document_set_bands (TagaDocument *self, const TagaScale *scale)
{
  g_return_if_fail (TAGA_IS_DOCUMENT (self));

  memcpy (self->bands, scale->band_from, sizeof self->bands);
  self->has_bands = TRUE;
}

/**
 * taga_document_get_bands:
 * @self: a document
 *
 * Gets from which risk value on each band begins.
 *
 * Returns: (nullable) (array fixed-size=4): the values by [enum@Band], or `NULL` if nothing is
 *   coloured
 */
const int *
taga_document_get_bands (TagaDocument *self)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), NULL);

  return self->has_bands ? self->bands : NULL;
}

/**
 * taga_document_add_list:
 * @self: a document
 * @key: what columns call it
 * @entries: (array zero-terminated=1): what it offers
 *
 * Adds a list that cells may be chosen from. Lists come before the tables that use them.
 */
void
taga_document_add_list (TagaDocument *self, const char *key, const char *const *entries)
{
  List *list;

  g_return_if_fail (TAGA_IS_DOCUMENT (self));
  g_return_if_fail (taga_document_find_list (self, key) < 0);
  g_return_if_fail (entries[0] != NULL);

  list = g_new (List, 1);
  list->key = g_strdup (key);
  list->entries = g_strdupv ((char **) entries);
  g_ptr_array_add (self->lists, list);
}

/**
 * taga_document_find_list:
 * @self: a document
 * @key: key of a list
 *
 * Finds a list.
 *
 * Returns: its index, or -1 if there is none
 */
int
taga_document_find_list (TagaDocument *self, const char *key)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), -1);

  for (guint i = 0; i < self->lists->len; i++)
    {
      const List *list = g_ptr_array_index (self->lists, i);

      if (strcmp (list->key, key) == 0)
        return (int) i;
    }

  return -1;
}

/**
 * taga_document_get_n_lists:
 * @self: a document
 *
 * Counts the lists.
 *
 * Returns: how many there are
 */
guint
taga_document_get_n_lists (TagaDocument *self)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), 0);

  return self->lists->len;
}

/**
 * taga_document_get_list:
 * @self: a document
 * @index: which list
 *
 * Gets what a list offers.
 *
 * Returns: (transfer none) (array zero-terminated=1): its entries, at least one
 */
const char *const *
taga_document_get_list (TagaDocument *self, guint index)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (index < self->lists->len, NULL);

  return (const char *const *) ((List *) g_ptr_array_index (self->lists, index))->entries;
}

/**
 * taga_document_add_section:
 * @self: a document
 * @heading: its heading, and the name of its sheet
 *
 * Begins a section, on A4 paper lying on its long side. What is added from now on goes into it.
 *
 * Returns: (transfer none): the section, whose paper and frozen columns the caller may set
 */
TagaSection *
taga_document_add_section (TagaDocument *self, const char *heading)
{
  TagaSection *section;

  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (heading != NULL, NULL);

  section = taga_section_new (heading);
  g_ptr_array_add (self->sections, section);

  return section;
}

/**
 * taga_document_get_n_sections:
 * @self: a document
 *
 * Counts the sections.
 *
 * Returns: how many there are
 */
guint
taga_document_get_n_sections (TagaDocument *self)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), 0);

  return self->sections->len;
}

/**
 * taga_document_get_section:
 * @self: a document
 * @index: which section
 *
 * Gets a section.
 *
 * Returns: (transfer none): the section
 */
TagaSection *
taga_document_get_section (TagaDocument *self, guint index)
{
  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (index < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, index);
}

static TagaSection *
get_last_section (TagaDocument *self)
{
  return g_ptr_array_index (self->sections, self->sections->len - 1);
}

/**
 * taga_document_add_paragraph:
 * @self: a document with a section
 * @text: the text
 *
 * Adds a paragraph to the last section.
 */
void
taga_document_add_paragraph (TagaDocument *self, const char *text)
{
  g_return_if_fail (TAGA_IS_DOCUMENT (self));
  g_return_if_fail (self->sections->len > 0);

  taga_section_add_paragraph (get_last_section (self), text);
}

/**
 * taga_document_add_table:
 * @self: a document with a section
 * @table: (transfer full): the table
 *
 * Adds a table to the last section.
 */
void
taga_document_add_table (TagaDocument *self, TagaTable *table)
{
  g_return_if_fail (TAGA_IS_DOCUMENT (self));
  g_return_if_fail (self->sections->len > 0);
  g_return_if_fail (table != NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].list != NULL
          && taga_document_find_list (self, table->columns[i].list) < 0)
        g_critical ("A column takes its values from a list that the document does not have.");
    }

  taga_section_add_table (get_last_section (self), table);
}

/**
 * taga_document_find_table:
 * @self: a document
 *
 * Finds the first table, which the document is about.
 *
 * Returns: (transfer none) (nullable): the table, or `NULL` if there is none
 */
TagaTable *
taga_document_find_table (TagaDocument *self)
{
  TagaTable *table = NULL;

  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), NULL);

  for (guint i = 0; i < self->sections->len && table == NULL; i++)
    table = taga_section_find_table (g_ptr_array_index (self->sections, i));

  return table;
}

/**
 * taga_document_count_rows:
 * @self: a document
 *
 * Counts the rows that the tables will have.
 *
 * Returns: how many their sources promise
 */
guint64
taga_document_count_rows (TagaDocument *self)
{
  guint64 n_rows = 0;

  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), 0);

  for (guint i = 0; i < self->sections->len; i++)
    n_rows += taga_section_count_rows (g_ptr_array_index (self->sections, i));

  return n_rows;
}

/**
 * taga_document_begin_write:
 * @self: a document
 *
 * Marks the document as written. Its rows are gone then, so a second file would lack them.
 *
 * Returns: `TRUE` the first time, `FALSE` if it was written before
 */
gboolean
taga_document_begin_write (TagaDocument *self)
{
  gboolean is_first;

  g_return_val_if_fail (TAGA_IS_DOCUMENT (self), FALSE);

  is_first = !self->is_written;
  self->is_written = TRUE;

  return is_first;
}
