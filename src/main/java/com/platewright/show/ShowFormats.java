// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.platewright.schema.TextFormat;
import com.platewright.yaml.Source;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules behind the {@code format} names of the show's schema. */
final class ShowFormats {
    /** What the name of a shot's folder can be made of; the rest is not known before a version is begun. */
    private static final Set<Token> BEFORE_VERSION = EnumSet.of(Token.SHOW, Token.SEQUENCE, Token.SHOT, Token.TASK);

    /** Where the manifest and the reports stand in a version's folder. */
    private static final List<String> OURS = List.of("manifest.json", "qc");

    private ShowFormats() {}

    static Map<String, TextFormat> all() {
        return Map.ofEntries(
                entry("path", (text, source) -> path(text, source).toString()),
                entry("file", ShowFormats::file),
                entry("endpoint", (text, source) -> endpoint(text)),
                entry("ledger", (text, source) -> ledger(text)),
                entry("time-zone", (text, source) -> zone(text)),
                entry("shot-path", (text, source) -> shotPath(text)),
                entry("sequence-path", (text, source) -> sequencePath(text)),
                entry("movie-path", (text, source) -> singlePath(text, ".mov", ".mp4")),
                entry("sheet-path", (text, source) -> singlePath(text, ".jpg", ".png")),
                entry("sound-path", (text, source) -> singlePath(text, ".wav")),
                entry("burn-in", (text, source) -> new TextTemplate(text).text()));
    }

    private static Map.Entry<String, TextFormat> entry(String name, TextFormat format) {
        return Map.entry(name, format);
    }

    private static Path path(String text, Source source) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a path is missing");
        }
        return source.resolve(text);
    }

    private static String file(String text, Source source) {
        Path file = path(text, source);
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(file + " is not a file that can be read here");
        }
        return file.toString();
    }

    /** The text is not repeated in the messages: it may hold a password. */
    private static String endpoint(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("this is no URL: " + e.getReason(), e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !List.of("http", "https").contains(scheme)) {
            throw new IllegalArgumentException("this is no URL of a service; write https://HOST/PATH");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "a user, a query or a fragment has no place in this URL; secrets stand in"
                            + " RUNWARE_API_KEY or in provider.key_file");
        }
        if (scheme.equals("http") && !isLoopback(uri.getHost())) {
            throw new IllegalArgumentException(
                    "plain http would show the key to the network; write https (http is for this machine only)");
        }
        return text;
    }

    /** Below the root, so that nodes that mount it elsewhere find it. */
    private static String ledger(String text) {
        Path path = Path.of(text);
        if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
            throw new IllegalArgumentException(
                    "the ledger stands below paths.root; write a path without / at its start" + " and without ..");
        }
        return text;
    }

    private static String zone(String text) {
        try {
            return ZoneId.of(text).getId();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "there is no time zone " + text + "; write one such as UTC or" + " Europe/Berlin", e);
        }
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static String shotPath(String text) {
        Set<Token> tokens = Template.tokens(text, BEFORE_VERSION);
        if (!tokens.contains(Token.SHOT)) {
            throw new IllegalArgumentException("without {shot}, all shots would share one folder");
        }
        return new PathTemplate(text).text();
    }

    private static String sequencePath(String text) {
        PathTemplate template = deliverable(text, Token.ALL, ".exr");
        String name = text.substring(text.lastIndexOf('/') + 1);
        if (!template.tokens().contains(Token.FRAME)) {
            throw new IllegalArgumentException(
                    "without {frame}, all frames would share one file; write it before .exr, as in {version}.{frame}.exr");
        }
        if (text.indexOf("{frame}") != text.lastIndexOf("{frame}") || !name.contains("{frame}")) {
            throw new IllegalArgumentException(
                    "{frame} stands once, in the file's name; its folder is the same for all");
        }
        return template.text();
    }

    private static String singlePath(String text, String... suffixes) {
        return deliverable(text, EnumSet.complementOf(EnumSet.of(Token.FRAME)), suffixes)
                .text();
    }

    private static PathTemplate deliverable(String text, Set<Token> known, String... suffixes) {
        Template.tokens(text, known);
        PathTemplate template = new PathTemplate(text);
        List<String> endings = List.of(suffixes);
        if (endings.stream().noneMatch(text::endsWith)) {
            throw new IllegalArgumentException("\"" + text + "\" has to end in " + String.join(" or ", endings));
        }
        if (OURS.contains(text.split("/", 2)[0])) {
            throw new IllegalArgumentException(
                    "qc and manifest.json in a version's folder are written by publishing; choose another folder");
        }
        return template;
    }
}
