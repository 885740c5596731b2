// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.fault;

import com.platewright.sandbox.clip.ClipQuirks;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One thing that goes wrong. {@link FaultScript} says how each is written. */
public sealed interface Fault {

    /** Takes the place of the server's answer, or changes how it is sent. */
    sealed interface OfWire extends Fault permits Cut, Hang, Answer, Refuse, Delay, Drip, Garble, Empty {
        @Override
        default Object kind() {
            return OfWire.class;
        }
    }

    /** Changes what a poll says. */
    sealed interface OfPoll extends Fault
            permits Status, Fail, Mixed, Cost, FilesAs, Signed, OnePerPoll, OnlyFirst, Reversed {}

    /** Changes how a file is sent. */
    sealed interface OfDownload extends Fault
            permits NoLength, NoRange, Truncate, Stall, Rate, Redirect, ContentType, Corrupt, Etag {}

    /** Of faults of one kind one takes effect at a time. */
    default Object kind() {
        return getClass();
    }

    /** The connection is closed without an answer. {@code done}: after the work was done. */
    record Cut(boolean done) implements OfWire {}

    /** No answer ever comes; the connection stays open. {@code done}: the work is done all the same. */
    record Hang(boolean done) implements OfWire {}

    /** An answer that is not the service's own, such as a gateway's error page. */
    record Answer(
            int status,
            Optional<String> body,
            Optional<String> contentType,
            OptionalInt retryAfter,
            OptionalInt retryAfterDate,
            boolean done)
            implements OfWire {

        /** What stands in the body; a gateway's page by default. */
        public String text() {
            return body.orElse("<html><head><title>" + status + "</title></head><body><center><h1>" + status
                    + "</h1></center><hr><center>gateway</center></body></html>");
        }
    }

    /** The service's own refusal; nothing is done. */
    record Refuse(ApiError error) implements OfWire {}

    /** The answer comes late; whatever else is wrong comes after it. */
    record Delay(double seconds) implements OfWire {
        @Override
        public Object kind() {
            return Delay.class;
        }
    }

    /** The answer comes byte by byte, with so many milliseconds between two. */
    record Drip(int millis) implements OfWire {}

    /** The answer's JSON ends in the middle. */
    record Garble() implements OfWire {}

    /** The work is done; the answer is {@code {"data":[]}}. */
    record Empty() implements OfWire {}

    record Status(String word) implements OfPoll {
        @Override
        public Object kind() {
            return Fail.class;
        }
    }

    /** The shapes in which a failure is told. */
    enum Shape {
        ERRORS,
        ITEM,
        SINGLE
    }

    /** The task has failed. */
    record Fail(ApiError error, Shape shape) implements OfPoll {}

    /** Which task an error is about: the one that was asked for, or another. */
    enum Whose {
        OWN,
        OTHER
    }

    /** The answer carries an error, too. */
    record Mixed(Whose error) implements OfPoll {}

    /** What stands in place of the cost: a number or text; empty for none at all. */
    record Cost(Optional<String> value, boolean text) implements OfPoll {}

    /** What becomes of {@code outputs.files}. */
    enum FileList {
        SOUND,
        MISSING,
        /** Missing of the first of several results. */
        FIRST_MISSING,
        TWO,
        UNKNOWN_TYPE,
        SINGLE_EXR
    }

    record FilesAs(FileList what) implements OfPoll {}

    /** Every address of a file carries a signature, as those of private storage do. */
    record Signed(String signature) implements OfPoll {}

    /** Of several results each poll shows one more. */
    record OnePerPoll() implements OfPoll {}

    /** Of several results only the first is ever shown, and nothing is said of the others. */
    record OnlyFirst() implements OfPoll {}

    /** Several results are listed the other way round. */
    record Reversed() implements OfPoll {}

    /** The clip of an accepted task has quirks. */
    record Clip(ClipQuirks quirks) implements Fault {}

    /** A webhook is called so often: 0, it never hears of the task; 2, it hears twice. */
    record Calls(int times) implements Fault {}

    record NoLength() implements OfDownload {}

    record NoRange() implements OfDownload {}

    /** The body ends after this share of it, with the full length announced. */
    record Truncate(double share) implements OfDownload {}

    /** The body stops after this share of it, and the connection stays open. */
    record Stall(double share) implements OfDownload {}

    /** The body comes no faster than this. */
    record Rate(double bytesPerSecond) implements OfDownload {}

    /** The file is said to be at the same address on this host. */
    record Redirect(String host) implements OfDownload {}

    record ContentType(String type) implements OfDownload {}

    /** One bit is turned over on the way, at this share of the file. */
    record Corrupt(double share) implements OfDownload {}

    /** No ETag, or another one at each request. */
    enum EtagAs {
        NONE,
        CHANGING
    }

    record Etag(EtagAs what) implements OfDownload {}

    /** The first of this kind among several. */
    static <F extends Fault> Optional<F> first(List<Fault> faults, Class<F> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
