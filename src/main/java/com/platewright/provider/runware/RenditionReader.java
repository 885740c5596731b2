// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.provider.Results.File;
import com.platewright.provider.Results.Kind;
import com.platewright.provider.Results.Rendition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Reads the movie and its companions from a result item. */
final class RenditionReader {
    /** Beyond this many US dollars a cost is not one; the dearest task of the price list is below 20. */
    private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000);

    private final HttpUrl endpoint;

    /** @param endpoint against which relative addresses are read */
    RenditionReader(HttpUrl endpoint) {
        this.endpoint = endpoint;
    }

    /** The rendition, if the item holds at least one file. */
    Optional<Rendition> read(JsonNode item) {
        List<File> files = new ArrayList<>();
        String movie = Answer.text(item, "videoUUID");
        file(Kind.VIDEO, "video", Answer.text(item, "videoURL"), movie).ifPresent(files::add);
        Answer.each(item.path("outputs"))
                .flatMap(outputs -> Answer.each(outputs.path("files")))
                .flatMap(f -> companion(f).stream())
                .forEach(files::add);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String name = movie.isEmpty() ? files.get(0).url().getRawPath() : movie;
        return Optional.of(new Rendition(name, files, cost(item)));
    }

    /** A cost in US dollars, as number or text; 0 is the service's way to say nothing. */
    static Optional<BigDecimal> cost(JsonNode item) {
        try {
            return Optional.of(new BigDecimal(Answer.text(item, "cost")))
                    .filter(cost -> cost.signum() > 0 && cost.compareTo(DEAREST) < 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<File> companion(JsonNode file) {
        String type = Answer.text(file, "type");
        Kind kind = type.toLowerCase(Locale.ROOT).equals("exr") ? Kind.EXR : Kind.OTHER;
        return file(kind, type, Answer.text(file, "url"), Answer.text(file, "uuid"));
    }

    private Optional<File> file(Kind kind, String type, String url, String uuid) {
        return Optional.ofNullable(url.isEmpty() ? null : endpoint.resolve(url))
                .map(address -> new File(kind, type, address.uri(), uuid));
    }
}
