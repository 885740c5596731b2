// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What some bytes are known by: XXH3-128 (seed 0, big-endian) for media files, as {@code xxh128sum} prints it and ASC MHL
 * 2.0 names it {@code xxh128}; SHA-256 for texts whose digest others must not be able to hit on purpose.
 *
 * @param hex lower case, 32 digits for XXH3-128 and 64 for SHA-256
 */
public record Digest(Algorithm algorithm, String hex) {
    /** Names as ASC MHL and manifests write them. */
    public enum Algorithm {
        XXH128("xxh128", 32),
        SHA256("sha256", 64);

        private final String text;
        private final Pattern form;

        Algorithm(String text, int digits) {
            this.text = text;
            this.form = Pattern.compile("[0-9a-f]{" + digits + "}");
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Bytes read at a time: large enough to hash at full speed, small enough to stay in a core's cache. */
    private static final int BLOCK = 1 << 18;

    public Digest {
        if (!algorithm.form.matcher(hex).matches()) {
            throw new IllegalArgumentException("\"" + hex + "\" is not a digest of the form " + algorithm.form);
        }
    }

    /** XXH3-128 of a whole file, read in blocks. */
    public static Digest of(Path file) throws StorageException {
        DigestStream stream = new DigestStream();
        byte[] block = new byte[BLOCK];
        try (InputStream in = new FileInputStream(file.toFile())) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                stream.add(block, read);
            }
        } catch (IOException e) {
            throw StorageException.of("read", file, e);
        }
        return stream.digest();
    }

    /** XXH3-128 of what remains in {@code bytes}, whose position and limit stay as they are. */
    public static Digest of(ByteBuffer bytes) {
        DigestStream stream = new DigestStream();
        stream.add(bytes);
        return stream.digest();
    }

    /** SHA-256 of a text in UTF-8. */
    public static Digest sha256(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return new Digest(
                    Algorithm.SHA256, HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Such as {@code xxh128:99aa06d3014798d86001c324468d497f}. */
    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
