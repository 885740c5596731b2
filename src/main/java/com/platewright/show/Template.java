// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.platewright.yaml.Nearest;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with tokens in braces. There is no escape: a brace is always part of a token. */
final class Template {
    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)\\}");

    private Template() {}

    /**
     * The tokens of a text.
     *
     * @throws IllegalArgumentException if a token is unknown, not among {@code known}, or a brace stands alone
     */
    static Set<Token> tokens(String text, Set<Token> known) {
        Set<Token> tokens = EnumSet.noneOf(Token.class);
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(token(matcher.group(1), known));
        }
        if (matcher.replaceAll("").matches("(?s).*[{}].*")) {
            throw new IllegalArgumentException(
                    "a brace stands alone in \"" + text + "\"; tokens are written {" + Token.SHOT.word() + "}");
        }
        return tokens;
    }

    /** The text with every token replaced. */
    static String fill(String text, Function<Token, String> values) {
        return TOKEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.apply(Token.valueOf(found.group(1).toUpperCase(Locale.ROOT)))));
    }

    private static Token token(String word, Set<Token> known) {
        List<String> words = Token.words(known);
        if (!words.contains(word)) {
            String meant = Nearest.to(word, words)
                    .map(near -> ". Did you mean {" + near + "}?")
                    .orElse("");
            throw new IllegalArgumentException(
                    "unknown token {" + word + "}; known here: " + String.join(", ", words) + meant);
        }
        return Token.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
