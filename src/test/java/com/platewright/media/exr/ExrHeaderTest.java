// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.media.Chromaticities;
import com.platewright.media.EncodeException;
import com.platewright.media.ExrCompression;
import com.platewright.media.ExrHeader;
import com.platewright.media.Oracle;
import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers by others read by us, and headers by us read by others. */
class ExrHeaderTest {
    @TempDir
    Path folder;

    @Test
    void theHeaderSaysWhatOtherToolsWrote() throws Exception {
        String exr = folder.resolve("attributes.exr").toString();
        Oracle.run(
                "oiiotool",
                "--pattern",
                "noise",
                "8x8",
                "3",
                "-d",
                "half",
                "--attrib:type=timecode",
                "smpte:TimeCode",
                "10:11:12:13",
                "--attrib:type=rational",
                "FramesPerSecond",
                "24000/1001",
                "--attrib:type=float[8]",
                "chromaticities",
                "0.7347,0.2653,0,1,0.0001,-0.077,0.32168,0.33767",
                "--attrib:type=int",
                "acesImageContainerFlag",
                "1",
                "--attrib",
                "PixelAspectRatio",
                "2",
                "--sattrib",
                "owner",
                "Jürgen Müller, 東京",
                "-o",
                exr);
        ExrHeader header = ExrReader.header(Exr.load(Path.of(exr)), exr);
        assertThat(header.timeCode()).contains(TimeCode.parse("10:11:12:13"));
        assertThat(header.chromaticities()).contains(Chromaticities.AP0);
        assertThat(header.acesImageContainer()).isTrue();
        assertThat(header.pixelAspectRatio()).isEqualTo(2);
        assertThat(header.text()).containsEntry("owner", "Jürgen Müller, 東京");
        assertThat(header.parts()).isEqualTo(1);
    }

    @Test
    void aSilentHeaderIsSilent() throws Exception {
        String exr = folder.resolve("silent.exr").toString();
        Oracle.run("oiiotool", "--pattern", "noise", "8x8", "3", "-d", "half", "-o", exr);
        ExrHeader header = ExrReader.header(Exr.load(Path.of(exr)), exr);
        assertThat(header.timeCode()).isEmpty();
        assertThat(header.framesPerSecond()).isEmpty();
        assertThat(header.chromaticities()).isEmpty();
        assertThat(header.acesImageContainer()).isFalse();
    }

    @Test
    void theRateIsRead() throws Exception {
        ByteBuffer file = Exr.encode(
                Exr.spec(8, 8, ExrCompression.RLE, false)
                        .with(new PlateTags(
                                Optional.empty(), FrameRate.parse("24000/1001"), Optional.empty(), Map.of())),
                Exr.photograph(8, 8, 1));
        assertThat(ExrReader.header(file, "rate.exr").framesPerSecond()).contains(FrameRate.parse("24000/1001"));
    }

    @Test
    void theHeaderIsReadByUsAndByExrheader() throws Exception {
        String longName = "platewright/a name of more than thirty-one bytes";
        PlateTags tags = new PlateTags(
                Optional.of(Chromaticities.AP1),
                FrameRate.parse("24000/1001"),
                Optional.of(TimeCode.parse("10:11:12:13")),
                Map.of("comments", "Mönch – 東京", longName, "value"));
        ByteBuffer file = Exr.encode(Exr.spec(40, 30, ExrCompression.ZIP, true).with(tags), Exr.photograph(40, 30, 9));
        ExrHeader header = ExrReader.header(file, "plate.exr");
        assertThat(header.chromaticities()).contains(Chromaticities.AP1);
        assertThat(header.framesPerSecond()).contains(FrameRate.parse("24000/1001"));
        assertThat(header.timeCode()).contains(TimeCode.parse("10:11:12:13"));
        assertThat(header.text()).containsEntry("comments", "Mönch – 東京").containsEntry(longName, "value");
        assertThat(header.pixelAspectRatio()).isEqualTo(1);
        assertThat(header.dataWindow()).isEqualTo(header.displayWindow());
        assertThat(header.tiled()).isFalse();
        Path exr = folder.resolve("plate.exr");
        Files.write(exr, Exr.bytes(file));
        assertThat(Oracle.run("exrheader", exr.toString()))
                .contains("file format version: 2, flags 0x400")
                .contains("framesPerSecond (type rational): 24000/1001")
                .contains("time 10:11:12:13")
                .contains("red   (0.713 0.293)")
                .contains("white (0.32168 0.33767)")
                .contains("comments (type string): \"Mönch – 東京\"")
                .contains("A, 16-bit floating-point")
                .contains("compression (type compression): zip, multi-scanline blocks")
                .contains("lineOrder (type lineOrder): increasing y");
    }

    @Test
    void theDwaLevelSteersTheSizeAndStandsInTheHeader() throws Exception {
        ByteBuffer pixels = Exr.photograph(200, 256, 10);
        PlateSpec fine = new PlateSpec(
                Exr.spec(200, 256, ExrCompression.DWAB, false).size(), ExrCompression.DWAB, 1, false, Exr.PLAIN);
        ByteBuffer coarse = Exr.encode(Exr.spec(200, 256, ExrCompression.DWAB, false), pixels);
        assertThat(Exr.encode(fine, pixels).remaining()).isGreaterThan(coarse.remaining());
        Path exr = folder.resolve("dwa.exr");
        Files.write(exr, Exr.bytes(coarse));
        assertThat(Oracle.run("exrheader", exr.toString())).contains("dwaCompressionLevel (type float): 45");
    }

    @Test
    void impossibleTagsAreRefusedWhereTheyAreMade() {
        assertThatThrownBy(() -> new PlateTags(Optional.empty(), FrameRate.FILM, Optional.empty(), Map.of("owner", "")))
                .hasMessage("the EXR attribute owner is empty; leave it out instead");
        assertThatThrownBy(() -> Exr.PLAIN.at(TimeCode.parse("01:00:00:24"))).hasMessageContaining("01:00:00:24");
        assertThatThrownBy(() -> Exr.spec(20000, 10, ExrCompression.ZIP, false)).hasMessageContaining("16384");
    }

    @Test
    void anAttributeThatTheFormatKeepsForItselfIsAnEncodeError() {
        PlateTags tags = new PlateTags(Optional.empty(), FrameRate.FILM, Optional.empty(), Map.of("channels", "R"));
        assertThatThrownBy(() -> ExrEncoder.open(
                        Exr.spec(8, 8, ExrCompression.ZIP, false).with(tags)))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining("channels");
    }
}
