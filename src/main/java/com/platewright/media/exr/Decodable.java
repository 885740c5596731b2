// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import com.platewright.media.ExrHeader.Channel;
import com.platewright.media.ExrHeader.SampleType;
import com.platewright.media.MediaException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file must be for its pixels to be read, each refusal in a sentence. */
final class Decodable {
    /** One block or tile beyond this is no picture but an attack on the memory. */
    private static final long LARGEST_BLOCK = 1L << 30;

    private static final Set<String> COLOURS = Set.of("R", "G", "B", "A");
    private static final int MOST_NAMES = 12;

    private Decodable() {}

    static boolean isColour(Channel channel) {
        return COLOURS.contains(channel.name());
    }

    static void check(ExrHeader header, long blockBytes, String name, Picture into) throws MediaException {
        checkNames(header, name);
        for (Channel channel : header.channels()) {
            if (isColour(channel)) {
                checkColour(channel, name);
            }
        }
        if (blockBytes > LARGEST_BLOCK) {
            throw new MediaException(name + " wants " + (blockBytes >> 20) + " MiB for a single block of "
                    + header.channels().size() + " channels; at most " + (LARGEST_BLOCK >> 20) + " MiB are read");
        }
        if (!header.size().equals(into.size())) {
            throw new MediaException(name + " is " + header.size() + " (data window " + header.dataWindow()
                    + "), expected " + into.size());
        }
        if (into.sample() == Picture.Sample.HALF && ExrReader.sampleFor(header) == Picture.Sample.FLOAT) {
            throw new MediaException(
                    name + " holds float samples, expected half as in the frames before it; make the sequence uniform");
        }
    }

    private static void checkNames(ExrHeader header, String name) throws MediaException {
        List<String> names = header.channels().stream().map(Channel::name).toList();
        if (names.containsAll(List.of("R", "G", "B"))) {
            return;
        }
        String found = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMES ? ", … (" + names.size() + " in all)" : "");
        throw new MediaException(
                names.contains("Y")
                        ? name + " is coded as luminance and chroma (channels " + found
                                + "), which is not supported; write it as R, G, B"
                        : name + " has no channels R, G and B; it has " + (found.isEmpty() ? "none" : found)
                                + ". Write the wanted layer as plain R, G, B");
    }

    private static void checkColour(Channel channel, String name) throws MediaException {
        if (channel.xSampling() != 1 || channel.ySampling() != 1) {
            throw new MediaException(name + " stores channel " + channel.name() + " at one of " + channel.xSampling()
                    + "x" + channel.ySampling() + " pixels; subsampled colour is not supported");
        }
        if (channel.type() == SampleType.UINT) {
            throw new MediaException(
                    name + " stores channel " + channel.name() + " as unsigned integers; expected half or float");
        }
    }
}
