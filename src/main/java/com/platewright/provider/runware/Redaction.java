// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** Takes secrets out of what the service says, so that it can be kept and shown. */
final class Redaction {
    /** Query and fragment of an address, where signatures stand, and credentials before its host. */
    private static final Pattern SIGNATURE = Pattern.compile("(https?://[^\\s\"'<>?#]+)[?#][^\\s\"'<>]*");

    private static final Pattern LOGIN = Pattern.compile("(https?://)[^\\s\"'<>/?#@]+@");
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)api_?key|authorization|password|secret|(access_?)?token|.*signature|sig|policy|.*credentials?");

    /** Members whose value is an address, also one without scheme and host. */
    private static final Pattern ADDRESS_NAME = Pattern.compile("(?i).*(url|uri)");

    /** A key shorter than this is a word that honest text may hold. */
    private static final int SHORTEST_KEY = 8;

    private static final int LONGEST_DATA = 200;

    private Redaction() {}

    /** The text without the key, should the service echo it. */
    static String withoutKey(String text, String key) {
        return key.length() < SHORTEST_KEY ? text : text.replace(key, "[key]");
    }

    /** The text without the secret parts of addresses. */
    static String withoutSignatures(String text) {
        return SIGNATURE.matcher(LOGIN.matcher(text).replaceAll("$1")).replaceAll("$1");
    }

    /** The same document without secret parts of addresses, members named as secrets and long data URIs. */
    static JsonNode evidence(JsonNode node) {
        if (node.isObject()) {
            ObjectNode clean = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> clean.set(member.getKey(), member(member.getKey(), member.getValue())));
            return clean;
        }
        if (node.isArray()) {
            ArrayNode clean = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> clean.add(evidence(element)));
            return clean;
        }
        return node.isTextual() ? JsonNodeFactory.instance.textNode(plain(node.asText())) : node;
    }

    private static JsonNode member(String name, JsonNode value) {
        if (value.isTextual() && SECRET_NAME.matcher(name).matches()) {
            return JsonNodeFactory.instance.textNode("[secret]");
        }
        boolean address = value.isTextual() && ADDRESS_NAME.matcher(name).matches();
        return address && !value.asText().startsWith("data:")
                ? JsonNodeFactory.instance.textNode(plain(value.asText().replaceFirst("[?#].*", "")))
                : evidence(value);
    }

    private static String plain(String text) {
        if (text.startsWith("data:") && text.length() > LONGEST_DATA) {
            return text.substring(0, Math.max(5, text.indexOf(',') + 1)) + "[" + text.length() + " characters]";
        }
        return withoutSignatures(text);
    }
}
