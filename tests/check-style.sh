#!/usr/bin/env bash
# check-style.sh SOURCE: checks rules of style that a search can check.
set -u
cd -- "${1:?the top of the source tree is missing}" || exit 2

failures=0

# complain SENTENCE: prints the lines of its input under a sentence that says how to mend them.
complain () {
  local lines

  lines=$(cat)
  if [ -n "$lines" ]; then
    printf '%s\n%s\n\n' "$1" "$lines"
    failures=1
  fi
}

# sources FOLDER…: the C files in folders, for xargs -0.
sources () {
  find "$@" \( -name '*.c' -o -name '*.h' \) -print0
}

# texts: every file of ours that people read or write, but this one, which names what it looks for.
texts () {
  find app ui tests data po flatpak .ci meson.build ./*.md -type f \
    ! -path tests/check-style.sh ! -name '*.svg' ! -name '*.gmo' -print0 2>/dev/null
}

complain "Files of more than 500 lines; split them by concern:" < <(
  sources app ui | xargs -0 -r wc -l | awk '$2 != "total" && $1 > 500')

complain "Marks of unfinished work; finish it, or say in plain words why it is as it is:" < <(
  texts | xargs -0 -r grep -nIHwE 'TODO|FIXME|XXX|HACK')

complain "goto; return early and let g_autoptr clean up:" < <(
  sources app ui tests | xargs -0 -r grep -nHE '^[[:space:]]*goto[[:space:]]+[A-Za-z_]+[[:space:]]*;')

complain "Paths of one machine; find the place at run time, or take it as an argument:" < <(
  texts | xargs -0 -r grep -nIHE '(^|[^[:alnum:]_./-])/(work|farm|home|root|Users|tmp/taga)/')

# A variable outside of functions starts in the first column and ends in ";" or "= …"; one with a type,
# a name and no "(" is not a function. It is constant if const stands after the last "*", or anywhere if
# there is none. GObject's own tables of properties and signals are filled once by class_init.
complain "Variables outside of functions that are not constant; keep the state in an object, or add const:" < <(
  # shellcheck disable=SC2016
  sources app ui | xargs -0 -r awk '
    FNR == 1 { in_comment = 0 }
    /^\/\*/ { in_comment = 1 }
    in_comment { if (/\*\//) in_comment = 0; next }
    /^[A-Za-z_]/ && (/;[[:space:]]*(\/\*.*)?$/ || /=/ ) {
      text = $0
      sub(/[[:space:]]*\/\*.*/, "", text)
      sub(/[[:space:]]*=.*/, "", text)
      sub(/;$/, "", text)
      if (text ~ /[(){}]/ || text !~ /[[:space:]*][A-Za-z_][A-Za-z0-9_]*(\[[^]]*\])*$/)
        next
      if (text ~ /^(typedef|extern|struct|union|enum|return|G_)/ && text !~ /^(struct|union|enum) [A-Za-z_0-9]+ +\**[A-Za-z_]/)
        next
      if (text ~ /^static GParamSpec \*[a-z_]*properties\[/ || text ~ /^static guint [a-z_]*signals\[/)
        next
      pointed = text
      if (sub(/.*\*/, "", pointed) ? pointed ~ /(^|[^A-Za-z_])const[^A-Za-z_]/ : text ~ /(^|[^A-Za-z_])const[^A-Za-z_]/)
        next
      printf "%s:%d: %s\n", FILENAME, FNR, $0
    }
    /^(static[[:space:]]+)?(struct|union)([[:space:]]+[A-Za-z_0-9]+)?[[:space:]]*$/ { opened = $0; next }
    opened != "" && /^}/ {
      if (/^}[[:space:]]*[A-Za-z_]/ && opened !~ /const/)
        printf "%s:%d: %s … %s\n", FILENAME, FNR, opened, $0
      opened = ""
    }')

exit $failures
