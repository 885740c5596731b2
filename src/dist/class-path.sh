#!/bin/sh
# Prints the libraries that a jar's manifest names, parted by blanks.
# usage: class-path.sh JDK JAR
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
(cd "$folder" && "$1/bin/jar" xf "$2" META-INF/MANIFEST.MF)
# Lines of a manifest end after 72 bytes and go on after a blank.
tr -d '\r' <"$folder/META-INF/MANIFEST.MF" | sed -e ':join' -e 'N' -e '$!b join' -e 's/\n //g' | sed -n 's/^Class-Path: //p'
