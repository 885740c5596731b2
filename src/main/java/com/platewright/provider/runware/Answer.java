// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.provider.ProviderError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items and errors of one document, in whichever of the shapes they came: {@code data} and {@code errors} as lists or
 * single objects, {@code error} as object or text, items that are errors themselves, a bare list.
 */
record Answer(List<JsonNode> items, List<Fault> faults) {
    private static final int LONGEST_TEXT = 1000;

    /**
     * An error and what it says it is about.
     *
     * @param task the id it names, empty if none
     * @param item whether it is itself the item of a task
     * @param ofTask whether it says that it is the outcome of a task
     * @param ofQuestion whether it says that it is about the question for a task's state
     */
    record Fault(ProviderError error, String task, boolean item, boolean ofTask, boolean ofQuestion) {}

    static Answer of(JsonNode root, int status) {
        List<JsonNode> items = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        each(root.isArray() ? root : root.path("data")).forEach(item -> {
            if (isError(item)) {
                faults.add(fault(item, status, true));
            } else if (item.isObject()) {
                items.add(item);
            }
        });
        Stream.concat(said(root.path("errors")), said(root.path("error")))
                .forEach(error -> faults.add(fault(error, status, false)));
        return new Answer(items, faults);
    }

    /** The items that name the task, and those that name none: one task is asked for at a time. */
    List<JsonNode> items(UUID task) {
        return items.stream().filter(item -> isOf(text(item, "taskUUID"), task)).toList();
    }

    /** Whether an item names the task: what has to be proof, such as an acknowledgement, has to do that. */
    boolean names(UUID task) {
        return items.stream().anyMatch(item -> text(item, "taskUUID").equalsIgnoreCase(task.toString()));
    }

    /** The errors that name the task, and those that name none. */
    List<Fault> faults(UUID task) {
        return faults.stream().filter(fault -> isOf(fault.task(), task)).toList();
    }

    /** The member as text, whatever scalar it is; empty if it is absent, null or a structure. */
    static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
    }

    /** The elements of a list, or the value itself; nothing if it is absent or null. */
    static Stream<JsonNode> each(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Stream.empty();
        }
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    /** Errors that say something: {@code ""}, {@code false} and an empty object are ways to say that there is none. */
    private static Stream<JsonNode> said(JsonNode errors) {
        return each(errors)
                .filter(e -> e.isContainerNode()
                        ? !e.isEmpty()
                        : e.isTextual() && !e.asText().isBlank());
    }

    private static boolean isError(JsonNode item) {
        String status = text(item, "status");
        return status.equalsIgnoreCase("error")
                || status.equalsIgnoreCase("failed")
                || said(item.path("error")).findAny().isPresent()
                || (!text(item, "code").isEmpty() && text(item, "taskType").isEmpty());
    }

    private static Fault fault(JsonNode node, int status, boolean item) {
        JsonNode inner = said(node.path("error")).findFirst().orElse(node);
        String code = text(inner, "code");
        String message = inner.isTextual() ? inner.asText() : text(inner, "message");
        String type = text(node, "taskType");
        ProviderError error = new ProviderError(
                ErrorTable.meaning(code, status),
                shown(code),
                shown(Redaction.withoutSignatures(message)),
                words(inner.path("parameter")),
                words(inner.path("allowedValues")),
                OptionalInt.of(status));
        boolean marked = item || text(node, "status").equalsIgnoreCase("error") || type.equals(TaskWriter.GENERATION);
        boolean ofQuestion = type.equals(TaskWriter.STATE);
        return new Fault(error, text(node, "taskUUID"), item, marked && !ofQuestion, ofQuestion);
    }

    private static List<String> words(JsonNode node) {
        return each(node)
                .map(value -> shown(value.isValueNode() ? value.asText() : value.toString()))
                .toList();
    }

    /** Foreign text as it may stand on a terminal: one line, of a length that can be read. */
    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "\u2026";
    }

    private static boolean isOf(String named, UUID task) {
        return named.isEmpty() || named.equalsIgnoreCase(task.toString());
    }
}
