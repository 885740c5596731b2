// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Node.Nothing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static Mapping layer(String name, String text) {
        YamlText read = YamlText.of(text.getBytes(StandardCharsets.UTF_8), new Source(name, Path.of("/")));
        assertThat(read.problems()).isEmpty();
        return read.root();
    }

    /** Every leaf with its origin, as {@code path=text@file:line}. */
    private static List<String> leaves(Mapping map) {
        List<String> leaves = new ArrayList<>();
        collect(map, "", leaves);
        return leaves;
    }

    private static void collect(Node node, String path, List<String> leaves) {
        if (node instanceof Mapping map) {
            map.entries().forEach((key, entry) -> collect(entry.value(), KeyPath.join(path, key), leaves));
        } else {
            String text = node instanceof Node.Scalar scalar
                    ? scalar.text()
                    : node.getClass().getSimpleName();
            leaves.add(path + "=" + text + "@" + node.where().source().name() + ":"
                    + node.where().line());
        }
    }

    @Test
    void mapsMergeAndEveryValueKeepsItsOrigin() {
        Mapping merged =
                Layers.merge(layer("low", "a: 1\nb: {c: 2, d: 3}\n"), layer("high", "b:\n  d: 4\n  e: 5\nf: 6\n"));
        assertThat(leaves(merged))
                .containsExactly("a=1@low:1", "b.c=2@low:2", "b.d=4@high:2", "b.e=5@high:3", "f=6@high:4");
    }

    @Test
    void listsAndScalarsReplace() {
        Mapping merged = Layers.merge(
                layer("low", "a: [1, 2, 3]\nb: {c: 1}\nd: 1\n"), layer("high", "a: [4]\nb: x\nd: {e: 2}\n"));
        assertThat(leaves(merged)).containsExactly("a=Sequence@high:1", "b=x@high:2", "d.e=2@high:3");
    }

    @Test
    void nullTakesAwayAndALaterLayerStartsAfresh() {
        Mapping two = Layers.merge(layer("low", "a: {b: 1, c: 2}\n"), layer("mid", "a: null\nz: null\n"));
        assertThat(two.entries().get("a")).satisfies(entry -> assertThat(((Nothing) entry.value()).tookAway())
                .isTrue());
        assertThat(two.entries().get("z")).satisfies(entry -> assertThat(((Nothing) entry.value()).tookAway())
                .isFalse());
        assertThat(leaves(Layers.merge(two, layer("high", "a: {d: 3}\n"))))
                .contains("a.d=3@high:1")
                .hasSize(2);
    }

    @Test
    void aDeliverableOfAnotherKindStartsAfresh() {
        Mapping low = layer("low", "plate: {kind: exr_sequence, path: p, compression: zip}\n");
        assertThat(leaves(Layers.merge(low, layer("high", "plate: {kind: movie, encoder: x}\n"))))
                .containsExactly("plate.kind=movie@high:1", "plate.encoder=x@high:1");
        assertThat(leaves(Layers.merge(low, layer("high", "plate: {kind: exr_sequence, path: q}\n"))))
                .contains("plate.compression=zip@low:1", "plate.path=q@high:1");
    }

    @Test
    void theOptionsOfOneEncoderAreNothingToAnother() {
        Mapping low = layer("low", "m: {encoder: prores_ks, path: p, options: {qscale: 9, profile: 4444}}\n");
        assertThat(leaves(Layers.merge(low, layer("high", "m: {encoder: libx264, options: {crf: 18}}\n"))))
                .containsExactlyInAnyOrder("m.encoder=libx264@high:1", "m.path=p@low:1", "m.options.crf=18@high:1");
        assertThat(leaves(Layers.merge(low, layer("high", "m: {options: {qscale: 5}}\n"))))
                .contains("m.options.qscale=5@high:1", "m.options.profile=4444@low:1");
    }

    @Test
    void theBitRateOfOneCodecIsNothingToAnother() {
        Mapping low = layer("low", "sound: {codec: aac, bit_rate: 192000}\n");
        assertThat(leaves(Layers.merge(low, layer("high", "sound: {codec: pcm_s24le}\n"))))
                .containsExactly("sound.codec=pcm_s24le@high:1");
        assertThat(leaves(Layers.merge(low, layer("high", "sound: {bit_rate: 256000}\n"))))
                .containsExactly("sound.codec=aac@low:1", "sound.bit_rate=256000@high:1");
    }
}
