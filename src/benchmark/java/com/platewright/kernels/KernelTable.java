// SPDX-License-Identifier: Apache-2.0
package com.platewright.kernels;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints, in Markdown, what each kernel costs a frame, their sum for a set of deliverables, and how
 * the whole job compares. JMH's own words go to stderr.
 *
 * <p>Arguments: the set ("exr prores h264"), the job's frames, and the processor seconds that it took.
 */
public final class KernelTable {
    private final String set;
    private final int frames;
    private final Map<String, Double> milliseconds = new TreeMap<>();
    private final Map<String, Double> wall = new TreeMap<>();

    /** A kernel, and how often a frame needs it. */
    private record Row(String words, String benchmark, double times) {}

    private KernelTable(String set, int frames) {
        this.set = set;
        this.frames = frames;
    }

    public static void main(String[] arguments) throws RunnerException {
        if (arguments.length != 3) {
            System.err.println("usage: KernelTable \"exr prores h264\" FRAMES CPU_SECONDS");
            System.exit(2);
        }
        PrintStream results = System.out;
        System.setOut(System.err);
        KernelTable table = new KernelTable(arguments[0], Integer.parseInt(arguments[1]));
        table.take(new Runner(options()).run());
        table.print(results, Double.parseDouble(arguments[2]));
    }

    private static Options options() {
        return new OptionsBuilder()
                .include(KernelTable.class.getPackageName() + "\\.")
                .addProfiler(CpuTime.class)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build();
    }

    private void take(Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            String coding = result.getParams().getParam("coding");
            String key = coding == null ? name : name + " " + coding;
            wall.put(key, result.getPrimaryResult().getScore());
            milliseconds.put(key, median(result));
        }
    }

    private static double median(RunResult result) {
        Result<?> cpu = result.getSecondaryResults().get(CpuTime.LABEL);
        if (cpu == null) {
            throw new IllegalStateException("the profiler said nothing of " + result.getPrimaryResult());
        }
        return cpu.getStatistics().getPercentile(50);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(
                new Row("unzip, CRC-32", "unzip", 1),
                new Row("decode (DWAB)", "decode", 1),
                new Row("measure", "measure", 1)));
        if (makes("exr")) {
            rows.add(new Row("half to float, ACEScg", "plateColour", 1));
            rows.add(new Row("float to half", "floatToHalf", 1));
            rows.add(new Row("plate, ZIP, and digest of its samples", "encode", 1));
            rows.add(new Row("plate to its file, and digest", "write", 1));
            rows.add(new Row("plate read back: decode, measure, digest", "readBack", 1));
        }
        if (makes("prores") || makes("h264")) {
            rows.add(new Row("half to float, view", "viewColour", 1));
        }
        for (Coding coding : Coding.values()) {
            String name = coding.name().toLowerCase(Locale.ROOT);
            if (makes(name)) {
                rows.add(new Row("paint " + name, "paint " + coding, 1));
                rows.add(new Row("encode " + name, "encode " + coding, 1));
                rows.add(new Row("read back " + name, "readBack " + coding, 1));
            }
        }
        if (makes("h264")) {
            rows.add(new Row("tile, for 9 frames", "tile", Math.min(1, 9.0 / frames)));
        }
        return rows;
    }

    private boolean makes(String name) {
        return List.of(set.split(" ")).contains(name);
    }

    private void print(PrintStream out, double seconds) {
        out.println("| kernel (" + set + ") | wall, ms a frame | CPU, ms a frame |");
        out.println("|---|---|---|");
        double sum = 0;
        for (Row row : rows()) {
            double each = value(milliseconds, row);
            sum += each;
            out.println(line(row.words(), value(wall, row), each));
        }
        double job = 1000 * seconds / frames;
        out.printf(Locale.ROOT, "| sum | | %.1f |%n", sum);
        out.printf(Locale.ROOT, "| the whole job | | %.1f |%n", job);
        out.printf(Locale.ROOT, "| job to sum | | %.2f |%n", job / sum);
    }

    private static double value(Map<String, Double> values, Row row) {
        Double found = values.get(row.benchmark());
        if (found == null) {
            throw new IllegalStateException("no benchmark is called " + row.benchmark() + " among " + values.keySet());
        }
        return found * row.times();
    }

    private static String line(String words, double wall, double cpu) {
        return String.format(Locale.ROOT, "| %s | %.2f | %.2f |", words, wall, cpu);
    }
}
