// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.request.Generate;
import com.platewright.show.Deliverable;
import com.platewright.show.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a draft is: the same words and pictures, in SDR, as a movie alone, and small. */
final class Drafts {
    private Drafts() {}

    /** The draft of a request. */
    static Generate of(Generate full, Draft how) {
        return new Generate(
                full.prompt(),
                size(full, how),
                full.width(),
                full.height(),
                full.duration(),
                false,
                false,
                full.loop(),
                full.keyframes(),
                full.source(),
                full.edit(),
                full.reframe(),
                full.takes());
    }

    /** The request in full, where its takes are wanted as drafts. */
    static Generate once(Generate full) {
        return new Generate(
                full.prompt(),
                full.resolution(),
                full.width(),
                full.height(),
                full.duration(),
                full.hdr(),
                full.exr(),
                full.loop(),
                full.keyframes(),
                full.source(),
                full.edit(),
                full.reframe(),
                1);
    }

    /** A width and a height are kept: they are the shape of the picture, and the model knows few of them. */
    private static Optional<String> size(Generate full, Draft how) {
        OptionalInt wanted = rank(full.resolution());
        OptionalInt small = rank(how.resolution());
        boolean keep = full.width().isPresent()
                || full.height().isPresent()
                || small.isEmpty()
                || (wanted.isPresent() && wanted.getAsInt() <= small.getAsInt());
        return keep ? full.resolution() : how.resolution();
    }

    private static OptionalInt rank(Optional<String> size) {
        return size.isPresent() ? OptionalInt.of(Prices.SIZES.indexOf(size.get())) : OptionalInt.empty();
    }

    /** A draft has no plates: frames made of it would pass for those of the clip. */
    static Map<String, Deliverable> deliverables(Map<String, Deliverable> all) {
        Map<String, Deliverable> some = new LinkedHashMap<>(all);
        some.values().removeIf(Deliverable.ExrSequence.class::isInstance);
        return some;
    }
}
