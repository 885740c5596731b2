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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

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
     * @param rendition which of its clips is wanted, counted from 1
     * @throws TakeDamagedException what came cannot be used, also after fetching it again; or the service no longer has it
     */
    public Clip run(GenerationRequest request, Bought bought, int rendition, Progress progress)
            throws ProviderException, TransferException, TakeDamagedException, JournalException, StorageException,
                    InterruptedException {
        boolean frames = request.output().exr();
        Optional<Clip> before = files.clip(log, frames, rendition);
        if (before.isPresent()) {
            return before.get();
        }
        files.setAsideChanged(log);
        Fetched fetched = download(bought, request, progress);
        Map<Fetched.Part, List<String>> damages = damages(fetched, frames);
        for (int again = 0; !damages.isEmpty() && again < rules.refetch(); again++) {
            for (Fetched.Part damaged : damages.keySet()) {
                files.setAside(files.path(damaged));
            }
            fetched = download(bought, request, progress);
            damages = damages(fetched, frames);
        }
        if (!damages.isEmpty()) {
            throw unusable(damages.values().stream().flatMap(List::stream).toList());
        }
        log.fetched(fetched);
        files.dropReplaced(fetched);
        Optional<Clip> clip = files.clip(fetched, frames, rendition);
        if (clip.isEmpty()) {
            throw unusable(List.of(missing(bought, fetched, frames, rendition)));
        }
        return clip.get();
    }

    private String missing(Bought bought, Fetched fetched, boolean frames, int rendition) {
        String what = fetched.renditions() > 1 ? "Clip " + rendition + " of task " : "Task ";
        String whole = IntStream.rangeClosed(1, fetched.renditions())
                .filter(other -> files.clip(fetched, frames, other).isPresent())
                .mapToObj(other -> " Clip " + other + " of the same task is whole: `pick` delivers it.")
                .findFirst()
                .orElse("");
        return what + bought.task() + (frames ? " was bought with EXR frames and brought none." : " brought no movie.")
                + " What came is in " + log.take().downloads() + ", the service's answer in "
                + log.take().reply() + ": ask the service for "
                + (frames ? "the frames" : "the movie") + " or the money." + whole;
    }

    private TakeDamagedException unusable(List<String> damages) throws JournalException, StorageException {
        log.unusable(String.join("\n", damages));
        return new TakeDamagedException(damages);
    }

    private Fetched download(Bought bought, GenerationRequest request, Progress progress)
            throws ProviderException, TransferException, TakeDamagedException, JournalException, StorageException,
                    InterruptedException {
        for (int tries = 1; ; tries++) {
            Results results = results(bought, request);
            try {
                return download(bought, results, progress);
            } catch (ExpiredException e) {
                if (tries == FRESH_LINKS) {
                    throw e;
                }
            }
        }
    }

    /** What was bought, with fresh addresses. */
    private Results results(Bought bought, GenerationRequest request)
            throws ProviderException, TakeDamagedException, JournalException, StorageException, InterruptedException {
        try {
            UUID task = UUID.fromString(bought.task());
            int came = bought.clips().isEmpty()
                    ? request.results()
                    : bought.clips().size();
            TaskWatch.Wanted wanted =
                    new TaskWatch.Wanted(came, request.output().exr());
            return watch.await(task, wanted, rules.deadline(), Quiet.LISTENER);
        } catch (ProviderException e) {
            if (e.kind() != ProviderException.Kind.FAILED) {
                throw e;
            }
            throw unusable(List.of("Task " + bought.task()
                    + " was bought, and when its files were asked for the service failed it: " + e.getMessage()
                    + " The answer with which it was bought is in "
                    + log.take().reply() + ": ask the service for the files or the money."));
        }
    }

    private Fetched download(Bought bought, Results results, Progress progress)
            throws TransferException, StorageException, InterruptedException {
        List<Fetched.Part> parts = new ArrayList<>();
        List<String> clips = new ArrayList<>(bought.clips());
        for (Results.Rendition each : results.renditions()) {
            if (!clips.contains(each.uuid())) {
                clips.add(each.uuid());
            }
            int rendition = clips.indexOf(each.uuid()) + 1; // services list them in any order
            for (Map.Entry<String, Results.File> file : named(rendition, each).entrySet()) {
                Path target = log.take().downloads().resolve(file.getKey());
                if (!Files.isRegularFile(target)) {
                    downloader.fetch(file.getValue().url().toString(), target, progress);
                }
                parts.add(new Fetched.Part(
                        rendition,
                        role(file.getValue()),
                        SealedFile.of(log.take().downloads(), file.getKey())));
            }
        }
        return new Fetched(parts);
    }

    /** The files of a clip by the names that they have here in every run, in whatever order they are listed. */
    private static Map<String, Results.File> named(int rendition, Results.Rendition clip) {
        Map<String, Results.File> named = new LinkedHashMap<>();
        for (Results.Kind kind : Results.Kind.values()) {
            List<Results.File> files = clip.files().stream()
                    .filter(file -> file.kind() == kind)
                    .sorted(Comparator.comparing(Results.File::uuid))
                    .toList();
            for (int i = 0; i < files.size(); i++) {
                named.put(name(rendition, kind, i + 1), files.get(i));
            }
        }
        return named;
    }

    private static String name(int rendition, Results.Kind kind, int number) {
        return switch (kind) {
            case VIDEO -> TakeFiles.movieName(rendition, number);
            case EXR -> TakeFiles.framesName(rendition, number);
            case OTHER -> "r" + rendition + "-other-" + number;
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
        } catch (IOException e) {
            throw StorageException.of("read", frames, e);
        }
    }
}
