// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Follows redirects a little way, and never from a private connection to one that can be overheard. */
final class Redirects {
    private static final int MOST = 10;

    private final OkHttpClient client;

    Redirects(OkHttpClient client) {
        this.client = client;
    }

    /** The first answer that is not a redirect. The request has no credentials, so none are carried along. */
    Response follow(Request first) throws IOException {
        Request request = first;
        for (int hop = 0; hop <= MOST; hop++) {
            Response response = client.newCall(request).execute();
            if (!response.isRedirect()) {
                return response;
            }
            try (response) {
                request = request.newBuilder().url(next(response)).build();
            }
        }
        throw new TransferException(
                HttpClients.shown(first.url()) + " was redirected more than " + MOST + " times.", false);
    }

    private static HttpUrl next(Response response) throws TransferException {
        HttpUrl here = response.request().url();
        String location = response.header("Location");
        HttpUrl next = location == null ? null : here.resolve(location);
        if (next == null) {
            throw new TransferException(HttpClients.shown(here) + " was redirected to nowhere.", false);
        }
        boolean ok =
                next.isHttps() || (!here.isHttps() && HttpClients.isLoopback(here) && HttpClients.isLoopback(next));
        if (!ok) {
            throw new TransferException(
                    HttpClients.shown(here) + " was redirected to plain http, " + HttpClients.shown(next)
                            + ". Only https is followed.",
                    false);
        }
        return next;
    }
}
