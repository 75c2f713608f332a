#include "taga-record.h"

/**
 * TagaRecord:
 *
 * One row of a register. A record type lists its fields in a table; from that come its GObject
 * properties here, its columns in the file, in tables, in workbooks and on the command line.
 */
typedef struct
{
  gint64 id;
  TagaValue *values; /* (owned): as many as the class has fields */
} TagaRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TagaRecord, taga_record, G_TYPE_OBJECT)

enum
{
  PROP_ID = 1,
  N_OWN_PROPS
};

static TagaRecordPrivate *
get_private (TagaRecord *self)
{
  return taga_record_get_instance_private (self);
}

static void
notify_field (TagaRecord *self, guint field)
{
  TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (self);

  g_object_notify (G_OBJECT (self), klass->fields[field].name);
}

static void
taga_record_constructed (GObject *object)
{
  TagaRecord *self = TAGA_RECORD (object);
  TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (taga_record_parent_class)->constructed (object);

  get_private (self)->values = taga_values_new (klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == TAGA_FIELD_MARK)
      get_private (self)->values[i].number = 0;
}

static void
taga_record_finalize (GObject *object)
{
  TagaRecord *self = TAGA_RECORD (object);

  taga_values_free (get_private (self)->values, TAGA_RECORD_GET_CLASS (self)->n_fields);

  G_OBJECT_CLASS (taga_record_parent_class)->finalize (object);
}

static void
taga_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TagaRecord *self = TAGA_RECORD (object);
  TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (self);

  if (prop_id == PROP_ID)
    g_value_set_int64 (value, get_private (self)->id);
  else if (prop_id - N_OWN_PROPS >= klass->n_fields)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (G_IS_PARAM_SPEC_STRING (pspec))
    g_value_set_string (value, taga_record_get_text (self, prop_id - N_OWN_PROPS));
  else if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    g_value_set_boolean (value, taga_record_get_number (self, prop_id - N_OWN_PROPS) > 0);
  else
    g_value_set_int64 (value, taga_record_get_number (self, prop_id - N_OWN_PROPS));
}

static void
taga_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  TagaRecord *self = TAGA_RECORD (object);
  TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (self);

  if (prop_id < N_OWN_PROPS || prop_id - N_OWN_PROPS >= klass->n_fields)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (G_IS_PARAM_SPEC_STRING (pspec))
    taga_record_set_text (self, prop_id - N_OWN_PROPS, g_value_get_string (value));
  else if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    taga_record_set_number (self, prop_id - N_OWN_PROPS, g_value_get_boolean (value));
  else
    taga_record_set_number (self, prop_id - N_OWN_PROPS, g_value_get_int64 (value));
}

static void
taga_record_class_init (TagaRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = taga_record_constructed;
  object_class->finalize = taga_record_finalize;
  object_class->get_property = taga_record_get_property;

  /**
   * TagaRecord:id:
   *
   * Number of the record in its table, from 1, or 0 as long as the file does not hold it.
   */
  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
taga_record_init (TagaRecord *self)
{
  /* The class is still the base's here: the values come with constructed. */
  get_private (self)->id = 0;
}

static GParamSpec *
create_pspec (const TagaField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  if (field->flags & TAGA_FIELD_COMPUTED)
    flags &= ~G_PARAM_WRITABLE;

  if (taga_field_is_text (field))
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);

  if (field->kind == TAGA_FIELD_MARK)
    return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);

  return g_param_spec_int64 (field->name, NULL, NULL, TAGA_UNKNOWN, G_MAXINT64, TAGA_UNKNOWN,
                             flags);
}

/**
 * taga_record_class_set_fields:
 * @klass: class of a record type, in its class_init
 * @table: name of its table
 * @fields: (array length=n_fields): its field table, which must outlive the class
 * @n_fields: how many fields
 *
 * Gives a record type its fields: installs a property for each.
 */
void
taga_record_class_set_fields (TagaRecordClass *klass,
                              const char *table,
                              const TagaField *fields,
                              guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->table = table;
  klass->fields = fields;
  klass->n_fields = n_fields;

  /* GObject does not hand these down: each class that installs properties sets its own. */
  object_class->get_property = taga_record_get_property;
  object_class->set_property = taga_record_set_property;

  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (object_class, i + N_OWN_PROPS, create_pspec (&fields[i]));
}

/**
 * taga_record_class_peek:
 * @type: a record type
 *
 * Gives the class of a record type, which then stays for the life of the program.
 *
 * Returns: (transfer none): the class
 */
TagaRecordClass *
taga_record_class_peek (GType type)
{
  g_return_val_if_fail (g_type_is_a (type, TAGA_TYPE_RECORD), NULL);

  /* The first reference is kept on purpose: a static type's class is never unloaded anyway. */
  if (g_type_class_peek (type) == NULL)
    return g_type_class_ref (type);

  return g_type_class_peek (type);
}

/**
 * taga_record_class_find_field:
 * @klass: class of a record type
 * @name: name of a field, with hyphens or underscores
 *
 * Finds a field by its name.
 *
 * Returns: its index, or -1 if the record type has no such field
 */
int
taga_record_class_find_field (TagaRecordClass *klass, const char *name)
{
  g_autofree char *hyphened = g_strdelimit (g_strdup (name), "_", '-');

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, hyphened))
      return (int) i;

  return -1;
}

/**
 * taga_record_get_id:
 * @self: a record
 *
 * Gets the number of the record in its table.
 *
 * Returns: the number from 1, or 0 as long as the file does not hold the record
 */
gint64
taga_record_get_id (TagaRecord *self)
{
  g_return_val_if_fail (TAGA_IS_RECORD (self), 0);

  return get_private (self)->id;
}

/**
 * taga_record_set_id:
 * @self: a record
 * @id: the number, from 1
 *
 * Sets the number of the record in its table. The store does that when the file takes the record.
 */
void
taga_record_set_id (TagaRecord *self, gint64 id)
{
  g_return_if_fail (TAGA_IS_RECORD (self));

  if (get_private (self)->id == id)
    return;

  get_private (self)->id = id;
  g_object_notify (G_OBJECT (self), "id");
}

/**
 * taga_record_get_value:
 * @self: a record
 * @field: index of a field
 *
 * Gets a field's value.
 *
 * Returns: (transfer none): the value
 */
const TagaValue *
taga_record_get_value (TagaRecord *self, guint field)
{
  g_return_val_if_fail (TAGA_IS_RECORD (self), NULL);
  g_return_val_if_fail (field < TAGA_RECORD_GET_CLASS (self)->n_fields, NULL);

  return &get_private (self)->values[field];
}

/**
 * taga_record_get_text:
 * @self: a record
 * @field: index of a text, note, date or choice field
 *
 * Gets the text of a field.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL` if it is not known
 */
const char *
taga_record_get_text (TagaRecord *self, guint field)
{
  return taga_record_get_value (self, field)->text;
}

/**
 * taga_record_get_number:
 * @self: a record
 * @field: index of a level, mark, number or reference field
 *
 * Gets the number of a field.
 *
 * Returns: the number, or `TAGA_UNKNOWN`
 */
gint64
taga_record_get_number (TagaRecord *self, guint field)
{
  return taga_record_get_value (self, field)->number;
}

/**
 * taga_record_set_value:
 * @self: a record
 * @field: index of a field
 * @value: the new value
 *
 * Sets a field's value. Computed fields follow with [method@Record.derive].
 */
void
taga_record_set_value (TagaRecord *self, guint field, const TagaValue *value)
{
  TagaRecordPrivate *priv = get_private (self);

  g_return_if_fail (TAGA_IS_RECORD (self));
  g_return_if_fail (field < TAGA_RECORD_GET_CLASS (self)->n_fields);

  if (taga_value_equal (&priv->values[field], value))
    return;

  taga_value_set (&priv->values[field], value);
  notify_field (self, field);
}

/**
 * taga_record_set_text:
 * @self: a record
 * @field: index of a text, note, date or choice field
 * @text: (nullable): the new text
 *
 * Sets the text of a field.
 */
void
taga_record_set_text (TagaRecord *self, guint field, const char *text)
{
  TagaValue value = { (char *) text, TAGA_UNKNOWN };

  taga_record_set_value (self, field, &value);
}

/**
 * taga_record_set_number:
 * @self: a record
 * @field: index of a level, mark, number or reference field
 * @number: the new number, or `TAGA_UNKNOWN`
 *
 * Sets the number of a field.
 */
void
taga_record_set_number (TagaRecord *self, guint field, gint64 number)
{
  TagaValue value = { NULL, number };

  taga_record_set_value (self, field, &value);
}

/**
 * taga_record_derive:
 * @self: a record
 * @assessment: what the round says of each medium
 *
 * Computes the computed fields anew and notifies those that changed.
 */
void
taga_record_derive (TagaRecord *self, const TagaAssessment *assessment)
{
  TagaRecordPrivate *priv = get_private (self);
  TagaRecordClass *klass = TAGA_RECORD_GET_CLASS (self);
  TagaValue *before;

  g_return_if_fail (TAGA_IS_RECORD (self));

  if (klass->derive == NULL)
    return;

  before = taga_values_new (klass->n_fields);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & TAGA_FIELD_COMPUTED)
      taga_value_set (&before[i], &priv->values[i]);

  klass->derive (priv->values, assessment);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & TAGA_FIELD_COMPUTED)
        && !taga_value_equal (&before[i], &priv->values[i]))
      notify_field (self, i);

  taga_values_free (before, klass->n_fields);
}
