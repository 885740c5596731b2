// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of still and clip that the service takes, known by their first bytes and never by the file's name. */
enum MediaFormat {
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp"),
    MP4("video/mp4"),
    MOV("video/quicktime"),
    WEBM("video/webm");

    /** As many bytes as are needed to tell. */
    static final int HEAD = 12;

    private final String mime;

    MediaFormat(String mime) {
        this.mime = mime;
    }

    String mime() {
        return mime;
    }

    static Optional<MediaFormat> of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        } else if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        } else if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        } else if (text.startsWith("ftyp", 4)) {
            return Optional.of(text.startsWith("qt  ", 8) ? MOV : MP4);
        } else if (text.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of(WEBM);
        }
        return Optional.empty();
    }
}
