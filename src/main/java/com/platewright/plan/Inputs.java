// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.files.Digest;
import com.platewright.files.StorageException;
import com.platewright.provider.MediaInput;
import com.platewright.rules.Stills;
import com.platewright.show.ShowConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files of a request, each named by its content and by what is made of it before it is sent. */
final class Inputs {
    private final ShowConfig.Colour colour;
    private final Map<Path, MediaInput> known = new HashMap<>();

    Inputs(ShowConfig.Colour colour) {
        this.colour = colour;
    }

    /** An OpenEXR still is sent through the show's view, so another view is another content. */
    MediaInput of(Path file) throws StorageException {
        MediaInput before = known.get(file);
        if (before != null) {
            return before;
        }
        MediaInput input = read(file);
        known.put(file, input);
        return input;
    }

    private MediaInput read(Path file) throws StorageException {
        Digest content = Digest.of(file);
        if (!Stills.isExr(file)) {
            return new MediaInput(file, content.toString());
        }
        String through = colour.plate() + "\n" + colour.display() + "\n" + colour.view();
        return new MediaInput(
                file, Digest.sha256("still\n" + content + "\n" + through).toString());
    }
}
