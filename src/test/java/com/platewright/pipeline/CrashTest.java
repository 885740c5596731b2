// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.element.Manifest;
import com.platewright.element.SealedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program against a real server, killed at every kind of step. Whatever the point, the same command then ends
 * with the same deliverables, bit for bit, under the same version, and with one charge.
 */
class CrashTest {
    private static final int SIGKILL = 128 + 9;
    private static final int SIGTERM = 128 + 15;
    private static final int TRANSIENT = 75;
    private static final int ENOUGH = 20;

    @TempDir
    static Path folder;

    private static KeptClip clip;
    private static SortedMap<String, String> expected;
    private static final Map<KillPoint, Future<String>> KILLS = new LinkedHashMap<>();

    @BeforeAll
    static void undisturbed() throws Exception {
        clip = new KeptClip(Files.createDirectory(folder.resolve("shelf")));
        String task;
        try (Rehearsal rehearsal = Rehearsal.in(folder.resolve("undisturbed"), clip, "")) {
            Rehearsal.Child run = rehearsal.start(List.of());
            assertThat(run.exit()).as(run.errors() + run.output()).isZero();
            expected = deliverables(rehearsal);
            task = rehearsal.charges().get(0);
        }
        ExecutorService both = Executors.newFixedThreadPool(2);
        for (KillPoint point : KillPoint.all(task)) {
            KILLS.put(point, both.submit(() -> kill(point)));
        }
        both.shutdown();
    }

    @AfterAll
    static void count() {
        System.out.println(KILLS.size() + " kill points, " + expected.size() + " files in each version");
    }

    @TestFactory
    Stream<DynamicTest> killedAtAnyPointTheSameCommandEndsTheSame() {
        return KILLS.entrySet().stream()
                .map(kill -> DynamicTest.dynamicTest(kill.getKey().name(), () -> {
                    try {
                        System.out.println(
                                kill.getKey().name() + ": " + kill.getValue().get());
                    } catch (ExecutionException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void theKillPointsAreManyAndDifferent() throws Exception {
        Set<KillPoint.Where> hit = new HashSet<>();
        for (Map.Entry<KillPoint, Future<String>> kill : KILLS.entrySet()) {
            kill.getValue().get();
            hit.add(kill.getKey().where());
        }
        assertThat(hit).hasSameSizeAs(KILLS.keySet()).hasSizeGreaterThanOrEqualTo(ENOUGH);
    }

    @Test
    void ofTwoRunsAtOnceOnePublishesAndOneCharges() throws Exception {
        try (Rehearsal rehearsal = Rehearsal.in(folder.resolve("two"), clip, "")) {
            List<Rehearsal.Child> runs = List.of(rehearsal.start(List.of()), rehearsal.start(List.of()));
            List<Integer> exits = List.of(runs.get(0).exit(), runs.get(1).exit());
            assertThat(exits)
                    .as(runs.get(0).errors() + runs.get(1).errors())
                    .contains(0)
                    .isSubsetOf(0, TRANSIENT);
            requireTheSame(rehearsal);
            Rehearsal.Child later = rehearsal.start(List.of());
            assertThat(later.exit()).as(later.errors()).isZero();
            requireTheSame(rehearsal);
        }
    }

    @Test
    void terminatedInMidDeliveryItSaysSoAndTheSameCommandFinishes() throws Exception {
        try (Rehearsal rehearsal = Rehearsal.in(folder.resolve("term"), clip, "")) {
            KillPoint.OnCall third = new KillPoint.OnCall("openat", KillPoint.plate(1003), 1);
            Rehearsal.Child run =
                    rehearsal.start(third.prefix("SIGTERM", rehearsal.element(), folder.resolve("term.strace")));
            assertThat(run.exit()).as(run.errors()).isEqualTo(SIGTERM);
            assertThat(rehearsal.element().resolve("v001")).doesNotExist();
            finish(rehearsal);
            requireTheSame(rehearsal);
        }
    }

    /** Kills, runs again, compares; returns what there was in the moment of death. */
    private static String kill(KillPoint point) throws Exception {
        String name = point.name().replaceAll("[^a-z0-9]+", "-");
        try (Rehearsal rehearsal = Rehearsal.in(folder.resolve(name), clip, point.faults())) {
            if (point.where() instanceof KillPoint.OnCall call) {
                killed(rehearsal, call, folder.resolve(name + ".strace"));
            } else if (point.where() instanceof KillPoint.OnSight sight) {
                Rehearsal.Child run = rehearsal.start(List.of());
                run.await(sight.what(), () -> sight.seen().test(rehearsal, run));
                run.process().destroyForcibly();
                assertThat(run.exit()).isEqualTo(SIGKILL);
            }
            String found = rehearsal.charges().size() + " charges, "
                    + (Files.exists(rehearsal.element())
                            ? Rehearsal.names(rehearsal.element()).size()
                            : 0)
                    + " files";
            int runs = finish(rehearsal);
            requireTheSame(rehearsal);
            return found + "; ended by run " + runs + " more";
        }
    }

    private static void killed(Rehearsal rehearsal, KillPoint.OnCall call, Path log) throws Exception {
        Rehearsal.Child run = rehearsal.start(call.prefix("SIGKILL", rehearsal.element(), log));
        assertThat(run.exit()).as(run.errors() + run.output()).isEqualTo(SIGKILL);
        assertThat(Files.readString(log).lines())
                .as("a call that was not finished")
                .anyMatch(line -> line.matches(".*(= \\?|<unfinished \\.\\.\\.>)")
                        && line.contains(call.call() + "(")
                        && line.contains(call.about(rehearsal.element())));
    }

    /** The same command until it has ended well; returns how often it was run. */
    private static int finish(Rehearsal rehearsal) throws Exception {
        for (int runs = 1; ; runs++) {
            Rehearsal.Child again = rehearsal.start(List.of());
            int exit = again.exit();
            if (exit == 0) {
                assertThat(again.output()).contains("\"status\":\"published\"").contains("\"version\":\"v001\"");
                return runs;
            }
            assertThat(exit).as(again.errors() + again.output()).isEqualTo(TRANSIENT);
            assertThat(runs).as(again.errors() + again.output()).isLessThan(3);
        }
    }

    private static void requireTheSame(Rehearsal rehearsal) throws Exception {
        assertThat(rehearsal.charges()).hasSize(1);
        assertThat(deliverables(rehearsal)).isEqualTo(expected);
        assertThat(rehearsal.element()).isDirectoryNotContaining("regex:.*/v(?!001)[0-9]+");
        assertThat(rehearsal.element().resolve(".platewright/staging")).isEmptyDirectory();
        assertThat(Rehearsal.names(rehearsal.element())).noneMatch(name -> name.endsWith(".tmp"));
        for (String name : Rehearsal.names(rehearsal.element().resolve("v001"))) {
            Path file = rehearsal.element().resolve("v001").resolve(name);
            assertThat(Files.getPosixFilePermissions(file)).doesNotContain(PosixFilePermission.OWNER_WRITE);
        }
    }

    /** What the version holds but for its reports, after the manifest was found to say just that of every file. */
    private static SortedMap<String, String> deliverables(Rehearsal rehearsal) throws Exception {
        Path version = rehearsal.element().resolve("v001");
        SortedMap<String, String> contents = Rehearsal.contents(version);
        SortedMap<String, String> sealed = new TreeMap<>();
        for (SealedFile file : Manifest.read(version).orElseThrow().files()) {
            sealed.put(file.path(), file.xxh128());
        }
        contents.remove("manifest.json");
        assertThat(contents).isEqualTo(sealed);
        contents.keySet().removeAll(List.of("qc/qc.json", "qc/qc.html"));
        return contents;
    }
}
