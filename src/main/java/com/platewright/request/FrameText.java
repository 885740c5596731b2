// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.platewright.request.Generate.Frame;
import java.io.IOException;

/** Reads {@code first}, {@code last} or a frame counted from 0, where -1 is the last. */
final class FrameText extends StdScalarDeserializer<Frame> {
    FrameText() {
        super(Frame.class);
    }

    @Override
    public Frame deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText();
        return switch (text) {
            case "first" -> new Frame.First();
            case "last", "-1" -> new Frame.Last();
            default -> new Frame.At(Integer.parseInt(text));
        };
    }
}
