// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.media.colour.ColourTransform;
import com.platewright.media.pixel.TileScaler;
import com.platewright.shot.Resolution;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes small pictures of some frames, for a contact sheet. */
public final class TileLane implements Lane {
    private final ColourTransform view;
    private final Resolution source;
    private final Resolution tile;
    private final Set<Integer> wanted;
    private final SortedMap<Integer, byte[]> tiles = new TreeMap<>();

    /**
     * A lane of tiles.
     *
     * @param tile no larger than the source
     * @param wanted indices of the frames
     */
    public TileLane(ColourTransform view, Resolution source, Resolution tile, Set<Integer> wanted) {
        this.view = view;
        this.source = source;
        this.tile = tile;
        this.wanted = Set.copyOf(wanted);
    }

    /** 8-bit RGB of the wanted frames, by index. */
    public synchronized SortedMap<Integer, byte[]> tiles() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(tiles));
    }

    @Override
    public ColourTransform colour() {
        return view;
    }

    @Override
    public String work() {
        return "tiles";
    }

    @Override
    public Desk desk() {
        return new TileDesk();
    }

    @Override
    public void finish() {
        // Tiles are complete with their frames.
    }

    @Override
    public void close() {
        // Nothing but Java memory.
    }

    private synchronized void add(int index, byte[] rgb) {
        tiles.put(index, rgb);
    }

    private final class TileDesk implements Desk {
        private final TileScaler scaler = new TileScaler(source, tile);
        private Optional<Integer> current = Optional.empty();

        @Override
        public void begin(int index) {
            current = Optional.of(index).filter(wanted::contains);
        }

        @Override
        public boolean isIdle() {
            return current.isEmpty();
        }

        @Override
        public void strip(FloatBuffer rgba, int lines) {
            scaler.lines(rgba, lines);
        }

        @Override
        public void end() {
            current.ifPresent(index -> add(index, scaler.finish()));
        }

        @Override
        public void abandon() {
            current = Optional.empty();
        }

        @Override
        public void close() {
            // Nothing but Java memory.
        }
    }
}
