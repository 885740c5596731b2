// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.element.Piece;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.SoundOrder;
import com.platewright.shot.Severity;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import java.util.List;
import java.util.Locale;

/**
 * A forecast for machines.
 *
 * <pre>
 * element        folder of the versions
 * version_dir    that the version gets
 * version_is     next | reserved | published
 * source         kind generate|edit|reframe|import, and in words
 * frames         first, counts (accepted; empty where the source clip decides), ranges
 * rate, start_timecode
 * colour         config, source, plate, display, view, display_referred
 * deliverables   name, kind, files, made
 * checks         error, warn, off: ids
 * price          amount, currency, reason, lines, as_of, standing; null where it is not known
 * no_price       why there is none; null where there is one, and for an import
 * budget         caps {key, limit, spent, unconfirmed, left}, approval_above, breaches; null where nothing would be bought
 * costs_now      buys, in words
 * task           task_uuid, take, state; null for an import
 * sound          tracks {track, file, language, offset}, sample_rate, pad_up_to_frames, long trim|refuse
 * </pre>
 */
public final class PlanJson {
    private PlanJson() {}

    public static ObjectNode of(Forecast forecast) {
        ShotPlan plan = forecast.plan();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("element", plan.element().toString());
        root.put("version_dir", forecast.folder().toString());
        root.put("version_is", numberIs(forecast));
        root.putObject("source")
                .put(
                        "kind",
                        plan.generated()
                                .map(g -> g.request().operation().word())
                                .orElse("import"))
                .put("words", PlanWords.source(plan));
        frames(forecast, root.putObject("frames"));
        root.put("rate", plan.rate().toString());
        root.put("start_timecode", plan.show().timing().startTimecode().toString());
        colour(plan, root.putObject("colour"));
        deliverables(forecast, root.putArray("deliverables"));
        checks(plan.show(), root.putObject("checks"));
        MoneyJson.put(forecast, root);
        root.putObject("costs_now").put("buys", forecast.buys()).put("words", PlanWords.now(forecast));
        task(forecast, root);
        sound(plan, root.putObject("sound"));
        return root;
    }

    private static String numberIs(Forecast forecast) {
        return forecast.isPublished() ? "published" : forecast.standing().reserved() ? "reserved" : "next";
    }

    private static void frames(Forecast forecast, ObjectNode node) {
        node.put("first", forecast.plan().show().numbering().firstFrame());
        ArrayNode counts = node.putArray("counts");
        forecast.ranges().forEach(r -> counts.add(r.count()));
        ArrayNode ranges = node.putArray("ranges");
        forecast.ranges().forEach(r -> ranges.add(r.toString()));
    }

    private static void colour(ShotPlan plan, ObjectNode node) {
        ShowConfig.Colour colour = plan.show().colour();
        node.put("config", colour.config().toString());
        node.put("source", plan.sourceSpace());
        node.put("plate", colour.plate());
        node.put("display", colour.display());
        node.put("view", PlanWords.view(plan));
        node.put("display_referred", plan.comesAsMovie());
    }

    private static void deliverables(Forecast forecast, ArrayNode array) {
        forecast.plan().deliverables().forEach((name, wanted) -> {
            List<Piece> pieces = forecast.pieces().getOrDefault(name, List.of());
            ArrayNode files = array.addObject()
                    .put("name", name)
                    .put("kind", kind(wanted))
                    .put("made", !pieces.isEmpty())
                    .putArray("files");
            pieces.forEach(p -> files.add(forecast.folder().resolve(p.path()).toString()));
        });
    }

    private static String kind(Deliverable wanted) {
        if (wanted instanceof Deliverable.ExrSequence) {
            return "exr_sequence";
        }
        if (wanted instanceof Deliverable.Movie) {
            return "movie";
        }
        return wanted instanceof Deliverable.ContactSheet ? "contact_sheet" : "sound";
    }

    private static void checks(ShowConfig show, ObjectNode node) {
        for (Severity severity : Severity.values()) {
            ArrayNode ids = node.putArray(severity.name().toLowerCase(Locale.ROOT));
            show.checks().forEach((id, own) -> {
                if (own == severity) {
                    ids.add(id);
                }
            });
        }
    }

    private static void task(Forecast forecast, ObjectNode root) {
        root.putNull("task");
        forecast.standing().current().ifPresent(t -> root.putObject("task")
                .put("task_uuid", t.take().task().toString())
                .put("take", t.take().number())
                .put("state", t.state().word()));
    }

    private static void sound(ShotPlan plan, ObjectNode node) {
        ArrayNode tracks = node.putArray("tracks");
        for (SoundOrder order : plan.sound()) {
            tracks.addObject()
                    .put("track", order.track())
                    .put("file", order.file().toString())
                    .put("language", order.language())
                    .put("offset", order.offset());
        }
        ShowConfig.Audio audio = plan.show().audio();
        node.put("sample_rate", audio.sampleRate());
        node.put("pad_up_to_frames", audio.shorter().padUpToFrames());
        node.put("long", audio.longer().name().toLowerCase(Locale.ROOT));
    }
}
