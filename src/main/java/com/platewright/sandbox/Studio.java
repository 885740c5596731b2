// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.platewright.files.FolderTree;
import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipRenderer;
import com.platewright.sandbox.clip.FrameZip;
import com.platewright.sandbox.fault.ApiError;
import com.platewright.sandbox.ledger.Folders;
import com.platewright.sandbox.ledger.Task;
import com.platewright.sandbox.ledger.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Renders accepted tasks, one at a time (a renderer uses all cores by itself). A clip is made in a scratch folder inside its
 * task's and renamed to its place, complete. A file lock keeps servers that share the state folder from rendering one task
 * twice; the system breaks it when its process dies. Should both render all the same, the clips are equal and one is kept.
 */
final class Studio implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Studio.class.getName());
    private static final String FAILURE = "failure.txt";

    private final Tasks tasks;
    private final ClipRenderer renderer;
    private final Webhooks webhooks;
    private final Map<UUID, Integer> percent = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sandbox-studio");
        thread.setDaemon(true);
        return thread;
    });

    Studio(Tasks tasks, ClipRenderer renderer, Webhooks webhooks) {
        this.tasks = tasks;
        this.renderer = renderer;
        this.webhooks = webhooks;
    }

    /** The folder of a finished clip; empty while it is not there. */
    Optional<ClipFolder> clip(Task task, int result) {
        Path folder = tasks.folder(task.id()).resolve("clip").resolve(Integer.toString(result));
        return Files.isDirectory(folder) ? Optional.of(new ClipFolder(folder)) : Optional.empty();
    }

    /** Why a task failed for good; empty where it did not. */
    Optional<ApiError> failure(Task task) throws IOException {
        Path record = tasks.folder(task.id()).resolve(FAILURE);
        if (!Files.exists(record)) {
            return Optional.empty();
        }
        return Optional.of(ApiError.of(400, "processingFailed", Files.readString(record)));
    }

    /** How far a task has come in this server, 0 to 100; empty where it does not render it. */
    OptionalInt progress(UUID id) {
        Integer known = percent.get(id);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /** Sees to it that a task without a clip gets one. Cheap, and free to be asked again and again. */
    void see(Task task) throws IOException {
        boolean settled = clip(task, 0).isPresent() || failure(task).isPresent();
        if (!settled && !worker.isShutdown() && percent.putIfAbsent(task.id(), 0) == null) {
            worker.execute(() -> {
                try {
                    work(task);
                } finally {
                    percent.remove(task.id());
                }
            });
        }
    }

    /** Stops rendering; what is half done is thrown away and made again when next asked for. */
    @Override
    public void close() {
        worker.shutdownNow();
        webhooks.close();
        boolean interrupted = false;
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the sandbox's renderer did not stop within 10 s");
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Task task) {
        Path lock = tasks.folder(task.id()).resolve("render.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null && clip(task, 0).isEmpty()) {
                sweep(tasks.folder(task.id()));
                render(task);
                webhooks.tell(task, failure(task));
            }
        } catch (OverlappingFileLockException e) {
            LOG.log(System.Logger.Level.DEBUG, "another server of this process renders " + task.id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "the sandbox could not keep its state for " + task.id(), e);
        }
    }

    private void render(Task task) throws IOException, InterruptedException {
        Path home = tasks.folder(task.id());
        Path draft = Files.createDirectory(home.resolve("draft-" + UUID.randomUUID()));
        try {
            for (int i = 0; i < task.work().results(); i++) {
                render(task, i, ClipFolder.create(draft.resolve(Integer.toString(i))));
            }
            Folders.move(draft, home.resolve("clip"));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (worker.isShutdown()) {
                // An interrupted file is no failure of the task: its clip is made when next asked for.
                throw new InterruptedException("the sandbox is closing");
            }
            LOG.log(System.Logger.Level.WARNING, "the sandbox could not render " + task.id(), e);
            String failure = "The clip could not be rendered: " + e.getMessage();
            Folders.write(home.resolve(FAILURE), failure.getBytes(StandardCharsets.UTF_8));
        } finally {
            FolderTree.delete(draft);
        }
    }

    private void render(Task task, int result, ClipFolder into) throws IOException, InterruptedException {
        ClipOrder order = task.work().order().withTake(result);
        int results = task.work().results();
        renderer.render(
                order,
                into,
                (done, frames) -> percent.put(task.id(), Math.min(99, (int)
                        (100L * (result * (long) frames + done) / ((long) results * frames)))));
        if (order.exr().frames() > 0) {
            FrameZip.write(into, order.exr().frames(), task.work().zip());
        }
        keepFirstFrame(into);
        FolderTree.delete(into.frames());
    }

    /** One frame stays outside the archive, for the clip that comes as a single EXR file. */
    private static void keepFirstFrame(ClipFolder clip) throws IOException {
        if (Files.exists(clip.frame(0))) {
            Files.move(clip.frame(0), clip.firstFrame());
        }
    }

    /** Removes what a renderer that was killed has left; called by the holder of the lock only. */
    private static void sweep(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().startsWith("draft-")) {
                    FolderTree.delete(file);
                }
            }
        }
    }
}
