// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.archive.ArchiveException;
import com.platewright.archive.FrameArchive;
import com.platewright.archive.FrameEntry;
import com.platewright.crew.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads every frame of an archive against its checksum, to name all damage at once and not the first alone. */
final class ArchiveProof {
    private ArchiveProof() {}

    /** A sentence for every frame that is damaged, in the order of the frames. */
    static List<String> damages(FrameArchive archive, int workers) throws IOException, InterruptedException {
        List<FrameEntry> frames = archive.frames().list();
        ConcurrentSkipListMap<Integer, String> damages = new ConcurrentSkipListMap<>();
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            ByteBuffer spare = ByteBuffer.allocateDirect(0);
            for (int i = next.getAndIncrement(); i < frames.size(); i = next.getAndIncrement()) {
                try {
                    spare = archive.read(frames.get(i), spare);
                } catch (ArchiveException e) {
                    damages.put(i, String.valueOf(e.getMessage()));
                }
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            for (Future<Void> each : threads.invokeAll(Collections.nCopies(workers, worker))) {
                Result.of(each);
            }
        } finally {
            threads.shutdownNow();
        }
        return new ArrayList<>(damages.values());
    }
}
