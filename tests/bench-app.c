#include <stdio.h>

#include "data-resources.h"
#include "taga-advice.h"
#include "taga-asset.h"
#include "taga-check.h"
#include "taga-company.h"
#include "taga-cursor.h"
#include "taga-founding.h"
#include "taga-history.h"
#include "taga-record-list.h"

/*
 * Measures the program without its window: bench-app make FILE N makes a company with N assets;
 * bench-app run FILE prints "name milliseconds" for what users wait for. It is no test.
 */

static const char *const media[] = {
  "paper", "removable", "office-pc", "mobile", "server", "cloud"
};
static const char *const names[] = { "顧客名簿", "加工プログラム", "見積書",      "検査成績書",
                                     "社員名簿", "試作品の設計図", "購買先リスト" };
static const char *const units[] = { "営業", "製造", "技術", "品質", "総務" };

static gboolean
insert_asset (TagaStore *store, guint i, GError **error)
{
  TagaValue *values = taga_values_new (TAGA_ASSET_N_FIELDS);
  gboolean done;

  values[TAGA_ASSET_BUSINESS].text = g_strdup (units[i % G_N_ELEMENTS (units)]);
  values[TAGA_ASSET_NAME].text = g_strdup_printf ("%s %u", names[i % G_N_ELEMENTS (names)], i);
  values[TAGA_ASSET_NOTE].text = g_strdup ("四半期ごとに棚卸しを行い、持ち出しは記録する");
  values[TAGA_ASSET_USERS].text = g_strdup_printf ("%s部", units[i % G_N_ELEMENTS (units)]);
  values[TAGA_ASSET_DEPARTMENT].text =
      g_strdup_printf ("%s部", units[i * 7 % G_N_ELEMENTS (units)]);
  values[TAGA_ASSET_MEDIUM].text = g_strdup (media[i * 5 % G_N_ELEMENTS (media)]);
  values[TAGA_ASSET_PERSONAL].number = i % 11 == 0;
  values[TAGA_ASSET_SENSITIVE].number = 0;
  values[TAGA_ASSET_MY_NUMBER].number = 0;
  values[TAGA_ASSET_CONFIDENTIALITY].number = 1 + i % 3;
  values[TAGA_ASSET_INTEGRITY].number = 1 + i / 3 % 3;
  values[TAGA_ASSET_AVAILABILITY].number = 1 + i / 9 % 3;
  values[TAGA_ASSET_RETENTION].text = g_strdup ("7年");
  values[TAGA_ASSET_REGISTERED_ON].text =
      g_strdup_printf ("2026-%02u-%02u", 1 + i % 12, 1 + i % 28);
  done = taga_store_insert (store, TAGA_TYPE_ASSET, values, NULL, error);
  taga_values_free (values, TAGA_ASSET_N_FIELDS);

  return done;
}

static gboolean
answer_checks (TagaStore *store, GError **error)
{
  const guint field = TAGA_CHECK_ANSWER;

  for (gint64 id = 1; id <= 55; id++)
    {
      const TagaValue answer = { NULL, 1 + id % 3 };

      if (!taga_store_update (store, TAGA_TYPE_CHECK, id, &field, &answer, 1, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make (const char *path, guint n, GError **error)
{
  g_autoptr (TagaStore) store = NULL;
  TagaValue *company = taga_values_new (TAGA_COMPANY_N_FIELDS);
  const guint frequency = 2; /* of threats: round, item, frequency */
  gboolean done;

  company[TAGA_COMPANY_NAME].text = g_strdup ("測定用の会社");
  company[TAGA_COMPANY_EDITION].text = g_strdup ("ipa-3.1");
  company[TAGA_COMPANY_FICTITIOUS].number = 1;
  store = taga_founding_new_company (path, company, error);
  taga_values_free (company, TAGA_COMPANY_N_FIELDS);
  if (store == NULL || !taga_store_begin (store, "bench", error))
    return FALSE;

  done = answer_checks (store, error);
  for (gint64 id = 1; done && id <= 21; id++)
    {
      const TagaValue value = { NULL, 1 + id % 3 };

      done = taga_store_update (store, g_type_from_name ("TagaThreat"), id, &frequency, &value, 1,
                                error);
    }
  for (guint i = 0; done && i < n; i++)
    done = insert_asset (store, i, error);

  return done && taga_store_commit (store, error) && taga_history_keep (store, error);
}

static double
elapsed (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

/* All risks after one answer has changed: the answer's step, then every asset's value. */
static gboolean
measure_risks (TagaStore *store, GError **error)
{
  const guint field = TAGA_CHECK_ANSWER;
  gint64 best = G_MAXINT64;

  for (int i = 0; i < 5; i++)
    {
      const TagaValue answer = { NULL, 1 + i % 3 };
      g_autoptr (TagaQuery) query = taga_query_new ();
      g_autoptr (TagaRecordList) list = taga_record_list_new (store, TAGA_TYPE_ASSET);
      TagaSort sort = { TAGA_ASSET_RISK, TRUE };
      gint64 start = g_get_monotonic_time ();
      gint64 sum = 0;
      g_autoptr (TagaCursor) cursor = NULL;
      const TagaValue *values;
      gboolean has_row = TRUE;

      if (!taga_store_begin (store, "bench", error)
          || !taga_store_update (store, TAGA_TYPE_CHECK, 30, &field, &answer, 1, error)
          || !taga_store_commit (store, error))
        return FALSE;
      cursor = taga_cursor_new_for_rules (store, TAGA_TYPE_ASSET, NULL, error);
      while (cursor != NULL && has_row)
        {
          if (!taga_cursor_next (cursor, NULL, &values, &has_row, error))
            return FALSE;
          if (has_row)
            sum += values[TAGA_ASSET_RISK].number;
        }
      best = MIN (best, g_get_monotonic_time () - start);
      start = g_get_monotonic_time ();
      g_array_append_val (query->sorts, sort);
      if (!taga_record_list_set_query (list, query, error))
        return FALSE;
      if (i == 0)
        printf ("sort-by-risk %.1f\n", elapsed (start));
      if (sum == 0)
        return FALSE;
    }

  printf ("all-risks %.1f\n", (double) best / 1000.0);
  return TRUE;
}

static gboolean
measure_plan (TagaStore *store, TagaImpact *impact, const char *name, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TagaAdvice) advice = taga_advice_new (store, impact, error);
  g_autoptr (TagaAdvicePlan) plan = advice == NULL ? NULL : taga_advice_plan (advice, 500000);

  printf ("%s %.1f\n", name, elapsed (start));
  return plan != NULL;
}

/* What to do first: the register's figures, then advice and a plan with what is answered, and with
 * nothing done, which leaves most to choose from. */
static gboolean
measure_advice (TagaStore *store, GError **error)
{
  const guint field = TAGA_CHECK_ANSWER;
  const TagaValue not_done = { NULL, TAGA_ANSWER_NOT_DONE };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TagaImpact) impact = taga_impact_new (store, error);

  printf ("figures %.1f\n", elapsed (start));
  if (impact == NULL || !measure_plan (store, impact, "advice", error)
      || !taga_store_begin (store, "bench", error))
    return FALSE;

  for (gint64 id = 1; id <= 55; id++)
    if (!taga_store_update (store, TAGA_TYPE_CHECK, id, &field, &not_done, 1, error))
      return FALSE;

  return taga_store_commit (store, error)
         && measure_plan (store, impact, "advice-nothing-done", error)
         && taga_history_undo (store, error);
}

/* The order by reading, of names that begin alike. */
static gboolean
measure_names (TagaStore *store, GError **error)
{
  g_autoptr (TagaQuery) query = taga_query_new ();
  g_autoptr (TagaRecordList) list = taga_record_list_new (store, TAGA_TYPE_ASSET);
  TagaSort sort = { TAGA_ASSET_NAME, FALSE };
  gint64 start = g_get_monotonic_time ();

  g_array_append_val (query->sorts, sort);
  if (!taga_record_list_set_query (list, query, error))
    return FALSE;
  printf ("sort-by-name %.1f\n", elapsed (start));

  return TRUE;
}

static gboolean
measure_undo (TagaStore *store, GError **error)
{
  const guint field = TAGA_ASSET_NOTE;
  gint64 start;

  if (!taga_store_begin (store, "bench", error))
    return FALSE;
  start = g_get_monotonic_time ();
  for (gint64 id = 1; id <= 10000; id++)
    {
      const TagaValue value = { (char *) "まとめて書き換えた", TAGA_UNKNOWN };

      if (!taga_store_update (store, TAGA_TYPE_ASSET, id, &field, &value, 1, error))
        return FALSE;
    }
  if (!taga_store_commit (store, error))
    return FALSE;
  printf ("change-10000 %.1f\n", elapsed (start));

  start = g_get_monotonic_time ();
  if (!taga_history_undo (store, error))
    return FALSE;
  printf ("undo-10000 %.1f\n", elapsed (start));

  return TRUE;
}

static gboolean
run (const char *path, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TagaStore) store = taga_store_open (path, FALSE, error);

  if (store == NULL)
    return FALSE;
  printf ("open %.1f\n", elapsed (start));

  return measure_risks (store, error) && measure_advice (store, error)
         && measure_names (store, error) && measure_undo (store, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  g_resources_register (taga_data_get_resource ());
  if (argc == 4 && g_str_equal (argv[1], "make"))
    done = make (argv[2], (guint) g_ascii_strtoull (argv[3], NULL, 10), &error);
  else if (argc == 3 && g_str_equal (argv[1], "run"))
    done = run (argv[2], &error);

  if (!done)
    fprintf (stderr, "%s\n", error == NULL ? "bench-app make FILE N | run FILE" : error->message);
  return done ? 0 : 1;
}
