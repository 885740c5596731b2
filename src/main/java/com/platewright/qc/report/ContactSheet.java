// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;

/** The contact sheet of a page, beside it or within it. */
public final class ContactSheet {
    private final String source;

    private ContactSheet(String source) {
        this.source = source;
    }

    /**
     * A picture beside the page.
     *
     * @param path relative to the page's folder, such as {@code ../thumbs/sh0010_contact.jpg}
     * @throws IllegalArgumentException if the path is absolute or a URL
     */
    public static ContactSheet beside(String path) {
        try {
            URI link = new URI(null, null, path, null);
            if (link.isAbsolute() || path.startsWith("/")) {
                throw new IllegalArgumentException("a contact sheet lies beside its page, not at " + path);
            }
            return new ContactSheet(link.toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a relative path: " + path, e);
        }
    }

    /** A picture within the page: the bytes of a JPEG or PNG file. */
    public static ContactSheet within(byte[] picture) {
        boolean png = picture.length > 1 && picture[0] == (byte) 0x89 && picture[1] == 'P';
        return new ContactSheet("data:image/" + (png ? "png" : "jpeg") + ";base64,"
                + Base64.getEncoder().encodeToString(picture));
    }

    /** The source of the image element: a relative reference or a data URI. */
    String source() {
        return source;
    }
}
