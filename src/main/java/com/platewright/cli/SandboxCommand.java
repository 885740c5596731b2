// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.files.StorageException;
import com.platewright.sandbox.SandboxServer;
import com.platewright.sandbox.SandboxSettings;
import com.platewright.sandbox.fault.FaultScript;
import com.platewright.sandbox.fault.FaultScriptException;
import com.platewright.sandbox.scene.SceneRenderer;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sandbox}: serves the stand-in until it is told to stop. Filled by picocli. */
@Command(
        name = "sandbox",
        description = {
            "Serves a stand-in of the provider on loopback until it is stopped (Ctrl-C).",
            "The first line of stdout is JSON and says where."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Release.class)
final class SandboxCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--port", paramLabel = "N", description = "0, the default: any free one.")
    int port;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Holds tasks, clips and uploads. Default: .sandbox here.")
    Path state = Path.of(".sandbox");

    @Option(names = "--faults", paramLabel = "FILE", description = "A script of what shall go wrong.")
    Optional<Path> faults = Optional.empty();

    @Option(names = "--no-mark", description = "Leaves the sandbox's mark out of the pictures.")
    boolean noMark;

    @Option(names = "--key", paramLabel = "KEY", description = "Lets only this API key in. Default: any.")
    Optional<String> key = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Frames that are painted at a time. Default: one for each core.")
    int threads = Runtime.getRuntime().availableProcessors();

    SandboxCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (SandboxServer server = SandboxServer.start(settings())) {
            // A signal ends the program without unwinding this method.
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "sandbox-stop"));
            console.out().println(server.announcement());
            console.err()
                    .println(
                            "The sandbox is a stand-in: its clips are rendered here and its charges are play money. State: "
                                    + state.toAbsolutePath().normalize() + ". Ctrl-C stops it.");
            new CountDownLatch(1).await();
            return ExitCode.INTERRUPTED.exit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.exit();
        } catch (BindException e) {
            String message = "port " + port + " is taken on this machine or not allowed (" + e.getMessage()
                    + "); choose another, or --port 0 for any free one";
            return Failure.show(console, Said.of(ExitCode.USAGE, message), false);
        } catch (Exception | UnsatisfiedLinkError e) {
            return Failure.of(console, e, false, false);
        }
    }

    private SandboxSettings settings() throws FaultScriptException, IOException {
        try {
            Files.createDirectories(state);
        } catch (IOException e) {
            throw StorageException.of("make the folder", state, e);
        }
        return new SandboxSettings(port, state, SceneRenderer.standard(Math.max(1, threads)), key, script(), !noMark);
    }

    private FaultScript script() throws FaultScriptException, StorageException {
        if (faults.isEmpty()) {
            return FaultScript.NONE;
        }
        try {
            return FaultScript.parse(Files.readString(faults.get()));
        } catch (IOException e) {
            throw StorageException.of("read the faults", faults.get(), e);
        }
    }
}
