// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static com.platewright.qc.report.QcJson.array;
import static com.platewright.qc.report.QcJson.lower;
import static com.platewright.qc.report.QcJson.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.frame.ChannelMeasure;
import com.platewright.frame.FrameMeasure;
import com.platewright.media.Chromaticities;
import com.platewright.media.ColourTags;
import com.platewright.media.ExrHeader;
import com.platewright.media.MovieFacts;
import com.platewright.media.MovieFacts.Levels;
import com.platewright.media.SoundFacts;
import com.platewright.qc.evidence.DeclaredColour;
import com.platewright.qc.evidence.Evidence;
import com.platewright.qc.evidence.FileEvidence.Archive;
import com.platewright.qc.evidence.FileEvidence.Failure;
import com.platewright.qc.evidence.FrameSet;
import com.platewright.qc.evidence.FrameSet.Frame;
import com.platewright.qc.evidence.MovieEvidence;
import com.platewright.qc.evidence.SoundEvidence;
import com.platewright.qc.evidence.SoundEvidence.Conform;
import com.platewright.shot.FrameRange;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** The figures in {@code qc.json}: everything that was judged. */
final class EvidenceJson {
    private EvidenceJson() {}

    static void write(Evidence evidence, ObjectNode root) {
        root.set("sequences", array(evidence.sets(), EvidenceJson::sequence));
        root.set("movies", array(evidence.movies(), EvidenceJson::movie));
        root.set("sounds", array(evidence.sounds(), EvidenceJson::sound));
        root.set("archive", object(evidence.files().archive(), EvidenceJson::archive));
        root.set("failures", array(evidence.files().failures(), EvidenceJson::failure));
    }

    /** The header is that of the first frame that has one; a finding tells where others differ. */
    private static void sequence(FrameSet set, ObjectNode node) {
        node.put("noun", set.noun());
        node.put("name", set.name());
        node.put("frames", set.frames().size());
        node.put("first", set.span().map(FrameRange::first).orElse(null));
        node.put("last", set.span().map(FrameRange::last).orElse(null));
        node.put("colour_space", set.colour().map(DeclaredColour::space).orElse(null));
        set.display().ifPresent(d -> display(d, node.putObject("display")));
        Optional<ExrHeader> header =
                set.frames().stream().flatMap(f -> f.header().stream()).findFirst();
        node.set("header", object(header, EvidenceJson::header));
        ArrayNode measures = node.putArray("measures");
        for (Frame frame : set.frames()) {
            frame.measure().ifPresent(m -> measure(frame.file(), m, measures.addObject()));
        }
    }

    /** Beside the samples of a movie, which are code values of a display. */
    private static void display(FrameSet.Display display, ObjectNode node) {
        node.put("colour_space", display.space());
        node.put("hdr", display.hdr());
        ArrayNode notes = node.putArray("notes");
        display.notes().forEach(notes::add);
    }

    private static void header(ExrHeader header, ObjectNode node) {
        node.put("width", header.size().width());
        node.put("height", header.size().height());
        node.put("data_window", header.dataWindow().toString());
        node.put("display_window", header.displayWindow().toString());
        ArrayNode channels = node.putArray("channels");
        header.channels().forEach(c -> channels.add(c.name() + " " + lower(c.type())));
        node.put("compression", lower(header.compression()));
        node.put("tiled", header.tiled());
        node.put("parts", header.parts());
        node.set("chromaticities", object(header.chromaticities(), EvidenceJson::chromaticities));
        node.put("frame_rate", header.framesPerSecond().map(Object::toString).orElse(null));
        node.put("timecode", header.timeCode().map(Object::toString).orElse(null));
        node.put("aces_container", header.acesImageContainer());
    }

    private static void chromaticities(Chromaticities c, ObjectNode node) {
        node.putArray("red").add(c.redX()).add(c.redY());
        node.putArray("green").add(c.greenX()).add(c.greenY());
        node.putArray("blue").add(c.blueX()).add(c.blueY());
        node.putArray("white").add(c.whiteX()).add(c.whiteY());
    }

    private static void measure(String file, FrameMeasure measure, ObjectNode node) {
        node.put("frame", measure.frame());
        node.put("file", file);
        rgb(measure, node.putArray("peak"), ChannelMeasure::peak);
        rgb(measure, node.putArray("lowest"), ChannelMeasure::lowest);
        rgb(measure, node.putArray("mean"), ChannelMeasure::mean);
        rgb(measure, node.putArray("above_one"), ChannelMeasure::shareAboveOne);
        rgb(measure, node.putArray("negative"), ChannelMeasure::shareNegative);
        rgb(measure, node.putArray("nan"), ChannelMeasure::nan);
        rgb(measure, node.putArray("infinite"), ChannelMeasure::infinite);
        rgb(measure, node.putArray("ceiling"), ChannelMeasure::atCeiling);
        node.put("pixels", HexFormat.of().toHexDigits(measure.pixels()));
    }

    private static void rgb(FrameMeasure measure, ArrayNode into, Function<ChannelMeasure, Number> of) {
        for (ChannelMeasure channel : measure.channels()) {
            Number value = of.apply(channel);
            if (value instanceof Long whole) {
                into.add(whole);
            } else if (value instanceof Float single) {
                into.add(single);
            } else {
                into.add(value.doubleValue());
            }
        }
    }

    private static void movie(MovieEvidence movie, ObjectNode node) {
        node.put("name", movie.name());
        node.put("file", movie.file());
        node.put("origin", lower(movie.origin()));
        node.set("found", object(movie.found(), EvidenceJson::movieFacts));
    }

    private static void movieFacts(MovieFacts found, ObjectNode node) {
        node.put("frames", found.frames());
        node.put("width", found.size().width());
        node.put("height", found.size().height());
        node.put("frame_rate", found.rate().toString());
        node.put("container", found.container());
        node.put("codec", found.codec());
        node.put("codec_tag", found.codecTag());
        node.put("profile", found.profile());
        node.put("pixel_format", found.pixelFormat());
        tags(found.containerTags(), node.putObject("container_tags"));
        tags(found.streamTags(), node.putObject("stream_tags"));
        node.put("timecode", found.start().map(Object::toString).orElse(null));
        levels(found.levels(), node.putObject("levels"));
        node.set("sound", array(found.sound(), EvidenceJson::soundFacts));
    }

    private static void tags(ColourTags tags, ObjectNode node) {
        node.put("primaries", tags.primaries());
        node.put("transfer", tags.transfer());
        node.put("matrix", tags.matrix());
        node.put("range", tags.range());
    }

    private static void levels(Levels levels, ObjectNode node) {
        node.put("bits", levels.bits());
        node.putArray("luma").add(levels.lumaLowest()).add(levels.lumaHighest());
        node.putArray("chroma").add(levels.chromaLowest()).add(levels.chromaHighest());
        node.put("outside", levels.outside());
    }

    private static void sound(SoundEvidence sound, ObjectNode node) {
        node.put("name", sound.name());
        node.put("file", sound.file());
        node.set("found", object(sound.found(), EvidenceJson::soundFacts));
        node.set("conform", object(sound.conform(), EvidenceJson::conform));
    }

    private static void soundFacts(SoundFacts found, ObjectNode node) {
        node.put("codec", found.codec());
        node.put("sample_rate", found.sampleRate());
        node.put("channels", found.channels());
        node.put("bits", found.bits());
        node.put("samples", found.samples());
        node.put("language", found.language());
        node.put("peak", found.peak());
    }

    private static void conform(Conform conform, ObjectNode node) {
        node.put("sample_rate", conform.sampleRate());
        node.put("resampled_from", conform.resampledFrom().orElse(null));
        node.put("offset", conform.offset());
        node.put("padded", conform.padded());
        node.put("trimmed", conform.trimmed());
    }

    private static void archive(Archive archive, ObjectNode node) {
        node.put("file", archive.file());
        ArrayNode gaps = node.putArray("gaps");
        archive.gaps().forEach(g -> gaps.add(g.toString()));
        ArrayNode ignored = node.putArray("ignored");
        archive.ignored().forEach(ignored::add);
        node.set("damaged", array(archive.damaged(), EvidenceJson::failure));
    }

    private static void failure(Failure failure, ObjectNode node) {
        node.put("file", failure.file());
        node.put("what", failure.what());
    }
}
