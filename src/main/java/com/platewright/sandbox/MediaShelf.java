// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.platewright.sandbox.fault.ApiError;
import com.platewright.sandbox.ledger.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What clients have uploaded, by the id that the service gave it. Equal bytes have one id. */
final class MediaShelf {
    private static final Pattern DATA_URI = Pattern.compile("data:[^,;]*(?:;[^,;]*)*;base64,");
    private static final Pattern OWN_URL = Pattern.compile("https?://[^/]+/media/([0-9a-fA-F-]{36})(?:\\.\\w+)?");

    private final Path root;

    private MediaShelf(Path root) {
        this.root = root;
    }

    static MediaShelf open(Path state) throws IOException {
        return new MediaShelf(Files.createDirectories(state.resolve("media")));
    }

    /** Puts bytes, sent as a data URI or as bare base 64, on the shelf. */
    UUID store(String coded) throws IOException, Refusal {
        Matcher head = DATA_URI.matcher(coded);
        byte[] bytes = decode(head.lookingAt() ? coded.substring(head.end()) : coded);
        UUID id = id(bytes);
        if (!Files.exists(root.resolve(id.toString()))) {
            Path draft = root.resolve(".draft-" + UUID.randomUUID());
            Folders.write(draft, bytes);
            Files.move(draft, root.resolve(id.toString()), StandardCopyOption.ATOMIC_MOVE);
        }
        return id;
    }

    Optional<Path> find(String id) {
        Path file = root.resolve(id.toLowerCase(Locale.ROOT));
        return isUuid(id) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    boolean delete(String id) throws IOException {
        Optional<Path> file = find(id);
        return file.isPresent() && Files.deleteIfExists(file.get());
    }

    /**
     * The file behind what a request says: the id of an upload, an address of this server, a data URI or bare base 64. Other
     * addresses are refused: a sandbox does not call out.
     */
    Path resolve(String reference, String parameter) throws IOException, Refusal {
        Matcher own = OWN_URL.matcher(reference);
        if (own.matches() || isUuid(reference)) {
            return find(own.matches() ? own.group(1) : reference)
                    .orElseThrow(() ->
                            new Refusal(ApiError.of(400, "mediaNotFound", "There is no media of this id.", parameter)));
        }
        if (reference.contains("://")) {
            throw new Refusal(ApiError.of(
                    400,
                    "invalidValueUploadFailed",
                    "The sandbox fetches nothing from the network. Upload the file, or send it as a data URI.",
                    parameter));
        }
        return root.resolve(store(reference).toString());
    }

    /** The suffix that the file's first bytes call for, with its dot; empty where they are of no known kind. */
    static String suffix(Path file) throws IOException {
        byte[] head = new byte[12];
        int length;
        try (InputStream in = Files.newInputStream(file)) {
            length = in.readNBytes(head, 0, head.length);
        }
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG")) {
            return ".png";
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return ".jpg";
        }
        if (text.startsWith("RIFF") && text.endsWith("WEBP")) {
            return ".webp";
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return ".tif";
        }
        return text.startsWith("ftyp", 4) ? ".mp4" : "";
    }

    private static byte[] decode(String base64) throws Refusal {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(ApiError.of(400, "invalidMedia", "This is not base 64: " + e.getMessage(), "media"));
        }
        throw new Refusal(ApiError.of(400, "missingMedia", "Give the media.", "media"));
    }

    private static UUID id(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            long high = ByteBuffer.wrap(hash).getLong();
            long low = ByteBuffer.wrap(hash).getLong(8);
            return new UUID((high & ~0xF000L) | 0x4000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean isUuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
