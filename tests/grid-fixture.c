#include "grid-fixture.h"

#include <string.h>

#include "taga-grid-body.h"
#include "taga-grid-editor.h"
#include "taga-grid-private.h"

static const char *const media[] = { "paper", "mobile", "server", "cloud" };
static const char *const media_labels[] = { "書類", "モバイル機器", "社内サーバー",
                                            "社外サーバー" };

static const TagaField *
get_field (guint field)
{
  return &taga_record_class_peek (TAGA_TYPE_ASSET)->fields[field];
}

static void
format_cell (TagaRecord *record, guint field, TagaGridCell *cell, gpointer user_data)
{
  GridFixture *fixture = user_data;
  const char *text = taga_record_get_text (record, field);

  fixture->formatted++;
  if (field == TAGA_ASSET_RISK)
    *cell = (TagaGridCell){ g_strdup ("大 6"), "band-large", TRUE };
  else if (get_field (field)->flags & TAGA_FIELD_COMPUTED)
    *cell = (TagaGridCell){ g_strdup ("2"), "computed", FALSE };
  else if (get_field (field)->kind == TAGA_FIELD_MARK)
    cell->text = g_strdup (taga_record_get_number (record, field) == 1 ? "有" : "");
  else if (get_field (field)->kind == TAGA_FIELD_LEVEL)
    cell->text = taga_record_get_number (record, field) < 0
                     ? NULL
                     : g_strdup_printf ("%d", (int) taga_record_get_number (record, field));
  else
    cell->text = g_strdup (text);

  for (guint i = 0; field == TAGA_ASSET_MEDIUM && i < G_N_ELEMENTS (media); i++)
    if (g_strcmp0 (text, media[i]) == 0)
      {
        g_free (cell->text);
        cell->text = g_strdup (media_labels[i]);
      }
}

static gboolean
commit_medium (TagaRecord *record, const char *text, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (media); i++)
    if (strcmp (text, media_labels[i]) == 0)
      {
        taga_record_set_text (record, TAGA_ASSET_MEDIUM, media[i]);
        return TRUE;
      }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is no medium.", text);
  return FALSE;
}

/* What is entered in the new row is a record at the end of the list, or at its beginning. */
static TagaRecord *
add_row (GridFixture *fixture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (fixture->list));

  test_lazy_list_splice (fixture->list, fixture->adds_above ? 0 : n, 0, 1);
  fixture->added = 100001;

  return test_lazy_list_dup_record (fixture->list, fixture->added);
}

static gboolean
commit_cell (TagaRecord *record, guint field, const char *text, gpointer user_data, GError **error)
{
  GridFixture *fixture = user_data;
  TagaFieldKind kind = get_field (field)->kind;
  g_autoptr (TagaRecord) added = NULL;

  if (kind == TAGA_FIELD_MARK && strcmp (text, "有") == 0)
    text = "1";
  else if (kind == TAGA_FIELD_MARK && strcmp (text, "無") == 0)
    text = "0";
  g_string_append_printf (fixture->committed, "%s=%s@%d\n", get_field (field)->name, text,
                          record != NULL ? (int) taga_record_get_id (record) : 0);
  if (record == NULL && strcmp (text, "だめ") != 0)
    {
      added = add_row (fixture);
      record = added;
    }
  if (field == TAGA_ASSET_MEDIUM)
    return commit_medium (record, text, error);

  if (kind == TAGA_FIELD_LEVEL || kind == TAGA_FIELD_MARK)
    {
      taga_record_set_number (record, field,
                              *text != '\0' ? g_ascii_strtoll (text, NULL, 10) : TAGA_UNKNOWN);
    }
  else if (strcmp (text, "だめ") == 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is refused.", text);
      return FALSE;
    }
  else
    {
      taga_record_set_text (record, field, *text != '\0' ? text : NULL);
    }

  return TRUE;
}

static GStrv
list_choices (TagaRecord *record, guint field, gpointer user_data)
{
  static const char *const of_media[] = { "書類\tしょるい\tshorui",
                                          "モバイル機器\tmobairu\t社内ノート",
                                          "社内サーバー\tしゃない\tshanai",
                                          "社外サーバー\tしゃがい\tshagai", NULL };
  static const char *const marks[] = { "有\tyes\ty\tはい\t○\tレ\t✓\t1", "無\tno\tn\tいいえ\t×\t0",
                                       NULL };
  static const char *const levels[] = { "3\t高い\n漏れると取引を失う", "2\tふつう\n困る", "1\t低い",
                                        NULL };

  if (field == TAGA_ASSET_MEDIUM)
    return g_strdupv ((char **) of_media);
  if (get_field (field)->kind == TAGA_FIELD_LEVEL)
    return g_strdupv ((char **) levels);
  if (get_field (field)->kind == TAGA_FIELD_MARK)
    return g_strdupv ((char **) marks);

  return NULL;
}

/* What departments were entered before. */
static GStrv
suggest (TagaRecord *record, guint field, const char *typed, gpointer user_data)
{
  static const char *const departments[] = { "営業部", "営業推進部", "総務部", "office" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; field == TAGA_ASSET_DEPARTMENT && i < G_N_ELEMENTS (departments); i++)
    if (g_str_has_prefix (departments[i], typed))
      g_strv_builder_add (builder, departments[i]);

  return g_strv_builder_end (builder);
}

static gint64
find_position (gint64 id, gpointer user_data)
{
  GridFixture *fixture = user_data;

  return test_lazy_list_find (fixture->list, id);
}

static char *
describe (TagaRecord *record, guint field, gpointer user_data)
{
  return field == TAGA_ASSET_CONFIDENTIALITY ? g_strdup ("漏れると困る") : NULL;
}

static gint64
get_added (gpointer user_data)
{
  GridFixture *fixture = user_data;

  return fixture->added;
}

static void
add_one (guint *counter)
{
  *counter += 1;
}

static void
refused_cb (TagaGrid *grid, const char *reason, GridFixture *fixture)
{
  g_free (fixture->reason);
  fixture->reason = g_strdup (reason);
}

void
grid_fixture_set_up (GridFixture *fixture, gconstpointer n_rows)
{
  static const TagaGridHandlers handlers = { format_cell, NULL,          commit_cell, list_choices,
                                             describe,    find_position, suggest,     get_added };
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->committed = g_string_new (NULL);
  fixture->list = test_lazy_list_new (GPOINTER_TO_UINT (n_rows));

  fixture->grid = g_object_ref_sink (TAGA_GRID (taga_grid_new ()));
  taga_grid_set_columns_from_class (fixture->grid, taga_record_class_peek (TAGA_TYPE_ASSET));
  taga_grid_set_handlers (fixture->grid, &handlers, fixture, NULL);
  taga_grid_set_model (fixture->grid, G_LIST_MODEL (fixture->list));
  g_signal_connect_swapped (fixture->grid, "cursor-moved", G_CALLBACK (add_one), &fixture->moved);
  g_signal_connect_swapped (fixture->grid, "selection-changed", G_CALLBACK (add_one),
                            &fixture->selected);
  g_signal_connect (fixture->grid, "refused", G_CALLBACK (refused_cb), fixture);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->grid));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  grid_fixture_draw (fixture);
}

void
grid_fixture_tear_down (GridFixture *fixture, gconstpointer n_rows)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->grid);
  g_assert_finalize_object (fixture->list);

  g_string_free (fixture->committed, TRUE);
  g_free (fixture->reason);
}

static void
painted_cb (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

static gboolean
give_up_cb (gpointer user_data)
{
  g_error ("No frame was drawn within five seconds.");

  return G_SOURCE_REMOVE;
}

/* Lets everything happen that is due, up to the end of the next frame. */
void
grid_fixture_draw (GridFixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  guint timeout = g_timeout_add_seconds (5, give_up_cb, NULL);
  gboolean painted = FALSE;
  gulong id;

  while (g_main_context_iteration (NULL, FALSE))
    ;

  id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->grid));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  g_source_remove (timeout);
}

void
grid_fixture_press (GridFixture *fixture, guint keyval, GdkModifierType state)
{
  taga_grid_press_key (fixture->grid, keyval, state);
}

/* Types a text key by key. */
void
grid_fixture_type (GridFixture *fixture, const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    taga_grid_press_key (fixture->grid, gdk_unicode_to_keyval (g_utf8_get_char (text)), 0);
}

void
grid_fixture_put (GridFixture *fixture, guint row, guint field)
{
  taga_grid_set_cursor (fixture->grid, row, field);
  grid_fixture_draw (fixture);
  grid_fixture_assert_cursor (fixture, row, field);
}

void
grid_fixture_assert_cursor (GridFixture *fixture, guint row, guint field)
{
  guint now_row, now_field;

  g_assert_true (taga_grid_get_cursor (fixture->grid, &now_row, &now_field));
  g_assert_cmpuint (now_row, ==, row);
  g_assert_cmpstr (get_field (now_field)->name, ==, get_field (field)->name);
}

/* Compares the range, written as "first row-last row first column-last column". */
void
grid_fixture_assert_range (GridFixture *fixture, const char *expected)
{
  TagaGridRange range;
  g_autofree char *text = NULL;

  g_assert_true (taga_grid_get_range (fixture->grid, &range));
  text = g_strdup_printf ("%u-%u %u-%u", range.first_row, range.last_row, range.first_column,
                          range.last_column);
  g_assert_cmpstr (text, ==, expected);
}

/* Compares what was committed since it was last looked at. */
void
grid_fixture_assert_committed (GridFixture *fixture, const char *expected)
{
  g_assert_cmpstr (fixture->committed->str, ==, expected);
  g_string_truncate (fixture->committed, 0);
}

GtkWidget *
grid_fixture_get_entry (GridFixture *fixture)
{
  return taga_grid_editor_get_widget (fixture->grid->editor);
}

const char *
grid_fixture_get_entry_text (GridFixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (grid_fixture_get_entry (fixture)));
}

/* Reads what the cell in view says. */
char *
grid_fixture_dup_cell (GridFixture *fixture, guint row, guint field)
{
  TagaGridRow *shown = taga_grid_pool_get_row (taga_grid_body_get_pool (fixture->grid->body), row);
  int slot = taga_grid_layout_find_slot (&fixture->grid->layout, field);

  g_assert_nonnull (shown);
  g_assert_cmpint (slot, >=, 0);

  return g_strdup (taga_grid_cell_view_get_text (taga_grid_row_get_cell (shown, (guint) slot)));
}

static GtkWidget *
find_nth (GtkWidget *root, GType type, guint *nth)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*nth)-- == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, nth);

  return found;
}

/* Finds the nth widget of a type below another, in the order of the children. */
GtkWidget *
grid_fixture_find (GtkWidget *root, GType type, guint nth)
{
  return find_nth (root, type, &nth);
}

guint
grid_fixture_count (GtkWidget *root, GType type)
{
  guint n = 0;

  while (grid_fixture_find (root, type, n) != NULL)
    n++;

  return n;
}
