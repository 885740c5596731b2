// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a clip shall show: the words decide what is in the picture, their hash how it looks in particular. */
record Prompt(List<String> words, int take) {

    /** Letter case, punctuation and white space do not matter. */
    static Prompt of(String text, int take) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        return new Prompt(Arrays.stream(words).filter(w -> !w.isEmpty()).toList(), take);
    }

    Prompt {
        words = List.copyOf(words);
    }

    /** How many of these words are said, in the singular or with an s. */
    int says(String... any) {
        return says(List.of(any));
    }

    int says(List<String> any) {
        int count = 0;
        for (String word : any) {
            if (words.contains(word) || words.contains(word + "s")) {
                count++;
            }
        }
        return count;
    }

    /** Numbers that this prompt determines; each call begins anew. */
    Dice dice() {
        long hash = 0xCBF29CE484222325L;
        for (char c : String.join(" ", words).toCharArray()) {
            hash = (hash ^ c) * 0x100000001B3L;
        }
        return new Dice(hash + take * 0x632BE59BD9B4E019L);
    }
}
