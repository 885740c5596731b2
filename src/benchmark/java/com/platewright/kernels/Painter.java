// SPDX-License-Identifier: Apache-2.0
package com.platewright.kernels;

import com.platewright.frame.Picture;
import com.platewright.media.colour.ColourTransform;
import com.platewright.media.pixel.ChromaSiting;
import com.platewright.media.pixel.Halves;
import com.platewright.media.pixel.Strips;
import com.platewright.media.pixel.YuvMatrix;
import com.platewright.media.pixel.YuvPacker;
import com.platewright.media.pixel.YuvPlanes;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes what an encoder gets, of frames of the clip. */
final class Painter {
    private Painter() {}

    /** The clip's first pictures, as the show's view has them. */
    static List<YuvPlanes> paint(Coding coding, int count) throws IOException {
        List<YuvPlanes> pictures = new ArrayList<>();
        try (Footage clip = Footage.open();
                ColourTransform view = clip.view()) {
            Picture picture = clip.picture();
            Resolution size = picture.size();
            FloatBuffer strip = Strips.floats(size.width());
            try (YuvPacker packer = packer(coding, size)) {
                for (int i = 0; i < count; i++) {
                    clip.decode(i, picture);
                    YuvPlanes planes = YuvPlanes.allocate(coding.layout(), size);
                    packer.begin(planes);
                    for (int line = 0; line < size.height(); line += Strips.LINES) {
                        int lines = Math.min(Strips.LINES, size.height() - line);
                        Halves.toFloat(picture, line, lines, strip.clear());
                        view.apply(strip, size.width() * lines);
                        packer.lines(strip, lines);
                    }
                    pictures.add(planes);
                }
            }
        }
        return pictures;
    }

    static YuvPacker packer(Coding coding, Resolution size) {
        return new YuvPacker(coding.layout(), size, YuvMatrix.BT709, ChromaSiting.LEFT);
    }
}
