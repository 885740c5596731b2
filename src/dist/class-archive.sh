#!/bin/sh
# Makes the archive of classes: those of the common commands as the virtual machine holds them, parsed, verified and
# linked, so that a command starts in half the time. Quick commands and a small job are run once to learn which these are.
# usage: class-archive.sh HOME ARCHIVE
set -eu
home=$1
archive=$2
rm -f "$archive"
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT
mkdir "$lists/root" "$lists/cache"
shot=$home/samples/hummingbird/shot.yaml

learn() { # command line
  PLATEWRIGHT_CACHE=$lists/cache PLATEWRIGHT_JAVA_OPTIONS="-Xshare:off -XX:DumpLoadedClassList=$lists/$((count += 1)).classes" \
    "$home/bin/platewright" "$@" >"$lists/said" 2>&1 || { cat "$lists/said" >&2; exit 1; }
}

count=0
learn plan "$shot" --root "$lists/root"
learn plan "$shot" --root "$lists/root" --json
learn status "$shot" --root "$lists/root"
learn status "$shot" --root "$lists/root" --json
learn config check
learn config show demo
learn ledger --show demo --root "$lists/root"
learn plan --help
learn --help
cat >"$lists/walk.yaml" <<YAML
show: demo
sequence: archive
shot: walk
import: {movie: "$home/samples/material/walk.mp4"}
audio: [{file: "$home/samples/hummingbird/garden.wav", track: mix, language: eng}]
YAML
learn run "$lists/walk.yaml" --root "$lists/root" --only plate,sound

# A list says some things line by line and others by the line before; what came once is not said again.
cat "$lists"/*.classes | awk '!seen[$0]++' >"$lists/all"
PLATEWRIGHT_CLASSES=$lists/all
PLATEWRIGHT_JAVA_OPTIONS="-Xshare:dump -XX:-UseSerialGC -XX:+UseG1GC -XX:SharedClassListFile=$PLATEWRIGHT_CLASSES -XX:SharedArchiveFile=$archive.new" \
  "$home/bin/platewright" plan >"$lists/said" 2>&1 || { cat "$lists/said" >&2; exit 1; }
mv "$archive.new" "$archive"
