#!/usr/bin/env bash
# check-translations.sh SOURCE: checks that every language of po/LINGUAS is complete and up to date
# with the sources.
set -u
cd -- "${1:?the top of the source tree is missing}" || exit 2

# Some tools sort and report by the locale.
export LC_ALL=C.UTF-8 LANGUAGE=
scratch=$(mktemp -d) || exit 2
trap 'rm -rf -- "$scratch"' EXIT
failures=0

# The same words mark a text here as in meson's preset for GLib.
if ! xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
  --files-from=po/POTFILES.in --output="$scratch/taga.pot"; then
  echo "xgettext could not read the files that po/POTFILES.in names"
  exit 1
fi
if [ ! -s "$scratch/taga.pot" ]; then
  echo "xgettext found no text in the files that po/POTFILES.in names"
  exit 1
fi

# complain FILE SENTENCE: prints the sentence and the entries in FILE, if it has any after its header.
complain () {
  local entries

  entries=$(awk -v RS= -v ORS='\n\n' 'NR > 1' "$1" | grep -vE '^#[.,|~]')
  if [ -n "$entries" ]; then
    printf '%s\n%s\n' "$2" "$entries" | head -n 120
    failures=1
  fi
}

while read -r language; do
  po=po/$language.po
  if [ ! -f "$po" ]; then
    echo "po/LINGUAS names $language, but there is no $po"
    failures=1
    continue
  fi

  if ! msgfmt --check --output-file=/dev/null "$po"; then
    echo "$po has mistakes; see the lines above"
    failures=1
    continue
  fi

  # Bringing the file up to date in memory shows what is missing in it.
  msgmerge --quiet --no-fuzzy-matching --output-file="$scratch/merged.po" "$po" "$scratch/taga.pot" \
    || failures=1
  msgattrib --untranslated --no-obsolete --no-wrap "$scratch/merged.po" >"$scratch/untranslated.po"
  msgattrib --only-fuzzy --no-obsolete --no-wrap "$po" >"$scratch/fuzzy.po"
  complain "$scratch/untranslated.po" \
    "Texts of the sources without a translation in $po (add them, or run: meson compile -C _build taga-update-po):"
  complain "$scratch/fuzzy.po" "Translations in $po that are marked fuzzy (look at each and remove the mark):"

  # A letter that stands twice in the main menu opens neither of the two.
  doubled=$(msgcat --no-wrap "$scratch/merged.po" | awk -v menu="$(sed -n \
    '/<menu id="main_menu">/,/<\/menu>/s/.*name="label"[^>]*>\([^<]*\)<.*/\1/p' ui/taga-window.ui)" '
    BEGIN { n = split (menu, labels, "\n"); for (i = 1; i <= n; i++) wanted["msgid \"" labels[i] "\""] = 1 }
    previous in wanted { print } { previous = $0 }' | grep -o '_[A-Za-z]' | tr '[:lower:]' '[:upper:]' \
    | sort | uniq -d)
  if [ -n "$doubled" ]; then
    printf '%s: letters that stand twice in the main menu: %s\n' "$po" "$doubled"
    failures=1
  fi
done < <(sed -e 's/#.*//' po/LINGUAS | tr -s '[:space:]' '\n' | grep .)

exit $failures
