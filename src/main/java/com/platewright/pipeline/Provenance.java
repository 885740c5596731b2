// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.provider.GenerationRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What plates and movies say of their making: nobody shall take a generated picture for a photographed one. */
final class Provenance {
    /** IPTC NewsCodes: a picture that an algorithm made after training. */
    private static final String GENERATED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    private Provenance() {}

    static Map<String, String> of(ShotPlan plan, String version, Optional<Outcome.Purchased> task, String tool) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("platewright.shot", plan.shot().toString());
        said.put("platewright.version", version);
        said.put("platewright.usage", plan.provenance().usage().name().toLowerCase(Locale.ROOT));
        plan.provenance().approvalRef().ifPresent(ref -> said.put("platewright.approval_ref", ref));
        said.put("platewright.tool", tool);
        if (plan.source() instanceof Source.Imported imported) {
            said.put(
                    "comments",
                    "Imported from "
                            + imported.exr()
                                    .or(imported::movie)
                                    .map(Path::getFileName)
                                    .map(String::valueOf)
                                    .orElse(""));
            return said;
        }
        GenerationRequest request = plan.generated().orElseThrow().request();
        String provider = plan.show().provider().name();
        said.put("comments", "Generated picture: " + request.model() + " through " + provider);
        said.put("digitalSourceType", GENERATED);
        said.put("platewright.provider", provider);
        said.put("platewright.model", request.model());
        said.put("platewright.prompt", request.prompt());
        task.ifPresent(t -> {
            said.put("platewright.task_uuid", t.taskUuid());
            said.put("platewright.take", Integer.toString(t.take()));
        });
        return said;
    }
}
