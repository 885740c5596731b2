// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import com.platewright.files.Durable;
import com.platewright.provider.UploadedMedia;
import com.platewright.show.ShowConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which content stands at the service under which id, for all runs of a show: a small file for each, of three lines
 * (endpoint, digest of the content, id), written whole or not at all, so that runs at the same time cannot mix theirs.
 * What cannot be read is as good as forgotten, and what cannot be written is uploaded again by another run.
 */
final class KeptUploads implements UploadedMedia {
    private static final System.Logger LOG = System.getLogger(KeptUploads.class.getName());
    private static final Pattern ID = Pattern.compile("[!-~]{1,200}");

    private final Path folder;
    private final String endpoint;
    private final UploadedMedia here = UploadedMedia.inMemory();

    private KeptUploads(Path folder, String endpoint) {
        this.folder = folder;
        this.endpoint = endpoint;
    }

    /** What the runs below a show's root know of one service. */
    static KeptUploads of(ShowConfig show, String endpoint) {
        return new KeptUploads(show.paths().root().resolve(".platewright").resolve("uploads"), endpoint);
    }

    @Override
    public Optional<String> find(String contentDigest) {
        Optional<String> known = here.find(contentDigest);
        return known.isPresent() ? known : read(contentDigest);
    }

    @Override
    public void remember(String contentDigest, String mediaId) {
        here.remember(contentDigest, mediaId);
        if (!ID.matcher(mediaId).matches()) {
            return; // not on one line; this run can still use it
        }
        try {
            Files.createDirectories(folder);
            String text = String.join("\n", endpoint, contentDigest, mediaId) + "\n";
            Durable.write(file(contentDigest), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            warn("cannot be written; another run will upload the same again", e);
        }
    }

    @Override
    public void forget(String contentDigest) {
        here.forget(contentDigest);
        try {
            Files.deleteIfExists(file(contentDigest));
        } catch (IOException e) {
            warn("cannot be deleted; another run will find out by itself that it is out of date", e);
        }
    }

    private Optional<String> read(String contentDigest) {
        try {
            List<String> lines = Files.readAllLines(file(contentDigest), StandardCharsets.UTF_8);
            boolean ours = lines.size() == 3
                    && lines.get(0).equals(endpoint)
                    && lines.get(1).equals(contentDigest)
                    && ID.matcher(lines.get(2)).matches();
            return ours ? Optional.of(lines.get(2)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            warn("cannot be read; what it names is uploaded again", e);
            return Optional.empty();
        }
    }

    /** Named by a UUID of endpoint and digest, since neither makes a file name. */
    private Path file(String contentDigest) {
        byte[] name = (endpoint + "\n" + contentDigest).getBytes(StandardCharsets.UTF_8);
        return folder.resolve(UUID.nameUUIDFromBytes(name) + ".txt");
    }

    private void warn(String what, IOException e) {
        LOG.log(System.Logger.Level.WARNING, "A note of an upload in " + folder + " " + what + " (" + e + ")");
    }
}
