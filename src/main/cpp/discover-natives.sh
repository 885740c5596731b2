#!/bin/sh
# Writes natives.properties: how to compile against this system's OpenEXR, OpenColorIO and ISA-L, and which shared
# objects the jar must carry so that a render node needs none of them. Everything is asked of pkg-config and of the
# libraries themselves, so that a studio can build against newer releases.
# usage: discover-natives.sh OUTPUT
set -eu
output=$1

fail() { echo "discover-natives: $1" >&2; exit 69; }

command -v pkg-config >/dev/null || fail "pkg-config is missing; install the package pkg-config"
command -v readelf >/dev/null || fail "readelf is missing; install the package binutils"
for module in OpenEXR:libopenexr-dev OpenColorIO:libopencolorio-dev libisal:libisal-dev; do
  pkg-config --exists "${module%%:*}" || fail "pkg-config knows no ${module%%:*}; install the package ${module#*:}"
done

# The file that the linker takes for -lNAME, in the folders of pkg-config and then of the compiler.
library_file() {
  for dir in $(pkg-config --libs-only-L OpenEXR OpenColorIO libisal | sed 's/-L//g') \
             $(${CXX:-g++} -print-search-dirs | sed -n 's/^libraries: =//p' | tr ':' ' '); do
    if [ -e "$dir/$1" ]; then readlink -f "$dir/$1"; return; fi
  done
  fail "no $1 in the library folders"
}
soname() { readelf -d "$1" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p'; }
needed() { readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'; }

# A soname in JavaCPP's spelling: libImath-3_1.so.29 -> Imath-3_1@.29
spelling() { echo "$1" | sed 's/^lib//; s/\.so\(\..*\)\{0,1\}$/@\1/'; }

# Part of every Linux: never bundled.
is_system() {
  case $1 in libc.so.*|libm.so.*|libstdc++.so.*|libgcc_s.so.*|libpthread.so.*|libdl.so.*|librt.so.*|ld-linux*) return 0;; esac
  return 1
}

# Depth first, so that what a library needs stands before it.
ordered=''
visit() {
  local need
  for need in $(needed "$1"); do
    if is_system "$need"; then continue; fi
    case " $ordered " in *" $need "*) continue;; esac
    visit "$(library_file "$need")"
    case " $ordered " in *" $need "*) ;; *) ordered="$ordered $need";; esac
  done
}

join() { echo "$1" | sed 's/^ *//; s/ /,/g'; }

spellings() { list=''; for name in "$@"; do list="$list $(spelling "$name")"; done; join "$list"; }

section() { # name, pkg-config module, the library that carries the API
  link=$(soname "$(library_file "lib$3.so")")
  ordered=''
  visit "$(library_file "lib$3.so")"
  extra=''
  for name in $ordered; do # what the headers of a module call by itself must be linked by itself
    case $name in libImath-*|libIex-*) if [ "$1" = exr ]; then extra="$extra $name"; fi;; esac
  done
  # shellcheck disable=SC2086
  echo "$1.link=$(spellings "$link" $extra)"
  # shellcheck disable=SC2086
  echo "$1.preload=$(spellings $ordered)"
  echo "$1.version=$(pkg-config --modversion "$2")"
}

exr_library=$(pkg-config --libs-only-l OpenEXR | tr ' ' '\n' | sed -n 's/^-l\(OpenEXR\(-[0-9_]*\)\{0,1\}\)$/\1/p' | head -n 1)
mkdir -p "$(dirname "$output")"
{
  section exr OpenEXR "$exr_library"
  section ocio OpenColorIO OpenColorIO
  section deflate libisal isal
  echo "includepath=$(join "$(pkg-config --cflags-only-I OpenEXR OpenColorIO libisal | sed 's/-I//g; s/ *$//')")"
  echo "linkpath=$(dirname "$(library_file "lib$exr_library.so")")"
} >"$output.new"
mv "$output.new" "$output"
