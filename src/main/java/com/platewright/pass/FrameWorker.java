// SPDX-License-Identifier: Apache-2.0
package com.platewright.pass;

import com.platewright.frame.Picture;
import com.platewright.media.ExrHeader;
import com.platewright.media.MediaException;
import com.platewright.media.colour.ColourTransform;
import com.platewright.media.pixel.FrameMeter;
import com.platewright.media.pixel.Halves;
import com.platewright.media.pixel.Strips;
import com.platewright.shot.FrameRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One worker: a picture, a strip for each colour, and a desk at every lane. It belongs to one thread. */
final class FrameWorker implements AutoCloseable {
    private final FrameSource source;
    private final FrameSource.Reader reader;
    private final FrameRange range;
    private final Picture picture;
    private final FrameMeter meter;
    private final FloatBuffer scene;
    private final List<Group> groups = new ArrayList<>();
    private final List<Lane.Desk> desks = new ArrayList<>();
    private final List<String> works = new ArrayList<>();
    private final PassTimes times;
    private long since;

    /** The desks that want the same colour, the strip that they share, and where each stands among all desks. */
    private record Group(ColourTransform colour, FloatBuffer strip, List<Lane.Desk> desks, int first) {
        boolean isWanting() {
            return !desks.stream().allMatch(Lane.Desk::isIdle);
        }
    }

    FrameWorker(
            FrameSource source,
            FrameRange range,
            FramePass.Format format,
            Map<ColourTransform, List<Lane>> lanes,
            PassTimes times)
            throws IOException {
        this.times = times;
        this.source = source;
        this.reader = source.reader();
        this.range = range;
        this.picture = Picture.allocate(format.size(), format.sample());
        this.meter = new FrameMeter(format.size(), format.sample());
        this.scene = Strips.floats(format.size().width());
        for (Map.Entry<ColourTransform, List<Lane>> entry : lanes.entrySet()) {
            List<Lane.Desk> own = new ArrayList<>();
            int first = desks.size();
            for (Lane lane : entry.getValue()) {
                own.add(lane.desk());
                desks.add(own.get(own.size() - 1));
                works.add(lane.work());
            }
            groups.add(new Group(entry.getKey(), Strips.floats(format.size().width()), own, first));
        }
    }

    /** Works until the queue is empty. */
    void run(FrameQueue queue) throws IOException, InterruptedException {
        since = System.nanoTime();
        for (Optional<FrameQueue.Turn> turn = queue.take(desks); turn.isPresent(); turn = queue.take(desks)) {
            spent(PassTimes.NEXT);
            frame(turn.get(), queue);
        }
        spent(PassTimes.NEXT);
    }

    /** Puts the time since the last call down to some work. */
    private void spent(String work) {
        long now = System.nanoTime();
        times.add(work, now - since);
        since = now;
    }

    private void frame(FrameQueue.Turn turn, FrameQueue queue) throws IOException, InterruptedException {
        int index = turn.index();
        Optional<ExrHeader> header;
        try {
            reader.await(index);
            spent(PassTimes.NEXT);
            header = reader.read(index, picture);
        } catch (IOException e) {
            if (!(e instanceof MediaException) && !source.isDamage(e)) {
                throw e;
            }
            queue.damaged(index, String.valueOf(e.getMessage()));
            if (turn.begun()) {
                desks.forEach(Lane.Desk::abandon);
            }
            spent(PassTimes.READ);
            return;
        }
        spent(PassTimes.READ);
        if (turn.begun()) {
            offer();
        }
        strips(turn.begun());
        queue.found(new SourceFrame(index, source.name(index), header, meter.finish(range.first() + index)));
    }

    /** A lane that would write what the frame's file holds takes the file. */
    private void offer() throws IOException {
        Optional<ByteBuffer> file = reader.file();
        if (file.isPresent()) {
            for (int i = 0; i < desks.size(); i++) {
                if (!desks.get(i).isIdle()) {
                    desks.get(i).take(file.get(), picture);
                    spent(works.get(i));
                }
            }
        }
    }

    private void strips(boolean writes) throws IOException {
        int height = picture.size().height();
        for (int line = 0; line < height; line += Strips.LINES) {
            int count = Math.min(Strips.LINES, height - line);
            meter.lines(picture.lines(line, count), count);
            spent(PassTimes.MEASURE);
            if (writes) {
                Halves.toFloat(picture, line, count, scene.clear());
                spent(PassTimes.COLOUR);
                hand(count);
            }
        }
        if (writes) {
            for (int i = 0; i < desks.size(); i++) {
                desks.get(i).end();
                spent(works.get(i));
            }
        }
    }

    /** A colour that nobody wants of this frame is not computed. The last one needs no copy of the scene. */
    private void hand(int lines) throws IOException {
        List<Group> wanting = groups.stream().filter(Group::isWanting).toList();
        for (int i = 0; i < wanting.size(); i++) {
            boolean last = i + 1 == wanting.size();
            hand(wanting.get(i), last, lines);
        }
    }

    private void hand(Group group, boolean inPlace, int lines) throws IOException {
        int pixels = lines * picture.size().width();
        FloatBuffer strip = (inPlace ? scene : group.strip()).clear().limit(pixels * Picture.CHANNELS);
        if (!inPlace) {
            strip.duplicate().put(scene.duplicate().clear().limit(strip.limit()));
        }
        group.colour().apply(strip, pixels);
        spent(PassTimes.COLOUR);
        for (int i = 0; i < group.desks().size(); i++) {
            if (!group.desks().get(i).isIdle()) {
                group.desks().get(i).strip(strip.duplicate(), lines);
                spent(works.get(group.first() + i));
            }
        }
    }

    @Override
    public void close() {
        reader.close();
        meter.close();
        desks.forEach(Lane.Desk::close);
    }
}
