// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A relative path with tokens, such as <code>exr/{shot}_{version}.{frame}.exr</code>. What comes out is a legal path on
 * every file system that a show may use: parts of letters, digits, dots, underscores and dashes, parted by {@code /},
 * none of which starts with a dot or a dash.
 */
public record PathTemplate(@JsonValue String text) {
    /** The longest name of a file on common file systems, in bytes, which are characters here. */
    private static final int LONGEST_NAME = 255;

    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");

    /** {@code %04d}, which stands for a frame number in the pattern of a sequence. */
    private static final String PRINTF = "%0[0-9]{1,2}d";

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if a token is unknown or no legal path can come out
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PathTemplate {
        Template.tokens(text, Token.ALL);
        check(Template.fill(text, token -> "x"), text);
    }

    public Set<Token> tokens() {
        return Template.tokens(text, Token.ALL);
    }

    /**
     * The path with every token replaced, parts joined by {@code /}.
     *
     * @throws IllegalArgumentException if a token has no value, or the path is not legal with these values
     */
    public String fill(TokenValues values) {
        String path = Template.fill(text, values::get);
        check(path.replaceAll(PRINTF, "0"), path);
        return path;
    }

    @Override
    public String toString() {
        return text;
    }

    private static void check(String path, String shown) {
        if (path.startsWith("/")) {
            throw new IllegalArgumentException("\"" + shown + "\" starts with /; write it relative to its folder");
        }
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = shown.split("/", -1)[i];
            if (!LEGAL.matcher(parts[i]).matches()) {
                throw new IllegalArgumentException("\"" + part + "\" in \"" + shown
                        + "\" is no legal name; it takes letters, digits, dots, underscores and dashes, and starts with a"
                        + " letter, a digit or an underscore");
            }
            if (parts[i].length() > LONGEST_NAME) {
                throw new IllegalArgumentException("\"" + part + "\" is too long for a file's name: it has "
                        + parts[i].length() + " characters, and file systems take at most " + LONGEST_NAME);
            }
        }
    }
}
