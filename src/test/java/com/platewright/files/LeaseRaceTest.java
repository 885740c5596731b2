// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseRaceTest {
    private static final Duration TTL = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void ofManyProcessesThatReplaceADeadOwnerExactlyOneWins() throws Exception {
        Path file = folder.resolve("lease.json");
        try (LeaseChild dead = LeaseChild.start(file, TTL)) {
            assertThat(dead.ask("start")).isEqualTo("taken 1");
        }
        List<LeaseChild> takers = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                takers.add(LeaseChild.start(file, TTL));
            }
            ExecutorService starter = Executors.newFixedThreadPool(takers.size());
            List<Future<String>> answers = starter.invokeAll(takers.stream()
                    .map(taker -> (Callable<String>) () -> taker.ask("start"))
                    .toList());
            starter.shutdown();
            List<String> said = new ArrayList<>();
            for (Future<String> answer : answers) {
                said.add(answer.get());
            }
            assertThat(said).filteredOn(answer -> answer.startsWith("taken ")).hasSize(1);
            assertThat(said).filteredOn(answer -> answer.startsWith("held: ")).hasSize(4);
            for (int i = 0; i < said.size(); i++) {
                if (said.get(i).startsWith("taken ")) {
                    assertThat(takers.get(i).ask("confirm")).isEqualTo("done");
                }
            }
        } finally {
            takers.forEach(LeaseChild::close);
        }
    }

    /** Threads are quicker to collide than processes, and the files do not know the difference. */
    @Test
    void noTwoConfirmedOwnersAtATimeOverManyRounds() throws Exception {
        Path file = folder.resolve("lease.json");
        int takers = 6;
        int rounds = 40;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(takers);
        ExecutorService threads = Executors.newFixedThreadPool(takers);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < takers; i++) {
                running.add(threads.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        start.await();
                        try (Lease lease = Lease.take(file, TTL)) {
                            taken.incrementAndGet();
                            lease.confirm();
                            assertThat(inside.incrementAndGet()).isOne();
                            Thread.sleep(1);
                            inside.decrementAndGet();
                        } catch (LeaseHeldException held) {
                            assertThat(held).hasMessageContaining("Another run holds this shot");
                        }
                    }
                    return null;
                }));
            }
            for (Future<Void> run : running) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(taken.get()).isBetween(rounds, takers * rounds);
        try (Lease last = Lease.take(file, TTL)) {
            assertThat(last.fence()).as("every ownership was counted").isGreaterThan(taken.get());
        }
    }
}
