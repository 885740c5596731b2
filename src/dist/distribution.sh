#!/bin/sh
# Makes the archive that a render node unpacks and runs without Java, Maven or any of the libraries being installed.
# usage: distribution.sh CHECKOUT VERSION TIMESTAMP JDK
set -eu
checkout=$1
version=$2
timestamp=$3
jdk=$4
target=$checkout/target
name=platewright-$version-linux-x86_64
home=$target/distribution/$name
sources=$checkout/src/dist

say() { echo "distribution: $1"; }
fail() { echo "distribution: $1" >&2; exit 1; }

[ -x "$jdk/bin/jlink" ] || fail "$jdk has no jlink; run Maven with a full JDK (Debian: openjdk-17-jdk-headless)"
rm -rf "$target/distribution"
mkdir -p "$home/bin" "$home/lib/jars"
cp "$checkout/bin/platewright" "$home/bin/"
cp "$checkout/LICENSE" "$checkout/README.md" "$home/"
cp -R "$checkout/pipeline-configs" "$checkout/samples" "$home/"
cp "$target/platewright.jar" "$home/lib/"

# Exactly the libraries that the program names, whatever else an older build left in target/jars.
class_path=$("$sources/class-path.sh" "$jdk" "$home/lib/platewright.jar")
for jar in $class_path; do cp "$target/$jar" "$home/lib/jars/"; done

say "the Java runtime"
modules=$(cd "$home/lib" && "$jdk/bin/jdeps" -R --multi-release 17 --ignore-missing-deps --print-module-deps \
  -cp "$(echo "$class_path" | tr ' ' ':')" platewright.jar)
# jdk.crypto.ec: the curves of TLS, found by name. Sound, fonts and windows are left out of java.desktop.
"$jdk/bin/jlink" --add-modules "$modules,jdk.crypto.ec" --output "$home/runtime" \
  --strip-debug --no-header-files --no-man-pages --compress=2 \
  --exclude-files '**/libawt_xawt.so,**/libjawt.so,**/libsplashscreen.so,**/libjsound.so,**/libfontmanager.so,**/jrt-fs.jar,**/psfont*'

# A JDK of Debian uses libraries of Debian: they travel beside it, where its own libraries look first.
needed() { find "$home/runtime" -name '*.so*' -type f -exec readelf -d {} + | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u; }
system_file() { ldconfig -p | sed -n "s|^[[:space:]]*$1 (.*x86-64.*) => ||p" | head -n 1; }
foreign=''
again=yes
while [ -n "$again" ]; do
  again=''
  for library in $(needed); do
    case $library in libc.so.* | libm.so.* | libstdc++.so.* | libgcc_s.so.* | libpthread.so.* | libdl.so.* | librt.so.* | ld-linux*) continue ;; esac
    if [ -n "$(find "$home/runtime" -name "$library" -print -quit)" ]; then continue; fi
    file=$(system_file "$library")
    [ -n "$file" ] || fail "the Java runtime needs $library, which is not installed here"
    cp -L "$file" "$home/runtime/lib/$library"
    foreign="$foreign $file"
    again=yes
  done
done

say "licences"
for library in $("$jdk/bin/jar" tf "$home/lib/platewright.jar" | sed -n 's|^.*/\(lib[^/]*\.so\.[^/]*\)$|\1|p'); do
  file=$(system_file "$library")
  [ -n "$file" ] || fail "$library of the program's jar is not installed here, so its licence is not known"
  foreign="$foreign $file"
done
# shellcheck disable=SC2086
sh "$sources/licences.sh" "$sources" "$home" "$jdk" $foreign

# The class archive holds the times of the jars, so they are set before it is made.
find "$home" -exec touch -h -d "$timestamp" {} +
say "the class archive"
sh "$sources/class-archive.sh" "$home" "$home/lib/platewright.jsa"
touch -d "$timestamp" "$home/lib" "$home/lib/platewright.jsa"

say "the archive"
find "$home" -type d -exec chmod 755 {} +
chmod -R a+rX,go-w "$home"
tar -C "$target/distribution" --sort=name --owner=0 --group=0 --numeric-owner -c "$name" | gzip -9n >"$target/$name.tar.gz.new"
mv "$target/$name.tar.gz.new" "$target/$name.tar.gz"
say "$target/$name.tar.gz, $(du -h "$target/$name.tar.gz" | cut -f 1), unpacked $(du -sh "$home" | cut -f 1)"
