// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.sandbox.SourceReader.Found;
import com.platewright.sandbox.clip.ClipOrder;
import com.platewright.sandbox.clip.ClipOrder.ExrStyle;
import com.platewright.sandbox.clip.ClipOrder.Format;
import com.platewright.sandbox.clip.ClipOrder.Inputs;
import com.platewright.sandbox.clip.ClipOrder.Pin;
import com.platewright.sandbox.clip.ClipOrder.Source;
import com.platewright.sandbox.clip.ClipQuirks;
import com.platewright.sandbox.clip.ClipQuirks.ExrQuirks;
import com.platewright.sandbox.clip.ClipQuirks.ZipQuirks;
import com.platewright.sandbox.clip.ClipRenderer;
import com.platewright.sandbox.fault.ApiError;
import com.platewright.sandbox.ledger.PriceTable;
import com.platewright.sandbox.ledger.PriceTable.Sale;
import com.platewright.sandbox.ledger.Task;
import com.platewright.sandbox.ledger.Task.Charge;
import com.platewright.sandbox.ledger.Task.Work;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** Turns a {@code videoInference} into a task with its price, or refuses it. */
final class OrderReader {
    private final PriceTable prices;
    private final MediaShelf shelf;
    private final SourceReader sources;
    private final ClipRenderer renderer;
    private final boolean mark;

    OrderReader(PriceTable prices, MediaShelf shelf, ClipRenderer renderer, boolean mark) {
        this.prices = prices;
        this.shelf = shelf;
        this.sources = new SourceReader(shelf, renderer);
        this.renderer = renderer;
        this.mark = mark;
    }

    Task read(UUID id, JsonNode request, ClipQuirks quirks, boolean strict) throws Refusal, IOException {
        RayRules.check(request, strict);
        Optional<Found> found = sources.find(request);
        ClipOrder order = order(request, found, quirks);
        Optional<String> refusal = renderer.refusal(order);
        if (refusal.isPresent()) {
            throw new Refusal(ApiError.of(400, "unsupportedParameter", refusal.get()));
        }
        int results = request.path("numberResults").asInt(1);
        OptionalLong ttl =
                request.hasNonNull("ttl") ? OptionalLong.of(request.path("ttl").asLong()) : OptionalLong.empty();
        Work work = new Work(order, results, quirks.zip().orElse(ZipQuirks.NONE), ttl);
        return new Task(id, withoutBytes(request), work, charge(request, found, results));
    }

    /** The frame, counted from 0, that an entry of {@code frameImages} names; -1 where it names none of the clip. */
    static int frame(JsonNode pin, int frames) {
        JsonNode frame = pin.path("frame");
        if (frame.isMissingNode() || frame.asText().equals("first")) {
            return 0;
        }
        if (frame.asText().equals("last")) {
            return frames - 1;
        }
        if (!frame.isInt()) {
            return -1;
        }
        int index = frame.asInt() == -1 ? frames - 1 : frame.asInt();
        return index < frames ? index : -1;
    }

    /** A changed movie is as long as it was; an edited one keeps its shape, too. */
    private ClipOrder order(JsonNode request, Optional<Found> found, ClipQuirks quirks) throws Refusal, IOException {
        Canvas asked = Canvas.of(request).orElseThrow();
        Canvas canvas = found.filter(Found::edit)
                .map(f -> asked.shaped(f.footage().aspect()))
                .orElse(asked);
        int frames = found.map(f -> f.footage().frames()).orElse(RayRules.frames(request));
        int width = quirks.width().orElse(canvas.width());
        int height = quirks.height().orElse(canvas.height());
        boolean hdr = RayRules.hdr(request);
        Format format =
                new Format(width, height, quirks.movieFrames().orElse(frames), hdr, RayRules.set(request, "loop"));
        Optional<Source> source =
                found.isPresent() ? Optional.of(sources.source(found.get(), request, width, height)) : Optional.empty();
        Inputs inputs = new Inputs(pins(request, frames), source);
        ExrStyle exr = RayRules.set(request, "exrExport")
                ? style(quirks, quirks.frames().orElse(frames))
                : ExrStyle.sound(0);
        return new ClipOrder(request.path("positivePrompt").asText(), 0, format, inputs, exr, mark);
    }

    private static ExrStyle style(ClipQuirks quirks, int frames) {
        ExrQuirks exr = quirks.exr()
                .orElse(new ExrQuirks(Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty()));
        String usual = exr.nan().isPresent() ? "zip" : "dwab"; // DWA makes 0 of every NaN
        return new ExrStyle(
                frames, exr.compression().orElse(usual), exr.chromaticities().orElse(true), exr.nan(), exr.black());
    }

    private List<Pin> pins(JsonNode request, int frames) throws Refusal, IOException {
        List<Pin> pins = new ArrayList<>();
        for (JsonNode node : RayRules.pins(request)) {
            int frame = frame(node, frames);
            if (frame < 0) {
                String range = "A frame is first, last, -1, or 0 to " + (frames - 1) + ".";
                throw new Refusal(ApiError.of(400, "invalidFrame", range, "inputs.frameImages.frame"));
            }
            Path image = shelf.resolve(node.path("image").asText(), "inputs.frameImages.image");
            if (MediaShelf.suffix(image).isEmpty() || MediaShelf.suffix(image).equals(".mp4")) {
                throw new Refusal(
                        ApiError.of(400, "invalidFrameImage", "This is not an image.", "inputs.frameImages.image"));
            }
            pins.add(new Pin(image, frame));
        }
        return pins;
    }

    private Charge charge(JsonNode request, Optional<Found> found, int results) throws Refusal {
        String operation = found.map(f -> f.edit() ? "edit" : "reframe").orElse("generate");
        int seconds = found.map(Found::billedSeconds).orElse(RayRules.seconds(request));
        String tier = Canvas.of(request).orElseThrow().tier();
        Sale sale = new Sale(operation, seconds, RayRules.hdr(request), RayRules.set(request, "exrExport"), tier);
        BigDecimal price = prices.price(sale)
                .orElseThrow(() -> new Refusal(ApiError.of(
                        400, "incompatibleParameters", "This combination is not offered.", "resolution", "settings")));
        BigDecimal amount = PriceTable.plain(price.multiply(BigDecimal.valueOf(results)));
        return new Charge(amount, prices.currency(), operation, Instant.now().toString());
    }

    /** The request without what was sent inside it: an archive of tasks is no place for megabytes of base 64. */
    private static JsonNode withoutBytes(JsonNode request) {
        JsonNode copy = request.deepCopy();
        for (JsonNode pin : RayRules.pins(copy)) {
            if (pin instanceof ObjectNode object && pin.path("image").asText().length() > 2000) {
                object.put("image", "(sent inside the request)");
            }
        }
        if (copy.path("inputs") instanceof ObjectNode inputs
                && inputs.path("video").asText().length() > 2000) {
            inputs.put("video", "(sent inside the request)");
        }
        return copy;
    }
}
