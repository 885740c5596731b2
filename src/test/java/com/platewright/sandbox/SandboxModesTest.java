// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import static com.platewright.oracle.Oracle.ffmpeg;
import static com.platewright.oracle.Oracle.ffprobe;
import static com.platewright.sandbox.Wire.ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.platewright.sandbox.fault.FaultScript;
import com.platewright.sandbox.scene.SceneRenderer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mode of the model over the wire: what it costs, how large and how long what comes of it is. */
class SandboxModesTest {
    private static final String TINY = "[{on: submit, do: {clip: {width: 64, height: 36}}}]";

    @TempDir
    private static Path movies;

    @TempDir
    private Path folder;

    private SandboxServer server;
    private Wire wire;

    @BeforeAll
    static void makeSources() throws Exception {
        movie("five", "96x54", 121);
        movie("eight", "96x54", 193);
        movie("twenty", "96x54", 481);
        movie("long", "96x54", 745);
        movie("scope", "240x100", 5);
    }

    private static void movie(String name, String size, int frames) throws Exception {
        String source = "testsrc2=size=" + size + ":rate=24";
        String file = movies.resolve(name + ".mp4").toString();
        ffmpeg("-f", "lavfi", "-i", source, "-frames:v", "" + frames, "-pix_fmt", "yuv420p", file);
    }

    @BeforeEach
    void start() throws Exception {
        server = SandboxServer.start(SandboxSettings.in(folder, SceneRenderer.standard(2)));
        wire = new Wire(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String upload(String name) throws Exception {
        byte[] bytes = Files.readAllBytes(movies.resolve(name + ".mp4"));
        String data = "data:video/mp4;base64," + Base64.getEncoder().encodeToString(bytes);
        JsonNode item = wire.post("[{\"taskType\":\"mediaStorage\",\"taskUUID\":\"" + ID
                        + "\",\"operation\":\"upload\",\"media\":\"" + data + "\"}]")
                .item();
        return item.path("mediaUUID").asText();
    }

    /** A request; apostrophes stand for quotation marks. */
    private static String request(String more) {
        String head = "'taskType':'videoInference','taskUUID':'" + ID
                + "','model':'luma:ray@3.2','includeCost':true,'positivePrompt':'warm evening light'";
        return ("[{" + head + more + "}]").replace('\'', '"');
    }

    private Wire.Answer dry(String more) throws Exception {
        return wire.send(wire.request("/v1")
                .header("Authorization", "Bearer any")
                .header("X-Runware-Dry-Run", "1")
                .POST(BodyPublishers.ofString(request(more))));
    }

    /** Width, height and frames of each result. */
    private List<String> made(String more) throws Exception {
        Wire.Answer submitted = wire.post(request(more));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        List<String> made = new ArrayList<>();
        Wire.Answer done = wire.wait(ID);
        for (JsonNode item : done.json().path("data")) {
            assertThat(item.path("status").asText()).as(done.text()).isEqualTo("success");
            Path movie = folder.resolve(UUID.randomUUID() + ".mp4");
            Files.write(movie, wire.get(item.path("videoURL").asText()).body());
            made.add(ffprobe(
                    "-count_frames",
                    "-show_entries",
                    "stream=width,height,nb_read_frames",
                    "-of",
                    "csv=p=0",
                    movie.toString()));
        }
        return made;
    }

    @Test
    void aClipWithoutHdrIsAMovieAloneOfTheTiersSize() throws Exception {
        wire.faults("[{on: submit, do: {clip: {movie_frames: 3}}}]");
        assertThat(made(",'resolution':'360p','duration':5")).containsExactly("640,360,3");
        assertThat(wire.poll(ID).item().has("outputs")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"5, 121", "10, 241"})
    void aClipHasTwentyFourFramesASecondAndOne(int seconds, int frames) throws Exception {
        wire.faults(TINY);
        assertThat(made(",'resolution':'540p','duration':" + seconds)).containsExactly("64,36," + frames);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "five   | 'resolution':'360p','settings':{'edit':{'strength':'adhere_1'}}         | 0.54",
                "five   | 'resolution':'540p'                                                     | 0.72",
                "eight  | 'resolution':'720p','settings':{'edit':{'autoControls':true}}           | 2.16",
                "five   | 'settings':{'hdr':true,'edit':{}}                                       | 2.16",
                "five   | 'resolution':'1080p','settings':{'hdr':true,'exrExport':true,'edit':{}} | 6.48",
                "eight  | 'width':1280,'height':720                                               | 0.96",
                "twenty | 'width':360,'height':640                                                | 0.6"
            })
    void aSourceIsPricedByItsLengthAndTheTier(String source, String settings, String price) throws Exception {
        Wire.Answer answer = dry(",'inputs':{'video':'" + upload(source) + "'}," + settings);
        assertThat(answer.item().path("cost").asText()).as(answer.text()).isEqualTo(price);
        assertThat(wire.charges()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "twenty | 'resolution':'360p'                                                    | unsupportedDuration",
                "long   | 'width':640,'height':360                                               | unsupportedDuration",
                "five   | 'settings':{'edit':{'strength':'wild'}}                                | invalidEditStrength",
                "five   | 'width':640,'height':360,'settings':{'sourcePosition':{'x':0,'y':0}}   | invalidSourcePosition",
                "five   | 'width':640,'height':360,'settings':{'hdr':true}                       | incompatibleParameters"
            })
    void aSourceThatIsNotServedIsRefusedUncharged(String source, String settings, String code) throws Exception {
        String inputs = ",'inputs':{'video':'" + upload(source) + "'},";
        assertThat(wire.post(request(inputs + settings)).code()).isEqualTo(code);
        assertThat(wire.charges()).isEmpty();
    }

    @Test
    void aSourceThatIsNoVideoIsRefused() throws Exception {
        String text = Base64.getEncoder().encodeToString("no video at all".getBytes(StandardCharsets.UTF_8));
        assertThat(wire.post(request(",'inputs':{'video':'" + text + "'}")).code())
                .isEqualTo("invalidInputsVideo");
    }

    @Test
    void anEditKeepsTheSourcesShapeAndItsFrames() throws Exception {
        assertThat(made(",'inputs':{'video':'" + upload("scope") + "'},'resolution':'360p','settings':{'edit':{}}"))
                .containsExactly("744,310,5");
        assertThat(wire.charges().path(0).path("operation").asText()).isEqualTo("edit");
    }

    @Test
    void aReframeHasTheNewSizeAndTheSourcesFrames() throws Exception {
        assertThat(made(",'inputs':{'video':'" + upload("scope") + "'},'width':360,'height':640"))
                .containsExactly("360,640,5");
        assertThat(wire.charges().path(0).path("operation").asText()).isEqualTo("reframe");
    }

    @Test
    void theSourceOfAnEditMayBeDeletedWhenTheTaskIsTaken() throws Exception {
        String media = upload("scope");
        wire.faults("[{on: submit, do: {clip: {width: 64, height: 36}}}]");
        wire.post(request(",'inputs':{'video':'" + media + "'}"));
        server.close();
        Files.delete(folder.resolve("media").resolve(media));
        server = SandboxServer.start(
                SandboxSettings.in(folder, SceneRenderer.standard(2)).withFaults(FaultScript.parse(TINY)));
        wire = new Wire(server);
        assertThat(wire.wait(ID).item().path("status").asText()).isEqualTo("success");
    }

    @Test
    void severalResultsAreDifferentPictures() throws Exception {
        wire.faults("[{on: submit, do: {clip: {movie_frames: 1, width: 160, height: 90}}}]");
        assertThat(made(",'resolution':'360p','numberResults':3")).hasSize(3);
        List<byte[]> pictures = new ArrayList<>();
        for (JsonNode item : wire.poll(ID).json().path("data")) {
            Path movie = folder.resolve(UUID.randomUUID() + ".mp4");
            Files.write(movie, wire.get(item.path("videoURL").asText()).body());
            pictures.add(ffmpeg("-i", movie.toString(), "-f", "rawvideo", "-pix_fmt", "gray", "-"));
        }
        for (int i = 0; i < 3; i++) {
            byte[] one = pictures.get(i);
            byte[] other = pictures.get((i + 1) % 3);
            double sum = 0;
            for (int p = 0; p < one.length; p++) {
                sum += Math.abs((one[p] & 0xFF) - (other[p] & 0xFF));
            }
            assertThat(sum / one.length).as("results " + i + " and the next").isGreaterThan(5);
        }
    }
}
