// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.element.Piece;
import com.platewright.pass.PassProfile;
import com.platewright.qc.Finding;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a run, or is known so far.
 *
 * @param version its label, once it has a number
 * @param folder where the pieces stand: the version's folder, or staging before it is published
 * @param seconds that each step took in this run
 * @param profile where the time of {@code deliver} went; none where it was not done in this run
 */
public record Outcome(
        Status status,
        Optional<String> version,
        Optional<Path> folder,
        List<Piece> pieces,
        Optional<Verdict> verdict,
        Optional<Purchased> task,
        Map<Step, Double> seconds,
        PassProfile profile) {
    /** Nothing yet. */
    public static final Outcome NONE = new Outcome(
            Status.PLANNED,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            PassProfile.NONE);

    /** The judgement and where its report stands. */
    public record Verdict(boolean passed, int errors, int warnings, Path json, Path html, List<Finding> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The task that the pictures were bought with.
     *
     * @param rendition of the take, counted from 1
     * @param reused whether it was bought before this run
     * @param charged empty where it is not known
     * @param notes what whoever asked should know of it
     */
    public record Purchased(
            String taskUuid,
            int take,
            int rendition,
            boolean reused,
            Optional<BigDecimal> charged,
            List<String> notes) {
        public Purchased {
            notes = List.copyOf(notes);
        }
    }

    public Outcome {
        pieces = List.copyOf(pieces);
        seconds = Collections.unmodifiableMap(seconds.isEmpty() ? new EnumMap<>(Step.class) : new EnumMap<>(seconds));
    }

    Outcome at(Status reached) {
        return new Outcome(reached, version, folder, pieces, verdict, task, seconds, profile);
    }

    Outcome with(String label) {
        return new Outcome(status, Optional.of(label), folder, pieces, verdict, task, seconds, profile);
    }

    Outcome with(Path where, List<Piece> what) {
        return new Outcome(status, version, Optional.of(where), what, verdict, task, seconds, profile);
    }

    Outcome with(Verdict judged) {
        return new Outcome(status, version, folder, pieces, Optional.of(judged), task, seconds, profile);
    }

    Outcome with(Purchased bought) {
        return new Outcome(status, version, folder, pieces, verdict, Optional.of(bought), seconds, profile);
    }

    /** Of a run that has not begun: what it would make, where, and of which task. */
    public static Outcome planned(String version, Path folder, List<Piece> pieces, Optional<Purchased> task) {
        Outcome planned = NONE.with(version).with(folder, pieces);
        return task.isPresent() ? planned.with(task.get()) : planned;
    }

    Outcome took(PassProfile where) {
        return new Outcome(status, version, folder, pieces, verdict, task, seconds, where);
    }

    Outcome took(Step step, double time) {
        Map<Step, Double> all = new EnumMap<>(Step.class);
        all.putAll(seconds);
        all.merge(step, time, Double::sum);
        return new Outcome(status, version, folder, pieces, verdict, task, all, profile);
    }
}
