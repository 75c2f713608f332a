#!/usr/bin/env bash
# check-layers.sh SOURCE: checks who includes whom.
#
# The layers are folders, and the table below is the whole rule. It keeps the domain free of the
# file, the file free of the screen, and each foreign library in one place.
set -u
cd -- "${1:?the top of the source tree is missing}" || exit 2

# folder              may include headers of        and of libraries
rules='
app/record     | record                                      | glib
app/store      | store record catalogue                      | sqlite
app/catalogue  | catalogue record                            |
app/chart      | chart record                                | cairo
app/report     | report record chart catalogue               | xlsxwriter cairo
app/exchange   | exchange record catalogue store chart report |
app/cli        | cli record store catalogue chart report exchange |
ui             | ui record store catalogue chart report exchange cli | gtk cairo
'

{
  printf '%s\n' "$rules" | sed -n '/|/s/^/rule|/p'
  find app ui -name '*.h' -printf 'header|%f|%h\n'
  find app ui \( -name '*.c' -o -name '*.h' \) -exec \
    grep -nHE '^[[:space:]]*#[[:space:]]*(include|import)\b' {} + | sed 's/^/line|/'
  find app -name meson.build -exec \
    grep -nHEi '^[^#]*(gtk|adwaita)' {} + | sed 's/^/build|/'
} | awk -F'|' '
  # The layer that a folder belongs to: "app/store" and whatever lies in it is "app/store".
  function layer (folder,   part, n) {
    n = split(folder, part, "/")
    return part[1] == "app" ? (n > 1 ? part[1] "/" part[2] : "app") : part[1]
  }
  function short (name) { sub(/^app\//, "", name); return name }
  function broken (why) {
    printf "%s: %s\n", place, why
    failures++
  }
  BEGIN {
    split("assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal " \
          "stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib string time wchar wctype", c, " ")
    for (i in c) plain[c[i] ".h"] = 1
  }
  $1 == "rule" {
    gsub(/[[:space:]]/, "", $2)
    known[$2] = 1
    own[$2] = " " $3 " "
    gsub(/[[:space:]]+/, " ", own[$2])
    libraries[$2] = $4
  }
  $1 == "header" {
    if ($2 in home) {
      place = $3 "/" $2
      broken("a header of that name is in " home[$2] "/ too, and only luck decides which is found; rename one")
    }
    home[$2] = layer($3)
    homes[$2, layer($3)] = 1
  }
  $1 == "build" {
    split($0, all, "|")
    place = $2
    sub(/:[^:]*$/, "", place)
    broken("app/ is built without GTK and libadwaita, so that it cannot come to need a screen; move what needs them to ui/")
  }
  $1 == "line" {
    match($2, /^[^:]*:[0-9]*/)
    place = substr($2, 1, RLENGTH)
    file = place
    sub(/:.*/, "", file)
    folder = file
    sub(/\/[^\/]*$/, "", folder)
    from = layer(folder)

    if (!(from in known)) {
      if (!(from in told))
        broken("the folder " from "/ is no layer; put the file into one of them, or give the folder a line in tests/check-layers.sh")
      told[from] = 1
      next
    }
    if (!match($2, /["<][^">]*[">]/)) {
      broken("only a plain file name can be included here")
      next
    }
    name = substr($2, RSTART + 1, RLENGTH - 2)
    base = name
    sub(/.*\//, "", base)

    if ((base, from) in homes)
      next
    if (base in home) {
      to = short(home[base])
      if (index(own[from], " " to " ") == 0)
        broken("includes " name " of " home[base] "/, but " from "/ may include only:" own[from])
      next
    }
    if (base ~ /^sqlite3(ext)?\.h$/ && libraries[from] !~ /sqlite/)
      broken("includes " name ", but only app/store/ knows SQLite; ask the store for what you need")
    else if (name ~ /^xlsxwriter/ && libraries[from] !~ /xlsxwriter/)
      broken("includes " name ", but only app/report/ knows libxlsxwriter; describe a document and let a writer write it")
    else if (name ~ /^(cairo|pango)/ && libraries[from] !~ /cairo/)
      broken("includes " name ", but only charts, papers and the screen draw; describe what is to be drawn")
    else if (name ~ /^(gtk|gdk|gsk|adwaita|adw-|graphene)/ && libraries[from] !~ /gtk/)
      broken("includes " name ", but app/ has no screen; move what needs it to ui/")
    else if (libraries[from] ~ /glib/ && !(name in plain) && name !~ /^(glib|gio|gobject|gmodule)(-|\/|\.h$)/)
      broken("includes " name ", but " from "/ knows nothing but C, GLib and its own headers")
  }
  END { exit failures > 0 }
'
