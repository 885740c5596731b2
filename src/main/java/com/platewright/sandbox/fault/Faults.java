// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.fault;

import com.platewright.sandbox.fault.FaultScript.Rule;
import com.platewright.sandbox.fault.FaultScript.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The script in force, and how often each of its rules has taken effect. */
public final class Faults {
    /** Tells which place in the ledger a task has or would get, counted from 1. */
    public interface Places {
        int of(String taskUuid) throws IOException;
    }

    private final Places places;
    private FaultScript script;
    private int[] used;
    private int[] passed;

    public Faults(FaultScript script, Places places) {
        this.script = script;
        this.used = new int[script.rules().size()];
        this.passed = new int[script.rules().size()];
        this.places = places;
    }

    public synchronized FaultScript script() {
        return script;
    }

    /** Puts another script in force; its rules have not taken effect yet. */
    public synchronized void replace(FaultScript other) {
        script = other;
        used = new int[other.rules().size()];
        passed = new int[other.rules().size()];
    }

    /** What goes wrong now, for faults that {@code wanted} lets through; only these count as having taken effect. */
    public synchronized List<Fault> take(Stage stage, String taskUuid, Predicate<Fault> wanted) throws IOException {
        return take(stage, taskUuid, Optional.empty(), wanted);
    }

    /** The same for a file with this suffix. */
    public synchronized List<Fault> take(Stage stage, String taskUuid, Optional<String> file, Predicate<Fault> wanted)
            throws IOException {
        List<Fault> now = new ArrayList<>();
        Set<Object> kinds = new HashSet<>();
        for (int i = 0; i < used.length; i++) {
            Rule rule = script.rules().get(i);
            boolean left = rule.times().isEmpty() || used[i] < rule.times().getAsInt();
            boolean due = left && rule.stage() == stage && wanted.test(rule.fault()) && matches(rule, taskUuid, file);
            if (due && passed[i] < rule.after()) {
                passed[i]++;
            } else if (due && kinds.add(rule.fault().kind())) {
                used[i]++;
                now.add(rule.fault());
            }
        }
        return now;
    }

    private boolean matches(Rule rule, String taskUuid, Optional<String> file) throws IOException {
        if (rule.file().isPresent() && !rule.file().equals(file)) {
            return false;
        }
        if (rule.task().isEmpty()) {
            return true;
        }
        String wanted = rule.task().get();
        boolean place = wanted.chars().allMatch(Character::isDigit);
        return place ? Integer.parseInt(wanted) == places.of(taskUuid) : wanted.equalsIgnoreCase(taskUuid);
    }
}
