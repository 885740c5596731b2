// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt at a lease. A complete file under a unique name is linked to the lease's name, which one of many can do. An
 * abandoned lease is first renamed to a unique name, which again one of many can do, and then looked at once more: if it
 * is not what was judged to be abandoned, it is linked back.
 */
final class LeaseClaim implements Closeable {
    private static final int ROUNDS = 50;
    private static final int POLLS = 20;
    /** Silence of this many times to live needs no further watching. */
    private static final int SURELY = 3;

    private final Path file;
    private final Duration ttl;
    private final Path unique;
    private final Path aside;
    private final RandomAccessFile inode;
    private LeaseOwner owner;
    private boolean handedOver;

    private LeaseClaim(Path file, Duration ttl) throws IOException, StorageException {
        String now = Instant.now().toString();
        String token = UUID.randomUUID().toString();
        this.file = file;
        this.ttl = ttl;
        this.owner = new LeaseOwner(token, ProcessIdentity.ofThis(), now, now, ttl.toMillis() / 1000.0, 0, false);
        this.unique = file.resolveSibling(file.getFileName() + "-" + token + ".claim");
        this.aside = file.resolveSibling(file.getFileName() + "-" + token + ".stale");
        this.inode = new RandomAccessFile(unique.toFile(), "rw");
    }

    static LeaseClaim on(Path file, Duration ttl) throws StorageException {
        if (ttl.toMillis() < 1) {
            throw new IllegalArgumentException("a lease of " + ttl + " is over before it begins");
        }
        try {
            Files.createDirectories(Durable.folder(file));
            return new LeaseClaim(file, ttl);
        } catch (IOException e) {
            throw StorageException.of("make a lease", file, e);
        }
    }

    Lease take() throws LeaseHeldException, StorageException, InterruptedException {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Optional<LeaseFile> found = LeaseFile.read(file);
                if (found.isPresent() && !isAbandoned(found.get())) {
                    break;
                }
                if ((found.isEmpty() || setAside(found.get())) && link()) {
                    tidy();
                    handedOver = true;
                    return new Lease(file, inode, owner);
                }
            }
        } catch (IOException e) {
            throw StorageException.of("take the lease", file, e);
        }
        throw new LeaseHeldException(held(LeaseFile.read(file).flatMap(LeaseFile::owner)));
    }

    private boolean isAbandoned(LeaseFile found) throws IOException, InterruptedException {
        if (found.owner().map(this::hasEnded).orElse(false)) {
            return true;
        }
        Duration patience = patience(found);
        Duration silent = Duration.between(found.modified(), storageTime());
        if (silent.compareTo(patience.multipliedBy(SURELY)) > 0) {
            return true;
        }
        boolean recent = !silent.isNegative() && silent.compareTo(patience) <= 0;
        return !recent && staysSilent(found, patience);
    }

    /** Now, by the clock that also stamps the lease: no two machines' clocks are compared. */
    private Instant storageTime() throws IOException {
        LeaseFile.write(inode, owner);
        return LeaseFile.modified(unique);
    }

    private boolean hasEnded(LeaseOwner other) {
        return other.released() || other.process().isGone(owner.process());
    }

    /** The time to live that the owner was promised, or ours if that is longer. */
    private Duration patience(LeaseFile found) {
        return found.owner()
                .map(LeaseOwner::ttl)
                .filter(theirs -> theirs.compareTo(ttl) > 0)
                .orElse(ttl);
    }

    /** Watches by this machine's monotonic clock, which no one sets. */
    private boolean staysSilent(LeaseFile found, Duration patience) throws StorageException, InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()) {
            Thread.sleep(Math.max(1, patience.toMillis() / POLLS));
            if (!isStillThere(found)) {
                return false;
            }
        }
        return true;
    }

    private boolean isStillThere(LeaseFile judged) throws StorageException {
        return LeaseFile.read(file).map(judged::sameAs).orElse(false);
    }

    private boolean setAside(LeaseFile judged) throws IOException {
        if (!isStillThere(judged)) {
            return false;
        }
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return false; // another taker was faster
        }
        if (LeaseFile.read(aside).map(judged::sameAs).orElse(false)) {
            return true;
        }
        Durable.link(file, aside);
        Files.delete(aside);
        return false;
    }

    private boolean link() throws IOException {
        owner = owner.fenced(lastFence() + 1).beating(Instant.now());
        LeaseFile.writeThrough(inode, owner);
        boolean ours = Durable.link(file, unique);
        if (ours) {
            Durable.sync(Durable.folder(file));
        }
        return ours;
    }

    /** Of what was set aside, by us or by a taker that did not live to take over. */
    private long lastFence() throws IOException {
        long last = 0;
        for (Path other : remains()) {
            Optional<LeaseOwner> owned = LeaseFile.read(other).flatMap(LeaseFile::owner);
            last = Math.max(last, owned.map(LeaseOwner::fence).orElse(0L));
        }
        return last;
    }

    /** Claims, and leases that were set aside, whoever made them. */
    private List<Path> remains() throws StorageException {
        return Listing.matching(Durable.folder(file), file.getFileName() + "-*.{claim,stale}");
    }

    /** Takes away what this claim and dead ones left. What is young may belong to a claim that is being made now. */
    private void tidy() throws IOException {
        Instant now = LeaseFile.modified(unique);
        Files.delete(unique);
        Files.deleteIfExists(aside);
        for (Path other : remains()) {
            removeIfOld(other, now);
        }
    }

    /** Withdraws a claim that did not become a lease, and puts back what it had set aside: it holds the fence. */
    @Override
    public void close() throws StorageException {
        if (handedOver) {
            return;
        }
        try (inode) {
            Files.deleteIfExists(unique);
            if (Files.exists(aside)) {
                Durable.link(file, aside);
                Files.delete(aside);
            }
        } catch (IOException e) {
            throw StorageException.of("withdraw from the lease", file, e);
        }
    }

    private void removeIfOld(Path other, Instant now) throws IOException {
        try {
            Instant changed = ((FileTime) Files.getAttribute(other, "unix:ctime")).toInstant();
            if (Duration.between(changed, now).compareTo(ttl.multipliedBy(10)) > 0) {
                Files.deleteIfExists(other);
            }
        } catch (NoSuchFileException e) {
            return; // its claim has tidied it
        }
    }

    private String held(Optional<LeaseOwner> now) {
        return "Another run holds this shot: "
                + now.map(LeaseOwner::toString).orElse("its lease cannot be read or is changing hands")
                + " (" + file + "). Wait for it to end, or stop that process; if its machine is gone, this command"
                + " takes the shot over " + ttl.toSeconds()
                + " s after the last heartbeat. Running it again later costs"
                + " nothing.";
    }
}
