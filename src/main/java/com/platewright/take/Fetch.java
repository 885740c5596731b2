// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.archive.ArchiveException;
import com.platewright.archive.ArchiveLimits;
import com.platewright.archive.FrameArchive;
import com.platewright.files.StorageException;
import com.platewright.journal.JournalException;
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
import java.util.List;
import java.util.Optional;

/** Brings a take's files to this storage and proves the frames' archive, as often as that can help. */
public final class Fetch {
    /** Times that addresses are asked for anew because they expired while they were used. */
    private static final int FRESH_LINKS = 3;

    private final TakeLog log;
    private final TaskWatch watch;
    private final Downloader downloader;
    private final Rules rules;

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
    }

    /** The clip of a take that was fetched before; empty if it was not, or if its files are gone. */
    public static Optional<Clip> clip(TakeLog log) throws JournalException {
        return log.fetched().filter(fetched -> isThere(log.take(), fetched)).flatMap(fetched -> clip(log, fetched));
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
        Optional<Clip> before = clip(log);
        if (before.isPresent()) {
            return before.get();
        }
        Fetched fetched = download(request, progress);
        List<String> damages = damages(fetched);
        for (int again = 0; !damages.isEmpty() && again < rules.refetch(); again++) {
            remove(fetched);
            fetched = download(request, progress);
            damages = damages(fetched);
        }
        if (!damages.isEmpty()) {
            throw unusable(damages);
        }
        log.fetched(fetched);
        Optional<Clip> clip = clip(log, fetched);
        if (clip.isEmpty()) {
            throw unusable(List.of("Task " + bought.task()
                    + " was bought with EXR frames and brought none. What came is in "
                    + log.take().downloads() + ", the service's answer in "
                    + log.take().reply() + ": ask the service for the frames or the money."));
        }
        return clip.get();
    }

    private TakeDamagedException unusable(List<String> damages) throws JournalException, StorageException {
        log.unusable(String.join("\n", damages));
        return new TakeDamagedException(damages);
    }

    private Fetched download(GenerationRequest request, Progress progress)
            throws ProviderException, TransferException, StorageException, InterruptedException {
        for (int tries = 1; ; tries++) {
            Results results =
                    watch.await(log.take().task(), TaskWatch.Wanted.of(request), rules.deadline(), Quiet.LISTENER);
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
                long bytes = Files.isRegularFile(target)
                        ? size(target)
                        : downloader
                                .fetch(file.url().toString(), target, progress)
                                .bytes();
                parts.add(new Fetched.Part(rendition, role(file), name, bytes));
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
            case VIDEO -> "movie";
            case EXR -> "frames";
            case OTHER -> "other";
        };
    }

    private List<String> damages(Fetched fetched) throws StorageException, InterruptedException {
        List<String> damages = new ArrayList<>();
        for (Fetched.Part part : fetched.parts()) {
            if (part.role().equals("frames")) {
                damages.addAll(damages(log.take().downloads().resolve(part.name())));
            }
        }
        return damages;
    }

    private List<String> damages(Path frames) throws StorageException, InterruptedException {
        try (FrameArchive archive = FrameArchive.open(frames, rules.limits())) {
            return ArchiveProof.damages(archive, rules.workers());
        } catch (ArchiveException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private void remove(Fetched fetched) throws StorageException {
        for (Fetched.Part part : fetched.parts()) {
            Path file = log.take().downloads().resolve(part.name());
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw StorageException.of("remove the damaged", file, e);
            }
        }
    }

    private static Optional<Clip> clip(TakeLog log, Fetched fetched) {
        return part(log, fetched, "frames").map(frames -> new Clip(frames, part(log, fetched, "movie")));
    }

    private static Optional<Path> part(TakeLog log, Fetched fetched, String role) {
        return fetched.parts().stream()
                .filter(p -> p.rendition() == 1 && p.role().equals(role))
                .findFirst()
                .map(p -> log.take().downloads().resolve(p.name()));
    }

    static boolean isThere(Take take, Fetched fetched) {
        return fetched.parts().stream().allMatch(p -> {
            Path file = take.downloads().resolve(p.name());
            return Files.isRegularFile(file) && file.toFile().length() == p.bytes();
        });
    }

    private static long size(Path file) throws StorageException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw StorageException.of("look at", file, e);
        }
    }
}
