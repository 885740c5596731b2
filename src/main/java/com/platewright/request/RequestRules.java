// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.yaml.Located;
import com.platewright.yaml.Problem;
import com.platewright.yaml.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of a request that span several keys and hold for every model. */
final class RequestRules {
    private final JsonNode request;
    private final Located located;
    private final List<Problem> problems = new ArrayList<>();

    private RequestRules(JsonNode request, Located located) {
        this.request = request;
        this.located = located;
    }

    static List<Problem> check(JsonNode request, Located located) {
        RequestRules rules = new RequestRules(request, located);
        rules.eitherGeneratesOrImports();
        rules.importNamesAClip();
        rules.finalIsApproved();
        rules.tracksHaveTheirOwnNames();
        return rules.problems;
    }

    private void eitherGeneratesOrImports() {
        List<String> keys = located.keys("");
        boolean generates = keys.contains("generate");
        boolean imports = keys.contains("import");
        if (generates && imports) {
            Where generate = located.where("generate");
            Where clip = located.where("import");
            Where second = generate.compareTo(clip) < 0 ? clip : generate;
            problems.add(new Problem(second, "generate and import exclude each other; keep the one that is meant"));
        } else if (!generates && !imports) {
            problems.add(new Problem(
                    located.root().where(),
                    "neither generate nor import is here; say what to generate, or which clip to import"));
        }
    }

    private void importNamesAClip() {
        List<String> keys = located.keys("import");
        if (request.path("import").isObject() && !keys.contains("exr") && !keys.contains("movie")) {
            problems.add(
                    new Problem(located.where("import"), "import names no clip; name frames (exr), a movie, or both"));
        }
    }

    private void finalIsApproved() {
        JsonNode provenance = request.path("provenance");
        if (provenance.path("usage").asText().equals("final")
                && provenance.path("approval_ref").isNull()) {
            problems.add(
                    new Problem(
                            located.where("provenance.usage"),
                            "provenance.usage is final, which needs provenance.approval_ref: where the approval is written down"));
        }
    }

    private void tracksHaveTheirOwnNames() {
        Set<String> names = new HashSet<>();
        JsonNode audio = request.path("audio");
        for (int i = 0; i < audio.size(); i++) {
            String name = audio.path(i).path("track").asText();
            if (!names.add(name)) {
                String key = "audio[" + i + "].track";
                problems.add(new Problem(
                        located.where(key),
                        key + " is " + name + ", as an earlier track is called; give each its own name"));
            }
        }
    }
}
