// SPDX-License-Identifier: Apache-2.0
package com.platewright.journal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A piece of work that is done once.
 *
 * @param name such as {@code generate}
 * @param input digest of all that decides its result; another input is another step
 * @param facts what must be known if it is never finished, such as the id under which it was paid for
 */
public record Step(String name, String input, Map<String, Object> facts) {
    static final String NAME = "step";
    static final String INPUT = "input";

    public Step {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public Step(String name, String input) {
        this(name, input, Map.of());
    }

    public Step with(String fact, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(fact, value);
        return new Step(name, input, more);
    }
}
