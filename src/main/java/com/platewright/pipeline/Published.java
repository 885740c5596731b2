// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.element.Manifest;
import java.nio.file.Path;
import java.util.List;

/** What a published version's manifest says, as the outcome of a run that found it. */
final class Published {
    private Published() {}

    static Outcome outcome(Manifest manifest, Path version, Outcome before) {
        Outcome.Verdict verdict = new Outcome.Verdict(
                true,
                manifest.qc().errors(),
                manifest.qc().warnings(),
                version.resolve(manifest.qc().json()),
                version.resolve(manifest.qc().html()),
                List.of());
        Outcome found = before.at(Status.PUBLISHED)
                .with(manifest.version())
                .with(version, manifest.deliverables())
                .with(verdict);
        return manifest.generation()
                .map(g -> found.with(new Outcome.Purchased(
                        g.taskUuid(),
                        g.take(),
                        g.rendition(),
                        true,
                        manifest.cost().charged(),
                        List.of())))
                .orElse(found);
    }
}
