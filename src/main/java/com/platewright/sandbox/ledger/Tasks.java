// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.ledger;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.platewright.files.FolderTree;
import com.platewright.sandbox.clip.ClipOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All tasks of a state folder: the ledger. A task's folder is written beside its place, made durable, and renamed there;
 * the rename succeeds for one of any number of rivals, and what it moved is complete.
 */
public final class Tasks {
    private static final String RECORD = "task.json";

    /** {@code snake_case}; paths are plain text. */
    private static final JsonMapper RECORDS = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule().addSerializer(Path.class, new ToStringSerializer()))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final Path root;

    private Tasks(Path root) {
        this.root = root;
    }

    public static Tasks open(Path state) throws IOException {
        return new Tasks(Files.createDirectories(state.resolve("tasks")));
    }

    /** Where a task is or would be. */
    public Path folder(UUID id) {
        return root.resolve(id.toString());
    }

    /** Accepts and charges a task, once; false where its id has been accepted before, by whomever. */
    public boolean accept(Task task) throws IOException {
        if (Files.exists(folder(task.id()))) {
            return false;
        }
        Path draft = Files.createDirectory(root.resolve(".draft-" + UUID.randomUUID()));
        try {
            Folders.write(draft.resolve(RECORD), RECORDS.writeValueAsBytes(withOwnInputs(task, draft)));
            Folders.sync(draft);
            return Folders.move(draft, folder(task.id()));
        } finally {
            FolderTree.delete(draft);
        }
    }

    /** The task of this id; its paths lie in its folder. */
    public Optional<Task> find(UUID id) throws IOException {
        try {
            Task task = RECORDS.readValue(Files.readAllBytes(folder(id).resolve(RECORD)), Task.class);
            return Optional.of(resolved(task));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Every task, in the order of acceptance. */
    public List<Task> all() throws IOException {
        List<Task> tasks = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                String name = folder.getFileName().toString();
                if (!name.startsWith(".")) {
                    find(UUID.fromString(name)).ifPresent(tasks::add);
                }
            }
        }
        tasks.sort(Comparator.comparing(Task::acceptedAt).thenComparing(Task::id));
        return tasks;
    }

    /** The place of a task in the ledger, counted from 1; the next free one for a task that is not there. */
    public int place(String uuid) throws IOException {
        List<Task> tasks = all();
        for (int i = 0; i < tasks.size(); i++) {
            if (tasks.get(i).id().toString().equalsIgnoreCase(uuid)) {
                return i + 1;
            }
        }
        return tasks.size() + 1;
    }

    /** Copies the inputs into the draft, so that a task needs nothing but its folder to be rendered again. */
    private static Task withOwnInputs(Task task, Path draft) throws IOException {
        List<Path> copies = new ArrayList<>();
        ClipOrder order = inputs(task.work().order(), path -> {
            Path copy = draft.resolve("input-" + (copies.size() + 1));
            Files.copy(path, copy);
            Folders.sync(copy);
            copies.add(copy);
            return copy.getFileName();
        });
        return with(task, order);
    }

    private Task resolved(Task task) throws IOException {
        return with(task, inputs(task.work().order(), path -> folder(task.id()).resolve(path)));
    }

    private static Task with(Task task, ClipOrder order) {
        Task.Work work = task.work();
        return new Task(
                task.id(), task.request(), new Task.Work(order, work.results(), work.zip(), work.ttl()), task.charge());
    }

    private interface PathChange {
        Path apply(Path path) throws IOException;
    }

    private static ClipOrder inputs(ClipOrder order, PathChange change) throws IOException {
        List<ClipOrder.Pin> pins = new ArrayList<>();
        for (ClipOrder.Pin pin : order.inputs().pins()) {
            pins.add(new ClipOrder.Pin(change.apply(pin.image()), pin.frame()));
        }
        Optional<ClipOrder.Source> source = Optional.empty();
        if (order.inputs().source().isPresent()) {
            ClipOrder.Source old = order.inputs().source().get();
            source = Optional.of(new ClipOrder.Source(change.apply(old.movie()), old.freedom(), old.placement()));
        }
        ClipOrder.Inputs inputs = new ClipOrder.Inputs(pins, source);
        return new ClipOrder(order.prompt(), order.take(), order.format(), inputs, order.exr(), order.mark());
    }
}
