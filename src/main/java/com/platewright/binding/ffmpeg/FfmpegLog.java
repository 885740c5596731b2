// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding.ffmpeg;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * Takes what FFmpeg would print on stderr to the logger {@code com.platewright.ffmpeg}, and remembers the last warnings
 * of each thread so that an exception can say what a bare return code cannot.
 *
 * <p>FFmpeg has one log for the process, hence the one instance. Its errors are logged at DEBUG: whoever called throws,
 * and the sentence belongs there.
 */
public final class FfmpegLog extends LogCallback {
    private static final System.Logger LOG = System.getLogger("com.platewright.ffmpeg");
    private static final int REMEMBERED = 4;
    private static final Pattern CONTEXT = Pattern.compile("\\[([\\w,./-]+) @ 0x[0-9a-f]+] ");

    /** Held here because FFmpeg keeps no reference that the garbage collector could see. */
    private static final FfmpegLog INSTANCE = install();

    private final ThreadLocal<Deque<String>> recent = ThreadLocal.withInitial(ArrayDeque::new);
    private final ThreadLocal<StringBuilder> line = ThreadLocal.withInitial(StringBuilder::new);

    private FfmpegLog() {
        super();
    }

    private static FfmpegLog install() {
        FfmpegLog log = new FfmpegLog();
        avutil.av_log_set_level(LOG.isLoggable(Level.TRACE) ? avutil.AV_LOG_VERBOSE : avutil.AV_LOG_WARNING);
        avutil.setLogCallback(log);
        return log;
    }

    /** Routes FFmpeg's log here, if it is not yet, and forgets what this thread heard so far. */
    public static void listen() {
        INSTANCE.recent.get().clear();
    }

    /** The last warnings and errors that this thread heard since {@link #listen}, the oldest first. */
    public static List<String> heard() {
        return List.copyOf(INSTANCE.recent.get());
    }

    @Override
    public void call(int level, BytePointer message) {
        StringBuilder text = line.get().append(message.getString(StandardCharsets.UTF_8));
        if (text.length() > 0 && text.charAt(text.length() - 1) == '\n') {
            String said = CONTEXT.matcher(text).replaceAll("$1: ").strip();
            text.setLength(0);
            LOG.log(level <= avutil.AV_LOG_WARNING ? Level.DEBUG : Level.TRACE, said);
            if (level <= avutil.AV_LOG_WARNING) {
                remember(said);
            }
        }
    }

    private void remember(String said) {
        Deque<String> said4 = recent.get();
        if (said4.size() == REMEMBERED) {
            said4.removeFirst();
        }
        said4.addLast(said);
    }
}
