// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import com.platewright.files.StorageException;
import java.nio.file.Path;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Fetches results. Safe for many threads, as long as each has a target of its own. */
public final class Downloader {
    private final OkHttpClient client;
    private final TransferLimits limits;
    private final Timekeeper time;

    public Downloader(String userAgent, TransferLimits limits) {
        this(HttpClients.quiet(userAgent, limits.idle()).build(), limits, Timekeeper.SYSTEM);
    }

    Downloader(OkHttpClient client, TransferLimits limits, Timekeeper time) {
        // What only asks may be sent again when a connection from the pool turns out to be dead.
        this.client = client.newBuilder().retryOnConnectionFailure(true).build();
        this.limits = limits;
        this.time = time;
    }

    /** Where the bytes of a target are as long as it is not complete. */
    public static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /**
     * Fetches a file, going on from what an earlier run left of it. Replaces what stood under the target's name.
     *
     * @param link https, or http on loopback; its query is a secret
     * @throws ExpiredException if the link is not valid any more and a fresh one is needed
     * @throws TransferException if the server refuses, or does not deliver within the limits
     * @throws InterruptedException if the thread was interrupted; the bytes so far are kept
     */
    public Fetched fetch(String link, Path target, Progress progress)
            throws TransferException, StorageException, InterruptedException {
        HttpUrl url = HttpUrl.parse(link);
        if (url == null) {
            throw new TransferException(
                    "The provider gave a link to a result that is not an http or https URL.", false);
        }
        if (!HttpClients.isPrivate(url)) {
            throw new TransferException(
                    "The link " + HttpClients.shown(url) + " is plain http to another machine. Only https is fetched.",
                    false);
        }
        try (PartFile part = PartFile.open(target, url)) {
            return new Download(client, limits, time, url, part).run(target, progress);
        }
    }
}
