// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.platewright.sandbox.clip.ClipQuirks;
import com.platewright.sandbox.fault.FaultScript.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The words that a script may use after {@code do}, each with where it may stand and how it is read. */
final class FaultWord {
    /** YAML, of which JSON is a part; an unknown key is an error. */
    static final JsonMapper READER = JsonMapper.builder(new YAMLFactory())
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Set<Stage> CALLS = Set.of(Stage.SUBMIT, Stage.POLL, Stage.DETAILS, Stage.UPLOAD);
    private static final Set<Stage> POLL = Set.of(Stage.POLL);
    private static final Set<Stage> SUBMIT = Set.of(Stage.SUBMIT);
    private static final Set<Stage> DOWNLOAD = Set.of(Stage.DOWNLOAD);
    private static final Set<Stage> WEBHOOK = Set.of(Stage.WEBHOOK);
    private static final Set<Stage> ALL = Set.of(Stage.values());
    private static final Set<Stage> ANSWERED =
            Set.of(Stage.SUBMIT, Stage.POLL, Stage.DETAILS, Stage.UPLOAD, Stage.DOWNLOAD);

    private interface Reader {
        Fault read(JsonNode with) throws FaultScriptException, JsonProcessingException;
    }

    private record Word(Set<Stage> stages, Reader reader) {}

    private static final Map<String, Word> WORDS = words();

    private FaultWord() {}

    static Fault read(Stage stage, JsonNode what) throws FaultScriptException {
        boolean alone = what.isTextual();
        if (!alone && (!what.isObject() || what.size() != 1)) {
            throw new FaultScriptException("do is one word, or one word with what it needs");
        }
        String name = alone ? what.asText() : what.fieldNames().next();
        Word word = WORDS.get(name);
        if (word == null || !word.stages().contains(stage)) {
            String here = stage.name().toLowerCase(Locale.ROOT);
            throw new FaultScriptException(
                    "\"" + name + "\" cannot be done on " + here + "; there is " + String.join(", ", words(stage)));
        }
        try {
            return word.reader().read(alone ? JsonNodeFactory.instance.objectNode() : what.path(name));
        } catch (JsonProcessingException e) {
            throw new FaultScriptException(name + ": " + e.getOriginalMessage());
        }
    }

    private static List<String> words(Stage stage) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().stages().contains(stage))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Word> words() {
        Map<String, Word> words = new TreeMap<>();
        words.put("cut_before", new Word(CALLS, w -> new Fault.Cut(false)));
        words.put("cut_after", new Word(CALLS, w -> new Fault.Cut(true)));
        words.put("hang_before", new Word(CALLS, w -> new Fault.Hang(false)));
        words.put("hang_after", new Word(CALLS, w -> new Fault.Hang(true)));
        words.put("answer", new Word(ANSWERED, FaultWord::answer));
        words.put("refuse", new Word(CALLS, w -> new Fault.Refuse(error(w))));
        words.put("delay", new Word(ALL, w -> new Fault.Delay(number("delay", w, 86_400))));
        words.put("drip", new Word(CALLS, w -> new Fault.Drip((int) number("drip", w, 60_000))));
        words.put("garble", new Word(CALLS, w -> new Fault.Garble()));
        words.put("empty", new Word(CALLS, w -> new Fault.Empty()));
        words.put("status", new Word(POLL, w -> new Fault.Status(text("status", w))));
        words.put("fail", new Word(POLL, w -> new Fault.Fail(error(w), shape(w.path("shape")))));
        words.put("mixed", new Word(POLL, w -> new Fault.Mixed(choice("mixed", w, Fault.Whose.class))));
        words.put("cost", new Word(POLL, FaultWord::cost));
        words.put("files", new Word(POLL, w -> new Fault.FilesAs(choice("files", w, Fault.FileList.class))));
        words.put("signed", new Word(POLL, w -> new Fault.Signed(text("signed", w))));
        words.put("one_per_poll", new Word(POLL, w -> new Fault.OnePerPoll()));
        words.put("only_first", new Word(POLL, w -> new Fault.OnlyFirst()));
        words.put("reversed", new Word(POLL, w -> new Fault.Reversed()));
        words.put("clip", new Word(SUBMIT, w -> new Fault.Clip(READER.treeToValue(w, ClipQuirks.class))));
        words.put("twice", new Word(WEBHOOK, w -> new Fault.Calls(2)));
        words.put("lost", new Word(WEBHOOK, w -> new Fault.Calls(0)));
        words.put("no_length", new Word(DOWNLOAD, w -> new Fault.NoLength()));
        words.put("no_range", new Word(DOWNLOAD, w -> new Fault.NoRange()));
        words.put("truncate", new Word(DOWNLOAD, w -> new Fault.Truncate(number("truncate", w, 1))));
        words.put("stall", new Word(DOWNLOAD, w -> new Fault.Stall(number("stall", w, 1))));
        words.put("rate", new Word(DOWNLOAD, w -> new Fault.Rate(Math.max(1, number("rate", w, 1e12)))));
        words.put("corrupt", new Word(DOWNLOAD, w -> new Fault.Corrupt(number("corrupt", w, 1))));
        words.put("redirect", new Word(DOWNLOAD, w -> new Fault.Redirect(text("redirect", w))));
        words.put("content_type", new Word(DOWNLOAD, w -> new Fault.ContentType(text("content_type", w))));
        words.put("etag", new Word(DOWNLOAD, w -> new Fault.Etag(choice("etag", w, Fault.EtagAs.class))));
        return words;
    }

    private static Fault answer(JsonNode with) throws FaultScriptException, JsonProcessingException {
        Fault.Answer answer = READER.treeToValue(with, Fault.Answer.class);
        if (answer.status() < 200 || answer.status() > 599) {
            throw new FaultScriptException("answer: needs a status from 200 to 599");
        }
        return answer;
    }

    private static Fault cost(JsonNode with) throws FaultScriptException {
        if (with.isTextual() && with.asText().equals("missing")) {
            return new Fault.Cost(Optional.empty(), false);
        }
        if (!with.isNumber() && !with.isTextual()) {
            throw new FaultScriptException("cost is missing, or a value");
        }
        return new Fault.Cost(Optional.of(with.asText()), with.isTextual());
    }

    private static ApiError error(JsonNode with) throws FaultScriptException {
        String code = with.isTextual() ? with.asText() : with.path("code").asText();
        if (code.isEmpty()) {
            throw new FaultScriptException("an error has a code");
        }
        ApiError known = ApiError.known(code).orElse(ApiError.of(400, code, "Refused by the script of faults."));
        return new ApiError(
                with.path("status").asInt(known.status()),
                code,
                with.path("message").asText(known.message()),
                with.has("parameter") ? texts(with.path("parameter")) : known.parameters(),
                texts(with.path("allowed_values")));
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isValueNode()) {
            texts.add(node.asText());
        }
        node.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Fault.Shape shape(JsonNode with) throws FaultScriptException {
        return with.isMissingNode() ? Fault.Shape.ERRORS : choice("shape", with, Fault.Shape.class);
    }

    /** A constant, written in lower case. */
    private static <E extends Enum<E>> E choice(String word, JsonNode with, Class<E> choices)
            throws FaultScriptException {
        List<String> names = new ArrayList<>();
        for (E each : choices.getEnumConstants()) {
            names.add(each.name().toLowerCase(Locale.ROOT));
            if (with.asText().equals(each.name().toLowerCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new FaultScriptException(word + " is one of " + String.join(", ", names));
    }

    private static double number(String word, JsonNode with, double most) throws FaultScriptException {
        if (!with.isNumber() || with.asDouble() < 0 || with.asDouble() > most) {
            throw new FaultScriptException(word + " needs a number from 0 to " + (long) most);
        }
        return with.asDouble();
    }

    private static String text(String word, JsonNode with) throws FaultScriptException {
        if (!with.isTextual()) {
            throw new FaultScriptException(word + " needs a text");
        }
        return with.asText();
    }
}
