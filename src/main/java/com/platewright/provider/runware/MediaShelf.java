// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.Deadline;
import com.platewright.provider.MediaInput;
import com.platewright.provider.ProviderException;
import com.platewright.provider.UploadedMedia;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service's storage for stills and clips: each content is brought there once and then named by its id. */
final class MediaShelf {
    private final Wire wire;
    private final UploadedMedia uploaded;
    private final RunwareSettings settings;

    MediaShelf(Wire wire, UploadedMedia uploaded, RunwareSettings settings) {
        this.wire = wire;
        this.uploaded = uploaded;
        this.settings = settings;
    }

    /** The service's id of each file; what it does not have yet is uploaded. */
    Map<MediaInput, String> place(List<MediaInput> media, Deadline deadline)
            throws ProviderException, InterruptedException {
        Map<MediaInput, String> ids = new LinkedHashMap<>();
        for (MediaInput input : media) {
            Optional<String> known = uploaded.find(input.contentDigest());
            ids.put(input, known.isPresent() ? known.get() : upload(input, deadline));
        }
        return ids;
    }

    void forget(MediaInput input) {
        uploaded.forget(input.contentDigest());
    }

    private String upload(MediaInput input, Deadline deadline) throws ProviderException, InterruptedException {
        String id = new Upload(input.file(), wire, new Retries(settings, deadline)).run();
        uploaded.remember(input.contentDigest(), id);
        return id;
    }
}
