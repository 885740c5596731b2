// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import static com.platewright.sandbox.scene.Pictures.HEIGHT;
import static com.platewright.sandbox.scene.Pictures.NONE;
import static com.platewright.sandbox.scene.Pictures.PROMPTS;
import static com.platewright.sandbox.scene.Pictures.WIDTH;
import static com.platewright.sandbox.scene.Pictures.difference;
import static com.platewright.sandbox.scene.Pictures.digest;
import static com.platewright.sandbox.scene.Pictures.frame;
import static com.platewright.sandbox.scene.Pictures.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.sandbox.Tool;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneClipTest {
    static final Iterable<String> KINDS = PROMPTS.keySet();

    @ParameterizedTest
    @FieldSource("KINDS")
    void aPromptCallsForItsKindOfScene(String kind) {
        assertThat(SceneKind.of(Prompt.of(Pictures.prompt(kind), 0)).name()).isEqualTo(kind);
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void samplesDoNotDependOnStripsOrderOrInstance(String kind) {
        String prompt = Pictures.prompt(kind);
        SceneClip clip = SceneClip.of(order(prompt, 0, true), NONE, 2);
        float[] whole = frame(clip, 33, HEIGHT);
        assertThat(frame(SceneClip.of(order(prompt, 0, true), NONE, 2), 33, 16)).isEqualTo(whole);

        float[] backwards = new float[whole.length];
        SceneClip.Frame frame = clip.frame(33);
        for (int line = HEIGHT - 1; line >= 0; line--) {
            frame.lines(line, 1, FloatBuffer.wrap(backwards, line * WIDTH * 4, WIDTH * 4));
        }
        assertThat(backwards).isEqualTo(whole);
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void lightIsNeverNegativeGoesFarAboveOneAndFitsAHalf(String kind) {
        SceneClip clip = SceneClip.of(order(Pictures.prompt(kind), 0, false), NONE, 2);
        for (int index : new int[] {0, 60, 120}) {
            float[] frame = frame(clip, index, 16);
            float peak = 0;
            for (int i = 0; i < frame.length; i++) {
                assertThat(frame[i]).isBetween(0f, 60_000f);
                peak = Math.max(peak, frame[i]);
                if (i % 4 == 3) {
                    assertThat(frame[i]).isEqualTo(1);
                }
            }
            assertThat(peak).as(kind + ", frame " + index).isGreaterThan(4);
        }
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void thePictureMovesButDoesNotJump(String kind) {
        SceneClip clip = SceneClip.of(order(Pictures.prompt(kind), 0, false), NONE, 2);
        float[] now = frame(clip, 40, 16);
        double near = difference(now, frame(clip, 41, 16));
        double far = difference(now, frame(clip, 88, 16));
        assertThat(near).isBetween(0.0005, 0.06);
        assertThat(far).isGreaterThan(near * 1.02);
    }

    @Test
    void everyPromptAndEveryTakeLooksDifferent() {
        float[] one = frame("red silk", 0, 5);
        assertThat(difference(one, frame("blue silk", 0, 5))).isGreaterThan(0.02);
        assertThat(difference(one, frame("red silk", 1, 5))).isGreaterThan(0.02);
        assertThat(frame("  Red   SILK!", 0, 5)).isEqualTo(one);
    }

    @Test
    void framesOfOneClipAllDiffer() {
        SceneClip clip = SceneClip.of(order("silk", 0, false), NONE, 2);
        Map<Integer, Integer> seen = new TreeMap<>();
        for (int i = 0; i < 121; i++) {
            seen.merge(digest(frame(clip, i, HEIGHT)), 1, Integer::sum);
        }
        assertThat(seen).hasSize(121);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theMarkIsSmallInTheCornerAndCanBeSwitchedOff(boolean bright) {
        String prompt = bright ? Pictures.prompt("dune") : Pictures.prompt("pond");
        float[] plain = frame(SceneClip.of(order(prompt, 0, false), NONE, 2), 9, 16);
        float[] marked = frame(SceneClip.of(order(prompt, 0, true), NONE, 2), 9, 16);
        int touched = 0;
        for (int i = 0; i < plain.length; i += 4) {
            if (!Arrays.equals(plain, i, i + 4, marked, i, i + 4)) {
                int x = i / 4 % WIDTH;
                int y = i / 4 / WIDTH;
                assertThat(x).isGreaterThan(WIDTH * 3 / 4);
                assertThat(y).isLessThan(HEIGHT / 10);
                touched++;
            }
        }
        assertThat(touched).isBetween(10, WIDTH * HEIGHT / 50);
    }

    /** Another compiler orders the same operations otherwise; what Java promises of them must hold all the same. */
    @Test
    void samplesAreTheSameBitForBitWhateverTheCompiler() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String other = Tool.run(
                java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Digests.class.getName());
        assertThat(other.strip()).isEqualTo(Digests.all());
    }

    /** The digests of all kinds, printed by a Java machine of its own. */
    static final class Digests {
        private Digests() {}

        public static void main(String[] args) {
            System.out.println(all());
        }

        static String all() {
            StringBuilder text = new StringBuilder();
            new TreeMap<>(PROMPTS).forEach((kind, prompt) -> text.append(kind)
                    .append(' ')
                    .append(Integer.toHexString(digest(frame(prompt, 0, 77))))
                    .append(' '));
            return text.toString().strip();
        }
    }
}
