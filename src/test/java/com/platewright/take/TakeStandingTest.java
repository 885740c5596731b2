// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.element.ElementFolder;
import com.platewright.element.SealedFile;
import com.platewright.files.Digest;
import com.platewright.ledger.Order;
import com.platewright.shot.ShotId;
import com.platewright.take.TakeStanding.State;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeStandingTest {
    private static final Order ORDER = new Order(
            new UUID(0, 1),
            new ShotId("demo", "sq010", "sh0010"),
            "sq010/sh0010/genplate",
            1,
            new Order.Item("sandbox", "generate", "luma:ray@3.2", "sha256:00"),
            Optional.empty(),
            Optional.empty());

    private static final ShotId SHOT = new ShotId("demo", "sq010", "sh0010");

    @TempDir
    Path folder;

    @Test
    void aTakeThatNobodyBeganIsPlannedAndLookingAtItWritesNothing() throws IOException {
        TakeStanding standing = TakeStanding.of(take());
        assertThat(standing.state()).isEqualTo(State.PLANNED);
        assertThat(standing.since()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTakeIsFollowedFromItsSendingToItsFilesBesideItsOwner() throws IOException {
        Take take = take();
        try (TakeLog log = TakeLog.open(take, SHOT, "test", 1)) {
            assertThat(TakeStanding.of(take).state()).isEqualTo(State.PLANNED);
            log.sending(ORDER);
            assertThat(TakeStanding.of(take).state()).isEqualTo(State.SENT);
            log.bought(new Bought(
                    take.task().toString(), 1, List.of("clip"), Optional.of(new BigDecimal("0.90")), Optional.empty()));
            TakeStanding bought = TakeStanding.of(take);
            assertThat(bought.state()).isEqualTo(State.BOUGHT);
            assertThat(bought.charged()).hasValueSatisfying(c -> assertThat(c).isEqualByComparingTo("0.90"));
            Files.createDirectories(take.downloads());
            Files.writeString(take.downloads().resolve("a.zip"), "zip");
            log.fetched(new Fetched(List.of(new Fetched.Part(1, "frames", new SealedFile("a.zip", 3, "00")))));
            assertThat(TakeStanding.of(take).state()).isEqualTo(State.FETCHED);
            Files.delete(take.downloads().resolve("a.zip"));
            assertThat(TakeStanding.of(take).state()).isEqualTo(State.BOUGHT);
        }
    }

    @Test
    void aRefusedTakeMayBeSentAgainAndAFailedOneSaysWhy() throws IOException {
        Take take = take();
        try (TakeLog log = TakeLog.open(take, SHOT, "test", 1)) {
            log.sending(ORDER);
            log.refused("No credit.");
            assertThat(TakeStanding.of(take).state()).isEqualTo(State.REFUSED);
            assertThat(TakeStanding.of(take).said()).contains("No credit.");
            log.sending(ORDER);
            assertThat(TakeStanding.of(take).state()).isEqualTo(State.SENT);
            assertThat(TakeStanding.of(take).said()).isEmpty();
            log.failed("The model gave up.");
            assertThat(TakeStanding.of(take).said()).contains("The model gave up.");
            assertThat(TakeStanding.of(take).charged()).isEmpty();
        }
    }

    private Take take() throws IOException {
        return new Takes(new ElementFolder(folder, 3), SHOT, Digest.sha256("intent")).current();
    }
}
