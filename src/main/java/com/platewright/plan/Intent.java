// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.files.Digest;
import com.platewright.files.StorageException;
import com.platewright.provider.GenerationRequest;
import com.platewright.provider.Guidance;
import com.platewright.provider.Keyframe;
import com.platewright.provider.MediaInput;
import com.platewright.provider.Operation;
import com.platewright.request.Generate;
import com.platewright.rules.Sizes;
import com.platewright.show.Preset;
import com.platewright.show.ShowConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what a request wants generated into what the provider is asked for. */
final class Intent {
    private static final int DEFAULT_SECONDS = 5;

    private final ShowConfig.Provider provider;
    private final Map<String, Preset> presets;
    private final Pricing pricing;
    private final Inputs inputs;

    Intent(ShowConfig show, Prices prices) {
        this.provider = show.provider();
        this.presets = show.presets();
        this.pricing = new Pricing(prices, Sizes.DOCUMENTED.with(provider.sizes()));
        this.inputs = new Inputs(show.colour());
    }

    Source.Generated of(Generate generate) throws StorageException {
        GenerationRequest request = new GenerationRequest(
                provider.model(),
                generate.prompt().strip(),
                format(generate),
                new GenerationRequest.Output(generate.hdr(), generate.exr(), generate.loop()),
                operation(generate),
                generate.takes());
        // The stand-in's clip is no purchase: the same words for another provider are another intent.
        Digest digest = Digest.sha256(provider.name() + "\n" + request.canonical());
        return new Source.Generated(request, digest, frames(generate), pricing.of(generate), Optional.empty());
    }

    private List<Integer> frames(Generate generate) {
        if (generate.source().isPresent()) {
            return List.of(); // as many as the source has
        }
        return seconds(generate) == DEFAULT_SECONDS
                ? provider.delivers().frames5s()
                : provider.delivers().frames10s();
    }

    private static GenerationRequest.Format format(Generate generate) {
        if (generate.resolution().isPresent()) {
            return new GenerationRequest.Format.Named(generate.resolution().get());
        }
        return Sizes.pair(generate)
                .<GenerationRequest.Format>map(GenerationRequest.Format.Exact::new)
                .orElseGet(GenerationRequest.Format.AsSource::new);
    }

    private Operation operation(Generate generate) throws StorageException {
        List<Keyframe> keyframes = new ArrayList<>();
        for (Generate.Keyframe keyframe : generate.keyframes()) {
            keyframes.add(new Keyframe(inputs.of(keyframe.image()), position(keyframe.frame())));
        }
        if (generate.source().isEmpty()) {
            return new Operation.Generate(seconds(generate), keyframes);
        }
        MediaInput source = inputs.of(generate.source().get());
        if (generate.edit().isPresent()) {
            return new Operation.Edit(source, guidance(generate.edit().get()), keyframes);
        }
        return new Operation.Reframe(source, generate.reframe().map(Intent::placement));
    }

    private static int seconds(Generate generate) {
        return generate.duration().orElse(DEFAULT_SECONDS);
    }

    private static int position(Generate.Frame frame) {
        if (frame instanceof Generate.Frame.At at) {
            return at.index();
        }
        return frame instanceof Generate.Frame.First ? Keyframe.FIRST : Keyframe.LAST;
    }

    private Guidance guidance(Generate.Edit edit) {
        return edit.autoControls()
                ? new Guidance.Automatic()
                : Steering.of(edit, edit.preset().map(presets::get));
    }

    private static Operation.Placement placement(Generate.Reframe reframe) {
        return new Operation.Placement(
                BigDecimal.valueOf(reframe.x()),
                BigDecimal.valueOf(reframe.y()),
                BigDecimal.valueOf(reframe.width()),
                BigDecimal.valueOf(reframe.height()));
    }
}
