#!/usr/bin/env bash
# check-format.sh SOURCE: checks that clang-format would change nothing.
#
# Its versions differ in details; the files follow version 14, Debian 12's.
set -u
cd -- "${1:?the top of the source tree is missing}" || exit 2

tool=$(command -v clang-format-14 || command -v clang-format)
if [ -z "$tool" ] || ! "$tool" --version | grep -q 'version 14\.'; then
  echo "clang-format 14 is not installed; on Debian 12 it is in the package clang-format"
  exit 77
fi

if ! find app ui tests \( -name '*.c' -o -name '*.h' \) -print0 \
  | xargs -0 -r "$tool" --dry-run -Werror --ferror-limit=3; then
  echo "To mend it: find app ui tests -name '*.[ch]' -exec clang-format -i {} +"
  exit 1
fi
