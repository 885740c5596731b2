// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.delivery.Delivered;
import com.platewright.element.Piece;
import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import com.platewright.money.Money;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.qc.QcReport;
import com.platewright.qc.report.ContactSheet;
import com.platewright.qc.report.QcJson;
import com.platewright.qc.report.QcPage;
import com.platewright.qc.report.ReportHead;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Writes the report of a verdict: for machines and for people. */
final class Report {
    static final String JSON = "qc.json";
    static final String HTML = "qc.html";

    private final ReportHead head;
    private final QcReport report;

    Report(
            ShotPlan plan,
            String version,
            Optional<Outcome.Purchased> task,
            QcReport report,
            Map<String, String> tools) {
        this.head = new ReportHead(
                plan.shot().toString(),
                Optional.of(version),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                task.flatMap(t -> plan.generated().map(g -> generation(plan, g, t))),
                tools);
        this.report = report;
    }

    private static ReportHead.Generation generation(ShotPlan plan, Source.Generated generated, Outcome.Purchased task) {
        Optional<BigDecimal> estimated = generated.estimate().money().map(Money::amount);
        return new ReportHead.Generation(
                plan.show().provider().name(),
                generated.request().model(),
                task.taskUuid(),
                generated.request().prompt(),
                new ReportHead.Price("USD", estimated, task.charged()));
    }

    /** Writes it into a version's folder, its contact sheet being a file of the version. */
    void beside(Path version, Delivered delivered) throws StorageException {
        write(version.resolve("qc"), sheet(delivered).map(p -> ContactSheet.beside("../" + p.path())));
    }

    /** Writes it so that it stands on its own. */
    void alone(Path folder, Path version, Delivered delivered) throws StorageException {
        Optional<ContactSheet> picture = Optional.empty();
        Optional<Path> file = sheet(delivered).map(p -> version.resolve(p.path()));
        if (file.isPresent() && Files.isRegularFile(file.get())) {
            try {
                picture = Optional.of(ContactSheet.within(Files.readAllBytes(file.get())));
            } catch (IOException e) {
                throw StorageException.of("read", file.get(), e);
            }
        }
        write(folder, picture);
    }

    private void write(Path folder, Optional<ContactSheet> picture) throws StorageException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StorageException.of("make the folder", folder, e);
        }
        Durable.removeLeftovers(folder); // or they would be published with it
        Durable.write(folder.resolve(JSON), QcJson.write(head, report));
        Durable.write(folder.resolve(HTML), QcPage.write(head, report, picture));
    }

    private static Optional<Piece> sheet(Delivered delivered) {
        return delivered.pieces().stream()
                .filter(p -> p.kind().equals("contact_sheet"))
                .findFirst();
    }
}
