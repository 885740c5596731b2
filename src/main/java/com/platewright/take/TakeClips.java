// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.files.StorageException;
import com.platewright.journal.Journal;
import com.platewright.journal.JournalException;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The clips of a take that are on this storage.
 *
 * @param renditions how many the take brought, whole or not
 * @param whole those that have all that was bought, by their number, counted from 1
 */
public record TakeClips(int renditions, SortedMap<Integer, Clip> whole) {
    public TakeClips {
        whole = Collections.unmodifiableSortedMap(new TreeMap<>(whole));
    }

    /**
     * Reads a take's journal beside whoever works on it. Nothing is here where files are gone or of another size.
     *
     * @param frames whether a clip has to be of EXR frames
     */
    public static TakeClips of(Take take, boolean frames) throws JournalException, StorageException {
        TakeFiles files = new TakeFiles(take);
        Optional<Fetched> fetched = Journal.finished(take.journal(), TakeLog.fetch(take), Fetched.class)
                .filter(files::areThere);
        SortedMap<Integer, Clip> whole = new TreeMap<>();
        int renditions = fetched.map(Fetched::renditions).orElse(0);
        for (int rendition = 1; rendition <= renditions; rendition++) {
            Optional<Clip> clip = files.clip(fetched.orElseThrow(), frames, rendition);
            if (clip.isPresent()) {
                whole.put(rendition, clip.get());
            }
        }
        return new TakeClips(renditions, whole);
    }
}
