#include "taga-table-bar.h"

/**
 * TagaTableBar:
 *
 * The line above a table: the page's tools, the views, the search over all columns, and which rows
 * there are at all.
 */
struct _TagaTableBar
{
  AdwBin parent_instance;

  gboolean is_setting; /* whether the search and the scope follow the query */

  /* Template */
  GtkBox *start_tools;
  GtkBox *end_tools;
  GtkSearchEntry *search;
  GtkDropDown *scope;
};

G_DEFINE_FINAL_TYPE (TagaTableBar, taga_table_bar, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const TagaScope scopes[] = { TAGA_SCOPE_IN_USE, TAGA_SCOPE_RETIRED, TAGA_SCOPE_ALL };

static void
changed_cb (TagaTableBar *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
left_cb (TagaTableBar *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
search_stopped_cb (TagaTableBar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  left_cb (self);
}

static void
taga_table_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAGA_TYPE_TABLE_BAR);

  G_OBJECT_CLASS (taga_table_bar_parent_class)->dispose (object);
}

static void
taga_table_bar_class_init (TagaTableBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = taga_table_bar_dispose;

  /**
   * TagaTableBar::changed:
   *
   * The user searches for something else, or wants other rows.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAGA_TYPE_TABLE_BAR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TagaTableBar::left:
   *
   * The user is done with the search and wants to be among the rows.
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", TAGA_TYPE_TABLE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/taga_workbench/Taga/ui/taga-table-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TagaTableBar, start_tools);
  gtk_widget_class_bind_template_child (widget_class, TagaTableBar, end_tools);
  gtk_widget_class_bind_template_child (widget_class, TagaTableBar, search);
  gtk_widget_class_bind_template_child (widget_class, TagaTableBar, scope);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
taga_table_bar_init (TagaTableBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * taga_table_bar_add_tool:
 * @self: a bar
 * @tool: (transfer floating): a control
 * @at_end: whether it stands behind the search instead of before it
 *
 * Adds a control of the page.
 */
void
taga_table_bar_add_tool (TagaTableBar *self, GtkWidget *tool, gboolean at_end)
{
  gtk_box_append (at_end ? self->end_tools : self->start_tools, tool);
}

/**
 * taga_table_bar_set_views:
 * @self: a bar
 * @views: (transfer floating): the control that chooses views
 *
 * Sets what stands before the search: what it shows narrows the rows, too.
 */
void
taga_table_bar_set_views (TagaTableBar *self, GtkWidget *views)
{
  gtk_box_insert_child_after (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), views,
                              GTK_WIDGET (self->start_tools));
}

/**
 * taga_table_bar_set_scoped:
 * @self: a bar
 * @scoped: whether records can be retired
 *
 * Sets whether there is a choice between those in use and those that are not any more.
 */
void
taga_table_bar_set_scoped (TagaTableBar *self, gboolean scoped)
{
  gtk_widget_set_visible (GTK_WIDGET (self->scope), scoped);
}

/**
 * taga_table_bar_show_query:
 * @self: a bar
 * @query: what the table shows
 *
 * Shows what is searched for and which rows there are.
 */
void
taga_table_bar_show_query (TagaTableBar *self, const TagaQuery *query)
{
  const char *search = query->search == NULL ? "" : query->search;

  self->is_setting = TRUE;
  if (!g_str_equal (search, gtk_editable_get_text (GTK_EDITABLE (self->search))))
    gtk_editable_set_text (GTK_EDITABLE (self->search), search);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (scopes[i] == query->scope)
      gtk_drop_down_set_selected (self->scope, i);
  self->is_setting = FALSE;
}

/**
 * taga_table_bar_read_query:
 * @self: a bar
 * @query: takes what is searched for and which rows there are
 *
 * Reads what the user wants to see.
 */
void
taga_table_bar_read_query (TagaTableBar *self, TagaQuery *query)
{
  g_free (query->search);
  query->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  query->scope = scopes[MIN (gtk_drop_down_get_selected (self->scope), 2)];
}

/**
 * taga_table_bar_search:
 * @self: a bar
 *
 * Goes to the search.
 */
void
taga_table_bar_search (TagaTableBar *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
