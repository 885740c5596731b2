// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.DebianTool;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    @TempDir
    Path folder;

    /** The lengths at which the algorithm changes its ways, and the block size of reading. */
    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 3, 4, 8, 9, 16, 17, 128, 129, 240, 241, 1024, 1025, 262_143, 262_144, 262_145, 3_000_000})
    void digestsAreThoseOfXxh128sum(int length) throws Exception {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        Path file = Files.write(folder.resolve("frame.exr"), bytes);
        String expected = DebianTool.run(folder, "xxh128sum", "frame.exr").split(" ", 2)[0];

        assertThat(Digest.of(file).hex()).isEqualTo(expected);
        assertThat(Digest.of(ByteBuffer.wrap(bytes)).hex()).isEqualTo(expected);
        ByteBuffer direct =
                ByteBuffer.allocateDirect(length + 7).position(7).put(bytes).position(7);
        assertThat(Digest.of(direct).hex()).isEqualTo(expected);
        assertThat(direct.position()).isEqualTo(7);
        assertThat(inPieces(bytes).hex()).isEqualTo(expected);
    }

    @Test
    void textDigestsAreThoseOfSha256sum() throws Exception {
        String text = "a hummingbird über den Blüten\n";
        Files.writeString(folder.resolve("prompt"), text);
        assertThat(Digest.sha256(text).hex())
                .isEqualTo(DebianTool.run(folder, "sha256sum", "prompt").split(" ", 2)[0]);
    }

    @Test
    void unreadableFileIsTroubleWithTheStorage() {
        assertThatThrownBy(() -> Digest.of(folder.resolve("missing.exr")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("missing.exr")
                .hasMessageContaining("it is not there");
    }

    @Test
    void digestOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> new Digest(Digest.Algorithm.XXH128, "ABC"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Digest inPieces(byte[] bytes) {
        DigestStream stream = new DigestStream();
        Random random = new Random(5);
        for (int done = 0; done < bytes.length; ) {
            int piece = Math.min(bytes.length - done, 1 + random.nextInt(100_000));
            stream.add(ByteBuffer.wrap(bytes, done, piece));
            done += piece;
        }
        return stream.digest();
    }
}
