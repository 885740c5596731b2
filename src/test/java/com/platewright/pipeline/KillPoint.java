// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A moment in which the program is killed.
 *
 * @param faults of the server that make the moment last; empty for none
 */
record KillPoint(String name, String faults, Where where) {
    private static final String STAGED = ".platewright/staging/v001-1/";
    private static final String NOTES = ".platewright/versions/v001/";

    /** How the moment is found. */
    sealed interface Where permits OnCall, OnSight {}

    /**
     * On entering a call of the system about a path; a call that kills is not made. {@code strace} counts each thread's
     * calls, and of a rename looks at the old name only: renames are counted whatever they are about.
     *
     * @param path below the element's folder
     */
    record OnCall(String call, String path, int time) implements Where {
        /** What the command is started under. */
        List<String> prefix(String signal, Path element, Path log) {
            List<String> prefix = new ArrayList<>(List.of("strace", "-f", "-y", "-qq", "-o", log.toString()));
            if (!call.equals("rename")) {
                prefix.addAll(List.of("-P", about(element)));
            }
            String when = call + ":signal=" + signal + ":when=" + time;
            prefix.addAll(List.of("-e", "trace=" + call, "-e", "inject=" + when));
            return prefix;
        }

        /** The path, as it stands in the log. */
        String about(Path element) {
            return element.resolve(path).normalize().toString();
        }
    }

    /** When something can be seen from outside. */
    record OnSight(String what, Sight seen) implements Where {}

    /** What is looked for. */
    interface Sight {
        boolean test(Rehearsal rehearsal, Rehearsal.Child run);
    }

    static String plate(int frame) {
        return STAGED + "exr/sh0010_genplate_v001." + frame + ".exr";
    }

    /** In the order of a run. */
    static List<KillPoint> all(String task) {
        List<KillPoint> all = new ArrayList<>();
        all.addAll(buying(".platewright/takes/" + task + "/"));
        all.addAll(fetching(".platewright/takes/" + task + "/"));
        all.addAll(delivering());
        all.addAll(verifying());
        all.addAll(publishing());
        return all;
    }

    private static List<KillPoint> buying(String take) {
        return List.of(
                at("before anything is there", "mkdir", ".platewright", 1),
                at("before the lease has its name", "link", ".platewright/lease.json", 1),
                at("before the take has a folder", "mkdir", take.substring(0, take.length() - 1), 1),
                at("before the journal has its name", "link", take + "journal.jsonl", 1),
                at("before the task is safely in the journal", "fsync", take + "journal.jsonl", 1),
                at("after the task is in the journal and before it is sent", "openat", ".platewright/lease.json", 2),
                seen(
                        "when it is charged and not yet answered",
                        "- {on: submit, times: 1, do: hang_after}\n",
                        (rehearsal, run) -> !rehearsal.charges().isEmpty()),
                seen("while it waits for the task", "", (rehearsal, run) -> run.errors()
                        .contains("processing")),
                at("before the service's answer is saved", "rename", take + "reply.json", 1),
                at("before the purchase is safely in the journal", "fsync", take + "journal.jsonl", 2));
    }

    private static List<KillPoint> fetching(String take) {
        String zip = take + "download/r1-frames-1.zip";
        return List.of(
                at("before the downloads have a folder", "mkdir", take + "download", 1),
                at("before the movie has its name", "rename", take + "download/r1-movie.mp4", 3),
                at("before the download says what it is part of", "rename", zip + ".part.json", 4),
                seen(
                        "in the middle of a download",
                        "- {on: download, file: zip, times: 1, do: {stall: 0.5}}\n",
                        (rehearsal, run) -> Files.exists(rehearsal.element().resolve(zip + ".part.json"))),
                seen(
                        "while plates are made of what has come so far",
                        "- {on: download, file: zip, times: 1, do: {stall: 0.9}}\n",
                        (rehearsal, run) -> Files.exists(rehearsal.element().resolve(plate(1002)))),
                at("before the archive has its name", "rename", zip, 5),
                at("after the archive has its name", "unlink", zip + ".part.json", 1),
                at("before the fetching is safely in the journal", "fsync", take + "journal.jsonl", 3));
    }

    private static List<KillPoint> delivering() {
        return List.of(
                at("before the version has a folder for its notes", "mkdir", ".platewright/versions/v001", 1),
                at("before the version's number is promised", "link", NOTES + "job.json", 1),
                at("before staging", "mkdir", STAGED.substring(0, STAGED.length() - 1), 1),
                at("before the first plate", "openat", plate(1001), 1),
                at("before the last plate", "openat", plate(1006), 1),
                at("before the contact sheet", "mkdir", STAGED + "thumbs", 1),
                at("before the sound", "openat", STAGED + "audio/sh0010_genplate_v001.wav", 1),
                at("before a plate is safely on the disk", "fsync", plate(1004), 1),
                at("before the delivery is noted", "rename", NOTES + "delivered.json", 6));
    }

    private static List<KillPoint> verifying() {
        return List.of(
                at("while it verifies the master", "read", STAGED + "mov/sh0010_genplate_v001_prores4444.mov", 1),
                at("while it verifies the sound", "openat", STAGED + "audio/sh0010_genplate_v001.wav", 2),
                at("before the report for machines has its name", "rename", STAGED + "qc/qc.json", 7),
                at("before the report for people has its name", "rename", STAGED + "qc/qc.html", 8),
                at("before the verdict is noted", "rename", NOTES + "verified.json", 9));
    }

    private static List<KillPoint> publishing() {
        return List.of(
                at("before the manifest has its name", "rename", STAGED + "manifest.json", 10),
                at("after the manifest has its name", "fsync", STAGED + "manifest.json", 1),
                at("before the version has its name", "rename", "v001", 11),
                at("after the version has its name", "fsync", ".", 1),
                at("while the version is protected", "chmod", "v001/manifest.json", 1));
    }

    private static KillPoint at(String name, String call, String path, int time) {
        return new KillPoint(name, "", new OnCall(call, path, time));
    }

    private static KillPoint seen(String name, String faults, Sight seen) {
        return new KillPoint(name, faults, new OnSight(name, seen));
    }
}
