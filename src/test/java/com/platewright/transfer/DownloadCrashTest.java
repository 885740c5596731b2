// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.DebianTool;
import com.platewright.files.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs itself in a process of its own, which is killed or has its disk taken away. */
class DownloadCrashTest {
    private static final TransferLimits LIMITS =
            new TransferLimits(Duration.ofSeconds(5), Duration.ofMinutes(1), 1, 1L << 30);

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private final byte[] clip = new byte[3_000_000];
    private final RangeDispatcher files = new RangeDispatcher(clip, "Sun, 22 Nov 2026 09:00:00 GMT");

    @BeforeEach
    void start() throws Exception {
        new Random(3).nextBytes(clip);
        files.etag("\"a\"");
        server.setDispatcher(files);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new Downloader("Platewright/test", LIMITS).fetch(arguments[0], Path.of(arguments[1]), Progress.NONE);
            System.out.println("fetched");
        } catch (StorageException e) {
            System.out.println(e.trouble() + ": " + e.getMessage());
        }
    }

    /** Killed on entering a call for the given time; unlink is the last step, when the file has its name. */
    @ParameterizedTest
    @CsvSource({"fsync,1,false", "rename,1,false", "fsync,4,false", "rename,2,false", "unlink,2,true"})
    void killedAtAnyStepTheNextRunHasTheWholeFile(String call, int time, boolean there) throws Exception {
        Path target = folder.resolve("clip.zip");
        List<String> killing = List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=fsync,rename,unlink",
                "-e",
                "inject=" + call + ":signal=SIGKILL:when=" + time);
        assertThat(child(killing, target).output()).isEmpty();
        assertThat(Files.exists(target)).isEqualTo(there);
        new Downloader("Platewright/test", LIMITS).fetch(link(), target, Progress.NONE);
        assertThat(target).hasBinaryContent(clip);
    }

    @Test
    void fullDiskIsToldBeforeTheFirstByteIfTheLengthIsKnown() throws Exception {
        assertThat(onSmallDisk()).contains("FULL: Not enough room in").contains("3,000,000 bytes are needed");
    }

    @Test
    void fullDiskInTheMiddleIsTroubleWithTheStorage() throws Exception {
        files.first(new MockResponse.Builder()
                .chunkedBody(new Buffer().write(clip), 65_536)
                .build());
        assertThat(onSmallDisk()).contains("FULL: Cannot write").contains("No space left on device");
    }

    private String onSmallDisk() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String script = "mount -t tmpfs -o size=1m none \"$0\" && exec \"$@\"";
        return child(
                        List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, disk.toString()),
                        disk.resolve("clip.zip"))
                .output();
    }

    private DebianTool.Outcome child(List<String> prefix, Path target) {
        return DebianTool.runJvm(prefix, DownloadCrashTest.class, link(), target.toString());
    }

    private String link() {
        return server.url("/clip.zip?signature=marked").toString();
    }
}
