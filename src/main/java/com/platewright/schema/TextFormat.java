// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.platewright.yaml.Source;

/** A further rule about a text, named by the schema's {@code format}. */
@FunctionalInterface
public interface TextFormat {
    /**
     * Checks a text and gives what it stands for, which for most formats is the text itself, and for paths the absolute
     * path.
     *
     * @param source the layer that holds the text
     * @throws IllegalArgumentException if the text breaks the rule; the message is the sentence about it
     */
    String read(String text, Source source);
}
