#pragma once

#include <gio/gio.h>

#include "taga-asset.h"

G_BEGIN_DECLS

#define TEST_TYPE_LAZY_LIST (test_lazy_list_get_type ())
G_DECLARE_FINAL_TYPE (TestLazyList, test_lazy_list, TEST, LAZY_LIST, GObject)

TestLazyList *test_lazy_list_new (guint n_rows);

guint test_lazy_list_get_n_asked (TestLazyList *self);
void test_lazy_list_forget_asked (TestLazyList *self);
TagaRecord *test_lazy_list_dup_record (TestLazyList *self, gint64 id);
void test_lazy_list_reorder (TestLazyList *self, guint n_rows, gboolean reversed);
void test_lazy_list_splice (TestLazyList *self, guint position, guint removed, guint added);
gint64 test_lazy_list_find (TestLazyList *self, gint64 id);

G_END_DECLS
