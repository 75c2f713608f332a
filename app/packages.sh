# shellcheck shell=bash
# What app/run and tests/run share: the language they speak, Debian's packages, the build.
# Both source it from the top of the checkout.

# What the program needs to be built and to run.
# shellcheck disable=SC2034
run_packages=(
  gcc libc6-dev meson ninja-build pkg-config gettext appstream
  libglib2.0-dev libgtk-4-dev libgtk-4-bin libadwaita-1-dev libcairo2-dev libpango1.0-dev
  libsqlite3-dev libxlsxwriter-dev libarchive-dev libxml2-dev libjson-glib-dev
  desktop-file-utils shared-mime-info
  adwaita-icon-theme hicolor-icon-theme librsvg2-common fonts-noto-cjk
)

# What the tests need besides.
# shellcheck disable=SC2034
test_packages=(
  locales xvfb xauth xfwm4 xdotool xclip x11-utils scrot imagemagick
  dbus dbus-daemon at-spi2-core python3-gi
  clang clang-format libclang-rt-14-dev
  flatpak-builder libxml2-utils sqlite3
  python3-openpyxl libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils
)

# A root shell made by "su" lacks the folders that dpkg wants, an empty environment lacks them all.
export PATH="${PATH:-/usr/local/bin:/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin"

# Settles the language, and sees to it that programs know text to be UTF-8 even where the locale is
# missing, as it is in containers.
settle_language () {
  local wanted=${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}

  case $wanted in
    C | POSIX) ;;
    *) wanted=${LANGUAGE:-$wanted} ;;
  esac
  case $wanted in
    ja*) language=ja ;;
    *) language=en ;;
  esac

  if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
    export LC_ALL=C.UTF-8
    [ "$language" != ja ] || export LANGUAGE=ja
  fi
}
settle_language

# say JAPANESE ENGLISH: prints one of both.
say () {
  if [ "$language" = ja ]; then
    printf '%s\n' "$1"
  else
    printf '%s\n' "$2"
  fi
}

# Runs a command as root.
as_root () {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# list_missing PACKAGE…: prints those that are not installed, one a line.
list_missing () {
  local installed

  installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null \
    | sed -n 's/^installed //p') || true
  printf '%s\n' "$@" | grep -vxF -- "$installed" || true
}

# install_missing PACKAGE…: installs those that are not installed yet. Where that cannot be done it
# says so with their names, and returns 1.
install_missing () {
  local missing log

  if ! command -v dpkg-query >/dev/null; then
    say "Debian ではないようです。次のパッケージに当たるものが入っているものとして続けます: $*" \
        "This is not Debian. Going on as if what these packages hold were there: $*"
    return 0
  fi

  mapfile -t missing < <(list_missing "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  say "足りないパッケージ（${#missing[@]} 個）をインストールします。数分かかることがあります。" \
      "Installing what is missing, ${#missing[@]} package(s); this may take some minutes."

  log=$(mktemp)
  # An update that fails is no harm as long as the packages can still be had.
  as_root apt-get update -qq </dev/null >"$log" 2>&1 || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "${missing[@]}" </dev/null >>"$log" 2>&1 || true

  mapfile -t missing < <(list_missing "$@")
  if [ ${#missing[@]} -gt 0 ]; then
    tail -n 5 "$log" >&2
    say "パッケージをインストールできませんでした。管理者の権限で次を実行してから、もう一度お試しください。" \
        "The packages could not be installed. Please run this as administrator, then try again:" >&2
    printf '  apt-get install --no-install-recommends %s\n' "${missing[*]}" >&2
  fi
  rm -f "$log"
  [ ${#missing[@]} -eq 0 ]
}

# build FOLDER OPTION…: builds into FOLDER, which is configured anew only when it was made for other
# options or when the checkout has moved. What people keep in FOLDER/sample stays.
build () {
  local folder=$1 log=$1/build.log stamp=$1/configured-for wanted

  shift
  wanted=$(printf '%q ' "$PWD" "$@")
  if ! mkdir -p "$folder" || [ ! -w "$folder" ]; then
    say "$PWD/$folder に書き込めません。フォルダーの持ち主で実行するか、このフォルダーを消してください。" \
        "$PWD/$folder cannot be written. Run this as its owner, or remove that folder." >&2
    return 1
  fi

  if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    say "ビルドしています（初回は数分かかることがあります）。" \
        "Building (the first time may take some minutes)."
    find "$folder" -mindepth 1 -maxdepth 1 ! -name sample -exec rm -rf {} +
    meson setup "$folder" "$@" </dev/null >"$log" 2>&1 || { show_failure "$log"; return 1; }
    printf '%s\n' "$wanted" >"$stamp"
  else
    say "ビルドを最新にしています。" "Bringing the build up to date."
  fi

  ninja -C "$folder" </dev/null >"$log" 2>&1 || { show_failure "$log"; return 1; }
}

# show_failure LOG: says that the build failed, with the end of its log.
show_failure () {
  tail -n 40 "$1" >&2
  say "ビルドに失敗しました。記録は $PWD/$1 にあります。" \
      "The build failed. Its whole log is $PWD/$1" >&2
}
