// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.provider.ProviderError;
import com.platewright.provider.ProviderError.Meaning;
import com.platewright.provider.ProviderException;
import com.platewright.provider.Results;
import com.platewright.provider.Results.Rendition;
import com.platewright.provider.TaskState;
import com.platewright.provider.TaskState.Failed;
import com.platewright.provider.TaskState.Finished;
import com.platewright.provider.TaskState.Running;
import com.platewright.provider.TaskState.Unheard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the state of a task from an answer. Only an item or an error about the task itself is a state; trouble with the
 * question is thrown, and words that are not known mean that the task runs.
 */
final class StateReader {
    /** Words for success; with one of them, or with none, an item that holds files is a result. */
    private static final Set<String> ENDED =
            Set.of("", "success", "succeeded", "completed", "complete", "finished", "done");

    /** Errors that speak of the question unless they say that they speak of the task. */
    private static final Set<Meaning> OF_THE_QUESTION =
            EnumSet.of(Meaning.RATE_LIMIT, Meaning.SERVER, Meaning.TASK_EXISTS);

    /** Errors that speak of the task even if they do not name it. */
    private static final Set<Meaning> OF_THE_TASK = EnumSet.of(Meaning.GENERATION, Meaning.TIMEOUT, Meaning.SAFETY);

    /** Errors that may as well speak of the question, where they do not say what they speak of. */
    private static final Set<Meaning> OF_EITHER = EnumSet.of(Meaning.VALIDATION, Meaning.CREDIT, Meaning.UNKNOWN);

    /** Errors in the archive that end a task. The others were answers to a sending that was repeated later. */
    private static final Set<Meaning> KEPT_FAILURES = EnumSet.of(
            Meaning.GENERATION,
            Meaning.TIMEOUT,
            Meaning.SAFETY,
            Meaning.VALIDATION,
            Meaning.NOT_FOUND,
            Meaning.SERVER,
            Meaning.UNKNOWN);

    private final RenditionReader renditions;

    StateReader(RenditionReader renditions) {
        this.renditions = renditions;
    }

    /** The answer to a question for one task's state. */
    TaskState read(Reply reply, UUID task) throws ProviderException {
        refuseTrouble(reply, task);
        JsonNode json = reply.json().orElseThrow(() -> Sentences.unreadable(reply, task));
        Answer answer = Answer.of(json, reply.status());
        List<ProviderError> failures = errors(answer, task, StateReader::isOutcome);
        boolean sure = !errors(answer, task, fault -> isOutcome(fault) && isSure(fault))
                .isEmpty();
        Optional<TaskState> state = state(answer.items(task), failures, sure, json);
        if (state.isPresent()) {
            return state.get();
        }
        List<ProviderError> others = errors(answer, task, fault -> true);
        if (others.isEmpty() && !reply.successful()) {
            throw Sentences.unreadable(reply, task);
        }
        if (others.stream().anyMatch(e -> e.meaning() != Meaning.TASK_UNKNOWN)) {
            throw Sentences.unanswered(others.get(0), reply, task);
        }
        return new Unheard(others.stream().findFirst());
    }

    /** The outcome that the archive holds; empty if it has none. */
    Optional<TaskState> readArchived(Reply reply, UUID task) throws ProviderException {
        refuseTrouble(reply, task);
        JsonNode json = reply.json().orElseThrow(() -> Sentences.unreadable(reply, task));
        List<JsonNode> items = new ArrayList<>();
        List<ProviderError> failures = new ArrayList<>();
        for (JsonNode filed : Answer.of(json, reply.status()).items(task)) {
            Answer kept = Answer.of(filed.path("response"), reply.status());
            items.addAll(kept.items(task));
            failures.addAll(errors(
                    kept, task, fault -> KEPT_FAILURES.contains(fault.error().meaning())));
        }
        return state(items, failures, true, json);
    }

    private static List<ProviderError> errors(Answer answer, UUID task, Predicate<Answer.Fault> which) {
        return answer.faults(task).stream()
                .filter(which)
                .map(Answer.Fault::error)
                .toList();
    }

    private Optional<TaskState> state(
            List<JsonNode> items, List<ProviderError> failures, boolean sure, JsonNode evidence) {
        List<Rendition> arrived = new ArrayList<>();
        List<JsonNode> running = new ArrayList<>();
        for (JsonNode item : items) {
            Optional<Rendition> rendition = isEnded(item) ? renditions.read(item) : Optional.empty();
            rendition.ifPresentOrElse(arrived::add, () -> running.add(item));
        }
        String said = Redaction.evidence(evidence).toString();
        boolean barren = !running.isEmpty() && running.stream().allMatch(StateReader::isSaidToHaveEnded);
        boolean tells = barren || !arrived.isEmpty() || !failures.isEmpty();
        Results results = new Results(arrived, failures, tells ? List.of(said) : List.of());
        if (!running.isEmpty()) {
            return Optional.of(new Running(progress(running), words(running), results, barren));
        }
        if (!arrived.isEmpty()) {
            return Optional.of(new Finished(results));
        }
        return failures.isEmpty() ? Optional.empty() : Optional.of(new Failed(failures, said, sure));
    }

    private static boolean isOutcome(Answer.Fault fault) {
        Meaning meaning = fault.error().meaning();
        if (meaning == Meaning.AUTHORISATION || meaning == Meaning.TASK_UNKNOWN) {
            return fault.item() && meaning == Meaning.TASK_UNKNOWN;
        }
        boolean either = !fault.task().isEmpty() && !fault.ofQuestion() && !OF_THE_QUESTION.contains(meaning);
        return fault.ofTask() || OF_THE_TASK.contains(meaning) || either;
    }

    private static boolean isSure(Answer.Fault fault) {
        return fault.ofTask() || !OF_EITHER.contains(fault.error().meaning());
    }

    private static boolean isSaidToHaveEnded(JsonNode item) {
        return isEnded(item) && !Answer.text(item, "status").isEmpty();
    }

    /** Throws for statuses that speak of the question whatever the body says. */
    private static void refuseTrouble(Reply reply, UUID task) throws ProviderException {
        int status = reply.status();
        boolean ofTheQuestion = status == 401 || status == 402 || status == 403 || status == 408 || status == 429;
        if (ofTheQuestion || status >= 500 || status < 200 || (status >= 300 && status < 400)) {
            throw Sentences.unreadable(reply, task);
        }
    }

    private static boolean isEnded(JsonNode item) {
        return ENDED.contains(Answer.text(item, "status").toLowerCase(Locale.ROOT));
    }

    private static String words(List<JsonNode> running) {
        return running.stream()
                .map(item -> Answer.text(item, "status"))
                .map(word -> word.isEmpty() ? "accepted" : word)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The progress of the item that is furthest behind. */
    private static OptionalInt progress(List<JsonNode> running) {
        return running.stream()
                .flatMap(item -> number(Answer.text(item, "progress")).stream())
                .mapToInt(percent -> Math.max(0, Math.min(100, percent.intValue())))
                .min();
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
