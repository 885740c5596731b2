// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The right to work on a shot, held by one run at a time across machines that share the storage. A file under a fixed
 * name says who holds it; a daemon thread renews it every third of its time to live, in place.
 *
 * <p>An owner may be replaced after a silence longer than that, or at once when its process is known to be gone. A run
 * that was stopped for so long and wakes up learns from {@link #confirm} that it was replaced. After a confirmation the
 * next time to live is surely its own; whatever must not happen twice follows at once and is itself such that it cannot
 * (a rename onto a free name, a request with the same id).
 *
 * <p>Needs hard links. The file stays after the release, to keep the count of owners.
 */
public final class Lease implements Closeable {
    private static final int LOOKS = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Path file;
    private final RandomAccessFile inode;
    private LeaseOwner owner;
    private boolean closed;
    private Optional<IOException> missed = Optional.empty();

    Lease(Path file, RandomAccessFile inode, LeaseOwner owner) {
        this.file = file;
        this.inode = inode;
        this.owner = owner;
        Thread heart = new Thread(this::beatUntilClosed, "lease heartbeat");
        heart.setDaemon(true);
        heart.start();
    }

    /**
     * Takes the lease {@code file}, whose folder is made if need be. Answers at once when it is free, or held by a live
     * run, or its owner has ended on this machine. Only when the owner has been silent for one to three times the
     * time to live, this watches the file for one more before it takes it over.
     *
     * @param ttl silence after which the new owner may be replaced; longer than any pause that the storage is good for
     * @throws LeaseHeldException if another run holds it; its message says who, where, since when and what to do
     */
    public static Lease take(Path file, Duration ttl)
            throws LeaseHeldException, StorageException, InterruptedException {
        try (LeaseClaim claim = LeaseClaim.on(file, ttl)) {
            return claim.take();
        }
    }

    /** Who holds the lease {@code file} now; empty if nobody does. For showing, not for deciding. */
    public static Optional<LeaseOwner> owner(Path file) throws StorageException {
        return LeaseFile.read(file).flatMap(LeaseFile::owner).filter(owner -> !owner.released());
    }

    public synchronized LeaseOwner owner() {
        return owner;
    }

    /** The number of this ownership. What a replaced run still writes under its own number disturbs nobody. */
    public long fence() {
        return owner().fence();
    }

    /** Whether this run still holds the lease, by the file itself. */
    public boolean stillMine() throws StorageException {
        return find().map(found -> found.isOf(owner())).orElse(false);
    }

    /**
     * Renews the lease and then makes sure that it still has its name. In this order: a taker renames first and then
     * looks whether it was renewed, so one of the two always sees the other.
     *
     * @throws LeaseLostException if another run has replaced this one
     */
    public void confirm() throws LeaseLostException, StorageException {
        try {
            beat();
        } catch (IOException e) {
            StorageException trouble = StorageException.of("renew the lease", file, e);
            if (trouble.trouble() != StorageException.Trouble.GONE) {
                throw trouble;
            }
        }
        if (!stillMine()) {
            throw lost(LeaseFile.read(file).flatMap(LeaseFile::owner));
        }
    }

    /** Gives the lease back, if it is still ours; another's is not touched. */
    @Override
    public synchronized void close() throws StorageException {
        if (closed) {
            return;
        }
        closed = true;
        notifyAll();
        try (inode) {
            LeaseFile.write(inode, owner.releasing(Instant.now()));
        } catch (IOException e) {
            throw StorageException.of("release the lease", file, e);
        }
    }

    private synchronized void beat() throws IOException {
        if (closed) {
            throw new IllegalStateException("the lease " + file + " was given back");
        }
        owner = owner.beating(Instant.now());
        LeaseFile.writeThrough(inode, owner);
    }

    /** A heartbeat that fails is missed by others, not by this run: it finds out at the next confirmation. */
    private synchronized void beatUntilClosed() {
        long period = Math.max(1, owner.ttl().toMillis() / 3);
        while (!closed) {
            try {
                wait(period);
                if (!closed) {
                    beat();
                }
            } catch (IOException e) {
                missed = Optional.of(e);
            } catch (InterruptedException e) {
                return; // nobody else has this thread: the process is ending
            }
        }
    }

    /** Looks again for a moment when the name is gone: a taker that was mistaken puts the file back. */
    private Optional<LeaseFile> find() throws StorageException {
        Optional<LeaseFile> found = LeaseFile.read(file);
        for (int look = 1; look < LOOKS && found.isEmpty(); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            found = LeaseFile.read(file);
        }
        return found;
    }

    private synchronized LeaseLostException lost(Optional<LeaseOwner> now) {
        LeaseLostException lost = new LeaseLostException("This run lost the shot: it was silent for longer than the "
                + owner.ttl().toSeconds() + " s of its lease " + file + ", and "
                + now.map(LeaseOwner::toString).orElse("another run")
                + " took it over. Nothing was published by this run; the same command can be run again.");
        missed.ifPresent(lost::addSuppressed);
        return lost;
    }
}
