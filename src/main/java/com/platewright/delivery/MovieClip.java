// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.frame.Picture;
import com.platewright.media.MovieOutline;
import com.platewright.media.movie.MovieOutlines;
import com.platewright.pass.FrameSource;
import com.platewright.pass.SourceFrame;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import com.platewright.show.ShowConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A clip that is a movie and nothing else. */
final class MovieClip implements ClipSource {
    private final Path file;
    private final MovieOutline outline;
    private final MovieLook look;
    private final MovieFrames frames;

    private MovieClip(Path file, MovieOutline outline, MovieLook look, MovieFrames frames) {
        this.file = file;
        this.outline = outline;
        this.look = look;
        this.frames = frames;
    }

    static MovieClip open(Path file, ShowConfig show, int threads) throws IOException {
        MovieOutline outline = MovieOutlines.of(file);
        MovieLook look = MovieLook.of(file, outline, show);
        return new MovieClip(file, outline, look, MovieFrames.open(file, outline, look.coding(), threads));
    }

    @Override
    public FrameSource frames() {
        return frames;
    }

    @Override
    public Resolution size() {
        return outline.size();
    }

    /** Half would round what 12 bits and interpolated chroma can say. */
    @Override
    public Picture.Sample sample() {
        return Picture.Sample.FLOAT;
    }

    @Override
    public boolean alpha() {
        return false;
    }

    @Override
    public Optional<Delivered.Displayed> displayed() {
        return Optional.of(
                new Delivered.Displayed(look.space(), look.view(), DisplaySpace.isHdr(look.tags()), look.notes()));
    }

    @Override
    public long rest() {
        return 0;
    }

    @Override
    public Delivered.Source end(FrameRange range, List<SourceFrame> found) throws IOException {
        frames.end();
        return new Delivered.Source(
                String.valueOf(file.getFileName()),
                outline.size(),
                range,
                IntStream.range(0, outline.frames()).boxed().toList(),
                List.of(),
                List.of(),
                found,
                displayed());
    }

    @Override
    public void close() {
        frames.close();
    }
}
