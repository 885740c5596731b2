// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A still travels to the provider once, however many runs need it. */
class KeptUploadsTest extends HouseTest {
    @BeforeEach
    void askForAFirstFrame() throws Exception {
        ImageIO.write(
                new BufferedImage(64, 36, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("first.png").toFile());
        house.request(PostHouse.generate("")
                .replace("exr: true}", "exr: true, keyframes: [{image: first.png, frame: first}]}"));
    }

    @Test
    void aLaterRunUsesWhatAnEarlierOneUploaded() throws Exception {
        house.faults("", "{on: submit, do: {answer: {status: 503}}}");
        house.run("generate", "--set", "provider.deadline_s=1").exits(75);
        assertThat(notes()).hasSize(1);
        house.faults("", "{on: upload, do: {answer: {status: 500}}}");
        house.run("generate").exits(0);
        another();
        house.run("generate").exits(0);
        assertThat(house.charges()).hasSize(2);
    }

    @Test
    void whatTheProviderHasLostIsForgottenAndUploadedAgain() throws Exception {
        house.run("generate").exits(0);
        String before = Files.readString(notes().get(0));
        Files.writeString(notes().get(0), before.replaceAll("[^\n]+\n$", "6d0b0f2f-2f0a-4a8b-9a54-3f7d1d1f0c01\n"));
        another();
        house.run("generate").exits(0);
        assertThat(Files.readString(notes().get(0)))
                .startsWith(before.substring(0, before.indexOf('\n')))
                .doesNotContain("6d0b0f2f");
    }

    @Test
    void aBrokenNoteIsIgnoredAndWrittenAnew() throws Exception {
        house.run("generate").exits(0);
        String lines = Files.readString(notes().get(0)).substring(0, 10);
        Files.writeString(notes().get(0), lines);
        another();
        house.run("generate").exits(0);
        assertThat(Files.readAllLines(notes().get(0))).hasSize(3);
    }

    /** Another clip of the same still. */
    private void another() throws Exception {
        String request = Files.readString(house.request());
        house.request(request.replace("sh0010", "sh0020").replace("wet asphalt", "dry asphalt"));
    }

    private List<Path> notes() throws Exception {
        try (Stream<Path> all = Files.list(house.root().resolve(".platewright/uploads"))) {
            return new ArrayList<>(all.toList());
        }
    }
}
