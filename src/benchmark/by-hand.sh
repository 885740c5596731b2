#!/bin/bash
# The same deliverables by hand, with oiiotool and ffmpeg, as fast as a script makes them: each frame is read once, and
# all cores are busy. Used by bin/benchmark as the other side.
# usage: by-hand.sh CLIP.zip SOUND.wav FOLDER CONFIG.ocio [exr|exr prores h264]
set -euo pipefail
zip=$1 wav=$2 folder=$3 config=$4 only=${5:-exr prores h264}
jobs=$(nproc)
name=sh0010_genplate_v001
display='Rec.1886 Rec.709 - Display' view='ACES 1.0 - SDR Video'
mkdir -p "$folder"/{in,exr,tmp,mov,review,thumbs}
wants() { case " $only " in *" $1 "*) return 0 ;; *) return 1 ;; esac; }

unzip -q -j "$zip" -d "$folder/in"

one_frame() {
  local frame=$1 number=$2
  local steps=(--colorconfig "$config" --threads 1 "$frame" --iscolorspace ACES2065-1 --printstats)
  if [ "$plates" = yes ]; then
    steps+=(--dup --colorconvert ACES2065-1 ACEScg --attrib:type=string comments "generated plate"
      --compression zip -d half -o "$folder/exr/$name.$number.exr" --pop)
  fi
  if [ "$movies" = yes ]; then
    steps+=(--dup --ociodisplay "$display" "$view" -d uint16 --compression none -o "$folder/tmp/sdr.$number.tif" --pop)
  fi
  oiiotool "${steps[@]}" > "$folder/tmp/stats.$number.txt"
}
export -f one_frame
plates=no movies=no
wants exr && plates=yes
{ wants prores || wants h264; } && movies=yes
export config folder name display view plates movies
number=1001
for frame in "$folder"/in/*.exr; do
  printf '%s\0%s\0' "$frame" "$number"
  number=$((number + 1))
done | xargs -0 -n 2 -P "$jobs" bash -c 'one_frame "$0" "$1"'

pictures=(-framerate 24 -start_number 1001 -i "$folder/tmp/sdr.%04d.tif" -i "$wav" -shortest)
tags=(-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv)
if wants prores; then
  ffmpeg -v error -y -nostdin "${pictures[@]}" -vf scale=out_color_matrix=bt709:out_range=tv,format=yuv444p10le \
    -c:v prores_ks -profile:v 4444 -qscale:v 9 -vendor apl0 "${tags[@]}" -c:a pcm_s24le -timecode 01:00:00:00 \
    "$folder/mov/${name}_prores4444.mov"
fi
if wants h264; then
  ffmpeg -v error -y -nostdin "${pictures[@]}" -vf scale=out_color_matrix=bt709:out_range=tv,format=yuv420p \
    -c:v libx264 -preset medium -crf 18 -movflags +faststart "${tags[@]}" -c:a aac -b:a 192k \
    "$folder/review/${name}_review.mp4"
  tiles=()
  for i in 0 15 30 45 60 75 90 105 120; do tiles+=("$folder/tmp/sdr.$((1001 + i)).tif"); done
  oiiotool "${tiles[@]}" --mosaic:pad=8:fit=480x270 3x3 -d uint8 -o "$folder/thumbs/${name}_contact.jpg" 2>/dev/null
fi
rm -rf "$folder/tmp" "$folder/in"
(cd "$folder" && find . -type f ! -name '*.md5' -print0 | xargs -0 md5sum > "$name.md5")
