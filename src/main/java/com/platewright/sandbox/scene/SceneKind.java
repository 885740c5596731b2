// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.List;

/** What there is to be shown, and the words that call for it. The kind with most of its words in a prompt is taken. */
record SceneKind(String name, Maker maker, List<String> words) {

    /** Makes a scene of one kind. */
    interface Maker {
        Scene make(Stage stage, Prompt prompt);
    }

    static final List<SceneKind> ALL = List.of(
            kind(
                    "garden",
                    GardenScene::new,
                    "hummingbird hibiscus bird flower garden blossom petal bee nectar jungle leaf"),
            kind("dune", DuneScene::new, "dune desert sand astronaut mars martian sahara planet dawn canyon explorer"),
            kind("pond", PondScene::new, "lantern pond lake firefly fireflies candle lily moonlight paper"),
            kind(
                    "sparks",
                    SparksScene::new,
                    "spark welder welding weld forge blacksmith ember steel workshop arc fire"),
            kind("sea", SeaScene::new, "sea ocean wave sunset sunrise beach boat sail ship harbour harbor coast gull"),
            kind(
                    "street",
                    StreetScene::new,
                    "city street neon rain tokyo alley umbrella traffic car urban downtown taxi"));

    /** What is shown where a prompt says none of these words. */
    static final SceneKind OTHER = kind("silk", SilkScene::new, "");

    SceneKind {
        words = List.copyOf(words);
    }

    static SceneKind of(Prompt prompt) {
        SceneKind best = OTHER;
        int most = 0;
        for (SceneKind kind : ALL) {
            int said = prompt.says(kind.words);
            if (said > most) {
                most = said;
                best = kind;
            }
        }
        return best;
    }

    Scene scene(Stage stage, Prompt prompt) {
        return maker.make(stage, prompt);
    }

    private static SceneKind kind(String name, Maker maker, String words) {
        return new SceneKind(name, maker, List.of(words.split(" ")));
    }
}
