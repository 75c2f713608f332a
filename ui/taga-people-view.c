#include "taga-people-view.h"

#include <glib/gi18n-lib.h>

#include "taga-department.h"
#include "taga-person.h"

/* Share of the height that the departments have at first, in pixels. */
#define DEPARTMENTS 210

/**
 * TagaPeopleView:
 *
 * The departments of the company, and below them its people.
 */
struct _TagaPeopleView
{
  GtkBox parent_instance;

  TagaRegisterView *departments;
  TagaRegisterView *people;
};

G_DEFINE_FINAL_TYPE (TagaPeopleView, taga_people_view, GTK_TYPE_BOX)

static GtkWidget *
create_no_department (gboolean is_narrowed)
{
  return taga_register_view_create_empty (is_narrowed, NULL, _ ("No departments yet"),
                                          _ ("A company without departments needs none."),
                                          _ ("Enter the First _Department"));
}

static GtkWidget *
create_nobody (gboolean is_narrowed)
{
  return taga_register_view_create_empty (
      is_narrowed, NULL, _ ("Nobody is entered yet"),
      _ ("Those who hold a role, answer questions or see to measures. Not everybody has to be in "
         "the list."),
      _ ("Enter the First _Person"));
}

static void
taga_people_view_class_init (TagaPeopleViewClass *klass)
{
}

static void
taga_people_view_init (TagaPeopleView *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->departments = TAGA_REGISTER_VIEW (taga_register_view_new (
      TAGA_TYPE_DEPARTMENT, _ ("Departments"), _ ("_Department"), create_no_department));
  self->people = TAGA_REGISTER_VIEW (
      taga_register_view_new (TAGA_TYPE_PERSON, _ ("People"), _ ("_Person"), create_nobody));
  gtk_paned_set_start_child (GTK_PANED (paned), GTK_WIDGET (self->departments));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->people));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), DEPARTMENTS);
  gtk_widget_set_hexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (self), paned);
}

/**
 * taga_people_view_new:
 *
 * Makes a view without a file.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
taga_people_view_new (void)
{
  return g_object_new (TAGA_TYPE_PEOPLE_VIEW, NULL);
}

/**
 * taga_people_view_get_register:
 * @self: a view
 * @type: `TAGA_TYPE_DEPARTMENT` or `TAGA_TYPE_PERSON`
 *
 * Gets one of its registers.
 *
 * Returns: (transfer none): the register
 */
TagaRegisterView *
taga_people_view_get_register (TagaPeopleView *self, GType type)
{
  return type == TAGA_TYPE_DEPARTMENT ? self->departments : self->people;
}

/**
 * taga_people_view_set_store:
 * @self: a view
 * @store: (nullable): the company file
 *
 * Sets whose people to show.
 */
void
taga_people_view_set_store (TagaPeopleView *self, TagaStore *store)
{
  taga_register_view_set_store (self->departments, store);
  taga_register_view_set_store (self->people, store);
}

/**
 * taga_people_view_set_projector:
 * @self: a view
 * @on: whether it is shown to a room
 *
 * Shows the people alone, or all.
 */
void
taga_people_view_set_projector (TagaPeopleView *self, gboolean on)
{
  gtk_widget_set_visible (GTK_WIDGET (self->departments), !on);
  taga_register_view_set_projector (self->people, on);
}
