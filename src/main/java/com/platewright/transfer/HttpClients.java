// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/** What every HTTP client of this program has in common. */
public final class HttpClients {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1");

    private HttpClients() {}

    /**
     * A client that does nothing on its own: no second sending after a broken connection, which could pay twice, and no
     * following of redirects, which could lead anywhere.
     *
     * @param idle longest silence while connecting, sending and receiving
     */
    public static OkHttpClient.Builder quiet(String userAgent, Duration idle) {
        return new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
                .connectTimeout(idle)
                .readTimeout(idle)
                .writeTimeout(idle)
                .addInterceptor(chain -> {
                    Request request = chain.request();
                    return chain.proceed(
                            request.newBuilder().header("User-Agent", userAgent).build());
                });
    }

    /** Whether nothing can be overheard on the way: https, or this machine. */
    public static boolean isPrivate(HttpUrl url) {
        return url.isHttps() || isLoopback(url);
    }

    static boolean isLoopback(HttpUrl url) {
        return LOOPBACK.matcher(url.host()).matches();
    }

    /** For messages and files: without query, user and fragment. */
    public static String shown(HttpUrl url) {
        return url.newBuilder()
                .query(null)
                .fragment(null)
                .username("")
                .password("")
                .build()
                .toString();
    }
}
