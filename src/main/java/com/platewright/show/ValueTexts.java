// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;

/** How the values of the trade are written in a show's file. */
final class ValueTexts {
    private ValueTexts() {}

    /** {@code 24} or {@code 24000/1001}. */
    static final class OfFrameRate extends StdScalarDeserializer<FrameRate> {
        OfFrameRate() {
            super(FrameRate.class);
        }

        @Override
        public FrameRate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return FrameRate.parse(parser.getText());
        }
    }

    /** {@code Europe/Berlin}. */
    static final class OfZone extends StdScalarDeserializer<ZoneId> {
        OfZone() {
            super(ZoneId.class);
        }

        @Override
        public ZoneId deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return ZoneId.of(parser.getText());
        }
    }

    /** {@code 01:00:00:00}. */
    static final class OfTimeCode extends StdScalarDeserializer<TimeCode> {
        OfTimeCode() {
            super(TimeCode.class);
        }

        @Override
        public TimeCode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return TimeCode.parse(parser.getText());
        }
    }

    /** A number of seconds, to the nanosecond. */
    static final class OfSeconds extends StdScalarDeserializer<Duration> {
        OfSeconds() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return seconds(parser.getDecimalValue());
        }
    }

    /** A number of hours, to the nanosecond. */
    static final class OfHours extends StdScalarDeserializer<Duration> {
        OfHours() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return seconds(parser.getDecimalValue().multiply(BigDecimal.valueOf(3600)));
        }
    }

    private static Duration seconds(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
    }
}
