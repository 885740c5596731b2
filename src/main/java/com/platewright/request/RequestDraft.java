// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.schema.Records;
import com.platewright.yaml.Located;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Where;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A request as far as it could be understood. {@link #settle} makes a request of it, or says all that is wrong. */
public final class RequestDraft {
    private final Path file;
    private final ObjectNode value;
    private final Located located;
    private final List<Problem> problems;

    RequestDraft(Path file, ObjectNode value, Located located, List<Problem> problems) {
        this.file = file;
        this.value = value;
        this.located = located;
        this.problems = Problem.sorted(problems);
    }

    /** What was found wrong so far, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /** The show that is asked for, if that much could be read: a name, or a path relative to the request's file. */
    public Optional<String> show() {
        return Optional.ofNullable(value.path("show").textValue());
    }

    /**
     * What is to be generated, as far as it could be read: a value that was refused counts as not said, a prompt that
     * is missing as empty. Made for rules that look at several keys; what they find goes to {@link #settle}.
     */
    public Optional<Generate> generate() {
        if (!(value.path("generate") instanceof ObjectNode generate)) {
            return Optional.empty();
        }
        ObjectNode filled = generate.deepCopy();
        if (!filled.has("prompt")) {
            filled.put("prompt", "");
        }
        if (filled.path("reframe").size() < Generate.Reframe.class.getRecordComponents().length) {
            filled.putNull("reframe");
        }
        return Optional.of(Records.bind(filled, Generate.class));
    }

    /** The place of a key, such as {@code generate.loop}; the nearest one above it where it is not in the file. */
    public Where where(String key) {
        return located.where(key);
    }

    /** Whether a key stands in the file. */
    public boolean says(String key) {
        return located.find(key).isPresent();
    }

    /**
     * Makes a request of this draft.
     *
     * @param more what else was found wrong, such as a breach of the model's rules
     * @throws RequestException if anything is wrong; every problem is in it
     */
    public LoadedRequest settle(Collection<Problem> more) throws RequestException {
        if (!problems.isEmpty() || !more.isEmpty()) {
            throw refusal(more);
        }
        return new LoadedRequest(file, Records.bind(value, Request.class), located);
    }

    /** All that is wrong with this draft, with what else was found. */
    public RequestException refusal(Collection<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new RequestException(all);
    }
}
