// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.files.Digest;
import com.platewright.request.Request;
import com.platewright.shot.FrameRate;
import com.platewright.shot.ShotId;
import com.platewright.show.Deliverable;
import com.platewright.show.ShowConfig;
import com.platewright.yaml.Problem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is decided about a shot before anything runs.
 *
 * @param element the folder that holds the versions, {@code <root>/<sequence>/<shot>/genplate} by default
 * @param show every setting
 * @param deliverables those to make, by name
 * @param colourConfig the digest of the OCIO config file
 * @param recipe the digest of all that the pictures and sounds depend on
 * @param notes what the request's author should know, and which stops nothing
 */
public record ShotPlan(
        ShotId shot,
        Path element,
        ShowConfig show,
        Source source,
        List<SoundOrder> sound,
        Map<String, Deliverable> deliverables,
        Request.Provenance provenance,
        Digest colourConfig,
        Digest recipe,
        List<Problem> notes) {
    /** In place of a colour space that the tags of a movie will tell. */
    private static final String BY_TAGS = "the movie's own (by its tags)";

    public ShotPlan {
        notes = List.copyOf(notes);
        sound = List.copyOf(sound);
        deliverables = Collections.unmodifiableMap(new LinkedHashMap<>(deliverables));
    }

    /** Whether the clip comes as a movie alone, whose colours are those of a display. */
    public boolean comesAsMovie() {
        return source instanceof Source.Generated generated
                ? !generated.buysExr()
                : ((Source.Imported) source).exr().isEmpty();
    }

    /**
     * The frames' colour space: as the show says, else as this source delivers. A movie alone says it itself, when it is
     * there.
     */
    public String sourceSpace() {
        if (comesAsMovie()) {
            return show.colour().movie().space().orElse(BY_TAGS);
        }
        return show.colour()
                .source()
                .orElse(
                        source instanceof Source.Generated
                                ? show.provider().delivers().colourSpace()
                                : "ACES2065-1");
    }

    public FrameRate rate() {
        return show.timing().frameRate();
    }

    ShotPlan withRecipe(Digest other) {
        return new ShotPlan(shot, element, show, source, sound, deliverables, provenance, colourConfig, other, notes);
    }

    ShotPlan noting(List<Problem> more) {
        return new ShotPlan(shot, element, show, source, sound, deliverables, provenance, colourConfig, recipe, more);
    }

    /** Empty for an import, which is not asked for and cannot be judged by it. */
    public Optional<Source.Generated> generated() {
        return source instanceof Source.Generated generated ? Optional.of(generated) : Optional.empty();
    }
}
