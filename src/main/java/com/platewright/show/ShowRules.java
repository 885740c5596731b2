// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.shot.FrameRate;
import com.platewright.shot.TimeCode;
import com.platewright.yaml.Located;
import com.platewright.yaml.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rules that span several keys. They look at what the schema found valid, so all problems are said at once. */
final class ShowRules {
    private final JsonNode show;
    private final Located located;
    private final List<Problem> problems = new ArrayList<>();

    private ShowRules(JsonNode show, Located located) {
        this.show = show;
        this.located = located;
    }

    static List<Problem> check(JsonNode show, Located located) {
        ShowRules rules = new ShowRules(show, located);
        rules.startTimecodeExists();
        rules.pollGrows();
        rules.sandboxIsHere();
        rules.somethingIsDelivered();
        rules.deliverablesHaveTheirOwnPaths();
        rules.onlyAacHasABitRate();
        return rules.problems;
    }

    private void startTimecodeExists() {
        JsonNode rate = show.at("/timing/frame_rate");
        JsonNode start = show.at("/timing/start_timecode");
        if (!rate.isMissingNode() && start.isTextual()) {
            int base = FrameRate.parse(rate.asText()).timeBase();
            if (TimeCode.parse(start.asText()).frames() >= base) {
                report(
                        "timing.start_timecode",
                        "timing.start_timecode is " + start.asText() + ", but a second has frames 00 to " + (base - 1)
                                + " at timing.frame_rate " + rate.asText());
            }
        }
    }

    private void pollGrows() {
        JsonNode first = show.at("/provider/poll/first_s");
        JsonNode longest = show.at("/provider/poll/longest_s");
        if (first.isNumber() && longest.isNumber() && first.decimalValue().compareTo(longest.decimalValue()) > 0) {
            report(
                    "provider.poll.first_s",
                    "provider.poll.first_s is " + first.asText() + ", longer than provider.poll.longest_s, which is "
                            + longest.asText());
        }
    }

    /** What a sandbox charges is play money, which no cap counts, so its name must not stand before a service's address. */
    private void sandboxIsHere() {
        JsonNode name = show.at("/provider/name");
        JsonNode endpoint = show.at("/provider/endpoint");
        if (name.asText().equals("sandbox") && endpoint.isTextual() && !isLoopback(endpoint.asText())) {
            report(
                    "provider.endpoint",
                    "provider.endpoint is " + endpoint.asText() + " and provider.name is sandbox: a sandbox is on this"
                            + " machine (http://127.0.0.1:PORT/v1). For a service that takes money, write provider.name:"
                            + " runware");
        }
    }

    private static boolean isLoopback(String endpoint) {
        String host = String.valueOf(URI.create(endpoint).getHost());
        return host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1\\]");
    }

    private void somethingIsDelivered() {
        if (located.keys("deliverables").isEmpty()) {
            report("deliverables", "deliverables is empty; a show makes at least one thing");
        }
    }

    private void deliverablesHaveTheirOwnPaths() {
        Map<String, String> owners = new LinkedHashMap<>();
        show.path("deliverables").properties().forEach(deliverable -> {
            String path = deliverable.getValue().path("path").asText();
            if (!path.isEmpty()) {
                claim(deliverable.getKey(), path, owners);
            }
        });
    }

    /** Paths are compared as a file system does that does not tell capitals from small letters. */
    private void claim(String name, String path, Map<String, String> owners) {
        String key = path.replace("{deliverable}", name).toLowerCase(Locale.ROOT);
        String where = "deliverables." + name + ".path";
        owners.forEach((owner, taken) -> {
            if (key.equals(taken)) {
                report(where, where + " is the path of deliverable " + owner + " already; give each its own");
            } else if (key.startsWith(taken + "/") || taken.startsWith(key + "/")) {
                report(
                        where,
                        where + " and the path of deliverable " + owner + " use one name for a file and a folder");
            }
        });
        owners.put(name, key);
    }

    private void onlyAacHasABitRate() {
        show.path("deliverables").properties().forEach(deliverable -> {
            JsonNode sound = deliverable.getValue().path("sound");
            String codec = sound.path("codec").asText();
            if (codec.startsWith("pcm") && sound.path("bit_rate").isNumber()) {
                String where = "deliverables." + deliverable.getKey() + ".sound.bit_rate";
                report(where, where + " means nothing to " + codec + ", which is not compressed; take it away");
            }
        });
    }

    private void report(String key, String message) {
        problems.add(new Problem(located.where(key), message));
    }
}
