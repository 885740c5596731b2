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
     * {@code printf 'platewright task 2\n%s\ndemo/sq010/sh0010\ngenplate\n1\n' DIGEST | sha256sum}.
     */
    @Test
    void theIdIsPinned() {
        assertThat(TaskId.of(DIGEST, SHOT, "genplate", 1)).hasToString("3bbf35d8-0b2c-4e1e-a9fb-eecd9ec0ee1e");
    }

    @Test
    void everyIdHasTheShapeOfARandomOne() {
        for (int take = 1; take <= 1000; take++) {
            UUID id = TaskId.of(DIGEST, SHOT, "genplate", take);
            assertThat(id.version()).isEqualTo(4);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void anotherRequestShotElementOrTakeIsAnotherId() {
        Set<UUID> ids = new HashSet<>();
        for (int take = 1; take <= 100; take++) {
            ids.add(TaskId.of(DIGEST, SHOT, "genplate", take));
            ids.add(TaskId.of(DIGEST, new ShotId("demo", "sq010", "sh0011"), "genplate", take));
            ids.add(TaskId.of(DIGEST, SHOT, "genplate_draft", take));
            ids.add(TaskId.of("cd".repeat(32), SHOT, "genplate", take));
        }
        assertThat(ids).hasSize(400);
    }

    @Test
    void onlyADigestAndACountedTakeMakeAnId() {
        assertThatThrownBy(() -> TaskId.of("abc", SHOT, "genplate", 1)).hasMessageContaining("SHA-256");
        assertThatThrownBy(() -> TaskId.of(DIGEST.toUpperCase(Locale.ROOT), SHOT, "genplate", 1))
                .hasMessageContaining("SHA-256");
        assertThatThrownBy(() -> TaskId.of(DIGEST, SHOT, "genplate", 0)).hasMessageContaining("take");
    }
}
