// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Java, its memory, the cores, and where the native libraries are unpacked. */
public final class Machine {
    /** Heap that the pipeline is measured with; pixels stand outside of it. */
    private static final long USUAL_HEAP = 512_000_000L;

    private Machine() {}

    public static List<Checkup> look() {
        return List.of(java(), memory(), cache());
    }

    private static Checkup java() {
        return Checkup.ok(
                "Java",
                Runtime.version() + " of " + System.getProperty("java.vendor") + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch"));
    }

    private static Checkup memory() {
        long heap = Runtime.getRuntime().maxMemory();
        String found = String.format(
                Locale.ROOT,
                "%,.2f GB heap, %d cores",
                heap / 1e9,
                Runtime.getRuntime().availableProcessors());
        return heap < USUAL_HEAP
                ? Checkup.warn("memory", found, "Give it more with PLATEWRIGHT_JAVA_OPTIONS=-Xmx768m")
                : Checkup.ok("memory", found);
    }

    private static Checkup cache() {
        Path cache = Path.of(System.getProperty(
                "org.bytedeco.javacpp.cachedir", System.getProperty("user.home", ".") + "/.javacpp/cache"));
        return Files.isWritable(nearest(cache))
                ? Checkup.ok("cache", "natives are unpacked in " + cache)
                : Checkup.fail(
                        "cache",
                        cache + " is not writable, so natives cannot be unpacked",
                        "Name another folder with PLATEWRIGHT_CACHE");
    }

    /** The folder, or the one in which it will be made. */
    static Path nearest(Path folder) {
        Path standing = folder.toAbsolutePath();
        for (Path up = standing.getParent(); up != null && !Files.exists(standing); up = up.getParent()) {
            standing = up;
        }
        return standing;
    }
}
