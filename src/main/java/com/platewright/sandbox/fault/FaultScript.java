// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What shall go wrong, in YAML or JSON: a list of rules, or switches and rules.
 *
 * <pre>{@code
 * validation: strict        # unknown keys and doubtful combinations are refused; lenient by default
 * conflict_status: 400      # of conflictTaskUUID; 409 by default
 * rules:
 *   - {on: submit, times: 1, do: cut_after}
 *   - {on: poll, task: 2, times: 3, do: {status: pending}}
 *   - {on: submit, do: {clip: {frames: 120, zip: {damage: {missing: 17}}}}}
 *   - {on: download, file: zip, times: 1, do: {stall: 0.5}}
 *   - {on: download, file: zip, after: 1, times: 1, do: {answer: {status: 403}}}
 * }</pre>
 *
 * <p>{@code on} is {@code submit}, {@code poll}, {@code details}, {@code upload}, {@code download} or {@code webhook}.
 * {@code task} is a task's UUID or its
 * place in the ledger, counted from 1; a task that is not accepted yet has the place that it would get. {@code file} is
 * {@code mp4}, {@code zip} or {@code exr}. {@code after} is how many chances the rule lets pass before its first;
 * {@code times} is how often it then takes effect, always where it is absent.
 * Rules are read from the top. Of those that would answer in the server's place, of {@code status} and {@code fail}, and of
 * any other word, the first that is left takes effect; the next one waits until it is used up.
 *
 * <p>{@code do} is a word, or a word with what it needs:
 *
 * <ul>
 *   <li>submit, poll, details, upload: {@code cut_before}, {@code cut_after} (closed without an answer, the work undone or done);
 *       {@code hang_before}, {@code hang_after}; {@code answer: {status, body, content_type, retry_after,
 *       retry_after_date, done}} (an HTML page by default; both delays in seconds, the second sent as a date);
 *       {@code refuse: CODE} or {@code refuse: {code, message, status, parameter, allowed_values}}; {@code delay: seconds};
 *       {@code drip: milliseconds}; {@code garble} (JSON that ends in the middle); {@code empty}
 *   <li>poll: {@code status: word}; {@code fail: CODE} or {@code fail: {code, message, status, shape}} with shape
 *       {@code errors}, {@code item} or {@code single}; {@code mixed: own} or {@code mixed: other}; {@code signed: TEXT}; {@code cost: missing} or
 *       a value; {@code files: missing}, {@code first_missing}, {@code two}, {@code unknown_type} or {@code single_exr};
 *       {@code one_per_poll}; {@code only_first}; {@code reversed}
 *   <li>submit: {@code clip: {frames, movie_frames, width, height, exr: {compression, chromaticities, nan, black},
 *       zip: {names: {folder, prefix, first, padding}, junk, deflated, damage: {missing, truncated, flipped,
 *       flipped_unseen}, outside, bomb_mb}}}; frames are counted from 0
 *   <li>download: {@code answer} and {@code delay} as above; {@code no_length}; {@code no_range}; {@code truncate: share};
 *       {@code stall: share}; {@code rate: bytes per second}; {@code corrupt: share}; {@code redirect: host}; {@code content_type: type};
 *       {@code etag: none} or {@code etag: changing}; a share is 0 to 1
 *   <li>webhook: {@code delay} as above; {@code twice}; {@code lost}
 * </ul>
 */
public record FaultScript(boolean strict, int conflictStatus, List<Rule> rules) {
    public static final FaultScript NONE = new FaultScript(false, 409, List.of());

    private static final Set<String> SWITCHES = Set.of("validation", "conflict_status", "rules");
    private static final Set<String> RULE_KEYS = Set.of("on", "task", "file", "after", "times", "do");

    /** When a rule is looked at. */
    public enum Stage {
        SUBMIT,
        POLL,
        DETAILS,
        UPLOAD,
        DOWNLOAD,
        WEBHOOK
    }

    /**
     * One rule of a script.
     *
     * @param after chances that it lets pass first
     */
    public record Rule(
            Stage stage, Optional<String> task, Optional<String> file, int after, OptionalInt times, Fault fault) {}

    public FaultScript {
        rules = List.copyOf(rules);
    }

    /**
     * Reads a script.
     *
     * @throws FaultScriptException naming the rule that cannot be read
     */
    public static FaultScript parse(String text) throws FaultScriptException {
        JsonNode script = tree(text);
        if (script.isArray()) {
            return new FaultScript(false, 409, rules(script));
        }
        if (!script.isObject()) {
            throw new FaultScriptException("a script is a list of rules, or switches and rules");
        }
        known("the script", script, SWITCHES);
        String validation = script.path("validation").asText("lenient");
        if (!List.of("lenient", "strict").contains(validation)) {
            throw new FaultScriptException("validation is lenient or strict, not " + validation);
        }
        int conflict = script.path("conflict_status").asInt(409);
        if (conflict != 409 && conflict != 400) {
            throw new FaultScriptException("conflict_status is 409 or 400, not " + conflict);
        }
        return new FaultScript(validation.equals("strict"), conflict, rules(script.path("rules")));
    }

    private static JsonNode tree(String text) throws FaultScriptException {
        try {
            JsonNode script = FaultWord.READER.readTree(text);
            return script.isMissingNode() || script.isNull() ? JsonNodeFactory.instance.objectNode() : script;
        } catch (JsonProcessingException e) {
            throw new FaultScriptException("this is neither YAML nor JSON: " + e.getOriginalMessage());
        }
    }

    private static List<Rule> rules(JsonNode list) throws FaultScriptException {
        if (!list.isArray() && !list.isMissingNode()) {
            throw new FaultScriptException("rules are a list");
        }
        List<Rule> rules = new ArrayList<>();
        for (JsonNode node : list) {
            try {
                rules.add(rule(node));
            } catch (FaultScriptException e) {
                throw new FaultScriptException("rule " + (rules.size() + 1) + ": " + e.getMessage());
            }
        }
        return rules;
    }

    private static Rule rule(JsonNode node) throws FaultScriptException {
        if (!node.isObject()) {
            throw new FaultScriptException("a rule has the keys on and do");
        }
        known("a rule", node, RULE_KEYS);
        Stage stage = stage(node.path("on").asText());
        OptionalInt times = count(node, "times");
        return new Rule(
                stage,
                Optional.of(node.path("task").asText()).filter(t -> !t.isEmpty()),
                Optional.of(node.path("file").asText()).filter(f -> !f.isEmpty()),
                count(node, "after").orElse(0),
                times,
                FaultWord.read(stage, node.path("do")));
    }

    private static OptionalInt count(JsonNode node, String key) throws FaultScriptException {
        JsonNode count = node.path(key);
        if (count.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!count.isInt() || count.asInt() < 0) {
            throw new FaultScriptException(key + " is a whole number");
        }
        return OptionalInt.of(count.asInt());
    }

    private static Stage stage(String word) throws FaultScriptException {
        for (Stage stage : Stage.values()) {
            if (stage.name().toLowerCase(Locale.ROOT).equals(word)) {
                return stage;
            }
        }
        throw new FaultScriptException(
                "on is submit, poll, details, upload, download or webhook, not \"" + word + "\"");
    }

    private static void known(String what, JsonNode node, Set<String> keys) throws FaultScriptException {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!keys.contains(name)) {
                throw new FaultScriptException(what + " has no key \"" + name + "\"; known: "
                        + String.join(", ", keys.stream().sorted().toList()));
            }
        }
    }
}
