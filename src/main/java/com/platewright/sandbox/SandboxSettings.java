// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.platewright.sandbox.clip.ClipRenderer;
import com.platewright.sandbox.fault.FaultScript;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a sandbox is set up.
 *
 * @param port 0 for any free one
 * @param state the folder that holds tasks, clips and uploads; created where missing
 * @param key the only API key that is let in; absent, any key is
 * @param mark whether the pictures carry the sandbox's mark
 */
public record SandboxSettings(
        int port, Path state, ClipRenderer renderer, Optional<String> key, FaultScript faults, boolean mark) {

    /** A sandbox on a free port that lets every key in, without faults, with its mark in the picture. */
    public static SandboxSettings in(Path state, ClipRenderer renderer) {
        return new SandboxSettings(0, state, renderer, Optional.empty(), FaultScript.NONE, true);
    }

    public SandboxSettings withFaults(FaultScript script) {
        return new SandboxSettings(port, state, renderer, key, script, mark);
    }

    public SandboxSettings withKey(String only) {
        return new SandboxSettings(port, state, renderer, Optional.of(only), faults, mark);
    }

    /** Says everything but the key. */
    @Override
    public String toString() {
        return "sandbox on port " + port + " over " + state;
    }
}
