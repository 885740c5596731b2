// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A JSON object with one possible wording: keys in order, nothing that is absent or false, ASCII only, numbers without
 * exponent. A member added in a later release is left out at its default, so that old requests keep their wording.
 */
final class Canonical {
    private final Map<String, String> members = new TreeMap<>();

    Canonical text(String key, String value) {
        members.put(key, quoted(value));
        return this;
    }

    Canonical number(String key, long value) {
        members.put(key, Long.toString(value));
        return this;
    }

    Canonical number(String key, BigDecimal value) {
        members.put(key, value.stripTrailingZeros().toPlainString());
        return this;
    }

    Canonical flag(String key, boolean value) {
        if (value) {
            members.put(key, "true");
        }
        return this;
    }

    Canonical object(String key, Canonical value) {
        if (!value.members.isEmpty()) {
            members.put(key, value.toString());
        }
        return this;
    }

    Canonical list(String key, List<Canonical> values) {
        if (!values.isEmpty()) {
            members.put(key, values.stream().map(Canonical::toString).collect(Collectors.joining(",", "[", "]")));
        }
        return this;
    }

    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ' && c < 127) {
                quoted.append(c);
            } else {
                quoted.append(String.format("\\u%04x", (int) c));
            }
        }
        return quoted.append('"').toString();
    }
}
