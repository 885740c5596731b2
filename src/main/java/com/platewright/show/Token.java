// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can stand in braces in a template, such as {@code {frame}}. */
public enum Token {
    SHOW,
    SEQUENCE,
    SHOT,
    TASK,
    /** With its letter and padding: {@code v001}. */
    VERSION,
    /** With its padding: {@code 1001}. */
    FRAME,
    /** Of the delivered picture, in pixels. */
    WIDTH,
    HEIGHT,
    /** The deliverable's name in the show. */
    DELIVERABLE;

    static final Set<Token> ALL = EnumSet.allOf(Token.class);

    /** The name in the braces. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words(Collection<Token> tokens) {
        return Arrays.stream(values()).filter(tokens::contains).map(Token::word).toList();
    }
}
