// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code compare.json}: the same figures for programs. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** The text in UTF-8. */
    public static byte[] write(String shot, List<Contender> contenders) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", 1).put("shot", shot);
        root.set("takes", of(contenders));
        return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One object for each clip; what was charged is for all renditions of its task together, null where not known. */
    public static ArrayNode of(List<Contender> contenders) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Contender c : contenders) {
            all.addObject()
                    .put("name", c.name())
                    .put("task_uuid", c.task())
                    .put("renditions", c.renditions())
                    .put("charged", c.charged().map(Money::amount).orElse(null))
                    .put("picture", c.picture())
                    .put("width", c.size().width())
                    .put("height", c.size().height())
                    .put("frames", c.measures().size())
                    .put("peak", c.peak())
                    .put("share_above_one", c.aboveOne())
                    .put("share_negative", c.negative())
                    .put("not_finite", c.broken())
                    .put("repeated_frames", c.repeated())
                    .put("picked", c.picked());
        }
        return all;
    }
}
