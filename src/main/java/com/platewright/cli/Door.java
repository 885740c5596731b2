// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.files.StorageException;
import com.platewright.pipeline.ProviderDoor;
import com.platewright.plan.ShotPlan;
import com.platewright.provider.ProviderException;
import com.platewright.provider.UploadedMedia;
import com.platewright.provider.VideoProvider;
import com.platewright.provider.runware.RunwareProvider;
import com.platewright.provider.runware.RunwareSettings;
import com.platewright.sandbox.SandboxServer;
import com.platewright.sandbox.SandboxSettings;
import com.platewright.sandbox.fault.FaultScript;
import com.platewright.sandbox.scene.SceneRenderer;
import com.platewright.show.ShowConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens the provider that a show names. The sandbox without an endpoint is started here, inside this process; its state
 * stays under the show's root, so that a run continued later finds its task again.
 */
final class Door implements ProviderDoor, AutoCloseable {
    static final String KEY = "RUNWARE_API_KEY";
    private static final String SANDBOX_KEY = "sandbox";

    private final Console console;
    private final int threads;
    private Optional<SandboxServer> sandbox = Optional.empty();

    Door(Console console, int threads) {
        this.console = console;
        this.threads = threads;
    }

    @Override
    public VideoProvider open(ShotPlan plan) throws ProviderException, IOException {
        return open(plan.show());
    }

    VideoProvider open(ShowConfig show) throws ProviderException, IOException {
        ShowConfig.Provider wanted = show.provider();
        boolean standIn = wanted.name().equals("sandbox");
        String endpoint = wanted.endpoint().isPresent()
                ? wanted.endpoint().get().toString()
                : standIn ? sandbox(show) : RunwareSettings.DEFAULT_ENDPOINT;
        Supplier<String> key = key(wanted, standIn);
        UploadedMedia uploaded =
                standIn && wanted.endpoint().isEmpty() ? UploadedMedia.inMemory() : KeptUploads.of(show, endpoint);
        return RunwareProvider.open(RunwareSettings.of(endpoint, wanted.timeout()), key, uploaded);
    }

    private String sandbox(ShowConfig show) throws IOException {
        if (sandbox.isEmpty()) {
            Path state = show.paths().root().resolve(".sandbox");
            try {
                Files.createDirectories(state);
            } catch (IOException e) {
                throw StorageException.of("make the folder", state, e);
            }
            sandbox = Optional.of(SandboxServer.start(new SandboxSettings(
                    0,
                    state,
                    SceneRenderer.standard(threads),
                    Optional.of(SANDBOX_KEY),
                    FaultScript.NONE,
                    show.sandbox().mark())));
        }
        return sandbox.get().endpoint().toString();
    }

    /** The environment comes first, then the show's file; the sandbox lets its own key in. */
    private Supplier<String> key(ShowConfig.Provider wanted, boolean standIn) throws StorageException {
        String named = console.environment().getOrDefault(KEY, "");
        if (standIn && wanted.endpoint().isEmpty()) {
            return () -> SANDBOX_KEY;
        }
        if (!named.isBlank()) {
            return named::strip;
        }
        if (wanted.keyFile().isPresent()) {
            try {
                String key = Files.readString(wanted.keyFile().get()).strip();
                return () -> key;
            } catch (IOException e) {
                throw StorageException.of(
                        "read provider.key_file", wanted.keyFile().get(), e);
            }
        }
        return standIn ? () -> SANDBOX_KEY : () -> "";
    }

    @Override
    public void close() {
        sandbox.ifPresent(SandboxServer::close);
    }
}
