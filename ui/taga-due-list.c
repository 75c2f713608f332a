#include "taga-due-list.h"

#include <glib/gi18n-lib.h>

#include "taga-page.h"
#include "taga-ui.h"

/* More than this is no overview; the rest is counted. */
#define MAX_ROWS 8

/**
 * TagaDueList:
 *
 * What is late or due soon. Each line leads to where it is seen to.
 */
struct _TagaDueList
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TagaDueList, taga_due_list, GTK_TYPE_BOX)

/* The stock-taking is a dialog and no page. */
static void
clicked_cb (GtkWidget *row)
{
  const char *page = g_object_get_data (G_OBJECT (row), "taga-page");
  const char *item = g_object_get_data (G_OBJECT (row), "taga-item");

  if (page == NULL)
    gtk_widget_activate_action (row, "win.stocktake", NULL);
  else
    taga_page_open (row, page, item);
}

static void
add_row (TagaDueList *self,
         const char *when,
         gboolean is_late,
         const char *name,
         const char *owner,
         const char *page,
         const char *item)
{
  GtkWidget *row = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *badge = gtk_label_new (when);
  GtkWidget *title = taga_ui_create_label (name);
  g_autofree char *said = g_strdup_printf ("%s: %s%s%s", when, name, owner == NULL ? "" : ", ",
                                           owner == NULL ? "" : owner);

  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_widget_add_css_class (badge, "taga-due");
  if (is_late)
    gtk_widget_add_css_class (badge, "late");
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), title);
  if (owner != NULL)
    {
      GtkWidget *label = taga_ui_create_label (owner);

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }

  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "taga-due-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (row), "taga-page", g_strdup (page), g_free);
  g_object_set_data_full (G_OBJECT (row), "taga-item", g_strdup (item), g_free);
  g_signal_connect (row, "clicked", G_CALLBACK (clicked_cb), NULL);
  gtk_box_append (GTK_BOX (self), row);
}

static char *
format_days (const TagaDue *due)
{
  if (due->days < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", -due->days), -due->days);
  if (due->days == 0)
    return g_strdup (_ ("Today"));

  return taga_ui_format_date (due->day);
}

static void
add_due (TagaDueList *self, const TagaDue *due)
{
  g_autofree char *when = format_days (due);
  g_autofree char *item = g_strdup_printf ("measures/%" G_GINT64_FORMAT, due->id);
  gboolean is_late = due->days < 0;

  switch (due->kind)
    {
    case TAGA_DUE_MEASURE:
      add_row (self, when, is_late, due->name, due->owner, "risks", item);
      break;
    case TAGA_DUE_DECLARATION:
      add_row (self, when, is_late, _ ("Review the SECURITY ACTION declaration"), NULL,
               "self-check", "declaration");
      break;
    case TAGA_DUE_STOCKTAKE:
    default:
      add_row (self, when, is_late, due->name, NULL, NULL, NULL);
      break;
    }
}

static void
add_sentence (TagaDueList *self, const char *text)
{
  gtk_box_append (GTK_BOX (self), taga_ui_create_label (text));
}

static void
taga_due_list_class_init (TagaDueListClass *klass)
{
}

static void
taga_due_list_init (TagaDueList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 2);
}

/**
 * taga_due_list_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
taga_due_list_new (void)
{
  return g_object_new (TAGA_TYPE_DUE_LIST, NULL);
}

/**
 * taga_due_list_set_overview:
 * @self: a list
 * @overview: the overview
 *
 * Shows what is due.
 */
void
taga_due_list_set_overview (TagaDueList *self, const TagaOverview *overview)
{
  GtkWidget *child;
  guint n = overview->due->len;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  for (guint i = 0; i < MIN (n, MAX_ROWS); i++)
    add_due (self, g_ptr_array_index (overview->due, i));
  if (n > MAX_ROWS)
    {
      g_autofree char *more =
          g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_ROWS), n - MAX_ROWS);

      add_sentence (self, more);
    }

  if (overview->n_expired > 0)
    {
      g_autofree char *text =
          g_strdup_printf (ngettext ("%u asset is kept too long", "%u assets are kept too long",
                                     overview->n_expired),
                           overview->n_expired);

      add_row (self, _ ("Keep until"), TRUE, text, NULL, "assets", "view=overdue");
    }
  else if (n == 0)
    add_sentence (self, _ ("Nothing is late, and nothing is due within 30 days."));
}
