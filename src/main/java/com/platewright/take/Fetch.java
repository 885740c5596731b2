// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.archive.ArchiveException;
import com.platewright.archive.ArchiveLimits;
import com.platewright.archive.FrameArchive;
import com.platewright.element.SealedFile;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
import com.platewright.media.MediaException;
import com.platewright.media.movie.MovieProbe;
import com.platewright.provider.Deadline;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.ProviderException;
import com.platewright.provider.Results;
import com.platewright.provider.TaskWatch;
import com.platewright.transfer.Downloader;
import com.platewright.transfer.ExpiredException;
import com.platewright.transfer.Progress;
import com.platewright.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Brings a take's files to this storage and proves them, as often as that can help. */
public final class Fetch {
    /** Times that addresses are asked for anew because they expired while they were used. */
    private static final int FRESH_LINKS = 3;

    private final TakeLog log;
    private final TaskWatch watch;
    private final Downloader downloader;
    private final Rules rules;
    private final TakeFiles files;

    /**
     * What is allowed.
     *
     * @param limits of the archive
     * @param refetch times that a damaged archive is fetched anew
     * @param workers that prove frames at the same time
     */
    public record Rules(ArchiveLimits limits, int refetch, int workers, Deadline deadline) {}

    public Fetch(TakeLog log, TaskWatch watch, Downloader downloader, Rules rules) {
        this.log = log;
        this.watch = watch;
        this.downloader = downloader;
        this.rules = rules;
        this.files = new TakeFiles(log.take());
    }

    /**
     * Fetches everything that the take brought.
     *
     * @return the first rendition
     * @throws TakeDamagedException what came cannot be used, also after fetching it again
     */
    public Clip run(GenerationRequest request, Bought bought, Progress progress)
            throws ProviderException, TransferException, TakeDamagedException, JournalException, StorageException,
                    InterruptedException {
        boolean frames = request.output().exr();
        Optional<Clip> before = files.clip(log, frames, 1);
        if (before.isPresent()) {
            return before.get();
        }
        files.setAsideChanged(log);
        UUID task = UUID.fromString(bought.task());
        Fetched fetched = download(task, request, progress);
        Map<Fetched.Part, List<String>> damages = damages(fetched, frames);
        for (int again = 0; !damages.isEmpty() && again < rules.refetch(); again++) {
            for (Fetched.Part damaged : damages.keySet()) {
                files.setAside(files.path(damaged));
            }
            fetched = download(task, request, progress);
            damages = damages(fetched, frames);
        }
        if (!damages.isEmpty()) {
            throw unusable(damages.values().stream().flatMap(List::stream).toList());
        }
        log.fetched(fetched);
        files.dropReplaced(fetched);
        Optional<Clip> clip = files.clip(fetched, frames, 1);
        if (clip.isEmpty()) {
            throw unusable(List.of("Task " + bought.task()
                    + (frames ? " was bought with EXR frames and brought none." : " brought no movie.")
                    + " What came is in " + log.take().downloads() + ", the service's answer in "
                    + log.take().reply() + ": ask the service for "
                    + (frames ? "the frames" : "the movie") + " or the money."));
        }
        return clip.get();
    }

    private TakeDamagedException unusable(List<String> damages) throws JournalException, StorageException {
        log.unusable(String.join("\n", damages));
        return new TakeDamagedException(damages);
    }

    private Fetched download(UUID task, GenerationRequest request, Progress progress)
            throws ProviderException, TransferException, StorageException, InterruptedException {
        for (int tries = 1; ; tries++) {
            Results results = watch.await(task, TaskWatch.Wanted.of(request), rules.deadline(), Quiet.LISTENER);
            try {
                return download(results, progress);
            } catch (ExpiredException e) {
                if (tries == FRESH_LINKS) {
                    throw e;
                }
            }
        }
    }

    private Fetched download(Results results, Progress progress)
            throws TransferException, StorageException, InterruptedException {
        List<Fetched.Part> parts = new ArrayList<>();
        int rendition = 0;
        for (Results.Rendition each : results.renditions()) {
            rendition++;
            for (Results.File file : each.files()) {
                String name = name(rendition, file, parts.size());
                Path target = log.take().downloads().resolve(name);
                if (!Files.isRegularFile(target)) {
                    downloader.fetch(file.url().toString(), target, progress);
                }
                parts.add(new Fetched.Part(
                        rendition, role(file), SealedFile.of(log.take().downloads(), name)));
            }
        }
        return new Fetched(parts);
    }

    private static String name(int rendition, Results.File file, int index) {
        String stem = "r" + rendition + "-";
        return switch (file.kind()) {
            case VIDEO -> stem + "movie.mp4";
            case EXR -> stem + "frames-" + index + ".zip";
            case OTHER -> stem + "other-" + index;
        };
    }

    private static String role(Results.File file) {
        return switch (file.kind()) {
            case VIDEO -> Fetched.Part.MOVIE;
            case EXR -> Fetched.Part.FRAMES;
            case OTHER -> Fetched.Part.OTHER;
        };
    }

    /** What is wrong, by the file in which it is. A movie beside frames is proved when the version is examined. */
    private Map<Fetched.Part, List<String>> damages(Fetched fetched, boolean frames)
            throws StorageException, InterruptedException {
        Map<Fetched.Part, List<String>> damages = new LinkedHashMap<>();
        for (Fetched.Part part : fetched.parts()) {
            List<String> found = part.isFrames()
                    ? damages(files.path(part))
                    : !frames && part.role().equals(Fetched.Part.MOVIE) ? movieDamages(files.path(part)) : List.of();
            if (!found.isEmpty()) {
                damages.put(part, found);
            }
        }
        return damages;
    }

    /** A movie has no checksums: only decoding it proves it. */
    private List<String> movieDamages(Path movie) throws StorageException {
        try {
            MovieProbe.probe(movie, rules.workers());
            return List.of();
        } catch (MediaException e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw StorageException.of("read", movie, e);
        }
    }

    private List<String> damages(Path frames) throws StorageException, InterruptedException {
        try (FrameArchive archive = FrameArchive.open(frames, rules.limits())) {
            return ArchiveProof.damages(archive, rules.workers());
        } catch (ArchiveException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
