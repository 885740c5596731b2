// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code generate}, killed without warning at any moment around submit and poll, again and again, with answers that are lost
 * on the way: never a second charge. A few kills with every build; {@code -Dplatewright.kills=200} for a night.
 */
class KillCyclesTest {
    private static final int KILLS = Integer.getInteger("platewright.kills", 6);
    private static final long SEED = Long.getLong("platewright.kills.seed", 1);

    /** Kills of one shot before its command may end. */
    private static final int KILLS_OF_A_SHOT = 6;

    /** From the start of a process to when it would have bought, generously, in milliseconds. */
    private static final int WINDOW = 3_500;

    /** What the service does around submit and poll, in turn. */
    private static final List<String> WEATHER = List.of(
            "",
            "- {on: submit, times: 1, do: cut_after}\n",
            "- {on: submit, times: 1, do: {answer: {status: 500, done: true}}}\n",
            "- {on: submit, times: 1, do: {answer: {status: 503}}}\n- {on: poll, times: 2, do: {answer: {status: 502}}}\n");

    private static final String SLOW = "- {on: poll, times: 40, do: {status: processing}}\n";

    @TempDir
    static Path folder;

    @Test
    void howeverOftenItIsKilledItChargesOnce() throws Exception {
        KeptClip clip = new KeptClip(Files.createDirectory(folder.resolve("shelf")));
        int shots = (KILLS + KILLS_OF_A_SHOT - 1) / KILLS_OF_A_SHOT;
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int shot = 0; shot < shots; shot++) {
                int number = shot;
                all.add(() -> kills(number, clip));
            }
            int alive = 0;
            for (Future<Integer> kills : two.invokeAll(all)) {
                alive += kills.get();
            }
            System.out.println(shots + " shots, " + shots * KILLS_OF_A_SHOT + " kills, " + alive
                    + " of them before the end, 0 second charges (seed " + SEED + ")");
            assertThat(alive).isGreaterThan(shots);
        } finally {
            two.shutdownNow();
        }
    }

    /** Kills one shot's command several times, lets it end, and tells how many kills found it alive. */
    private static int kills(int shot, KeptClip clip) throws Exception {
        Random moments = new Random(SEED * 1_000 + shot);
        String weather = WEATHER.get(shot % WEATHER.size()) + SLOW;
        int alive = 0;
        try (Rehearsal rehearsal = Rehearsal.in(folder.resolve("shot" + shot), clip, weather)) {
            for (int i = 0; i < KILLS_OF_A_SHOT; i++) {
                Rehearsal.Child run = rehearsal.start(List.of(), "generate");
                boolean ended = run.process().waitFor(300 + moments.nextInt(WINDOW), TimeUnit.MILLISECONDS);
                alive += ended ? 0 : 1;
                run.process().destroyForcibly();
                run.exit();
                assertThat(rehearsal.charges()).hasSizeLessThanOrEqualTo(1);
            }
            Rehearsal.Child last = rehearsal.start(List.of(), "generate");
            assertThat(last.exit()).as(last.errors() + last.output()).isZero();
            assertThat(last.output()).contains("\"code\":\"generate\"");
            assertThat(rehearsal.charges()).hasSize(1);
        }
        return alive;
    }
}
