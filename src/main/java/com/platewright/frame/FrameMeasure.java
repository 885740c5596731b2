// SPDX-License-Identifier: Apache-2.0
package com.platewright.frame;

import java.util.List;

/**
 * What was measured of one frame.
 *
 * @param channels red, green, blue, in this order
 * @param pixels a 64-bit digest (CRC-32 and CRC-32C) of the samples as decoded: equal pictures have equal digests
 */
public record FrameMeasure(int frame, List<ChannelMeasure> channels, long pixels) {
    public FrameMeasure {
        channels = List.copyOf(channels);
        if (channels.size() != 3) {
            throw new IllegalArgumentException("a frame has three measured channels, not " + channels.size());
        }
    }

    /** The same under the number that the frame has elsewhere. */
    public FrameMeasure as(int number) {
        return new FrameMeasure(number, channels, pixels);
    }
}
