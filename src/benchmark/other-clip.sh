#!/bin/bash
# Makes another clip of the benchmark's: longer, by its frames again and again under new numbers, or of another size.
# usage: other-clip.sh CLIP.zip OTHER.zip [FRAMES] [WIDTHxHEIGHT]
set -euo pipefail
clip=$1 other=$2 frames=${3:-} size=${4:-}
folder=$(mktemp -d "$other.XXXXXX")
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/in" "$folder/out"
unzip -q -j "$clip" '*.exr' -d "$folder/in"
if [ -n "$size" ]; then
  mkdir "$folder/scaled"
  find "$folder/in" -name '*.exr' -printf '%f\0' | xargs -0 -P "$(nproc)" -I % \
    oiiotool --threads 1 "$folder/in/%" --resize:filter=triangle "$size" -d half --compression dwab:45 -o "$folder/scaled/%"
  rm -r "$folder/in"
  mv "$folder/scaled" "$folder/in"
fi
sources=("$folder"/in/*.exr)
for ((i = 0; i < ${frames:-${#sources[@]}}; i++)); do
  ln "${sources[i % ${#sources[@]}]}" "$folder/out/$(printf frame_%05d.exr $((i + 1)))"
done
(cd "$folder/out" && printf '%s\n' *.exr | zip -q -0 -@ ../other.zip)
mv "$folder/other.zip" "$other"
