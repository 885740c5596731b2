#!/bin/sh
# Writes what is owed to the authors of everything in a distribution: notices, a table, and where each source is.
# Fails on a library that nobody has looked at yet.
# usage: licences.sh SOURCES HOME JDK [SYSTEM LIBRARY…]
set -eu
sources=$1
home=$2
jdk=$3
shift 3
out=$home/licences

fail() { echo "licences: $1" >&2; exit 1; }

# A Debian package that owns a file; libraries moved from /lib to /usr/lib are known by either path.
owner() { { dpkg-query -S "$1" 2>/dev/null || dpkg-query -S "${1#/usr}" 2>/dev/null; } | head -n 1 | sed 's/:.*//'; }

java_library() { # jar
  name=$(basename "$1" .jar)
  case $name in
    *-linux-x86_64*) return 0 ;; # the same library's native part
  esac
  artifact=$(echo "$name" | sed 's/-[0-9].*//')
  row=$(grep "^$artifact|" "$sources/libraries.psv") || fail "no row for $name in src/dist/libraries.psv"
  echo "$row" | { IFS='|' read -r _ licence place; echo "| $artifact | ${name#"$artifact"-} | $licence | $place |"; }
  notices=$("$jdk/bin/jar" tf "$1" | grep -iE '(^|[/-])(licen[cs]e|notice)[^/]*$' | grep -v '\.class$' || true)
  [ -n "$notices" ] || return 0
  mkdir -p "$out/java/$artifact/all"
  # shellcheck disable=SC2086
  (cd "$out/java/$artifact/all" && "$jdk/bin/jar" xf "$1" $notices && find . -type f -exec mv {} .. \;)
  rm -r "$out/java/$artifact/all"
}

debian_package() { # a file of it, what it is for
  package=$(owner "$(readlink -f "$1")")
  [ -n "$package" ] || fail "no Debian package owns $1; put its licence into licences/ by hand"
  [ -f "$out/debian/$package.txt" ] && return 0
  cp "/usr/share/doc/$package/copyright" "$out/debian/$package.txt"
  # shellcheck disable=SC2016
  dpkg-query -W -f '| ${Package} | ${Version} | [copyright](debian/${Package}.txt) | https://snapshot.debian.org/package/${source:Package}/${source:Version}/ |\n' "$package"
}

mkdir -p "$out/java" "$out/debian"
cp /usr/share/common-licenses/GPL-3 "$out/GPL-3.0.txt"
{
  cat "$sources/licences.md"
  echo '| Java library | version | licence | source |'
  echo '|---|---|---|---|'
  for jar in "$home"/lib/jars/*.jar; do java_library "$jar"; done
  echo
  echo '| Debian package | version | licence | source |'
  echo '|---|---|---|---|'
  for file in "$@"; do debian_package "$file"; done
  if [ -n "$(owner "$(readlink -f "$jdk/bin/java")")" ]; then debian_package "$jdk/bin/java"; fi
} >"$out/README.md"
