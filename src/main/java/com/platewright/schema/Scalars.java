// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.platewright.yaml.Node.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a scalar as one of the types that the schema wants there. Numbers and truth values are those of YAML 1.2's core
 * schema without its octal and hexadecimal forms; what YAML 1.1 would read otherwise is refused with the remedy.
 */
final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,30})");
    private static final Pattern DECIMAL =
            Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Set<String> MEANS_TRUE = Set.of("yes", "on", "y", "1");
    private static final Set<String> MEANS_FALSE = Set.of("no", "off", "n", "0");

    private static final Pattern LED_BY_ZERO = Pattern.compile("(-?)0+([0-9]+)");
    private static final Pattern OTHER_BASE = Pattern.compile("0([xob])([0-9a-fA-F]{1,15})");
    private static final Pattern WITH_UNIT = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)\\s*[A-Za-z]+");

    private Scalars() {}

    /** The scalar as the first of the wanted types that it can be; empty if it can be none. */
    static Optional<JsonNode> read(Scalar scalar, Set<String> types) {
        String text = scalar.text();
        if (scalar.plain()) {
            if (types.contains("integer") && WHOLE.matcher(text).matches()) {
                return Optional.of(BigIntegerNode.valueOf(new BigInteger(text)));
            }
            if (types.contains("number") && DECIMAL.matcher(text).matches()) {
                return Optional.of(DecimalNode.valueOf(new BigDecimal(text)));
            }
            if (types.contains("boolean") && (TRUE.contains(text) || FALSE.contains(text))) {
                return Optional.of(BooleanNode.valueOf(TRUE.contains(text)));
            }
        }
        return types.contains("string") ? Optional.of(TextNode.valueOf(text)) : Optional.empty();
    }

    /** What to write instead of a scalar that is none of the wanted types; empty where nobody can know. */
    static Optional<String> remedy(Scalar scalar, Set<String> types) {
        String text = scalar.text();
        if (!scalar.plain()
                && read(new Scalar(scalar.where(), text, true), types).isPresent()) {
            return Optional.of("take the quotes away");
        }
        if (types.contains("boolean")) {
            String word = text.toLowerCase(Locale.ROOT);
            return MEANS_TRUE.contains(word)
                    ? Optional.of("write true")
                    : MEANS_FALSE.contains(word) ? Optional.of("write false") : Optional.empty();
        }
        return types.contains("integer") || types.contains("number") ? number(text, types) : Optional.empty();
    }

    private static Optional<String> number(String text, Set<String> types) {
        Matcher octal = LED_BY_ZERO.matcher(text);
        if (octal.matches()) {
            String decimal = octal.group(1) + octal.group(2);
            return Optional.of("YAML 1.1 reads a leading 0 as octal; write " + decimal);
        }
        Matcher other = OTHER_BASE.matcher(text);
        if (other.matches()) {
            return otherBase(other);
        }
        Matcher unit = WITH_UNIT.matcher(text);
        if (unit.matches()) {
            return plainer(unit.group(1), types, "the unit is fixed; write ");
        }
        return plainer(text.replaceAll("_", ""), types, "write ");
    }

    private static Optional<String> otherBase(Matcher other) {
        int base = other.group(1).equals("x") ? 16 : other.group(1).equals("o") ? 8 : 2;
        try {
            return Optional.of("write " + Long.parseLong(other.group(2), base));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number with superfluous characters, written as one of the wanted types where that is the same number. */
    private static Optional<String> plainer(String text, Set<String> types, String says) {
        String bare = text.startsWith("+") ? text.substring(1) : text;
        String full = bare.startsWith(".") ? "0" + bare : bare.endsWith(".") ? bare + "0" : bare;
        if (!DECIMAL.matcher(full).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(full).stripTrailingZeros();
        boolean fits = types.contains("number") || value.scale() <= 0;
        return fits ? Optional.of(says + value.toPlainString()) : Optional.empty();
    }
}
