// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.DebianTool;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaKindTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"mp4, mp4, MP4", "mov, mov, MOV", "wav, wav, WAV", "rf64, wav, WAV"})
    void filesOfFfmpegAreKnown(String name, String format, MediaKind kind) throws Exception {
        String source = format.equals("wav") ? "anullsrc=d=0.1" : "color=s=16x16:d=0.1";
        String always = name.equals("rf64") ? "always" : "never";
        DebianTool.run(
                folder,
                "sh",
                "-c",
                "ffmpeg -v error -f lavfi -i " + source + (format.equals("wav") ? " -rf64 " + always : "") + " -f "
                        + format + " file");
        assertThat(MediaKind.of(folder.resolve("file"))).isEqualTo(kind);
    }

    @Test
    void exrOfOiiotoolIsKnown() throws Exception {
        DebianTool.run(folder, "oiiotool", "--create", "8x8", "3", "-o", "frame.exr");
        assertThat(MediaKind.of(folder.resolve("frame.exr"))).isEqualTo(MediaKind.EXR);
    }

    @Test
    void webPagesAreKnownWithAndWithoutSpaceBefore() throws Exception {
        assertThat(kindOf("<!doctype HTML><p>gone")).isEqualTo(MediaKind.HTML);
        assertThat(kindOf("\ufeff\r\n <HTML lang=en>")).isEqualTo(MediaKind.HTML);
    }

    @Test
    void restIsEmptyOrUnknown() throws Exception {
        assertThat(kindOf("")).isEqualTo(MediaKind.EMPTY);
        assertThat(kindOf("PK")).isEqualTo(MediaKind.UNKNOWN);
        assertThat(kindOf("<?xml version='1.0'?><Error>AccessDenied</Error>")).isEqualTo(MediaKind.UNKNOWN);
    }

    private MediaKind kindOf(String content) throws Exception {
        return MediaKind.of(Files.writeString(folder.resolve("file"), content));
    }
}
