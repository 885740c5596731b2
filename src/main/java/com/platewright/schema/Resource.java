// SPDX-License-Identifier: Apache-2.0
package com.platewright.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of {@code pipeline-configs} that travel in the jar: the defaults and the schemas. */
public final class Resource {
    private Resource() {}

    /**
     * The text of a file.
     *
     * @param path below {@code pipeline-configs}, such as {@code schema/show.schema.json}
     */
    public static String text(String path) {
        String resource = "/pipeline-configs/" + path;
        try (InputStream in = Resource.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("this build's " + resource + " cannot be read", e);
        }
    }
}
