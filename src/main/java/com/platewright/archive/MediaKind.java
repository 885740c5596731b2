// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import com.platewright.files.StorageException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is by its first bytes. Names are not asked: servers and people give wrong ones. */
public enum MediaKind {
    /** Zip, also an empty or a split one. */
    ZIP,
    EXR,
    /** ISO base media: a {@code ftyp} box of any brand but QuickTime's. */
    MP4,
    /** QuickTime, with or without {@code ftyp}. */
    MOV,
    /** RIFF, RF64 or BW64 of form WAVE. */
    WAV,
    /** A web page, usually an error that came with status 200. */
    HTML,
    EMPTY,
    UNKNOWN;

    private static final int HEAD = 512;
    private static final int SHOWN = 48;

    public static MediaKind of(Path file) throws StorageException {
        return ofHead(head(file));
    }

    /** The first bytes as a person can read them, in quotes or as hexadecimal digits, for a message about a wrong kind. */
    public static String startOf(Path file) throws StorageException {
        return startOfHead(head(file));
    }

    static MediaKind ofHead(byte[] head) {
        if (head.length == 0) {
            return EMPTY;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6") || text.startsWith("PK\7\b")) {
            return ZIP;
        }
        if (text.startsWith("v/1\1")) {
            return EXR;
        }
        if (text.startsWith("ftyp", 4)) {
            return text.startsWith("qt  ", 8) ? MOV : MP4;
        }
        if (text.matches("(?s).{4}(moov|mdat|wide|free|skip|pnot).*")) {
            return MOV;
        }
        if (text.matches("(?s)(RIFF|RF64|BW64).{4}WAVE.*")) {
            return WAV;
        }
        String page = text.replace("\u00ef\u00bb\u00bf", "").stripLeading().toLowerCase(Locale.ROOT);
        return page.startsWith("<!doctype html") || page.startsWith("<html") ? HTML : UNKNOWN;
    }

    static String startOfHead(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, SHOWN), StandardCharsets.ISO_8859_1);
        if (text.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\n' || c == '\r' || c == '\t')) {
            return '"' + text.replaceAll("\\s+", " ") + (head.length > SHOWN ? "…\"" : "\"");
        }
        StringBuilder hex = new StringBuilder();
        text.chars().limit(16).forEach(c -> hex.append(String.format("%02x ", c)));
        return hex.toString().strip();
    }

    private static byte[] head(Path file) throws StorageException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw StorageException.of("read", file, e);
        }
    }
}
