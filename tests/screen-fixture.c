#define _GNU_SOURCE

#include "screen-fixture.h"

#include <adwaita.h>
#include <time.h>

#include "taga-language.h"
#include "taga-ui.h"

#ifdef __SANITIZE_ADDRESS__
#include <link.h>
#include <sanitizer/lsan_interface.h>

/* GCC has no header for these. */
int __sanitizer_get_ownership (const volatile void *block);
size_t __sanitizer_get_allocated_size (const volatile void *block);
#endif

/* What is planned within so many milliseconds is waited for. Later come hints below the pointer. */
#define NEAR 300

/* A frame is drawn so many milliseconds after the last one. */
#define FRAME 17

/* So many milliseconds without anything to do, and so many while something moves without end. */
#define QUIET 20
#define MOVING 150

/* What a thread does in a millisecond, in nanoseconds, that is more than to wait. */
#define WORK 100000

#ifdef __SANITIZE_ADDRESS__
/* GLib's first table of quarks, which is made before any code of ours runs. */
static gboolean
is_first_quarks (const char *const *table)
{
  return __sanitizer_get_ownership (table)
         && __sanitizer_get_allocated_size (table) >= 3 * sizeof *table
         && table[1] == g_quark_to_string (1) && table[2] == g_quark_to_string (2);
}

static int
find_quarks_cb (struct dl_phdr_info *info, size_t size, void *data)
{
  if (strstr (info->dlpi_name, "libglib-2.0") == NULL)
    return 0;

  for (guint i = 0; i < info->dlpi_phnum; i++)
    {
      const ElfW (Phdr) *part = &info->dlpi_phdr[i];
      const char *const *const *words = (void *) (info->dlpi_addr + part->p_vaddr);

      if (part->p_type != PT_LOAD || (part->p_flags & PF_W) == 0)
        continue;
      for (gsize j = 0; j < part->p_memsz / sizeof *words; j++)
        if (is_first_quarks (words[j]))
          __lsan_ignore_object (words[j]);
    }

  return 1;
}
#endif

/* GLib lets its table of quarks go when there are more than 2,048, and says that it does. By what
 * stack it was made only a slow unwinder sees, which would make every test ten times as long. */
static void
ignore_first_quarks (void)
{
#ifdef __SANITIZE_ADDRESS__
  dl_iterate_phdr (find_quarks_cb, NULL);
#endif
}

/**
 * screen_fixture_init:
 * @argc: (inout): as main () got it
 * @argv: (inout): as main () got it
 *
 * Does what main () does before it shows a window. Nothing moves by itself, which would never come
 * to rest.
 */
void
screen_fixture_init (int *argc, char ***argv)
{
  ignore_first_quarks ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  taga_language_init ();
  taga_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
}

static gint64
get_cpu_time (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

/* What the other threads have worked so far, in nanoseconds. */
static gint64
get_work (void)
{
  return get_cpu_time (CLOCK_PROCESS_CPUTIME_ID) - get_cpu_time (CLOCK_THREAD_CPUTIME_ID);
}

/* The milliseconds up to what is planned next, or -1. */
static int
get_next (void)
{
  GMainContext *context = g_main_context_default ();
  GPollFD fds[64];
  int priority, timeout;

  g_assert_true (g_main_context_acquire (context));
  g_main_context_prepare (context, &priority);
  g_main_context_query (context, G_MAXINT, &timeout, fds, G_N_ELEMENTS (fds));
  g_main_context_release (context);

  return timeout;
}

/* Has the display do everything that was asked of it, and send what follows. */
static void
sync_displays (void)
{
  g_autoptr (GSList) displays = gdk_display_manager_list_displays (gdk_display_manager_get ());

  for (GSList *l = displays; l != NULL; l = l->next)
    gdk_display_sync (l->data);
}

/**
 * settle:
 *
 * Lets the program run until everything is done: no event is left, no thread works, and nothing is
 * planned for the next moment. What moves without end, as a spinner does, is not waited for.
 */
void
settle (void)
{
  gint64 last = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  guint n_quiet = 0, n_moving = 0;

  while (n_quiet < QUIET && n_moving < MOVING && g_get_monotonic_time () < last)
    {
      gint64 work = get_work ();
      int next;

      if (n_quiet == QUIET / 2)
        sync_displays ();
      if (g_main_context_iteration (NULL, FALSE))
        {
          n_quiet = 0;
          continue;
        }

      next = get_next ();
      g_usleep (1000);
      if (get_work () - work > WORK || (next > FRAME && next < NEAR))
        n_quiet = 0;
      else if (next < 0 || next >= NEAR)
        n_quiet++;
      else
        n_moving++;
    }
}
