// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.DebianTool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Movies that other programs made, imported without frames. The colours are worked out here from their standards. */
class MovieImportTest extends HouseTest {
    private static final String TAGS = "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range ";
    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;

    /** Linear Rec. 709 to ACEScg, D65 to the ACES white by Bradford (as in the ACES configs). */
    private static final double[][] TO_ACESCG = {
        {0.613097402, 0.339523146, 0.047379451},
        {0.070193721, 0.916353879, 0.013452398},
        {0.020615593, 0.109569773, 0.869814635}
    };

    @Test
    void tenBitsIn444GiveThePlatesThatTheStandardsSay() throws Exception {
        movie("clip.mkv", "-c:v ffv1 -pix_fmt yuv444p10le " + TAGS + "tv");
        imports("clip.mkv", 0, "plate");
        byte[] raw = raw("clip.mkv", "yuv444p10le");
        var codes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] expected = new float[WIDTH * HEIGHT * 3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double y = (codes.get(i) - 64) / 876.0;
            double cb = (codes.get(WIDTH * HEIGHT + i) - 512) / 896.0;
            double cr = (codes.get(2 * WIDTH * HEIGHT + i) - 512) / 896.0;
            plate(y + 1.5748 * cr, y - 0.187324 * cb - 0.468124 * cr, y + 1.8556 * cb, expected, 3 * i);
        }
        assertNear(Samples.of(List.of(plate(1001))).get(0), expected);
    }

    @Test
    void narrowAndFullRangeAreBothReadByTheirTags() throws Exception {
        movie("narrow.mp4", "-vf geq=lum=126:cb=128:cr=128 -c:v libx264 -qp 0 -pix_fmt yuv420p " + TAGS + "tv");
        imports("narrow.mp4", 0, "plate");
        assertThat(peak("v001")).isCloseTo((float) Math.pow(110 / 219.0, 2.4), within());
        movie("full.mp4", "-vf geq=lum=126:cb=128:cr=128 -c:v libx264 -qp 0 -pix_fmt yuvj420p " + TAGS + "pc");
        imports("full.mp4", 0, "plate");
        assertThat(peak("v002")).isCloseTo((float) Math.pow(128 / 255.0, 2.4), within());
    }

    @Test
    void aProResMovieInTenBitsAndAnRgbMovieAreTaken() throws Exception {
        movie("clip.mov", "-c:v prores_ks -profile:v 4444 -pix_fmt yuv444p10le " + TAGS + "tv");
        imports("clip.mov", 0, "plate,master,review,contact");
        movie("rgb.mkv", "-c:v libx264rgb -qp 0 -pix_fmt rgb24 -color_primaries bt709 -color_trc iec61966-2-1");
        imports("rgb.mkv", 0, "plate");
        byte[] raw = raw("rgb.mkv", "gbrp");
        float[] expected = new float[WIDTH * HEIGHT * 3];
        int plane = WIDTH * HEIGHT;
        for (int i = 0; i < plane; i++) {
            srgb(raw[2 * plane + i] & 255, raw[i] & 255, raw[plane + i] & 255, expected, 3 * i);
        }
        Path plate = house.version("v002").resolve("exr/sh0010_genplate_v002.1001.exr");
        assertNear(Samples.of(List.of(plate)).get(0), expected);
    }

    @Test
    void aMovieThatSaysNothingIsTakenForWhatTheShowSaysAndThatIsSaid() throws Exception {
        movie("silent.mkv", "-c:v ffv1 -pix_fmt yuv420p -color_range tv");
        imports("silent.mkv", 0, "plate");
        assertThat(Files.readString(house.version("v001").resolve("manifest.json")))
                .contains("colour.movie.untagged", "primaries bt709, transfer bt709, matrix bt709");
    }

    @Test
    void moviesOfWhichNoFramesCanBeMadeAreRefusedWithASentence() throws Exception {
        movie("vfr.mkv", "-vf setpts='(N*N)/24/TB' -fps_mode vfr -c:v ffv1 -pix_fmt yuv420p");
        assertThat(imports("vfr.mkv", 30, "plate")).contains("variable frame rate");
        movie("odd.mkv", "-vf scale=63:35 -c:v ffv1 -pix_fmt yuv444p");
        assertThat(imports("odd.mkv", 30, "plate")).contains("63x35", "odd");
        movie(
                "hlg.mkv",
                "-c:v ffv1 -pix_fmt yuv420p10le -color_primaries bt2020 -color_trc arib-std-b67"
                        + " -colorspace bt2020nc -color_range tv");
        assertThat(imports("hlg.mkv", 30, "plate")).contains("Rec.2100-HLG - Display", "colour.movie.space");
        assertThat(house.versions()).isEmpty();
    }

    @Test
    void highlightsOfAPqMovieReachThePlates() throws Exception {
        movie(
                "pq.mkv",
                "-c:v ffv1 -pix_fmt yuv420p10le -color_primaries bt2020 -color_trc smpte2084"
                        + " -colorspace bt2020nc -color_range tv");
        imports("pq.mkv", 0, "plate,review");
        assertThat(peak("v001")).isGreaterThan(20);
        assertThat(Files.readString(house.version("v001").resolve("manifest.json")))
                .contains("Rec.2100-PQ - Display", "\"view\" : \"ACES 1.0 - SDR Video\"");
    }

    @Test
    void anImportOfNothingIsAWrongRequest() throws Exception {
        house.request("show: demo\nsequence: sq010\nshot: sh0010\nimport: {}\n");
        assertThat(house.run("run").exits(11).problems()).contains("name frames (exr), a movie, or both");
    }

    @Test
    void thePlanOfAMovieLeavesItsLengthOpen() throws Exception {
        movie("clip.mkv", "-c:v ffv1 -pix_fmt yuv420p " + TAGS + "tv");
        house.request(PostHouse.imports("movie: clip.mkv", ""));
        List<String> line = List.of(
                "plan",
                house.request().toString(),
                "--json",
                "--root",
                house.root().toString());
        JsonNode json = PostHouse.run(line).exits(0).json();
        assertThat(json.at("/plan/frames/counts")).isEmpty();
        assertThat(json.at("/plan/colour/display_referred").asBoolean()).isTrue();
    }

    /** The planes of the first frame, by another decoder. */
    private byte[] raw(String movie, String format) throws Exception {
        String options = " -frames:v 1 -f rawvideo -pix_fmt " + format + " frame.raw";
        DebianTool.run(folder, "sh", "-c", "ffmpeg -y -v error -i " + movie + options);
        return Files.readAllBytes(folder.resolve("frame.raw"));
    }

    private static Offset<Float> within() {
        return Offset.offset(0.0003f);
    }

    private static void srgb(int red, int green, int blue, float[] into, int at) {
        linear(decode(red), decode(green), decode(blue), into, at);
    }

    private static double decode(int code) {
        double v = code / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /** By ITU-R BT.1886 of a display whose black is 0. */
    private static void plate(double red, double green, double blue, float[] into, int at) {
        linear(
                Math.pow(Math.max(0, red), 2.4),
                Math.pow(Math.max(0, green), 2.4),
                Math.pow(Math.max(0, blue), 2.4),
                into,
                at);
    }

    private static void linear(double red, double green, double blue, float[] into, int at) {
        for (int c = 0; c < 3; c++) {
            into[at + c] = (float) (TO_ACESCG[c][0] * red + TO_ACESCG[c][1] * green + TO_ACESCG[c][2] * blue);
        }
    }

    /** Within one step of half, and what OpenColorIO's own arithmetic in float leaves near black. */
    private static void assertNear(float[] found, float[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double worst = 0;
        for (int i = 0; i < found.length; i++) {
            double allowed = Math.max(2e-5, Math.abs(expected[i]) / 1024);
            worst = Math.max(worst, Math.abs(found[i] - expected[i]) / allowed);
        }
        assertThat(worst).as("the largest difference, in steps of half").isLessThan(1);
    }

    private float peak(String version) throws Exception {
        Path plate = house.version(version).resolve("exr/sh0010_genplate_" + version + ".1001.exr");
        return Samples.highest(Samples.of(List.of(plate)).get(0));
    }

    private Path plate(int number) {
        return house.version("v001").resolve("exr/sh0010_genplate_v001." + number + ".exr");
    }

    private String imports(String movie, int exit, String only) throws Exception {
        house.request(PostHouse.imports("movie: " + movie, ""));
        String[] lenient = {"--set", "checks.pixels.black=off", "--set", "checks.frames.repeated=off"};
        return house.run("run", "--only", only, lenient[0], lenient[1], lenient[2], lenient[3])
                .exits(exit)
                .problems();
    }

    private void movie(String name, String coding) {
        DebianTool.run(
                folder,
                "sh",
                "-c",
                "ffmpeg -y -v error -f lavfi -i testsrc2=size=" + WIDTH + "x" + HEIGHT + ":rate=24 -frames:v 5 "
                        + coding + " " + name);
    }
}
