// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A plain client with JSON written by hand. */
final class Wire {
    static final String ID = "11111111-1111-4111-8111-111111111111";
    static final String OTHER = "22222222-2222-4222-8222-222222222222";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;

    Wire(SandboxServer server) {
        this(server.endpoint());
    }

    Wire(URI endpoint) {
        this.endpoint = endpoint;
    }

    record Answer(int status, String text, HttpResponse<String> whole) {
        JsonNode json() throws IOException {
            return new JsonMapper().readTree(text);
        }

        JsonNode item() throws IOException {
            return json().path("data").path(0);
        }

        JsonNode error() throws IOException {
            return json().path("errors").path(0);
        }

        String code() throws IOException {
            return error().path("code").asText();
        }
    }

    /** A small HDR and EXR task: the sandbox's frames are as large as the script of faults says. */
    static String task(String id, String more) {
        return "{\"taskType\":\"videoInference\",\"taskUUID\":\"" + id + "\",\"model\":\"luma:ray@3.2\","
                + "\"positivePrompt\":\"sparks\",\"resolution\":\"720p\",\"duration\":5,\"deliveryMethod\":\"async\","
                + "\"includeCost\":true,\"settings\":{\"hdr\":true,\"exrExport\":true}" + more + "}";
    }

    Answer submit(String id) throws IOException, InterruptedException {
        return post("[" + task(id, "") + "]");
    }

    Answer submit(String id, String more) throws IOException, InterruptedException {
        return post("[" + task(id, more) + "]");
    }

    Answer poll(String id) throws IOException, InterruptedException {
        return post("[{\"taskType\":\"getResponse\",\"taskUUID\":\"" + id + "\"}]");
    }

    /** Polls until the task is neither running nor unheard of. */
    Answer wait(String id) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < end) {
            Answer answer = poll(id);
            if (!answer.item().path("status").asText("processing").equals("processing")
                    || answer.json().has("errors")) {
                return answer;
            }
            Thread.sleep(50);
        }
        throw new IOException("the task was not finished within 30 s");
    }

    Answer post(String body) throws IOException, InterruptedException {
        return send(request("/v1").header("Authorization", "Bearer any").POST(BodyPublishers.ofString(body)));
    }

    JsonNode charges() throws IOException, InterruptedException {
        return send(request("/ledger")).json().path("charges");
    }

    Answer faults(String script) throws IOException, InterruptedException {
        return send(request("/faults").PUT(BodyPublishers.ofString(script)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer);
    }

    HttpResponse<byte[]> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}
