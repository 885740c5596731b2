// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * An upload task with the file inside as a data URI, written from disk as it is sent: a clip of 200 MB needs no more
 * memory than a still.
 */
final class UploadBody extends RequestBody {
    private final Path file;
    private final long size;
    private final byte[] before;
    private final byte[] after = "\"}]".getBytes(StandardCharsets.US_ASCII);

    /** @param size of the file in bytes; a file that is found longer or shorter is not sent to its end */
    UploadBody(UUID task, MediaFormat format, Path file, long size) {
        this.file = file;
        this.size = size;
        this.before = ("[{\"taskType\":\"mediaStorage\",\"taskUUID\":\"" + task
                        + "\",\"operation\":\"upload\",\"media\":\"data:" + format.mime() + ";base64,")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public MediaType contentType() {
        return MediaType.get("application/json");
    }

    @Override
    public long contentLength() {
        return before.length + (size + 2) / 3 * 4 + after.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(before);
        try (OutputStream base64 = Base64.getEncoder().wrap(new Unclosed(sink))) {
            Files.copy(file, base64);
        }
        sink.write(after);
    }

    /** Lets the encoder write its last characters by closing, without closing the connection. */
    private static final class Unclosed extends OutputStream {
        private final BufferedSink sink;

        Unclosed(BufferedSink sink) {
            this.sink = sink;
        }

        @Override
        public void write(int b) throws IOException {
            sink.writeByte(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sink.write(bytes, offset, length);
        }
    }
}
