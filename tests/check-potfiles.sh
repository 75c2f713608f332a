#!/usr/bin/env bash
# check-potfiles.sh SOURCE: checks that po/POTFILES.in names every file with text to be translated,
# and none that does not exist.
set -u
cd -- "${1:?the top of the source tree is missing}" || exit 2

# The same words mark a text here as in meson's preset for GLib.
extract () {
  xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
    --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 "$@"
}

if [ ! -f po/POTFILES.in ]; then
  echo "There is no po/POTFILES.in: make it, with one file name a line"
  exit 1
fi

failures=0
listed=$(sed -e 's/#.*//' -e 's/^\[[^]]*\][[:space:]]*//' -e 's/[[:space:]]*$//' po/POTFILES.in | grep .)

while IFS= read -r file; do
  if [ ! -f "$file" ]; then
    echo "po/POTFILES.in names $file, which does not exist: remove the line"
    failures=1
  fi
done < <(grep . <<<"$listed")

unlisted=$(find app ui data -type f \( -name '*.c' -o -name '*.h' -o -name '*.ui' \
  -o -name '*.desktop.in' -o -name '*.metainfo.xml.in' -o -name '*.gschema.xml' \) \
  | sort | grep -vxF -- "$listed")
if [ -n "$unlisted" ]; then
  # What xgettext finds in them names its place in lines such as "#: ui/taga-window.ui:12".
  if ! found=$(extract --output=- --files-from=- <<<"$unlisted"); then
    echo "xgettext could not read the files that po/POTFILES.in does not name"
    failures=1
  fi
  missing=$(grep '^#: ' <<<"$found" | sed 's/^#: //' | tr ' ' '\n' | sed 's/:[0-9]*$//' | sort -u)
  if [ -n "$missing" ]; then
    echo "These files have text to be translated; add them to po/POTFILES.in:"
    printf '%s\n' "$missing"
    failures=1
  fi
fi
exit $failures
