// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(900);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("shot/.platewright/lease.json");
    }

    @Test
    void eachOwnerHasALargerFenceThanTheOneBefore() throws Exception {
        for (int fence = 1; fence <= 3; fence++) {
            try (Lease lease = Lease.take(file, LONG)) {
                assertThat(lease.fence()).isEqualTo(fence);
                assertThat(lease.stillMine()).isTrue();
                assertThat(Lease.owner(file).orElseThrow().token())
                        .isEqualTo(lease.owner().token());
            }
            assertThat(Lease.owner(file)).isEmpty();
        }
        assertThat(names()).containsExactly("lease.json");
    }

    @Test
    void liveOwnerIsNamedWithWhatToDo() throws Exception {
        try (LeaseChild other = LeaseChild.start(file, LONG)) {
            assertThat(other.ask("start")).isEqualTo("taken 1");
            assertThatThrownBy(() -> Lease.take(file, LONG))
                    .isInstanceOf(LeaseHeldException.class)
                    .hasMessageContaining("process " + other.pid() + " on "
                            + ProcessIdentity.ofThis().host())
                    .hasMessageContaining("last heartbeat 20")
                    .hasMessageContaining("Wait for it to end, or stop that process");
            assertThat(other.ask("confirm")).isEqualTo("done");
            assertThat(names()).containsExactly("lease.json");
        }
    }

    @Test
    void killedOwnerOnThisMachineIsReplacedAtOnce() throws Exception {
        try (LeaseChild other = LeaseChild.start(file, LONG)) {
            assertThat(other.ask("start")).isEqualTo("taken 1");
            other.signal("KILL");
            assertThat(other.answer()).isEqualTo("ended with 137");
        }
        try (Lease lease = Lease.take(file, LONG)) {
            assertThat(lease.fence()).isEqualTo(2);
        }
    }

    @Test
    void ownerThatSleptPastItsLeaseFindsOutBeforePublishing() throws Exception {
        Path staged = Files.createDirectory(folder.resolve("staged"));
        Files.writeString(staged.resolve("frame"), "pixels");
        Path version = folder.resolve("v001");
        try (LeaseChild sleeper = LeaseChild.start(file, SHORT)) {
            assertThat(sleeper.ask("start")).isEqualTo("taken 1");
            sleeper.signal("STOP");
            try (Lease lease = takeWithPatience()) {
                assertThat(lease.fence()).isEqualTo(2);
                sleeper.signal("CONT");
                assertThat(sleeper.ask("publish " + staged + " " + version))
                        .startsWith("lost: This run lost the shot")
                        .contains("process " + ProcessHandle.current().pid());
                assertThat(version).doesNotExist();
                assertThat(sleeper.ask("release")).isEqualTo("released");
                lease.confirm();
            }
        }
    }

    @Test
    void ownerThatOnlyNappedKeepsItsLease() throws Exception {
        try (LeaseChild napper = LeaseChild.start(file, LONG)) {
            assertThat(napper.ask("start")).isEqualTo("taken 1");
            napper.signal("STOP");
            assertThatThrownBy(() -> Lease.take(file, LONG)).isInstanceOf(LeaseHeldException.class);
            napper.signal("CONT");
            assertThat(napper.ask("confirm")).isEqualTo("done");
        }
    }

    @Test
    void heartbeatKeepsAShortLeaseForLongerThanItsLife() throws Exception {
        try (Lease lease = Lease.take(file, SHORT)) {
            Thread.sleep(2 * SHORT.toMillis());
            assertThatThrownBy(() -> Lease.take(file, SHORT)).isInstanceOf(LeaseHeldException.class);
            lease.confirm();
        }
    }

    @Test
    void ownerOnAnotherMachineIsBelievedUntilItsHeartbeatIsLongPast() throws Exception {
        leaveLease(elsewhere(), false);
        assertThatThrownBy(() -> Lease.take(file, LONG))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("process 7 on node12");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(LONG.multipliedBy(4))));
        try (Lease lease = Lease.take(file, LONG)) {
            assertThat(lease.fence()).isEqualTo(42);
        }
    }

    @Test
    void doubtfulSilenceIsWatchedForOneMoreTimeToLive() throws Exception {
        leaveLease(elsewhere(), false);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(SHORT.multipliedBy(2))));
        long start = System.nanoTime();
        try (Lease lease = Lease.take(file, SHORT)) {
            assertThat(lease.fence()).isEqualTo(42);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
    }

    @Test
    void ownerThatMovesWhileWatchedIsAlive() throws Exception {
        LeaseOwner owner = elsewhere();
        leaveLease(owner, false);
        Duration ttl = Duration.ofSeconds(3);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ttl.multipliedBy(2))));
        Thread beat = new Thread(() -> {
            try {
                Thread.sleep(300);
                leaveLease(owner.beating(Instant.now()), false);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        beat.start();
        assertThatThrownBy(() -> Lease.take(file, ttl)).isInstanceOf(LeaseHeldException.class);
        beat.join();
    }

    @Test
    void pidThatWasUsedAgainIsNotTheOwner() throws Exception {
        ProcessIdentity self = ProcessIdentity.ofThis();
        assertThat(self.isGone(self)).isFalse();
        ProcessIdentity before =
                new ProcessIdentity(self.host(), self.bootId(), self.pidNamespace(), self.pid(), self.startTicks() - 1);
        leaveLease(owner(before), false);
        try (Lease lease = Lease.take(file, LONG)) {
            assertThat(lease.fence()).isEqualTo(42);
        }
    }

    @Test
    void unreadableLeaseIsRespectedWhileItIsFresh() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"token\": \"half writ");
        assertThatThrownBy(() -> Lease.take(file, LONG))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("its lease cannot be read");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(LONG.multipliedBy(4))));
        Lease.take(file, LONG).close();
    }

    @Test
    void takerThatDiedHalfWayDoesNotResetTheFence() throws Exception {
        leaveLease(elsewhere(), true);
        Files.move(file, file.resolveSibling("lease.json-0000.stale"));
        try (Lease lease = Lease.take(file, LONG)) {
            assertThat(lease.fence()).isEqualTo(42);
        }
    }

    private Lease takeWithPatience() throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            try {
                return Lease.take(file, SHORT);
            } catch (LeaseHeldException e) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the stopped owner was never replaced");
    }

    private static LeaseOwner elsewhere() {
        return owner(new ProcessIdentity("node12", "another-boot", "pid:[1]", 7, 7));
    }

    private static LeaseOwner owner(ProcessIdentity process) {
        return new LeaseOwner("their-token", process, "2026-11-22T10:00:00Z", "2026-11-22T10:01:00Z", 0.1, 41, false);
    }

    private void leaveLease(LeaseOwner owner, boolean released) throws Exception {
        Files.createDirectories(file.getParent());
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            LeaseFile.write(raw, released ? owner.releasing(Instant.now()) : owner);
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> content = Files.list(file.getParent())) {
            return content.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
