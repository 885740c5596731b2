// SPDX-License-Identifier: Apache-2.0
package com.platewright.media.colour;

import com.platewright.binding.OcioConfig;
import com.platewright.binding.OcioProcessor;
import com.platewright.binding.OpenColorIo;
import com.platewright.media.Chromaticities;
import com.platewright.media.MediaException;
import com.platewright.media.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** An OpenColorIO config file, read and validated. Threads may share it. */
public final class ColourConfig implements AutoCloseable {
    private final Path path;
    private final String fingerprint;
    private final OcioConfig config;

    private ColourConfig(Path path, String fingerprint, OcioConfig config) {
        this.path = path;
        this.fingerprint = fingerprint;
        this.config = config;
    }

    public static ColourConfig open(Path path) throws MediaException {
        String fingerprint = digest(path);
        try {
            return new ColourConfig(path, fingerprint, new OcioConfig(path.toString()));
        } catch (RuntimeException e) {
            throw new MediaException(
                    "the colour config " + path + " cannot be used (OpenColorIO " + libraryVersion() + ": "
                            + e.getMessage() + ")",
                    e);
        }
    }

    /** The release of OpenColorIO, for the manifest. */
    public static String libraryVersion() {
        return OpenColorIo.ocioVersion();
    }

    /** Every colour space by its own name, in the order of the config, displays' spaces among them. */
    public List<String> spaces() {
        return IntStream.range(0, config.spaces()).mapToObj(config::space).toList();
    }

    /** Whether the config knows a space by this name, alias or role. */
    public boolean hasSpace(String name) {
        return !config.canonical(name).isEmpty();
    }

    public List<String> displays() {
        return IntStream.range(0, config.displays()).mapToObj(config::display).toList();
    }

    /** The views of a display; none for a display that does not exist. */
    public List<String> views(String display) {
        return IntStream.range(0, config.views(display))
                .mapToObj(i -> config.view(display, i))
                .toList();
    }

    /**
     * The transform between two spaces, given by name, alias or role. A space to itself is the identity, whatever the
     * pixels hold.
     */
    public ColourTransform convert(String from, String to) throws MediaException {
        String source = requireSpace(from);
        String target = requireSpace(to);
        String description = source + " to " + target;
        return source.equals(target)
                ? ColourTransform.identity(description)
                : transform(description, Precision.EXACT, () -> new OcioProcessor(config, source, target));
    }

    /** The exact transform from a space to the code values of a display, as one of the display's views shows it. */
    public ColourTransform view(String from, String display, String view) throws MediaException {
        return view(from, display, view, Precision.EXACT);
    }

    /**
     * The transform from a space to the code values of a display. Where it is to be {@link Precision#FAST} and the view has
     * no fast way within the bound, it is exact and says so in its description.
     */
    public ColourTransform view(String from, String display, String view, Precision precision) throws MediaException {
        String source = requireSpace(from);
        require("display", display, displays());
        require("view of \"" + display + "\"", view, views(display));
        String description = source + " to " + display + " / " + view;
        return transform(description, precision, () -> new OcioProcessor(config, source, display, view));
    }

    /**
     * CIE xy of a linear space's primaries and white, found out by sending colours through the config: it works for any
     * config with the role {@code aces_interchange}. Empty for spaces that are not linear, for data, and where the
     * config has no such role.
     */
    public Optional<Chromaticities> chromaticities(String space) throws MediaException {
        String source = requireSpace(space);
        if (config.isData(source) || !hasSpace(Primaries.ACES_INTERCHANGE)) {
            return Optional.empty();
        }
        try (ColourTransform toAp0 = convert(source, Primaries.ACES_INTERCHANGE)) {
            return Primaries.of(toAp0);
        }
    }

    /**
     * SHA-256 of the config file, in hexadecimal: which config was used, for the manifest. LUT files that a config refers
     * to are not part of it.
     */
    public String fingerprint() {
        return fingerprint;
    }

    /** Transforms that were made of this config stay usable. */
    @Override
    public void close() {
        config.close();
    }

    private ColourTransform transform(String description, Precision precision, Supplier<OcioProcessor> maker)
            throws MediaException {
        try {
            OcioProcessor processor = maker.get();
            if (processor.isNoOp()) {
                processor.close();
                return ColourTransform.identity(description);
            }
            return precision == Precision.FAST
                    ? ColourTransform.fast(description, processor)
                    : ColourTransform.exact(description, processor);
        } catch (RuntimeException e) {
            throw new MediaException(
                    "the colour config " + path + " has no way for " + description + " (OpenColorIO: " + e.getMessage()
                            + ")",
                    e);
        }
    }

    private String requireSpace(String name) throws MediaException {
        String canonical = config.canonical(name);
        if (canonical.isEmpty()) {
            throw unknown("colour space", name, spaces());
        }
        return canonical;
    }

    private void require(String what, String name, List<String> known) throws MediaException {
        if (!known.contains(name)) {
            throw unknown(what, name, known);
        }
    }

    private MediaException unknown(String what, String name, List<String> known) {
        return new MediaException("the colour config " + path + " has no " + what + " \"" + name + "\"; "
                + NearestNames.sentence(name, known));
    }

    private static String digest(Path path) throws MediaException {
        try {
            byte[] bytes = Files.readAllBytes(path);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new MediaException("the colour config " + path + " cannot be read (" + e + ")", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
