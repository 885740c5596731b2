// SPDX-License-Identifier: Apache-2.0
package com.platewright.pipeline;

import com.platewright.delivery.ContactRow;
import com.platewright.element.ElementFolder;
import com.platewright.files.Durable;
import com.platewright.files.StorageException;
import com.platewright.ledger.Ledger;
import com.platewright.media.still.StillWriter;
import com.platewright.money.Money;
import com.platewright.plan.ShotPlan;
import com.platewright.plan.Source;
import com.platewright.qc.report.ComparisonJson;
import com.platewright.qc.report.ComparisonPage;
import com.platewright.qc.report.Contender;
import com.platewright.take.Choice;
import com.platewright.take.Choices;
import com.platewright.take.Clip;
import com.platewright.take.Take;
import com.platewright.take.TakeClips;
import com.platewright.take.TakeStanding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every clip that was bought for a request and is here, side by side, for somebody who picks one.
 *
 * @param contenders in the order of takes and renditions
 * @param folder of {@code compare.html}, {@code compare.json} and the pictures
 */
public record Comparison(List<Contender> contenders, Path folder) {
    public static final String HTML = "compare.html";
    public static final String JSON = "compare.json";

    private static final int TILES = 5;

    /** Pixels. */
    private static final int TILE_WIDTH = 320;

    private static final double QUALITY = 0.9;

    public Comparison {
        contenders = List.copyOf(contenders);
    }

    /**
     * Looks at every clip and writes the sheet. Changes nothing else.
     *
     * @throws PreflightException nothing has been fetched, or the request imports its clip
     */
    public static Comparison of(ShotPlan plan, int workers)
            throws PreflightException, IOException, InterruptedException {
        Source.Generated wanted = plan.generated().orElseThrow(PreflightException::nothingToCompare);
        ElementFolder element =
                new ElementFolder(plan.element(), plan.show().numbering().versionPadding());
        String intent = wanted.digest().hex();
        Path folder = folder(element.comparison(intent));
        Optional<Choice> picked = new Choices(element, intent).picked();
        List<Contender> contenders = new ArrayList<>();
        for (Take take : new Selection(plan, element).all()) {
            TakeStanding standing = TakeStanding.of(take);
            TakeClips clips = TakeClips.of(take, wanted.buysExr());
            for (Map.Entry<Integer, Clip> clip : clips.whole().entrySet()) {
                Choice choice = new Choice(take.number(), clip.getKey());
                ContactRow row = ContactRow.of(plan, clip.getValue(), TILES, TILE_WIDTH, workers);
                String picture = "take-" + choice.words(clips.renditions()) + ".jpg";
                StillWriter.jpeg(folder.resolve(picture), row.picture(), QUALITY);
                contenders.add(new Contender(
                        choice.words(clips.renditions()),
                        take.task().toString(),
                        clips.renditions(),
                        standing.charged().map(c -> new Money(c, Ledger.CURRENCY)),
                        picture,
                        row.size(),
                        row.measures(),
                        picked.equals(Optional.of(choice))));
            }
        }
        if (contenders.isEmpty()) {
            throw PreflightException.missing(Step.FETCH);
        }
        String title = plan.shot() + ": " + wanted.request().prompt();
        Durable.write(folder.resolve(HTML), ComparisonPage.write(title, wanted.isDraft(), contenders));
        Durable.write(folder.resolve(JSON), ComparisonJson.write(plan.shot().toString(), contenders));
        return new Comparison(contenders, folder);
    }

    /**
     * Picks the clip that the next run delivers.
     *
     * @param name as in the sheet, such as {@code 2} or {@code 2.1}
     * @throws PreflightException there is no such clip here, or the request imports its clip
     */
    public static void pick(ShotPlan plan, String name) throws PreflightException, IOException {
        Source.Generated wanted = plan.generated().orElseThrow(PreflightException::nothingToCompare);
        ElementFolder element =
                new ElementFolder(plan.element(), plan.show().numbering().versionPadding());
        List<String> known = new ArrayList<>();
        Optional<Choice> chosen = Choice.parse(name);
        boolean found = false;
        for (Take take : new Selection(plan, element).all()) {
            TakeClips clips = TakeClips.of(take, wanted.buysExr());
            for (int rendition : clips.whole().keySet()) {
                Choice choice = new Choice(take.number(), rendition);
                known.add(choice.words(clips.renditions()));
                found |= chosen.equals(Optional.of(choice));
            }
        }
        if (!found) {
            throw PreflightException.noSuchTake(name, known);
        }
        new Choices(element, wanted.digest().hex()).pick(chosen.orElseThrow());
    }

    private static Path folder(Path folder) throws StorageException {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw StorageException.of("make the folder", folder, e);
        }
    }
}
