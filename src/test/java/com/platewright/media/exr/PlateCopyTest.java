// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.media.Chromaticities;
import com.platewright.media.ExrCompression;
import com.platewright.media.Oracle;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Resolution;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plate may be another file's chunks under a header of its own: the pixels are then the very same, also of lossy codecs. */
class PlateCopyTest {
    private static final int WIDTH = 97;
    private static final int HEIGHT = 277;
    private static final PlateTags TAGS = new PlateTags(
            Optional.of(Chromaticities.AP0), FrameRate.FILM, Optional.empty(), Map.of("platewright.shot", "a/b/c"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(ExrCompression.class)
    void everyCompressionIsTakenOverAsItIs(ExrCompression compression) throws Exception {
        ByteBuffer source = write(compression, "--origin", "-3+1001");
        ByteBuffer plate = copy(source, spec(compression)).orElseThrow();
        Path file = folder.resolve("plate.exr");
        Files.write(file, Exr.bytes(plate));
        Oracle.assertSame(Exr.floats(plate, "plate.exr"), Exr.floats(source, "source.exr"));
        String said = Oracle.run("exrheader", file.toString());
        assertThat(said).contains("a/b/c", "framesPerSecond", "dataWindow (type box2i): (0 0) - (96 276)");
        Oracle.run("oiiotool", "--hash", file.toString());
    }

    @Test
    void theLevelThatADwaFileWasMadeWithIsKept() throws Exception {
        ByteBuffer source = write(ExrCompression.DWAB, "--compression", "dwab:200");
        ByteBuffer plate = copy(source, spec(ExrCompression.DWAB)).orElseThrow();
        Path file = folder.resolve("plate.exr");
        Files.write(file, Exr.bytes(plate));
        assertThat(Oracle.run("exrheader", file.toString())).contains("dwaCompressionLevel (type float): 200");
    }

    @Test
    void whatAPlateWouldNotBeIsNotTaken() throws Exception {
        ByteBuffer source = write(ExrCompression.DWAB);
        assertThat(copy(source, spec(ExrCompression.ZIP))).isEmpty();
        assertThat(copy(source, Exr.spec(WIDTH, HEIGHT, ExrCompression.DWAB, true)))
                .isEmpty();
        assertThat(copy(source, Exr.spec(WIDTH, HEIGHT - 1, ExrCompression.DWAB, false)))
                .isEmpty();
        assertThat(copy(write(ExrCompression.DWAB, "--tile", "32", "32"), spec(ExrCompression.DWAB)))
                .isEmpty();
        assertThat(copy(write(ExrCompression.DWAB, "-d", "float"), spec(ExrCompression.DWAB)))
                .isEmpty();
    }

    @Test
    void anEncoderThatHasCopiedStillEncodes() throws Exception {
        ByteBuffer source = write(ExrCompression.ZIP);
        PlateSpec spec = spec(ExrCompression.ZIP);
        try (ExrEncoder encoder = ExrEncoder.open(spec)) {
            encoder.copy(source, "source.exr", spec);
            encoder.reset(spec);
            ByteBuffer picture = Exr.photograph(WIDTH, HEIGHT, 1);
            encoder.lines(picture, HEIGHT);
            ByteBuffer file = Exr.direct(Exr.bytes(encoder.finish()));
            assertThat(Exr.decode(file, "plate.exr").size()).isEqualTo(new Resolution(WIDTH, HEIGHT));
        }
    }

    private static PlateSpec spec(ExrCompression compression) {
        return new PlateSpec(new Resolution(WIDTH, HEIGHT), compression, PlateSpec.DEFAULT_DWA_LEVEL, false, TAGS);
    }

    private static Optional<ByteBuffer> copy(ByteBuffer source, PlateSpec spec) throws Exception {
        try (ExrEncoder encoder = ExrEncoder.open(spec)) {
            Optional<ByteBuffer> plate = encoder.copy(source, "source.exr", spec);
            return plate.map(bytes -> Exr.direct(Exr.bytes(bytes)));
        }
    }

    private ByteBuffer write(ExrCompression compression, String... more) throws Exception {
        Path exr = folder.resolve("source.exr");
        List<String> line = new ArrayList<>(List.of(
                "oiiotool",
                "--pattern",
                "noise:type=gaussian:mean=1:stddev=3:seed=7",
                WIDTH + "x" + HEIGHT,
                "3",
                "-d",
                "half",
                "--compression",
                compression.name().toLowerCase(Locale.ROOT)));
        line.addAll(List.of(more));
        line.addAll(List.of("-o", exr.toString()));
        Oracle.run(line);
        return Exr.load(exr);
    }
}
