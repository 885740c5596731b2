// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.element.Piece;
import com.platewright.media.SoundFacts;
import com.platewright.media.sound.Conformed;
import com.platewright.pass.SourceFrame;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import java.util.List;
import java.util.Optional;

/**
 * What a delivery found and wrote. Paths are relative to the staging folder.
 *
 * @param pieces the deliverables, in the show's order
 * @param plates every plate of every sequence
 * @param sound what was done to each track of the request, in its order
 */
public record Delivered(Source source, List<Piece> pieces, List<Plate> plates, List<Track> sound) {
    /**
     * The clip as it came.
     *
     * @param name of the archive, as a person finds it
     * @param range of the numbers that the delivered frames have
     * @param numbers that the frames have in the archive, one for each
     * @param gaps numbers that are missing in the archive
     * @param ignored entries of the archive that are no frames
     * @param displayed how a movie was read that came alone; empty for frames
     */
    public record Source(
            String name,
            Resolution size,
            FrameRange range,
            List<Integer> numbers,
            List<FrameRange> gaps,
            List<String> ignored,
            List<SourceFrame> frames,
            Optional<Displayed> displayed) {}

    /**
     * How a movie was read that came alone: its values are those of a display.
     *
     * @param space of its R'G'B', by its name in the OCIO config
     * @param view through which movies and sheets are made from it
     * @param hdr whether it can hold more than the white of an SDR display
     * @param notes what whoever uses the plates should know, the first that they are display-referred
     */
    public record Displayed(String space, String view, boolean hdr, List<String> notes) {
        public Displayed {
            notes = List.copyOf(notes);
        }
    }

    /**
     * A plate as it was handed to the disk.
     *
     * @param piece the deliverable
     * @param xxh128 of the file's bytes
     * @param pixels digest of the samples that were handed to the writer
     */
    public record Plate(String piece, int number, String path, long bytes, String xxh128, long pixels) {}

    /**
     * A track of the request, made to fit.
     *
     * @param file its name
     * @param found the file as it was
     */
    public record Track(
            String name, String file, String language, int channels, SoundFacts found, Conformed conformed) {}

    public Delivered {
        pieces = List.copyOf(pieces);
        plates = List.copyOf(plates);
        sound = List.copyOf(sound);
    }
}
