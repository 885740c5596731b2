// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import com.platewright.journal.Journal;
import com.platewright.journal.JournalException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Makes a take of what was bought for another shot. Nothing is sent, and the other shot keeps all it has. */
public final class Adoption {
    private Adoption() {}

    /** Whether a take was bought, whole, and nobody has found it unusable. */
    public static boolean isOffered(Take source) throws JournalException, StorageException {
        return bought(source).filter(b -> b.shortfall().isEmpty()).isPresent() && !TakeLog.isOver(source);
    }

    /**
     * Takes it over. Its files are linked, or copied where storage cannot link, if they are there and hold what they held
     * when they were proved; else they are fetched by the other's task id, which costs nothing.
     *
     * @param log of a take that was never sent
     */
    public static Bought adopt(Take source, TakeLog log) throws JournalException, StorageException {
        Bought bought = bought(source).orElseThrow();
        Optional<Fetched> fetched = Journal.finished(source.journal(), TakeLog.fetch(source), Fetched.class);
        if (fetched.isPresent() && isSound(source, fetched.get())) {
            for (Fetched.Part part : fetched.get().parts()) {
                link(new TakeFiles(source).path(part), new TakeFiles(log.take()).path(part));
            }
            Durable.sync(log.take().downloads());
            log.fetched(fetched.get());
        }
        Bought free = new Bought(
                bought.task(), bought.ordered(), bought.clips(), Optional.of(BigDecimal.ZERO), Optional.empty());
        log.bought(free);
        return free;
    }

    private static Optional<Bought> bought(Take source) throws JournalException, StorageException {
        return Journal.finished(source.journal(), TakeLog.generate(source), Bought.class);
    }

    private static boolean isSound(Take source, Fetched fetched) throws StorageException {
        for (Fetched.Part part : fetched.parts()) {
            if (part.file().difference(source.downloads()).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static void link(Path from, Path to) throws StorageException {
        try {
            Files.createDirectories(to.resolveSibling("."));
            Files.deleteIfExists(to);
            try {
                Files.createLink(to, from);
            } catch (IOException | UnsupportedOperationException e) { // another file system, or one without links
                Path unfinished = to.resolveSibling(to.getFileName() + ".tmp");
                Files.copy(from, unfinished, StandardCopyOption.REPLACE_EXISTING);
                Durable.rename(unfinished, to);
            }
        } catch (StorageException e) {
            throw e;
        } catch (IOException e) {
            throw StorageException.of("take over", from, e);
        }
    }
}
