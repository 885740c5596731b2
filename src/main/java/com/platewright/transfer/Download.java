// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import com.platewright.files.FreeSpace;
import com.platewright.files.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** One download over as many connections as it takes and may take. */
final class Download {
    private static final int BLOCK = 1 << 16;

    private final OkHttpClient client;
    private final TransferLimits limits;
    private final Timekeeper time;
    private final HttpUrl url;
    private final PartFile part;
    private final long start;

    Download(OkHttpClient client, TransferLimits limits, Timekeeper time, HttpUrl url, PartFile part) {
        this.client = client;
        this.limits = limits;
        this.time = time;
        this.url = url;
        this.part = part;
        this.start = time.nanos();
    }

    Fetched run(Path target, Progress progress) throws TransferException, StorageException, InterruptedException {
        long reused = part.bytes();
        int connections = 0;
        if (!part.isComplete()) {
            do {
                connections++;
            } while (!tried(connections, progress));
        }
        part.finish();
        return new Fetched(target, part.bytes(), reused, connections);
    }

    /** Whether one more connection brought the rest. */
    private boolean tried(int connection, Progress progress)
            throws TransferException, StorageException, InterruptedException {
        try {
            connect(progress);
            return true;
        } catch (TransferException | StorageException e) {
            throw e;
        } catch (IOException e) {
            boolean interrupted = Thread.interrupted();
            part.checkpoint();
            if (interrupted) {
                throw new InterruptedException("interrupted while fetching " + HttpClients.shown(url));
            }
            giveUpOrWait(connection, e);
            return false;
        }
    }

    private void connect(Progress progress) throws IOException {
        Request.Builder request = new Request.Builder().url(url).header("Accept-Encoding", "identity");
        Optional<String> condition = part.origin().flatMap(Origin::condition).filter(proof -> part.bytes() > 0);
        condition.ifPresent(
                proof -> request.header("Range", "bytes=" + part.bytes() + "-").header("If-Range", proof));
        OkHttpClient bounded = client.newBuilder().callTimeout(remaining()).build();
        try (Response response = new Redirects(bounded).follow(request.build())) {
            receive(response, condition.isPresent(), progress);
        }
    }

    private void receive(Response response, boolean ranged, Progress progress) throws IOException {
        Answer answer = Answer.of(response, ranged ? part.origin() : Optional.empty(), part.bytes(), time.now());
        switch (answer.kind()) {
            case WHOLE -> part.startOver(Origin.of(url, response));
            case REST -> part.proceed(answer.total());
            case ODD -> {
                part.drop();
                throw new IOException(
                        "the server's answer does not continue the bytes that are here: " + answer.words());
            }
            case BUSY -> throw new BusyException(answer.words(), answer.pause());
            case EXPIRED ->
                throw new ExpiredException("The link to " + HttpClients.shown(url) + " is not valid any more ("
                        + answer.words() + "). Ask the provider for a fresh one by running the same command again.");
            case REFUSED ->
                throw new TransferException(
                        "The server refused to send " + HttpClients.shown(url) + " (" + answer.words() + ").", false);
        }
        requireRoom();
        copy(response.body().source(), progress);
    }

    private void requireRoom() throws TransferException, StorageException {
        long total = part.origin().map(Origin::total).orElse(-1L);
        requireLimit(total);
        if (total > part.bytes()) {
            FreeSpace.require(part.folder(), total - part.bytes(), "the download of " + HttpClients.shown(url));
        }
    }

    private void requireLimit(long bytes) throws TransferException {
        if (bytes > limits.bytes()) {
            throw new TransferException(
                    HttpClients.shown(url) + " has at least " + bytes + " bytes; the limit is " + limits.bytes() + ".",
                    false);
        }
    }

    private void copy(BufferedSource source, Progress progress) throws IOException {
        byte[] block = new byte[BLOCK];
        boolean more = true;
        while (more) {
            int filled = 0;
            try {
                while (more && filled < BLOCK) {
                    int read = source.read(block, filled, BLOCK - filled);
                    more = read >= 0;
                    filled += Math.max(0, read);
                }
            } finally {
                keep(block, filled, progress);
            }
        }
        if (part.origin().map(whole -> whole.total() >= 0).orElse(false) && !part.isComplete()) {
            throw new IOException("the body ended early");
        }
    }

    private void keep(byte[] block, int filled, Progress progress) throws TransferException, StorageException {
        requireLimit(part.bytes() + filled);
        part.append(block, filled);
        progress.at(part.path(), part.bytes(), part.knownTotal());
    }

    private void giveUpOrWait(int connection, IOException e) throws TransferException, InterruptedException {
        Optional<Duration> asked = e instanceof BusyException busy ? busy.pause() : Optional.empty();
        Duration pause = Backoff.USUAL.pause(connection, asked, RandomGenerator.getDefault());
        if (isUntrusted(e)) {
            throw new TransferException(
                    "The server of " + HttpClients.shown(url) + " could not prove who it is: " + e.getMessage(),
                    false,
                    e);
        }
        if (connection >= limits.connections()) {
            throw stopped("the last of " + connection + " connections failed", e);
        }
        if (pause.compareTo(remaining()) >= 0) {
            throw stopped("the deadline of " + limits.deadline().toSeconds() + " s is reached", e);
        }
        time.sleep(pause);
    }

    private TransferException stopped(String why, IOException e) {
        String kept = part.bytes()
                + (part.knownTotal().isPresent() ? " of " + part.knownTotal().getAsLong() : "");
        return new TransferException(
                "Fetching " + HttpClients.shown(url) + " stopped: " + why + " (" + e.getMessage() + "). " + kept
                        + " bytes are here; the same command goes on from them.",
                true,
                e);
    }

    private static boolean isUntrusted(IOException e) {
        return e instanceof SSLPeerUnverifiedException || e.getCause() instanceof CertificateException;
    }

    /** At least a millisecond: to the client, zero means for ever. */
    private Duration remaining() {
        Duration left = limits.deadline().minusNanos(time.nanos() - start);
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }
}
