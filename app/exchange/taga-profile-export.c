#include "taga-export-paper.h"

#include <glib/gi18n-lib.h>

#include "taga-profile-export.h"
#include "taga-profile-read.h"
#include "taga-setting.h"

/**
 * taga_profile_export_new:
 * @store: a company file
 * @head: what every paper of the company has
 * @wish: which profile, of which rounds, and whether with its names
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Makes the pages of a case profile from what is in a company file. Unless it is asked to keep
 * them, every text loses its names before the pages are set, so that no format can tell them.
 *
 * Returns: (transfer full) (nullable): the profile, or `NULL` with any [error@StoreError] or
 *   `G_IO_ERROR_CANCELLED`
 */
TagaProfileExport *
taga_profile_export_new (TagaStore *store,
                         const TagaPaperHead *head,
                         const TagaProfileWish *wish,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (TagaProfileExport) self = g_new0 (TagaProfileExport, 1);
  g_autofree char *departments = taga_setting_get (store, TAGA_PROFILE_DEPARTMENTS, NULL);

  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->facts = taga_profile_read (store, wish->profile, wish->before, wish->after, error);
  self->shown = self->facts == NULL
                    ? NULL
                    : taga_profile_read (store, wish->profile, wish->before, wish->after, error);
  self->names = self->shown == NULL
                    ? NULL
                    : taga_profile_read_names (store, self->facts,
                                               g_strcmp0 (departments, "yes") == 0, error);
  if (self->names == NULL)
    return NULL;

  if (!wish->keeps_names)
    taga_profile_facts_hide_names (self->shown, self->names);
  self->layout = taga_report_profile_fit (head, taga_store_get_edition (store), self->shown,
                                          self->notes, cancellable, error);

  return self->layout == NULL ? NULL : g_steal_pointer (&self);
}

/**
 * taga_profile_export_free:
 * @self: (transfer full): a profile
 *
 * Frees a profile.
 */
void
taga_profile_export_free (TagaProfileExport *self)
{
  g_clear_pointer (&self->facts, taga_profile_facts_free);
  g_clear_pointer (&self->shown, taga_profile_facts_free);
  g_clear_pointer (&self->names, taga_anonymiser_free);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_object (&self->layout);
  g_free (self);
}

/* Known names are replaced as the list of them says. What was found by its form stands in no list,
 * and may have been meant to be read. */
static void
remark_replaced (TagaPaper *paper, const GPtrArray *replacements)
{
  guint n = 0;

  for (guint i = 0; i < replacements->len; i++)
    {
      const TagaReplacement *one = g_ptr_array_index (replacements, i);
      g_autofree char *text = NULL;

      if (one->n == 0)
        continue;
      /* Translators: a name, its alias, and how often the one took the place of the other */
      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” became “%s” (%u time).",
                                           "“%s” became “%s” (%u times).", one->n),
                              one->name, one->alias, one->n);
      taga_paper_add_remark (paper, text, one->is_known);
      n++;
    }

  if (n == 0)
    taga_paper_add_remark (
        paper, _ ("No name of the file stood in the texts, so none was replaced."), TRUE);
}

/* Makes the case profile that was made last, or that of the two latest rounds. */
TagaPaper *
taga_export_profile (TagaStore *store,
                     const TagaPaperHead *head,
                     const TagaExportOptions *options,
                     GError **error)
{
  const TagaProfileWish wish = { 0, options->before, options->after, options->keeps_names };
  g_autoptr (TagaProfileExport) made = taga_profile_export_new (store, head, &wish, NULL, error);
  TagaPaper *paper;

  if (made == NULL)
    return NULL;

  paper = taga_paper_layout_get_paper (made->layout);
  if (options->keeps_names)
    taga_paper_add_remark (paper,
                           _ ("The names stand as they are: this copy is for the company "
                              "itself, and not to be handed out."),
                           FALSE);
  else
    remark_replaced (paper, taga_anonymiser_get_replacements (made->names));
  for (guint i = 0; i < made->notes->len; i++)
    taga_paper_add_remark (paper, g_ptr_array_index (made->notes, i), FALSE);

  return g_object_ref (paper);
}
