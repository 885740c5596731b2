// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.platewright.provider.Cadence;
import com.platewright.provider.Deadline;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.GenerationTask;
import com.platewright.provider.Keyframe;
import com.platewright.provider.MediaInput;
import com.platewright.provider.Operation;
import com.platewright.provider.ProviderException;
import com.platewright.provider.UploadedMedia;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The real client before a scripted server, with a clock that does not make tests wait. */
final class Bench implements AutoCloseable {
    static final UUID TASK = UUID.fromString("5b0f2f3e-2f0a-4a8b-9a54-3f7d1d1f0c01");
    static final String KEY = "rw-MARKED-KEY-0123456789";
    static final String ACK = "{\"data\":[{\"taskType\":\"videoInference\",\"taskUUID\":\"" + TASK + "\"}]}";

    static final String CONFLICT = "{\"errors\":[{\"code\":\"conflictTaskUUID\",\"message\":\"Task UUID is taken.\","
            + "\"parameter\":\"taskUUID\",\"taskUUID\":\"" + TASK + "\"}]}";

    static {
        // Hundreds of faults are played here; the lines about each would bury the results.
        for (Handler console : Logger.getLogger("").getHandlers()) {
            console.setLevel(Level.WARNING);
        }
    }

    final ScriptedServer server;
    final HurriedTime time = new HurriedTime();
    final UploadedMedia uploaded = UploadedMedia.inMemory();
    final RunwareProvider client;

    private Bench(ScriptedServer server, Duration timeout) throws ProviderException {
        this.server = server;
        Cadence retry = new Cadence(Duration.ofSeconds(1), 2, Duration.ofSeconds(30));
        this.client =
                RunwareProvider.open(new RunwareSettings(server.endpoint(), timeout, retry, time), () -> KEY, uploaded);
    }

    static Bench of(ScriptedServer.Turn... turns) throws IOException, ProviderException {
        return of(Duration.ofSeconds(10), List.of(turns));
    }

    static Bench of(Duration timeout, List<ScriptedServer.Turn> turns) throws IOException, ProviderException {
        return new Bench(ScriptedServer.play(turns), timeout);
    }

    Deadline deadline(int seconds) {
        return Deadline.after(Duration.ofSeconds(seconds), time);
    }

    /** A task for text to video with HDR and frames. */
    static GenerationTask task() {
        return new GenerationTask(TASK, request(List.of()), false);
    }

    static GenerationRequest request(List<Keyframe> keyframes) {
        return new GenerationRequest(
                "luma:ray@3.2",
                "Sparks over a harbour at night",
                new GenerationRequest.Format.Named("720p"),
                new GenerationRequest.Output(true, true, false),
                new Operation.Generate(5, keyframes),
                1);
    }

    static GenerationTask task(MediaInput first) {
        return new GenerationTask(TASK, request(List.of(new Keyframe(first, Keyframe.FIRST))), false);
    }

    /** The elements of a list in a JSON resource beside this class. */
    static Stream<JsonNode> resource(String name) {
        try (InputStream in = Bench.class.getResourceAsStream(name)) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
