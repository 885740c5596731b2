// SPDX-License-Identifier: Apache-2.0
package com.platewright.delivery;

import com.platewright.archive.ArchiveLimits;
import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import com.platewright.media.RgbPicture;
import com.platewright.media.colour.ColourConfig;
import com.platewright.media.colour.ColourTransform;
import com.platewright.media.still.StillWriter;
import com.platewright.pass.FramePass;
import com.platewright.pass.TileLane;
import com.platewright.shot.FrameRange;
import com.platewright.show.ShowConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes of an OpenEXR still the PNG that the model is sent: from the show's plate space through its view, 8 bits a channel.
 * The model reads pictures as a display shows them, and no OpenEXR.
 */
public final class StillForModel {
    private StillForModel() {}

    /**
     * Converts a still, unless that was done before.
     *
     * @param png where it goes; its name has to name its content
     * @throws DamagedFramesException the still does not decode
     */
    public static Path convert(ShowConfig show, Path exr, Path png) throws IOException, InterruptedException {
        if (Files.isRegularFile(png)) {
            return png;
        }
        ShowConfig.Colour colour = show.colour();
        ArchiveLimits one =
                new ArchiveLimits(1, show.archive().entryBytes(), show.archive().entryBytes());
        try (ClipSource still = ArchiveClip.open(exr, one);
                ColourConfig config = ColourConfig.open(colour.config());
                ColourTransform view =
                        config.view(colour.plate(), colour.display(), colour.view(), colour.viewPrecision())) {
            TileLane lane = new TileLane(view, still.size(), still.size(), Set.of(0));
            FramePass.Format format = new FramePass.Format(still.size(), still.sample());
            FramePass.Findings found =
                    new FramePass(still.frames(), List.of(lane), FrameRange.of(1, 1), format).run(1, done -> {});
            if (!found.damaged().isEmpty()) {
                throw new DamagedFramesException(found.damaged());
            }
            RgbPicture picture = RgbPicture.allocate(still.size());
            byte[] samples = Objects.requireNonNull(lane.tiles().get(0), "frame 0 was asked for and is not damaged");
            System.arraycopy(samples, 0, picture.pixels(), 0, samples.length);
            write(picture, png);
        }
        return png;
    }

    private static void write(RgbPicture picture, Path png) throws IOException {
        try {
            Files.createDirectories(png.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw StorageException.of("make the folder of", png, e);
        }
        Path unfinished = png.resolveSibling(png.getFileName() + ".tmp");
        StillWriter.png(unfinished, picture);
        Durable.rename(unfinished, png);
    }
}
