// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that a take brought. They were paid for: what turns out damaged is set aside under another name, not removed,
 * until a replacement has been proved.
 */
public final class TakeFiles {
    private static final String DAMAGED = ".damaged";

    private final Take take;

    public TakeFiles(Take take) {
        this.take = take;
    }

    /** Where the frames of a rendition are, or will be. */
    public Path frames(int rendition) {
        return take.downloads().resolve(framesName(rendition, 1));
    }

    /** Where the movie of a rendition is, or will be. */
    public Path movie(int rendition) {
        return take.downloads().resolve(movieName(rendition, 1));
    }

    static String framesName(int rendition, int number) {
        return "r" + rendition + "-frames-" + number + ".zip";
    }

    static String movieName(int rendition, int number) {
        return "r" + rendition + "-movie" + (number == 1 ? "" : "-" + number) + ".mp4";
    }

    /**
     * A clip that was fetched before; empty if it was not, or if its files are gone or of another size.
     *
     * @param frames whether it has to be of EXR frames
     * @param rendition counted from 1
     */
    public Optional<Clip> clip(TakeLog log, boolean frames, int rendition) throws JournalException {
        return log.fetched().filter(this::areThere).flatMap(fetched -> clip(fetched, frames, rendition));
    }

    /**
     * Sets aside every file that holds other bytes than when it was proved, so that the next run fetches it again. Reads
     * them whole.
     *
     * @return a sentence for each, and for each that is missing
     */
    public List<String> setAsideChanged(TakeLog log) throws JournalException, StorageException {
        List<String> changed = new ArrayList<>();
        Optional<Fetched> fetched = log.fetched();
        for (Fetched.Part part : fetched.isPresent() ? fetched.get().parts() : List.<Fetched.Part>of()) {
            Optional<String> difference = part.file().difference(take.downloads());
            if (difference.isPresent() && Files.exists(path(part))) {
                setAside(path(part));
            }
            difference.ifPresent(changed::add);
        }
        return changed;
    }

    /** Whether a file, or an earlier one of its name, has been set aside. */
    public boolean wasSetAside(Path file) {
        return Files.exists(aside(file));
    }

    /** Makes room for a replacement. The first that was set aside is kept, for whoever asks the service for a refund. */
    public void setAside(Path file) throws StorageException {
        if (!wasSetAside(file)) {
            Durable.rename(file, aside(file));
            return;
        }
        remove(file);
    }

    /** Removes the archives that were set aside, now that those in their places are proved. */
    void dropReplaced(Fetched fetched) throws StorageException {
        for (Fetched.Part part : fetched.parts()) {
            if (part.isFrames()) {
                remove(aside(path(part)));
            }
        }
    }

    Path path(Fetched.Part part) {
        return take.downloads().resolve(part.file().path());
    }

    boolean areThere(Fetched fetched) {
        return fetched.parts().stream().allMatch(this::isThere);
    }

    private boolean isThere(Fetched.Part part) {
        Path file = path(part);
        return Files.isRegularFile(file)
                && file.toFile().length() == part.file().bytes();
    }

    /** Where frames were bought, a movie does not stand in for them. */
    Optional<Clip> clip(Fetched fetched, boolean frames, int rendition) {
        Optional<Path> movie = file(fetched, rendition, Fetched.Part.MOVIE);
        return frames
                ? file(fetched, rendition, Fetched.Part.FRAMES).map(archive -> new Clip.Frames(archive, movie))
                : movie.map(Clip.Alone::new);
    }

    private Optional<Path> file(Fetched fetched, int rendition, String role) {
        return fetched.parts().stream()
                .filter(p -> p.rendition() == rendition && p.role().equals(role))
                .findFirst()
                .map(this::path);
    }

    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + DAMAGED);
    }

    private static void remove(Path file) throws StorageException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StorageException.of("remove the damaged", file, e);
        }
    }
}
