// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.platewright.sandbox.clip.ClipFolder;
import com.platewright.sandbox.fault.Fault;
import com.platewright.sandbox.fault.FaultScript.Stage;
import com.platewright.sandbox.fault.Faults;
import com.platewright.sandbox.ledger.Task;
import com.platewright.sandbox.ledger.Tasks;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET} and {@code HEAD} below {@code /video}: the files of finished clips. */
final class FileDesk implements HttpHandler {
    private static final Pattern PATH = Pattern.compile("/video(?:/os/\\w+)?/ws/\\d+/vi/([0-9a-f-]{36})\\.(\\w+)");
    private static final String REDIRECTED = "redirected=1";

    private final Tasks tasks;
    private final Studio studio;
    private final Faults faults;
    private final Map<UUID, Task.Named> found = new ConcurrentHashMap<>();

    FileDesk(Tasks tasks, Studio studio, Faults faults) {
        this.tasks = tasks;
        this.studio = studio;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            Optional<Task.Named> named = path.matches() ? find(UUID.fromString(path.group(1))) : Optional.empty();
            Optional<Path> file = named.flatMap(this::file);
            if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
                Sending.text(exchange, 405, "GET or HEAD.\n");
            } else if (file.isEmpty()) {
                Sending.text(exchange, 404, "There is no such file, or not any more.\n");
            } else {
                send(exchange, named.orElseThrow(), file.get());
            }
        }
    }

    private void send(HttpExchange exchange, Task.Named named, Path file) throws IOException {
        URI address = exchange.getRequestURI();
        boolean redirected = String.valueOf(address.getQuery()).contains(REDIRECTED);
        List<Fault> wrong = faults.take(
                Stage.DOWNLOAD,
                named.task().id().toString(),
                Optional.of(named.kind().suffix()),
                f -> !(redirected && f instanceof Fault.Redirect));
        Optional<Fault.Delay> delay = Fault.first(wrong, Fault.Delay.class);
        if (delay.isPresent()) {
            Sending.pause((long) (delay.get().seconds() * 1000));
        }
        Optional<Fault.Answer> answer = Fault.first(wrong, Fault.Answer.class);
        Optional<Fault.Redirect> redirect = Fault.first(wrong, Fault.Redirect.class);
        if (answer.isPresent()) {
            Sending.answer(exchange, answer.get());
        } else if (redirect.isPresent()) {
            int port = exchange.getLocalAddress().getPort();
            String there = "http://" + redirect.get().host() + ":" + port + address.getPath() + "?" + REDIRECTED;
            exchange.getResponseHeaders().set("Location", there);
            exchange.sendResponseHeaders(302, -1);
        } else {
            new FileSending(file, named, wrong).to(exchange);
        }
    }

    private Optional<Task.Named> find(UUID name) throws IOException {
        Task.Named known = found.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        for (Task task : tasks.all()) {
            Optional<Task.Named> named = task.named(name);
            if (named.isPresent()) {
                found.put(name, named.get());
                return named;
            }
        }
        return Optional.empty();
    }

    private Optional<Path> file(Task.Named named) {
        return studio.clip(named.task(), named.result())
                .filter(clip -> !isExpired(named.task(), clip))
                .map(clip -> switch (named.kind()) {
                    case MP4 -> clip.movie();
                    case ZIP, ZIP_COPY -> clip.archive();
                    case EXR -> clip.firstFrame();
                })
                .filter(Files::isRegularFile);
    }

    private static boolean isExpired(Task task, ClipFolder clip) {
        if (task.work().ttl().isEmpty()) {
            return false;
        }
        try {
            Instant made = Files.getLastModifiedTime(clip.movie()).toInstant();
            return Instant.now().isAfter(made.plusSeconds(task.work().ttl().getAsLong()));
        } catch (IOException e) {
            return true;
        }
    }
}
