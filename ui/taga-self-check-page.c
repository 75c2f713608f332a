#include "taga-self-check-page.h"

#include <glib/gi18n-lib.h>

#include "taga-answer-sheet.h"
#include "taga-company.h"
#include "taga-declaration-view.h"
#include "taga-declaration.h"
#include "taga-history.h"
#include "taga-page.h"
#include "taga-questions-view.h"
#include "taga-recheck.h"
#include "taga-round-bar.h"
#include "taga-rule.h"
#include "taga-rules-view.h"
#include "taga-self-answer.h"
#include "taga-top-threat.h"
#include "taga-top-threats-view.h"

/**
 * TagaSelfCheckPage:
 *
 * What a company does before any analysis, from the easiest on: the rules, the 25 questions, the
 * ten threats of the year, and the declaration of SECURITY ACTION. Links name a view, or a view and
 * something in it: "self-check/rules", "self-check/rules/update"; the key of a rule alone will do.
 */
struct _TagaSelfCheckPage
{
  AdwBin parent_instance;

  TagaStore *store;   /* (owned) (nullable) */
  GType changed_type; /* what changed last, so that an undo can show it */
  gint64 changed_id;

  /* Template */
  GtkStack *stack;
  TagaRoundBar *rounds;
};

static void taga_self_check_page_init_page (TagaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TagaSelfCheckPage,
                               taga_self_check_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TAGA_TYPE_PAGE,
                                                      taga_self_check_page_init_page))

static TagaPage *
get_view (TagaSelfCheckPage *self)
{
  return TAGA_PAGE (gtk_stack_get_visible_child (self->stack));
}

/* Who chose a view wants to work there: the keys go from its tab into it. */
static void
view_chosen_cb (TagaSelfCheckPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->stack)))
    taga_page_take_focus (get_view (self));
}

static gboolean
has_view (TagaSelfCheckPage *self, const char *name)
{
  return gtk_stack_get_child_by_name (self->stack, name) != NULL;
}

/* In which view a record is shown. */
static const char *
find_view (GType type)
{
  if (type == TAGA_TYPE_RULE || type == TAGA_TYPE_RECHECK || type == TAGA_TYPE_COMPANY)
    return "rules";
  if (type == TAGA_TYPE_SELF_ANSWER || type == TAGA_TYPE_ANSWER_SHEET)
    return "questions";
  if (type == TAGA_TYPE_TOP_THREAT)
    return "threats";
  if (type == TAGA_TYPE_DECLARATION)
    return "declaration";

  return NULL;
}

static void
changed_cb (TagaSelfCheckPage *self, const TagaChange *changes, guint n_changes)
{
  self->changed_type = G_TYPE_INVALID;
  for (guint i = 0; changes != NULL && i < n_changes; i++)
    if (find_view (changes[i].type) != NULL)
      {
        self->changed_type = changes[i].type;
        self->changed_id = changes[i].kind == TAGA_CHANGE_REMOVED ? 0 : changes[i].id;
        return;
      }
}

static void
set_store (TagaPage *page, TagaStore *store)
{
  TagaSelfCheckPage *self = TAGA_SELF_CHECK_PAGE (page);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_set_object (&self->store, store);
  taga_round_bar_set_store (self->rounds, store);
  self->changed_type = G_TYPE_INVALID;
  if (store != NULL)
    g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    taga_page_set_store (TAGA_PAGE (view), store);
}

static void
take_focus (TagaPage *page)
{
  taga_page_take_focus (get_view (TAGA_SELF_CHECK_PAGE (page)));
}

static gboolean
finish_editing (TagaPage *page)
{
  return taga_page_finish_editing (get_view (TAGA_SELF_CHECK_PAGE (page)));
}

/* In which view an item is that was named alone. */
static const char *
guess_view (TagaSelfCheckPage *self, const char *item)
{
  TagaEdition *edition = self->store == NULL ? NULL : taga_store_get_edition (self->store);

  if (edition == NULL)
    return NULL;
  if (taga_edition_find_item (edition, "rule", item) != NULL
      || taga_edition_find_item (edition, "recheck", item) != NULL)
    return "rules";
  if (taga_edition_find_item (edition, "question", item) != NULL)
    return "questions";
  if (taga_edition_find_item (edition, "top-threat", item) != NULL)
    return "threats";

  return NULL;
}

static void
show_item (TagaPage *page, const char *item)
{
  TagaSelfCheckPage *self = TAGA_SELF_CHECK_PAGE (page);
  g_auto (GStrv) target = g_strsplit (item, "/", 2);
  const char *view = target[0];
  const char *within = target[0] == NULL ? NULL : target[1];

  if (view != NULL && !has_view (self, view))
    {
      view = guess_view (self, item);
      within = item;
    }
  if (view == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, view);
  taga_page_take_focus (get_view (self));
  if (within != NULL)
    taga_page_show_item (get_view (self), within);
}

/* What an undo has changed is shown, whichever view was open. */
static void
follow_step (TagaPage *page, gint64 step)
{
  TagaSelfCheckPage *self = TAGA_SELF_CHECK_PAGE (page);
  const char *view = find_view (self->changed_type);
  g_autoptr (TagaRecord) record = NULL;
  int item = -1;

  if (view == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, view);
  if (self->changed_id != 0)
    record = taga_store_get_record (self->store, self->changed_type, self->changed_id, NULL);
  if (record != NULL)
    item = taga_record_class_find_field (TAGA_RECORD_GET_CLASS (record), "item");
  if (item >= 0)
    taga_page_show_item (get_view (self), taga_record_get_text (record, (guint) item));
}

static void
set_projector (TagaPage *page, gboolean on)
{
  TagaSelfCheckPage *self = TAGA_SELF_CHECK_PAGE (page);

  for (GtkWidget *view = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    taga_page_set_projector (TAGA_PAGE (view), on);
}

static void
taga_self_check_page_dispose (GObject *object)
{
  TagaSelfCheckPage *self = TAGA_SELF_CHECK_PAGE (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL); /* first, or AdwBin unparents a dead child */
  gtk_widget_dispose_template (GTK_WIDGET (self), TAGA_TYPE_SELF_CHECK_PAGE);

  G_OBJECT_CLASS (taga_self_check_page_parent_class)->dispose (object);
}

static void
taga_self_check_page_class_init (TagaSelfCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_self_check_page_dispose;

  g_type_ensure (TAGA_TYPE_ROUND_BAR);
  g_type_ensure (TAGA_TYPE_RULES_VIEW);
  g_type_ensure (TAGA_TYPE_QUESTIONS_VIEW);
  g_type_ensure (TAGA_TYPE_TOP_THREATS_VIEW);
  g_type_ensure (TAGA_TYPE_DECLARATION_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-self-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaSelfCheckPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TagaSelfCheckPage, rounds);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
}

static void
taga_self_check_page_init (TagaSelfCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
taga_self_check_page_init_page (TagaPageInterface *iface)
{
  iface->set_store = set_store;
  iface->take_focus = take_focus;
  iface->finish_editing = finish_editing;
  iface->show_item = show_item;
  iface->follow_step = follow_step;
  iface->set_projector = set_projector;
}
