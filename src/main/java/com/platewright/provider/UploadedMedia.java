// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers under which id a file's content stands at the service, so that it travels once. The caller makes it last as
 * long as it likes: what is forgotten, here or at the service, is uploaded again, which is free.
 */
public interface UploadedMedia {
    Optional<String> find(String contentDigest);

    void remember(String contentDigest, String mediaId);

    void forget(String contentDigest);

    /** A memory that lasts as long as the object. */
    static UploadedMedia inMemory() {
        Map<String, String> ids = new ConcurrentHashMap<>();
        return new UploadedMedia() {
            @Override
            public Optional<String> find(String contentDigest) {
                return Optional.ofNullable(ids.get(contentDigest));
            }

            @Override
            public void remember(String contentDigest, String mediaId) {
                ids.put(contentDigest, mediaId);
            }

            @Override
            public void forget(String contentDigest) {
                ids.remove(contentDigest);
            }
        };
    }
}
