// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.ProviderException;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The address rules: https, or http to this machine; no login, no query. */
final class Endpoint {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

    private Endpoint() {}

    static HttpUrl parse(String text) throws ProviderException {
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            throw refused("is not an http or https address");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty() || url.query() != null || url.fragment() != null) {
            throw refused("carries a login, a query or a fragment, which has no place in an address");
        }
        if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
            throw refused("would send the key unencrypted to " + url.host() + "; plain http is for this machine only");
        }
        return url;
    }

    private static ProviderException refused(String why) {
        return new ProviderException(
                ProviderException.Kind.CONFIG,
                "The value of provider.endpoint " + why + ". Write an address such as "
                        + RunwareSettings.DEFAULT_ENDPOINT + ".");
    }
}
