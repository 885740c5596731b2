// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.exr;

import com.platewright.binding.ExrFile;
import com.platewright.media.Chromaticities;
import com.platewright.media.ExrCompression;
import com.platewright.media.ExrHeader;
import com.platewright.media.ExrHeader.Channel;
import com.platewright.media.ExrHeader.SampleType;
import com.platewright.media.ExrHeader.Window;
import com.platewright.shot.FrameRate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Turns an open file's header into a value. */
final class HeaderFacts {
    private static final SampleType[] TYPES = {SampleType.UINT, SampleType.HALF, SampleType.FLOAT};

    private HeaderFacts() {}

    static ExrHeader of(ExrFile exr) {
        Optional<FrameRate> rate = framesPerSecond(exr);
        return new ExrHeader(
                window(exr::dataWindow),
                window(exr::displayWindow),
                channels(exr),
                ExrCompression.of(exr.compressionId()).orElseThrow(),
                exr.isTiled(),
                exr.parts(),
                exr.pixelAspectRatio(),
                chromaticities(exr),
                rate,
                exr.hasTimeCode() ? TimeCodeWord.read(exr.timeCodeWord(), rate) : Optional.empty(),
                exr.acesImageContainerFlag() == 1,
                text(exr));
    }

    private static Window window(IntUnaryOperator edge) {
        return new Window(edge.applyAsInt(0), edge.applyAsInt(1), edge.applyAsInt(2), edge.applyAsInt(3));
    }

    private static List<Channel> channels(ExrFile exr) {
        List<Channel> channels = new ArrayList<>();
        for (int i = 0; i < exr.channels(); i++) {
            channels.add(new Channel(
                    exr.channelName(i), TYPES[exr.channelType(i)], exr.channelXSampling(i), exr.channelYSampling(i)));
        }
        return channels;
    }

    private static Optional<Chromaticities> chromaticities(ExrFile exr) {
        if (!exr.hasChromaticities()) {
            return Optional.empty();
        }
        float[] c = new float[8];
        for (int i = 0; i < c.length; i++) {
            c[i] = exr.chromaticity(i);
        }
        return Optional.of(new Chromaticities(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]));
    }

    /** A ratio that is no rate (zero, negative, beyond 31 bits) counts as absent. */
    private static Optional<FrameRate> framesPerSecond(ExrFile exr) {
        if (!exr.hasFramesPerSecond()) {
            return Optional.empty();
        }
        int above = exr.framesPerSecondNumerator();
        long below = exr.framesPerSecondDenominator();
        return above > 0 && below > 0 && below <= Integer.MAX_VALUE
                ? Optional.of(new FrameRate(above, (int) below))
                : Optional.empty();
    }

    private static Map<String, String> text(ExrFile exr) {
        Map<String, String> text = new HashMap<>();
        for (int i = 0; i < exr.texts(); i++) {
            text.put(exr.textName(i), exr.textValue(i));
        }
        return text;
    }
}
