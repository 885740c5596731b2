// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.platewright.sandbox.fault.FaultScript;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What begins with a sandbox of its own, which makes clips of two tiny frames, and a client of it. */
abstract class SandboxTest {
    private static final String SMALL =
            "[{on: submit, do: {clip: {frames: 2, movie_frames: 2, width: 32, height: 16}}}]";

    @TempDir
    Path folder;

    SandboxServer server;
    Wire wire;

    @BeforeEach
    final void start() throws Exception {
        start(SandboxSettings.in(folder, new TinyRenderer()).withFaults(FaultScript.parse(SMALL)));
    }

    /** Starts one with other settings; the one before must be closed. */
    final void start(SandboxSettings settings) throws Exception {
        server = SandboxServer.start(settings);
        wire = new Wire(server);
    }

    @AfterEach
    final void stop() {
        server.close();
    }
}
