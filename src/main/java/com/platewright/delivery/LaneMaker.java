// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.media.ColourTags;
import com.platewright.media.EncodeException;
import com.platewright.media.exr.PlateSpec;
import com.platewright.media.exr.PlateTags;
import com.platewright.media.movie.MovieSpec;
import com.platewright.media.movie.PictureCoding;
import com.platewright.media.pixel.YuvLayout;
import com.platewright.media.pixel.YuvMatrix;
import com.platewright.media.still.TextRaster;
import com.platewright.pass.MovieLane;
import com.platewright.pass.Overlay;
import com.platewright.pass.PlateLane;
import com.platewright.plan.ShotPlan;
import com.platewright.shot.FrameRange;
import com.platewright.shot.Resolution;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import com.platewright.show.TextTemplate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Makes a lane of the pass from a deliverable of the show. */
final class LaneMaker {
    private final DeliveryOrder order;
    private final ClipSource clip;
    private final FrameRange range;
    private final Colours colours;
    private final PieceNames names;

    LaneMaker(DeliveryOrder order, ClipSource clip, FrameRange range, Colours colours, PieceNames names) {
        this.order = order;
        this.clip = clip;
        this.range = range;
        this.colours = colours;
        this.names = names;
    }

    PlateLane plates(String name, Deliverable.ExrSequence wanted, Consumer<PlateLane.Plate> onDisk) throws IOException {
        Folders.above(order.staging().resolve(names.frame(name, wanted, range.first())));
        IntFunction<Path> paths = index -> order.staging().resolve(names.frame(name, wanted, range.first() + index));
        PlateTags tags = new PlateTags(
                colours.chromaticities(), plan().rate(), Optional.of(timing().startTimecode()), plateText());
        PlateSpec first =
                new PlateSpec(clip.size(), wanted.compression(), (float) wanted.dwaLevel(), clip.alpha(), tags);
        return new PlateLane(
                colours.plate(),
                paths,
                index -> first.with(tags.at(timing().startTimecode().plus(index, plan().rate()))),
                onDisk);
    }

    private Map<String, String> plateText() {
        Map<String, String> text = new LinkedHashMap<>(order.provenance());
        text.put("platewright.colour_space", plan().show().colour().plate());
        text.put(
                "platewright.source_space",
                clip.displayed().map(Delivered.Displayed::space).orElseGet(plan()::sourceSpace));
        clip.displayed().ifPresent(d -> text.put("platewright.source", String.join(" ", d.notes())));
        return text;
    }

    MovieLane movie(String name, Deliverable.Movie wanted, Soundtrack soundtrack, TextRaster type) throws IOException {
        Path file = order.staging().resolve(names.file(name, wanted));
        Folders.above(file);
        ColourTags tags = plan().show().colour().tags().colourTags();
        PictureCoding coding = new PictureCoding(wanted.encoder(), wanted.pixelFormat(), wanted.options(), tags, 0);
        MovieSpec spec = new MovieSpec(
                clip.size(),
                plan().rate(),
                coding,
                Optional.of(timing().startTimecode()),
                wanted.sound().map(soundtrack::tracks).orElse(List.of()),
                Map.of("title", names.title(), "comment", comment()));
        MovieLane.Painting painting = new MovieLane.Painting(clip.size(), layout(name, wanted), matrix(name, tags));
        return MovieLane.open(file, spec, colours.view(), painting, overlay(name, wanted, type), order.workers());
    }

    private String comment() {
        return order.provenance().getOrDefault("comments", "Made by Platewright");
    }

    private static YuvLayout layout(String name, Deliverable.Movie wanted) throws EncodeException {
        return YuvLayout.of(wanted.pixelFormat())
                .orElseThrow(() -> new EncodeException(
                        "deliverables." + name + ".pixel_format " + wanted.pixelFormat() + " cannot be painted"));
    }

    private static YuvMatrix matrix(String name, ColourTags tags) throws EncodeException {
        return switch (tags.matrix()) {
            case "bt709" -> YuvMatrix.BT709;
            case "bt2020nc" -> YuvMatrix.BT2020NC;
            default ->
                throw new EncodeException("deliverables." + name + ": colour.tags.matrix is " + tags.matrix()
                        + ", and movies are painted with bt709 or bt2020nc");
        };
    }

    private Overlay overlay(String name, Deliverable.Movie wanted, TextRaster type) {
        if (wanted.burnIn().isEmpty()) {
            return Overlay.NONE;
        }
        Map<Deliverable.BurnIn.Spot, IntFunction<String>> texts = new EnumMap<>(Deliverable.BurnIn.Spot.class);
        for (Map.Entry<Deliverable.BurnIn.Spot, TextTemplate> text :
                wanted.burnIn().get().texts().entrySet()) {
            texts.put(text.getKey(), index -> names.text(name, text.getValue(), range.first() + index));
        }
        return new BurnInMarks(type, clip.size(), texts);
    }

    Sheet sheet(String name, Deliverable.ContactSheet wanted) throws IOException {
        Path file = order.staging().resolve(names.file(name, wanted));
        String figure = clip.displayed().isPresent() ? "code" : "peak";
        return new Sheet(wanted, file, colours.view(), clip.size(), range.count(), figure);
    }

    Resolution size() {
        return clip.size();
    }

    private ShotPlan plan() {
        return order.plan();
    }

    private ShowConfig.Timing timing() {
        return order.plan().show().timing();
    }
}
