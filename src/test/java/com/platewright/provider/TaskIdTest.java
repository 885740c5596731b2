// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.shot.ShotId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskIdTest {
    private static final String DIGEST = "ab".repeat(32);
    private static final ShotId SHOT = new ShotId("demo", "sq010", "sh0010");

    /**
     * Pinned; the bytes before version and variant come from
     * {@code printf 'platewright task 1\n%s\ndemo/sq010/sh0010\n1\n' DIGEST | sha256sum}.
     */
    @Test
    void theIdIsPinned() {
        assertThat(TaskId.of(DIGEST, SHOT, 1)).hasToString("5cb31721-385a-4a9f-bf87-bc4b48ad490b");
    }

    @Test
    void everyIdHasTheShapeOfARandomOne() {
        for (int take = 1; take <= 1000; take++) {
            UUID id = TaskId.of(DIGEST, SHOT, take);
            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void anotherRequestShotOrTakeIsAnotherId() {
        Set<UUID> ids = new HashSet<>();
        for (int take = 1; take <= 100; take++) {
            ids.add(TaskId.of(DIGEST, SHOT, take));
            ids.add(TaskId.of(DIGEST, new ShotId("demo", "sq010", "sh0011"), take));
            ids.add(TaskId.of("cd".repeat(32), SHOT, take));
        }
        assertThat(ids).hasSize(300);
    }

    @Test
    void onlyADigestAndACountedTakeMakeAnId() {
        assertThatThrownBy(() -> TaskId.of("abc", SHOT, 1)).hasMessageContaining("SHA-256");
        assertThatThrownBy(() -> TaskId.of(DIGEST.toUpperCase(Locale.ROOT), SHOT, 1))
                .hasMessageContaining("SHA-256");
        assertThatThrownBy(() -> TaskId.of(DIGEST, SHOT, 0)).hasMessageContaining("take");
    }
}
