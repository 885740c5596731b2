// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.sandbox.clip.ClipQuirks;
import com.platewright.sandbox.fault.FaultScript.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultScriptTest {

    @Test
    void anEmptyScriptIsNoFault() throws FaultScriptException {
        assertThat(FaultScript.parse("")).isEqualTo(FaultScript.NONE);
        assertThat(FaultScript.parse("[]")).isEqualTo(FaultScript.NONE);
        assertThat(FaultScript.parse("rules: []")).isEqualTo(FaultScript.NONE);
    }

    @Test
    void yamlAndJsonSayTheSame() throws FaultScriptException {
        assertThat(FaultScript.parse("{\"conflict_status\":400,\"rules\":[{\"on\":\"poll\",\"do\":\"empty\"}]}"))
                .isEqualTo(FaultScript.parse("conflict_status: 400\nrules:\n  - on: poll\n    do: empty\n"));
    }

    @Test
    void theQuirksOfAClipAreRead() throws FaultScriptException {
        FaultScript script = FaultScript.parse("""
                - on: submit
                  do:
                    clip:
                      frames: 120
                      exr: {compression: piz, chromaticities: false, nan: 12}
                      zip: {names: {folder: exr, prefix: "", first: 1001, padding: 6}, junk: true, damage: {missing: 17}}
                """);
        ClipQuirks quirks = ((Fault.Clip) script.rules().get(0).fault()).quirks();
        assertThat(quirks.frames()).hasValue(120);
        assertThat(quirks.exr().orElseThrow().compression()).hasValue("piz");
        assertThat(quirks.exr().orElseThrow().chromaticities()).hasValue(false);
        ClipQuirks.ZipQuirks zip = quirks.zip().orElseThrow();
        assertThat(zip.names().orElseThrow().padding()).hasValue(6);
        assertThat(zip.junk()).isTrue();
        assertThat(zip.damage().orElseThrow().missing()).hasValue(17);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "[{on: submit, do: fly}] | rule 1: \"fly\" cannot be done on submit; there is answer, clip, cut_after",
                "[{on: poll, do: empty}, {on: poll, do: no_range}] | rule 2: \"no_range\" cannot be done on poll",
                "[{on: never, do: empty}] | rule 1: on is submit, poll, details, upload, download or webhook, not \"never\"",
                "[{on: poll}] | rule 1: do is one word, or one word with what it needs",
                "[{on: poll, do: {empty: 1, garble: 2}}] | rule 1: do is one word, or one word with what it needs",
                "[{on: poll, do: empty, tims: 3}] | rule 1: a rule has no key \"tims\"; known: after, do, file, on, task, times",
                "[{on: poll, do: empty, times: often}] | rule 1: times is a whole number",
                "[{on: poll, do: {delay: soon}}] | rule 1: delay needs a number from 0 to 86400",
                "[{on: download, do: {stall: 2}}] | rule 1: stall needs a number from 0 to 1",
                "[{on: poll, do: {files: many}}] | rule 1: files is one of sound, missing, first_missing, two, unknown_type, single_exr",
                "[{on: submit, do: {clip: {frame: 3}}}] | rule 1: clip: Unrecognized field \"frame\"",
                "[{on: submit, do: {answer: {code: 3}}}] | rule 1: answer: Unrecognized field \"code\"",
                "[{on: submit, do: {answer: {}}}] | rule 1: answer: needs a status from 200 to 599",
                "[{on: submit, do: refuse}] | rule 1: an error has a code",
                "{validation: soft} | validation is lenient or strict, not soft",
                "{conflict_status: 418} | conflict_status is 409 or 400, not 418",
                "{rule: []} | the script has no key \"rule\"; known: conflict_status, rules, validation",
                "just words | a script is a list of rules, or switches and rules",
                "{on | this is neither YAML nor JSON"
            })
    void aMistakeIsNamedWithItsRule(String script, String message) {
        assertThatThrownBy(() -> FaultScript.parse(script))
                .isInstanceOf(FaultScriptException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void aRuleTakesEffectAsOftenAsItSays(int times) throws Exception {
        Faults faults = faults("[{on: poll, times: " + times + ", do: empty}]");
        int taken = 0;
        for (int i = 0; i < 10; i++) {
            taken += faults.take(Stage.POLL, "any", f -> true).size();
        }
        assertThat(taken).isEqualTo(times);
    }

    @Test
    void aRuleThatIsNotWantedIsNotUsedUp() throws Exception {
        Faults faults = faults("[{on: poll, times: 1, do: {cost: missing}}]");
        assertThat(faults.take(Stage.POLL, "any", f -> f instanceof Fault.OfWire))
                .isEmpty();
        assertThat(faults.take(Stage.SUBMIT, "any", f -> true)).isEmpty();
        assertThat(faults.take(Stage.POLL, "any", f -> true)).hasSize(1);
    }

    @Test
    void aRuleForAFileLeavesOthersAlone() throws Exception {
        Faults faults = faults("[{on: download, file: zip, do: no_range}]");
        assertThat(faults.take(Stage.DOWNLOAD, "any", Optional.of("mp4"), f -> true))
                .isEmpty();
        assertThat(faults.take(Stage.DOWNLOAD, "any", Optional.of("zip"), f -> true))
                .hasSize(1);
    }

    @Test
    void anotherScriptStartsAnew() throws Exception {
        Faults faults = faults("[{on: poll, times: 1, do: empty}]");
        faults.take(Stage.POLL, "any", f -> true);
        faults.replace(FaultScript.parse("[{on: poll, times: 1, do: empty}]"));
        List<Fault> taken = faults.take(Stage.POLL, "any", f -> true);
        assertThat(taken).containsExactly(new Fault.Empty());
    }

    private static Faults faults(String script) throws FaultScriptException, IOException {
        return new Faults(FaultScript.parse(script), uuid -> 1);
    }
}
