// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.cli.doctor.Checkup;
import com.platewright.provider.ProviderException;
import com.platewright.provider.UploadedMedia;
import com.platewright.provider.VideoProvider;
import com.platewright.provider.runware.RunwareProvider;
import com.platewright.provider.runware.RunwareSettings;
import com.platewright.sandbox.SandboxServer;
import com.platewright.sandbox.SandboxSettings;
import com.platewright.sandbox.scene.SceneRenderer;
import com.platewright.show.ShowConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whether there is a key, and whether the provider answers to it. Asks for nothing that costs. */
final class ProviderCheck {
    private final Console console;
    private final ShowConfig show;

    ProviderCheck(Console console, ShowConfig show) {
        this.console = console;
        this.show = show;
    }

    List<Checkup> look() {
        ShowConfig.Provider provider = show.provider();
        if (provider.name().equals("sandbox") && provider.endpoint().isEmpty()) {
            return List.of(Checkup.ok("credentials", "none needed for the sandbox"), sandbox());
        }
        List<Checkup> all = new ArrayList<>();
        Checkup key = credentials(provider);
        all.add(key);
        if (key.grade() == Checkup.Grade.OK) {
            all.add(reach());
        }
        return all;
    }

    /** Says where the key is, never what. */
    private Checkup credentials(ShowConfig.Provider provider) {
        if (!console.environment().getOrDefault(Door.KEY, "").isBlank()) {
            return Checkup.ok("credentials", Door.KEY + " is set");
        }
        if (provider.keyFile().isPresent()) {
            Path file = provider.keyFile().get();
            return Files.isReadable(file)
                    ? Checkup.ok("credentials", "provider.key_file " + file + " can be read")
                    : Checkup.fail(
                            "credentials",
                            "provider.key_file " + file + " cannot be read",
                            "Put the API key there, or set " + Door.KEY);
        }
        return provider.name().equals("sandbox")
                ? Checkup.ok("credentials", "none given; a sandbox lets any key in unless it was started with --key")
                : Checkup.fail(
                        "credentials",
                        "no API key",
                        "Set " + Door.KEY + " in the environment, or name a file in provider.key_file");
    }

    private Checkup reach() {
        try (Door door = new Door(console, 1)) {
            return answer(door.open(show), show.provider().name());
        } catch (ProviderException | IOException e) {
            return silent(e);
        }
    }

    /** Starts one as a run would, but in a folder of its own. */
    private Checkup sandbox() {
        try {
            Path state = Files.createTempDirectory("platewright-doctor");
            try (SandboxServer server = SandboxServer.start(SandboxSettings.in(state, SceneRenderer.standard(1)))) {
                RunwareSettings settings = RunwareSettings.of(
                        server.endpoint().toString(), show.provider().timeout());
                return answer(RunwareProvider.open(settings, () -> "doctor", UploadedMedia.inMemory()), "sandbox");
            } finally {
                remove(state);
            }
        } catch (ProviderException | IOException e) {
            return silent(e);
        }
    }

    private static Checkup answer(VideoProvider provider, String name) throws ProviderException {
        try {
            VideoProvider.Account account = provider.account();
            String whose = account.organisation().isEmpty() ? "" : " for " + account.organisation();
            return Checkup.ok(
                    "provider",
                    name + " answers" + whose
                            + account.balance().map(b -> ", balance " + b).orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Checkup.warn("provider", "the question was interrupted", "Run doctor again");
        }
    }

    /** Not there now is no fault of this machine if it is there later. */
    private static Checkup silent(Exception e) {
        String message = String.valueOf(e.getMessage());
        boolean later = e instanceof ProviderException p && p.kind() == ProviderException.Kind.BUSY;
        return later
                ? Checkup.warn("provider", message, "Try again later")
                : Checkup.fail("provider", message, "Check provider.endpoint and the key");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
