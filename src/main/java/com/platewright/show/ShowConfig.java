// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.platewright.media.ColourTags;
import com.platewright.media.Precision;
import com.platewright.shot.FrameRate;
import com.platewright.shot.Severity;
import com.platewright.shot.TimeCode;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every key of a show, section by section as in {@code defaults.yaml}, which says what each means.
 *
 * @param rules what a breach of a rule of the model means, by its id, such as {@code hdr.length}
 * @param presets ways to change a source clip, by name
 * @param deliverables by name, in the order of the files
 * @param checks by id, such as {@code pixels.nan}
 */
public record ShowConfig(
        Paths paths,
        Numbering numbering,
        Timing timing,
        Provider provider,
        Map<String, Severity> rules,
        Map<String, Preset> presets,
        Draft draft,
        Budget budget,
        Transfer transfer,
        Lease lease,
        Archive archive,
        Colour colour,
        Audio audio,
        Map<String, Deliverable> deliverables,
        Map<String, Severity> checks,
        Limits limits,
        Sandbox sandbox) {
    public ShowConfig {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        presets = Collections.unmodifiableMap(new LinkedHashMap<>(presets));
        deliverables = Collections.unmodifiableMap(new LinkedHashMap<>(deliverables));
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }

    /** The same show for drafts: its elements stand beside the others. */
    public ShowConfig drafting() {
        Paths beside = new Paths(paths.root(), paths.shot(), paths.task() + draft.suffix());
        return new ShowConfig(
                beside,
                numbering,
                timing,
                provider,
                rules,
                presets,
                draft,
                budget,
                transfer,
                lease,
                archive,
                colour,
                audio,
                deliverables,
                checks,
                limits,
                sandbox);
    }

    /**
     * Where the plates go.
     *
     * @param root the show's folder, absolute
     * @param shot the folder of this element below root
     * @param task the name of this element in the shot
     */
    public record Paths(Path root, PathTemplate shot, String task) {}

    /** How frames and versions are counted; paddings in digits. */
    public record Numbering(int firstFrame, int framePadding, int versionPadding) {
        /** Any frame number in the manner of printf, such as {@code %04d}. */
        public String framePattern() {
            return "%0" + framePadding + "d";
        }
    }

    /** The rate of what is delivered, and the time code of its first frame. */
    public record Timing(
            @JsonDeserialize(using = ValueTexts.OfFrameRate.class)
            FrameRate frameRate,

            @JsonDeserialize(using = ValueTexts.OfTimeCode.class)
            TimeCode startTimecode) {}

    /**
     * Who makes the clips, and how long a run waits.
     *
     * @param name {@code runware} or {@code sandbox}
     * @param endpoint in place of the provider's own; https, or http on loopback
     * @param keyFile that holds the API key, absolute; the environment comes first
     * @param sizes further pairs of width and height that the model takes, as {@code 1024x576}, with the named size that
     *     prices each
     * @param timeout of one API call
     * @param deadline of one run's wait for a task
     * @param reserved how long the provider surely knows a task by its id
     * @param prices a table of prices in place of the one built in, absolute
     */
    public record Provider(
            String name,
            Optional<URI> endpoint,
            Optional<Path> keyFile,
            String model,
            Map<String, String> sizes,

            @JsonProperty("timeout_s") @JsonDeserialize(using = ValueTexts.OfSeconds.class)
            Duration timeout,

            @JsonProperty("deadline_s") @JsonDeserialize(using = ValueTexts.OfSeconds.class)
            Duration deadline,

            Poll poll,

            @JsonProperty("reserved_h") @JsonDeserialize(using = ValueTexts.OfHours.class)
            Duration reserved,

            Optional<Path> prices,
            ModelClip delivers) {
        public Provider {
            sizes = Map.copyOf(sizes);
        }
    }

    /**
     * What may be spent; an empty amount is no cap.
     *
     * @param perRequest on one request, with all its takes
     * @param timeZone of the days
     * @param unknownPrice what becomes of a request without an estimate, where a cap or an approval stands
     * @param ledger the file that counts, below the show's root
     */
    public record Budget(
            String currency,
            Optional<BigDecimal> perRequest,
            Optional<BigDecimal> perShot,
            Optional<BigDecimal> perShow,
            Optional<BigDecimal> perDay,

            @JsonDeserialize(using = ValueTexts.OfZone.class)
            ZoneId timeZone,

            Approval approval,
            Reuse reuse,
            UnknownPrice unknownPrice,
            String ledger) {}

    /** An estimate above this amount needs a person's word; empty: none does. */
    public record Approval(Optional<BigDecimal> above) {}

    /** What becomes of a request that was bought for another shot. */
    public enum Reuse {
        TAKE,
        REFUSE,
        BUY
    }

    /** What becomes of a request whose price nobody knows. */
    public enum UnknownPrice {
        REFUSE,
        ALLOW
    }

    /**
     * How often a running task is asked for: first after {@code first}, then ever later, at most {@code longest}.
     *
     * @param settledAnswers answers without news after which fewer results than were ordered are taken for all of them
     */
    public record Poll(
            @JsonProperty("first_s") @JsonDeserialize(using = ValueTexts.OfSeconds.class)
            Duration first,

            double factor,

            @JsonProperty("longest_s") @JsonDeserialize(using = ValueTexts.OfSeconds.class)
            Duration longest,

            @JsonProperty("settled_answers") int settledAnswers) {}

    /**
     * How results are downloaded.
     *
     * @param attempts connections for one download
     * @param refetch how often a damaged archive is fetched anew
     */
    public record Transfer(
            @JsonProperty("idle_timeout_s") @JsonDeserialize(using = ValueTexts.OfSeconds.class)
            Duration idleTimeout,

            @JsonProperty("deadline_s") @JsonDeserialize(using = ValueTexts.OfSeconds.class)
            Duration deadline,

            int attempts,
            int refetch) {}

    /** After how long a silence the owner of a shot may be replaced. */
    public record Lease(
            @JsonProperty("ttl_s") @JsonDeserialize(using = ValueTexts.OfSeconds.class)
            Duration ttl) {}

    /** Limits of an EXR archive: files, one unpacked file in 10^6 bytes, all of them in 10^9 bytes. */
    public record Archive(int entries, int entryMb, int totalGb) {
        public long entryBytes() {
            return entryMb * 1_000_000L;
        }

        public long totalBytes() {
            return totalGb * 1_000_000_000L;
        }
    }

    /**
     * Colour spaces by their names in the OCIO config.
     *
     * @param config an OCIO config, absolute
     * @param source of the frames; empty: what the provider delivers, for an import ACES2065-1
     * @param plate of the plates
     * @param tags how movies name the colours of the display
     * @param movie how a clip is read that comes as a movie alone
     */
    public record Colour(
            Path config,
            Optional<String> source,
            String plate,
            String display,
            String view,
            Precision viewPrecision,
            Tags tags,
            MovieColour movie) {}

    /** How movies name the colours of their display, in FFmpeg's words; the range is always the narrow one. */
    public record Tags(String primaries, String transfer, String matrix) {
        public ColourTags colourTags() {
            return new ColourTags(primaries, transfer, matrix, "tv");
        }
    }

    /**
     * How the request's sound is made to fit.
     *
     * @param sampleRate in Hz
     */
    public record Audio(
            int sampleRate,
            @JsonProperty("short") ShortSound shorter,
            @JsonProperty("long") LongSound longer) {}

    /** Sound shorter than the picture is padded with silence up to so many frames. */
    public record ShortSound(int padUpToFrames) {}

    /** What becomes of sound longer than the picture. */
    public enum LongSound {
        TRIM,
        REFUSE
    }

    /** The numbers behind the checks; shares are of 1. */
    public record Limits(double negativeShare, double negativeLowest, double outsideShare) {}

    /** Whether the stand-in's pictures carry a visible mark. */
    public record Sandbox(boolean mark) {}
}
