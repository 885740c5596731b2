// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import com.platewright.sandbox.clip.ClipOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stills of a clip in the order of their frames, a few of them in memory, since frames are painted roughly in order. */
final class Plates {
    /** The two around the present frames, and one to come. */
    private static final int KEPT = 3;

    private final Stage stage;
    private final boolean hdr;
    private final List<ClipOrder.Pin> pins;
    private final Still.Reader reader;
    private final Map<Path, Plate> kept = new LinkedHashMap<>(KEPT * 2, 0.75f, true);

    /**
     * @param hdr whether the clip is one with a high dynamic range
     * @param pins at least one; of two at one frame the later one stands there
     */
    Plates(Stage stage, boolean hdr, List<ClipOrder.Pin> pins, Still.Reader reader) {
        this.stage = stage;
        this.hdr = hdr;
        this.reader = reader;
        this.pins = pins.stream()
                .sorted(Comparator.comparingInt(ClipOrder.Pin::frame))
                .toList();
    }

    int count() {
        return pins.size();
    }

    /** The frame of a still. */
    int frame(int pin) {
        return pins.get(pin).frame();
    }

    /** The last still that stands at this frame or before it; the first one where none does. */
    int before(int frame) {
        int before = 0;
        while (before + 1 < pins.size() && frame(before + 1) <= frame) {
            before++;
        }
        return before;
    }

    /** The still that stands nearest to a frame. */
    int nearest(int frame) {
        int before = before(frame);
        boolean later =
                before + 1 < pins.size() && Math.abs(frame(before + 1) - frame) < Math.abs(frame - frame(before));
        return later ? before + 1 : before;
    }

    /**
     * A still, as large as the stage.
     *
     * @throws UncheckedIOException where its file cannot be read
     */
    synchronized Plate plate(int pin) {
        Path image = pins.get(pin).image();
        Plate known = kept.get(image);
        if (known != null) {
            return known;
        }
        try {
            Plate plate = new Plate(stage, reader.read(image), hdr);
            kept.put(image, plate);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            return plate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
