// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.money.Money;
import com.platewright.provider.Deadline;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.GenerationTask;
import com.platewright.provider.ProviderException;
import com.platewright.provider.TaskState;
import com.platewright.provider.UploadedMedia;
import com.platewright.provider.VideoProvider;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/** Runware's API as a provider of video. */
public final class RunwareProvider implements VideoProvider {
    private final RunwareSettings settings;
    private final Wire wire;
    private final MediaShelf shelf;
    private final StateReader states;

    private RunwareProvider(HttpUrl endpoint, RunwareSettings settings, Supplier<String> key, UploadedMedia uploaded) {
        this.settings = settings;
        this.wire = new Wire(endpoint, key, settings);
        this.shelf = new MediaShelf(wire, uploaded, settings);
        this.states = new StateReader(new RenditionReader(endpoint));
    }

    /**
     * A client; nothing is sent yet.
     *
     * @param key gives the API key when it is needed; blank if there is none
     * @throws ProviderException CONFIG if the endpoint breaks the address rules
     */
    public static RunwareProvider open(RunwareSettings settings, Supplier<String> key, UploadedMedia uploaded)
            throws ProviderException {
        return new RunwareProvider(Endpoint.parse(settings.endpoint()), settings, key, uploaded);
    }

    @Override
    public Acceptance submit(GenerationTask task, Deadline deadline) throws ProviderException, InterruptedException {
        return new Submission(task, deadline, wire, shelf, new Retries(settings, deadline), this).run();
    }

    @Override
    public TaskState poll(UUID task) throws ProviderException, InterruptedException {
        Reply reply = answered(() -> wire.post(TaskWriter.state(task)), "how task " + task + " stands", task);
        return states.read(reply, task);
    }

    @Override
    public Optional<TaskState> recall(UUID task) throws ProviderException, InterruptedException {
        Reply reply = answered(() -> wire.post(TaskWriter.details(task)), "what it has filed of task " + task, task);
        return states.readArchived(reply, task);
    }

    @Override
    public Account account() throws ProviderException, InterruptedException {
        UUID id = UUID.randomUUID();
        return AccountReader.account(
                answered(() -> wire.post(TaskWriter.account(id)), "whether it knows the key", id), id);
    }

    @Override
    public Optional<Money> quote(GenerationRequest request, Deadline deadline)
            throws ProviderException, InterruptedException {
        UUID id = UUID.randomUUID();
        Reply reply = dryRun(id, request, deadline);
        if (Verdict.of(reply, id).outcome() == Verdict.Outcome.MEDIA_GONE) {
            request.operation().media().forEach(shelf::forget);
            reply = dryRun(id, request, deadline);
        }
        return AccountReader.quote(reply, id);
    }

    @Override
    public String toString() {
        return "Runware at " + settings.endpoint();
    }

    private Reply dryRun(UUID id, GenerationRequest request, Deadline deadline)
            throws ProviderException, InterruptedException {
        JsonNode task = TaskWriter.generation(
                id, request, shelf.place(request.operation().media(), deadline));
        return answered(() -> wire.dryRun(task), "what the request would cost", id);
    }

    /** A question that may be asked again at will, so a lost answer is nothing but a lost answer. */
    private interface Question {
        Reply ask() throws UnansweredException, ProviderException, InterruptedException;
    }

    private static Reply answered(Question question, String about, UUID id)
            throws ProviderException, InterruptedException {
        try {
            return question.ask();
        } catch (UnansweredException e) {
            throw Sentences.silent(about, id, e);
        }
    }
}
