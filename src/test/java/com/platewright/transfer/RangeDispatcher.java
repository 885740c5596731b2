// SPDX-License-Identifier: Apache-2.0
package com.platewright.transfer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A file server that does ranges as RFC 9110 says, after it has given the answers that it was told to give first. */
final class RangeDispatcher extends Dispatcher {
    private final byte[] file;
    private final String modified;
    private final Queue<MockResponse> first = new ConcurrentLinkedQueue<>();
    private volatile String etag = "";

    RangeDispatcher(byte[] file, String modified) {
        this.file = file;
        this.modified = modified;
    }

    void first(MockResponse answer) {
        first.add(answer);
    }

    void etag(String value) {
        etag = value;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        MockResponse told = first.poll();
        if (told != null) {
            return told;
        }
        String range = request.getHeaders().get("Range");
        String condition = request.getHeaders().get("If-Range");
        MockResponse.Builder answer = new MockResponse.Builder().addHeader("Last-Modified", modified);
        if (!etag.isEmpty()) {
            answer.addHeader("ETag", etag);
        }
        if (range == null || !(etag.equals(condition) || modified.equals(condition))) {
            return answer.body(new Buffer().write(file)).build();
        }
        int start = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        return answer.code(206)
                .addHeader("Content-Range", "bytes " + start + "-" + (file.length - 1) + "/" + file.length)
                .body(new Buffer().write(file, start, file.length - start))
                .build();
    }
}
