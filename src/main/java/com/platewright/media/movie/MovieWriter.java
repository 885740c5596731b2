// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.movie;

import com.platewright.binding.ffmpeg.MediaSink;
import com.platewright.media.EncodeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one movie. Pictures are borrowed, painted (on any thread) and written in the order of presentation by one
 * thread; sound goes into the file beside them. A writer that is closed before it is finished leaves no file.
 */
public final class MovieWriter implements AutoCloseable {
    /** Pictures that may be lent at a time where nobody asks for more. */
    public static final int PICTURES = 4;

    private final MediaSink sink;
    private final PictureTrack pictures;
    private final List<SoundTrackWriter> sound = new ArrayList<>();
    private final MovieSpec spec;
    private long written;

    private MovieWriter(MediaSink sink, MovieSpec spec, PictureTrack pictures) {
        this.sink = sink;
        this.spec = spec;
        this.pictures = pictures;
    }

    /** As {@link #create(Path, MovieSpec, int)}, lending {@link #PICTURES}. */
    public static MovieWriter create(Path file, MovieSpec spec) throws IOException {
        return create(file, spec, PICTURES);
    }

    /**
     * Begins a movie.
     *
     * @param pictures that may be lent at a time; more than there are painters
     * @param file whose suffix, .mov or .mp4, says the container; a file that stands there is overwritten
     * @throws EncodeException when an encoder, option, pixel format or tag is unknown or refused; the message says what
     *     there is
     * @throws IOException when the disk refuses
     */
    public static MovieWriter create(Path file, MovieSpec spec, int pictures) throws IOException {
        String container = container(file);
        MediaSink sink = MediaSink.create(file, container, options(spec, container));
        try {
            MovieWriter writer = new MovieWriter(sink, spec, PictureTrack.open(sink, spec, pictures));
            try {
                writer.begin();
                return writer;
            } catch (IOException | RuntimeException | Error e) {
                writer.close();
                throw e;
            }
        } catch (IOException | RuntimeException | Error e) {
            sink.close();
            throw e;
        }
    }

    private void begin() throws IOException {
        for (SoundTrack track : spec.sound()) {
            sound.add(SoundTrackWriter.open(sink, track, sound.isEmpty()));
        }
        sink.begin(spec.metadata());
    }

    private static String container(Path file) throws EncodeException {
        String name = file.getFileName().toString();
        if (name.endsWith(".mov")) {
            return "mov";
        } else if (name.endsWith(".mp4")) {
            return "mp4";
        }
        throw new EncodeException(file + ": a movie's name ends in .mov or .mp4, which says the container");
    }

    private static Map<String, String> options(MovieSpec spec, String container) {
        Map<String, String> options = new HashMap<>();
        options.put("movie_timescale", Integer.toString(Timescale.of(spec)));
        StringBuilder flags = new StringBuilder();
        if (container.equals("mp4")) {
            flags.append("+faststart");
        }
        // Reverse-domain names exist in QuickTime's newer kind of metadata only; FFmpeg writes one kind or the other.
        if (spec.metadata().keySet().stream().anyMatch(key -> key.indexOf('.') >= 0)) {
            flags.append("+use_metadata_tags");
        }
        if (flags.length() > 0) {
            options.put("movflags", flags.toString());
        }
        return options;
    }

    /** Waits for a picture to paint on. May be called from any thread, also while another writes. */
    public MoviePicture borrow() throws InterruptedException {
        return pictures.borrow();
    }

    /** Takes a picture back that is not to be written. */
    public void giveBack(MoviePicture picture) {
        pictures.giveBack(picture);
    }

    /** Writes the next picture, and the sound that belongs to it, and takes the picture back. */
    public void write(MoviePicture picture) throws IOException {
        try {
            for (SoundTrackWriter track : sound) {
                track.writeUpTo(spec.rate().samples(written + 1, track.sampleRate()));
            }
            pictures.encode(picture, written++);
        } finally {
            pictures.giveBack(picture);
        }
    }

    /** Pictures written so far. */
    public long written() {
        return written;
    }

    /** Writes what encoders still hold and closes the file. */
    public void finish() throws IOException {
        for (SoundTrackWriter track : sound) {
            track.finish();
        }
        pictures.finish();
        sink.finish();
    }

    /** Frees everything; deletes the file unless it is finished. */
    @Override
    public void close() throws IOException {
        pictures.close();
        sound.forEach(SoundTrackWriter::close);
        sink.close();
    }
}
