#include "taga-rule-fields.h"

#include <glib/gi18n-lib.h>

#include "taga-field-edit.h"
#include "taga-language.h"
#include "taga-names.h"
#include "taga-rule.h"
#include "taga-top-list.h"
#include "taga-ui.h"

/**
 * TagaRuleFields:
 *
 * What the company writes down about one of the rules – its own way, who sees to it, what proves it
 * – and which threats the rule helps against.
 */
struct _TagaRuleFields
{
  GtkBox parent_instance;

  TagaStore *store; /* (owned) */
  char *rule;       /* (owned) */
  GPtrArray *edits; /* (element-type TagaFieldEdit) (unowned) */
};

G_DEFINE_FINAL_TYPE (TagaRuleFields, taga_rule_fields, GTK_TYPE_BOX)

static const guint shown[] = { TAGA_RULE_WAY,           TAGA_RULE_OWNER,       TAGA_RULE_EVIDENCE,
                               TAGA_RULE_EVIDENCE_LINK, TAGA_RULE_EVIDENCE_ON, TAGA_RULE_NOTE };

static gboolean
save_cb (TagaFieldEdit *edit, const TagaValue *value, gpointer user_data, GError **error)
{
  TagaRuleFields *self = user_data;
  g_autoptr (TagaAnswerRecord) answer =
      taga_answer_record_load (self->store, TAGA_TYPE_RULE, self->rule, error);

  return answer != NULL
         && taga_answer_record_set (answer, taga_field_edit_get_index (edit), value, error);
}

static void
add_field (TagaRuleFields *self, guint field)
{
  TagaRecordClass *klass = taga_record_class_peek (TAGA_TYPE_RULE);
  GtkWidget *edit = taga_field_edit_new (&klass->fields[field], field, save_cb, self);

  if (field == TAGA_RULE_OWNER || field == TAGA_RULE_EVIDENCE_ON)
    gtk_widget_set_size_request (edit, 240, -1);
  if (field == TAGA_RULE_OWNER || field == TAGA_RULE_EVIDENCE_ON)
    gtk_widget_set_halign (edit, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), edit);
  g_ptr_array_add (self->edits, edit);
}

/* The rule is worth more to those who see what it is good for. */
static void
add_threats (TagaRuleFields *self)
{
  TagaEdition *edition = taga_store_get_edition (self->store);
  gboolean japanese = taga_language_is_japanese ();
  const TagaItem *list = taga_top_list_get_latest (edition);
  g_autofree char *helped =
      list == NULL ? NULL : taga_top_list_format_rule (edition, list->key, self->rule);
  g_autofree char *heading = NULL;
  GtkWidget *title, *source;

  if (helped == NULL)
    return;

  /* Translators: %s is the year of a list */
  heading = g_strdup_printf (_ ("Of the ten threats of %s, this rule helps against"), list->key);
  title = taga_ui_create_label (heading);
  gtk_widget_add_css_class (title, "taga-field-title");
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), taga_ui_create_label (helped));
  source = taga_ui_create_label (taga_edition_get_source (edition, "top-threat-rules", japanese));
  gtk_widget_add_css_class (source, "taga-quiet");
  gtk_box_append (GTK_BOX (self), source);
}

static void
taga_rule_fields_finalize (GObject *object)
{
  TagaRuleFields *self = TAGA_RULE_FIELDS (object);

  g_clear_object (&self->store);
  g_free (self->rule);
  g_ptr_array_unref (self->edits);

  G_OBJECT_CLASS (taga_rule_fields_parent_class)->finalize (object);
}

static void
taga_rule_fields_class_init (TagaRuleFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = taga_rule_fields_finalize;
}

static void
taga_rule_fields_init (TagaRuleFields *self)
{
  self->edits = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 10);
}

/**
 * taga_rule_fields_new:
 * @store: a store
 * @rule: key of a rule
 *
 * Makes the fields of a rule.
 *
 * Returns: (transfer floating): the fields
 */
GtkWidget *
taga_rule_fields_new (TagaStore *store, const char *rule)
{
  TagaRuleFields *self = g_object_new (TAGA_TYPE_RULE_FIELDS, NULL);

  self->store = g_object_ref (store);
  self->rule = g_strdup (rule);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    add_field (self, shown[i]);
  add_threats (self);

  return GTK_WIDGET (self);
}

/**
 * taga_rule_fields_update:
 * @self: the fields
 * @answer: what the round in use says of the rule
 * @error: return location for an error
 *
 * Shows what the round in use says.
 *
 * Returns: `TRUE`, or `FALSE` with any [error@StoreError]
 */
gboolean
taga_rule_fields_update (TagaRuleFields *self, TagaAnswerRecord *answer, GError **error)
{
  g_auto (GStrv) names = taga_names_list_people (self->store, error);

  if (names == NULL)
    return FALSE;

  for (guint i = 0; i < self->edits->len; i++)
    {
      TagaFieldEdit *edit = g_ptr_array_index (self->edits, i);
      guint field = taga_field_edit_get_index (edit);

      taga_field_edit_set_value (edit, taga_store_get_edition (self->store),
                                 taga_answer_record_get_value (answer, field));
      taga_field_edit_set_locked (edit, taga_answer_record_get_obstacle (answer) != NULL);
      if (field == TAGA_RULE_OWNER)
        taga_field_edit_set_names (edit, (const char *const *) names);
    }

  return TRUE;
}
