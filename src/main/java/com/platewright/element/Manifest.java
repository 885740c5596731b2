// SPDX-License-Identifier: Apache-2.0
package com.platewright.element;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.platewright.files.StorageException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code manifest.json}: what a version is and what every file in it holds, but for the manifest itself.
 *
 * @param format 1; grows when a reader of format 1 would misunderstand
 * @param made UTC, ISO 8601
 * @param job digest that names this version's job
 * @param frames count, numbers and rate of the pictures
 * @param provenance what the pictures are for, as the request says
 * @param generation where the clip comes from; empty for an import
 * @param imported names and digests of an import's files
 * @param tools names and releases of what made and examined it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Manifest(
        int format,
        String shot,
        String version,
        String made,
        String job,
        String recipe,
        Frames frames,
        Colour colour,
        Map<String, String> provenance,
        Optional<Generation> generation,
        Map<String, String> imported,
        Cost cost,
        List<String> sound,
        List<Piece> deliverables,
        Qc qc,
        Map<String, String> tools,
        List<SealedFile> files) {
    private static final String NAME = "manifest.json";

    /**
     * The pictures.
     *
     * @param rate frames a second, such as {@code 24} or {@code 24000/1001}
     */
    public record Frames(int first, int last, int count, int width, int height, String rate, String startTimecode) {}

    /**
     * Colour spaces by their names in the OCIO config, and which config it was.
     *
     * @param displayReferred what is to be known of plates that were made of a movie; empty where frames came
     */
    public record Colour(
            String config,
            String source,
            String plate,
            String display,
            String view,
            String viewPrecision,
            Optional<String> displayReferred) {}

    /**
     * What was asked of whom.
     *
     * @param rendition of the take, counted from 1
     * @param request the canonical request: one line of JSON, media by content digest
     * @param draft the one that was picked before; empty where none was
     */
    public record Generation(
            String provider,
            String model,
            String taskUuid,
            int take,
            int rendition,
            String prompt,
            String request,
            Optional<Draft> draft) {}

    /** The draft after which the clip was bought, in its take's words. The clip is another generation, not its pixels. */
    public record Draft(int take, int rendition) {}

    /** Money; what is not known is null, never 0. */
    public record Cost(String currency, Optional<BigDecimal> estimated, Optional<BigDecimal> charged) {}

    /** The verdict; the report lies beside. */
    public record Qc(String status, int errors, int warnings, String json, String html) {}

    /** The manifest of a version's folder; empty if there is none. */
    public static Optional<Manifest> read(Path version) throws StorageException {
        return RecordFile.read(file(version), Manifest.class);
    }

    public static Path file(Path version) {
        return version.resolve(NAME);
    }

    public void write(Path version) throws StorageException {
        RecordFile.write(file(version), this);
    }

    /** A sentence for every file that is not what it was when the version was published. Reads every byte. */
    public List<String> differences(Path version) throws StorageException {
        List<String> found = new ArrayList<>();
        for (SealedFile file : files) {
            file.difference(version).ifPresent(found::add);
        }
        return found;
    }
}
