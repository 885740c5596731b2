// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.media.colour.ColourConfig;
import com.platewright.media.exr.ExrReader;
import com.platewright.media.movie.FfmpegBuild;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Names and releases of everything that touches pictures and sound. */
public final class Tools {
    private Tools() {}

    /** All of them, this program under its own name. */
    public static Map<String, String> versions(String tool) throws IOException {
        Map<String, String> versions = new TreeMap<>(FfmpegBuild.libraries());
        versions.putAll(ExrReader.libraries());
        versions.put("OpenColorIO", ColourConfig.libraryVersion());
        versions.put("platewright", tool);
        versions.put("java", Runtime.version().toString());
        return versions;
    }
}
