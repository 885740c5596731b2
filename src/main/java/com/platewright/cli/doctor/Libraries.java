// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.doctor;

import com.platewright.media.colour.ColourConfig;
import com.platewright.media.exr.ExrReader;
import com.platewright.media.movie.FfmpegBuild;
import com.platewright.show.Deliverable;
import com.platewright.show.LoadedShow;
import com.platewright.show.ShowConfig;
import com.platewright.yaml.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The native libraries, and whether they can do what a show wants. */
public final class Libraries {
    private static final String REBUILD =
            "Run bin/prepare in a source checkout, or unpack the distribution for this system again";

    private Libraries() {}

    private interface Versions {
        Map<String, String> ask() throws IOException;
    }

    /** One line for each library, then one for the show's encoders and one for its colours. */
    public static List<Checkup> look(LoadedShow show) {
        List<Checkup> all = new ArrayList<>();
        boolean exr = versions("OpenEXR", ExrReader::libraries, all);
        boolean ocio = versions("OpenColorIO", () -> Map.of("OpenColorIO", ColourConfig.libraryVersion()), all);
        boolean ffmpeg = versions("FFmpeg", FfmpegBuild::libraries, all);
        if (exr && ocio) {
            all.add(colours(show));
        }
        if (ffmpeg) {
            all.add(encoders(show.config()));
        }
        return all;
    }

    private static boolean versions(String name, Versions versions, List<Checkup> all) {
        try {
            String found = new TreeMap<>(versions.ask())
                    .entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", "));
            all.add(Checkup.ok(name, found));
            return true;
        } catch (IOException | LinkageError e) {
            all.add(Checkup.fail(name, "cannot be loaded: " + e.getMessage(), REBUILD));
            return false;
        }
    }

    private static Checkup colours(LoadedShow show) {
        List<Problem> problems = ShowColours.problems(show);
        ShowConfig.Colour colour = show.config().colour();
        return problems.isEmpty()
                ? Checkup.ok(
                        "colour",
                        colour.config().getFileName() + " knows " + colour.plate() + ", " + colour.display() + ", "
                                + colour.view())
                : Checkup.fail(
                        "colour",
                        problems.stream().map(Problem::toString).collect(Collectors.joining("; ")),
                        "Correct the show");
    }

    private static Checkup encoders(ShowConfig show) {
        List<String> wanted = show.deliverables().values().stream()
                .filter(Deliverable.Movie.class::isInstance)
                .map(Deliverable.Movie.class::cast)
                .flatMap(m ->
                        Stream.concat(Stream.of(m.encoder()), m.sound().stream().map(Deliverable.MovieSound::codec)))
                .distinct()
                .toList();
        List<String> missing = FfmpegBuild.encoders(wanted).entrySet().stream()
                .filter(e -> !e.getValue())
                .map(Map.Entry::getKey)
                .toList();
        return missing.isEmpty()
                ? Checkup.ok("encoders", wanted.isEmpty() ? "none wanted" : String.join(", ", wanted))
                : Checkup.fail(
                        "encoders",
                        "this FFmpeg has no " + String.join(", ", missing),
                        "Install an FFmpeg with them, or change the show's deliverables");
    }
}
