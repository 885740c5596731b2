// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The key is sent and stands nowhere: not in what is said, not in any file below the show, whatever happens. */
class KeyIsNowhereTest extends HouseTest {
    private static final String SIGNATURE = "sig-5e8f0a7d-nobody-shall-read-this";
    private static final byte[] KEY = PostHouse.KEY.getBytes(StandardCharsets.UTF_8);

    @Test
    void neitherAfterAPublicationNorAfterTrouble() throws Exception {
        List<PostHouse.Ended> all = new ArrayList<>();
        house.faults("", "{on: submit, do: {refuse: invalidApiKey}}");
        all.add(house.run("run", "--log-level", "debug").exits(20));
        house.faults("", "{on: submit, times: 1, do: cut_after}", "{on: poll, times: 2, do: {answer: {status: 500}}}");
        all.add(house.run("run", "--log-level", "debug").exits(0));
        String signed = "{on: poll, do: {signed: " + SIGNATURE + "}}";
        house.faults("", signed, "{on: download, do: {answer: {status: 403}}}");
        all.add(house.run("run", "--new-take", "--log-level", "debug").exits(75));
        house.faults("", signed, "{on: download, times: 1, do: {truncate: 0.5}}");
        all.add(house.run("run", "--log-level", "debug").exits(0));
        all.add(PostHouse.run(List.of("status", house.request().toString(), "--json", "--root", root())));
        all.add(PostHouse.run(List.of("ledger", "--show", "demo", "--json", "--root", root())));
        for (PostHouse.Ended ended : all) {
            assertThat(ended.out() + ended.err()).doesNotContain(PostHouse.KEY, SIGNATURE, "Bearer");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> looked = files.filter(Files::isRegularFile).toList();
            assertThat(looked).hasSizeGreaterThan(20);
            for (Path file : looked) {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(holds(bytes, KEY) || holds(bytes, SIGNATURE.getBytes(StandardCharsets.UTF_8)))
                        .as(file.toString())
                        .isFalse();
            }
        }
        assertThat(holds(("x" + PostHouse.KEY + "y").getBytes(StandardCharsets.UTF_8), KEY))
                .isTrue();
    }

    private String root() {
        return house.root().toString();
    }

    private static boolean holds(byte[] text, byte[] wanted) {
        for (int at = 0; at + wanted.length <= text.length; at++) {
            int same = 0;
            while (same < wanted.length && text[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
