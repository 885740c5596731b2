// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import com.platewright.media.EncodeException;
import com.platewright.media.MediaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * What a negative return code means. The numbers are Linux's errno, which FFmpeg negates (libavutil/error.h): some of
 * them speak of the disk, the others of the file's contents or of what was asked.
 */
final class ReturnCode {
    /** EAGAIN: nothing to give before more is put in. */
    static final int AGAIN = -11;

    private static final int NO_SUCH_FILE = -2;
    private static final int NO_MEMORY = -12;
    private static final int NO_PERMISSION = -13;

    /** EIO, ENXIO, ENOTDIR, EISDIR, EMFILE, EFBIG, ENOSPC, EROFS, ENAMETOOLONG, ETIMEDOUT, ESTALE, EDQUOT. */
    private static final Set<Integer> DISK = Set.of(-5, -6, -20, -21, -24, -27, -28, -30, -36, -110, -116, -122);

    private ReturnCode() {}

    /** Passes a code that is not negative; {@code what} says what did not work, as the middle of a sentence. */
    static int reading(int code, Path file, String what) throws IOException {
        if (code == NO_MEMORY) {
            // FFmpeg answers so when a header claims more than it would ever allocate.
            throw new MediaException(file + ": " + what + ": it claims more memory than there is, so it is damaged");
        }
        if (code < 0) {
            throwSystem(code, file);
            throw new MediaException(file + ": " + what + ": " + reason(code));
        }
        return code;
    }

    /** As {@link #reading}, of a file that is being made. */
    static int writing(int code, Path file, String what) throws IOException {
        if (code == NO_MEMORY) {
            throw new OutOfMemoryError("FFmpeg finds no memory for " + file);
        }
        if (code < 0) {
            throwSystem(code, file);
            throw new EncodeException(file + ": " + what + ": " + reason(code));
        }
        return code;
    }

    /** FFmpeg's words for a code, and what its codecs said last. */
    static String reason(int code) {
        byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        List<String> heard = FfmpegLog.heard();
        String words = new String(text, 0, end, StandardCharsets.UTF_8);
        return heard.isEmpty() ? words : words + " (" + String.join("; ", heard) + ")";
    }

    private static void throwSystem(int code, Path file) throws IOException {
        if (code == NO_SUCH_FILE) {
            throw new NoSuchFileException(file.toString());
        }
        if (code == NO_PERMISSION) {
            throw new AccessDeniedException(file.toString());
        }
        if (DISK.contains(code)) {
            throw new FileSystemException(file.toString(), null, reason(code));
        }
    }
}
