// SPDX-License-Identifier: Apache-2.0
package com.platewright.media;

import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import com.platewright.shot.TimeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the header of an EXR file says of its first part.
 *
 * @param parts how many parts the file has
 * @param tiled tiles instead of scan lines
 * @param text every attribute of type string, by name
 */
public record ExrHeader(
        Window dataWindow,
        Window displayWindow,
        List<Channel> channels,
        ExrCompression compression,
        boolean tiled,
        int parts,
        float pixelAspectRatio,
        Optional<Chromaticities> chromaticities,
        Optional<FrameRate> framesPerSecond,
        Optional<TimeCode> timeCode,
        boolean acesImageContainer,
        Map<String, String> text) {

    /** A rectangle of pixels; both corners are included, as in OpenEXR. */
    public record Window(int minX, int minY, int maxX, int maxY) {
        public Resolution size() {
            return new Resolution(maxX - minX + 1, maxY - minY + 1);
        }

        @Override
        public String toString() {
            return "(" + minX + "," + minY + ")-(" + maxX + "," + maxY + ")";
        }
    }

    /** The type of a channel's samples. */
    public enum SampleType {
        HALF,
        FLOAT,
        UINT
    }

    public record Channel(String name, SampleType type, int xSampling, int ySampling) {}

    public ExrHeader {
        channels = List.copyOf(channels);
        text = Map.copyOf(text);
    }

    public Resolution size() {
        return dataWindow.size();
    }
}
