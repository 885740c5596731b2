// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/** Text as FFmpeg wants it. JavaCPP alone would use the machine's default encoding, which on a bare node is ASCII. */
final class Utf8 {
    private Utf8() {}

    static BytePointer of(String text) {
        return new BytePointer(text, StandardCharsets.UTF_8);
    }

    /** A file's name that is taken as a file's name, whatever colons or per cent signs it holds. */
    static BytePointer of(Path file) {
        return of("file:" + file.toAbsolutePath());
    }

    /** The empty string for a null pointer, FFmpeg's way to say that there is no name. */
    static String of(BytePointer text) {
        return text == null || text.isNull() ? "" : text.getString(StandardCharsets.UTF_8);
    }

    static Optional<String> get(AVDictionary dictionary, String key) {
        if (dictionary == null || dictionary.isNull()) {
            return Optional.empty();
        }
        try (BytePointer name = of(key)) {
            AVDictionaryEntry entry = avutil.av_dict_get(dictionary, name, null, 0);
            return entry == null || entry.isNull() ? Optional.empty() : Optional.of(of(entry.value()));
        }
    }

    static void put(AVDictionary dictionary, String key, String value) {
        try (BytePointer name = of(key);
                BytePointer text = of(value)) {
            avutil.av_dict_set(dictionary, name, text, 0);
        }
    }
}
