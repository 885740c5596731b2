// SPDX-License-Identifier: Apache-2.0
package com.platewright.yaml;

import com.platewright.yaml.Node.Mapping;
import com.platewright.yaml.Node.Unread;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * What was read of one layer.
 *
 * @param root an empty map where nothing could be read
 * @param whole false where the text broke off; the rest of it is then unknown, and missing keys mean nothing
 */
public record YamlText(Mapping root, List<Problem> problems, boolean whole) {
    /** A file of settings is small; a larger one is another file by mistake. In bytes. */
    static final int LARGEST = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public YamlText {
        problems = List.copyOf(problems);
    }

    /** Reads a file of UTF-8 text, at most 1 MiB. Whatever is wrong becomes a problem. */
    public static YamlText of(Path file) {
        Source source = Source.file(file);
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(LARGEST + 1), source);
        } catch (NoSuchFileException e) {
            return unreadable(Where.in(source), "there is no such file");
        } catch (AccessDeniedException e) {
            return unreadable(Where.in(source), "this file cannot be read: permission denied");
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "this is a folder" : String.valueOf(e.getMessage());
            return unreadable(Where.in(source), "this file cannot be read: " + why);
        }
    }

    /** Reads the bytes of a file of UTF-8 text. */
    public static YamlText of(byte[] bytes, Source source) {
        if (bytes.length > LARGEST) {
            return unreadable(Where.in(source), "this file is larger than 1 MiB, which no file of settings is");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        out.flip();
        if (result.isError()) {
            long line = out.chars().filter(c -> c == '\n').count() + 1;
            int column = out.length() - lastBreak(out);
            return unreadable(
                    new Where(source, (int) line, column), "this byte is not UTF-8 text; save the file as UTF-8");
        }
        String text = out.toString();
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return parse(marked ? text.substring(1) : text, (line, column) -> new Where(source, line, column));
    }

    /** Reads a short text that has one place, such as the value of an option. */
    public static Node value(String text, Where where, List<Problem> problems) {
        BiFunction<Integer, Integer, Where> places = (line, column) -> where;
        List<Problem> characters = Characters.check(text, places);
        problems.addAll(characters);
        if (!characters.isEmpty()) {
            return new Unread(where);
        }
        try {
            return new Events(text, places, problems).value();
        } catch (MarkedYAMLException e) {
            problems.add(SyntaxErrors.problem(e, places));
            return new Unread(where);
        }
    }

    /** Whether a plain scalar of this text is null. */
    public static boolean isNull(String text) {
        return Events.NULLS.contains(text);
    }

    private static YamlText parse(String text, BiFunction<Integer, Integer, Where> places) {
        List<Problem> problems = new ArrayList<>(Characters.check(text, places));
        if (!problems.isEmpty()) {
            return new YamlText(new Mapping(places.apply(1, 1), Map.of()), problems, false);
        }
        Events events = new Events(text, places, problems);
        try {
            if (events.document() instanceof Mapping map) {
                return new YamlText(map, problems, true);
            }
            problems.add(new Problem(places.apply(1, 1), "this file holds no keys; write lines such as key: value"));
        } catch (MarkedYAMLException e) {
            problems.add(SyntaxErrors.problem(e, places));
        }
        return new YamlText(new Mapping(places.apply(1, 1), Map.of()), problems, false);
    }

    private static YamlText unreadable(Where where, String message) {
        return new YamlText(new Mapping(where, Map.of()), List.of(new Problem(where, message)), false);
    }

    private static int lastBreak(CharSequence text) {
        int at = text.length() - 1;
        while (at >= 0 && text.charAt(at) != '\n') {
            at--;
        }
        return at;
    }
}
