// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/** A line of text with tokens, such as <code>{shot} {version}</code>; all characters are welcome. */
public record TextTemplate(@JsonValue String text) {
    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if a token is unknown
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TextTemplate {
        Template.tokens(text, Token.ALL);
    }

    public Set<Token> tokens() {
        return Template.tokens(text, Token.ALL);
    }

    /**
     * The text with every token replaced.
     *
     * @throws IllegalArgumentException if a token has no value
     */
    public String fill(TokenValues values) {
        return Template.fill(text, values::get);
    }

    @Override
    public String toString() {
        return text;
    }
}
