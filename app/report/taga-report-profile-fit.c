#include <glib/gi18n-lib.h>

#include "taga-report-profile.h"

/* Steps of the text size, and shares of their sizes that texts are cut to when no step is left. */
#define SIZE_STEP 0.5
static const double shares[] = { 1, 0.8, 0.6, 0.45, 0.3, 0.2, 0.1 };

/* The largest size at which the pages are two; `NULL` without an error if there is none. */
static TagaPaperLayout *
try_sizes (const TagaPaperHead *head,
           TagaEdition *edition,
           const TagaProfileFacts *facts,
           GCancellable *cancellable,
           GError **error)
{
  for (double size = TAGA_REPORT_PROFILE_LARGEST; size >= TAGA_REPORT_PROFILE_SMALLEST;
       size -= SIZE_STEP)
    {
      g_autoptr (TagaPaper) paper = taga_report_profile_set (head, edition, facts, size);
      g_autoptr (TagaPaperLayout) layout = taga_paper_layout_new (paper, cancellable, error);

      if (layout == NULL)
        return NULL;
      if (taga_paper_layout_get_n_pages (layout) <= TAGA_REPORT_PROFILE_PAGES)
        return g_steal_pointer (&layout);
    }

  return NULL;
}

static void
note_cut (GPtrArray *notes, guint n)
{
  if (notes != NULL)
    g_ptr_array_add (
        notes, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%u text was cut with “…” or left out: it does "
                                             "not fit on the two pages even in small letters.",
                                             "%u texts were cut with “…” or left out: they do "
                                             "not fit on the two pages even in small letters.",
                                             n),
                                n));
}

/**
 * taga_report_profile_fit:
 * @head: what every paper of the company has
 * @edition: the method edition
 * @facts: what stands on the pages; texts that do not fit are cut in it
 * @notes: (nullable) (element-type utf8): takes what the user should know
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Sets a case profile so that it never has a third page: in smaller letters by steps, and at last
 * with the longest texts cut. It may be called in any thread.
 *
 * Returns: (transfer full) (nullable): the pages, or `NULL` with `G_IO_ERROR_CANCELLED`
 */
TagaPaperLayout *
taga_report_profile_fit (const TagaPaperHead *head,
                         TagaEdition *edition,
                         TagaProfileFacts *facts,
                         GPtrArray *notes,
                         GCancellable *cancellable,
                         GError **error)
{
  GError *local = NULL;
  TagaPaperLayout *layout = try_sizes (head, edition, facts, cancellable, &local);
  guint n_cut = 0;

  for (guint i = 0; layout == NULL && local == NULL && i < G_N_ELEMENTS (shares); i++)
    {
      guint n = taga_profile_facts_shorten (facts, shares[i]);

      /* What was cut once is cut again, so that the last count tells the most. */
      n_cut = MAX (n_cut, n);
      layout = try_sizes (head, edition, facts, cancellable, &local);
    }

  if (layout == NULL && local == NULL)
    {
      g_autoptr (TagaPaper) paper =
          taga_report_profile_set (head, edition, facts, TAGA_REPORT_PROFILE_SMALLEST);

      layout = taga_paper_layout_new (paper, cancellable, &local);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  else if (n_cut > 0)
    note_cut (notes, n_cut);
  else if (notes != NULL
           && taga_paper_get_text_size (taga_paper_layout_get_paper (layout))
                  < TAGA_REPORT_PROFILE_LARGEST)
    g_ptr_array_add (notes,
                     g_strdup (_ ("The text is set in smaller letters to fit on two pages.")));

  return layout;
}
