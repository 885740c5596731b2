// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.files.Digest;
import com.platewright.files.StorageException;
import com.platewright.request.Generate;
import com.platewright.request.Request;
import com.platewright.request.RequestDraft;
import com.platewright.request.RequestException;
import com.platewright.request.Requests;
import com.platewright.shot.ShotId;
import com.platewright.show.ConfigException;
import com.platewright.show.Deliverable;
import com.platewright.show.LoadedShow;
import com.platewright.show.ShowConfig;
import com.platewright.show.Shows;
import com.platewright.show.TokenValues;
import com.platewright.yaml.Where;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the plan of a request. Reads files, changes none, and asks nobody outside this machine. */
public final class Planner {
    private final Shows shows;
    private final Prices prices;

    public Planner(Shows shows, Prices prices) {
        this.shows = shows;
        this.prices = prices;
    }

    /**
     * Reads a request and decides everything about it.
     *
     * @throws RequestException with every problem of the request: its form, its files and the model's rules
     * @throws ConfigException with every problem of the show
     * @throws OptionException an option does not fit the show
     * @throws StorageException a file that the request names cannot be read
     */
    public ShotPlan plan(Path file, PlanOptions options)
            throws RequestException, ConfigException, OptionException, StorageException {
        RequestDraft draft = Requests.read(file);
        LoadedShow show;
        try {
            show = show(draft, options);
        } catch (ConfigException e) {
            draft.settle(Judgement.of(draft).errors()); // what is wrong with the request is said first
            throw e;
        }
        Judgement judgement = Judgement.of(draft, show.config());
        Request request = draft.settle(judgement.errors()).request();
        if (options.draft() && request.generate().isEmpty()) {
            throw new OptionException("--draft: an import is there already and has no draft.");
        }
        return decide(request, show, options).noting(judgement.notes());
    }

    private LoadedShow show(RequestDraft draft, PlanOptions options) throws RequestException, ConfigException {
        Map<String, String> set = new TreeMap<>(options.set());
        options.root()
                .ifPresent(root ->
                        set.put("paths.root", root.toAbsolutePath().normalize().toString()));
        if (options.show().isPresent()) {
            return shows.load(options.show().get(), Where.option("--show"), set);
        }
        if (draft.show().isEmpty()) {
            throw draft.refusal(Judgement.of(draft).errors());
        }
        return shows.load(draft.show().get(), draft.where("show"), set);
    }

    private ShotPlan decide(Request request, LoadedShow loaded, PlanOptions options)
            throws ConfigException, OptionException, StorageException {
        ShowConfig show = options.draft() ? loaded.config().drafting() : loaded.config();
        ShotId shot = new ShotId(loaded.name(), request.sequence(), request.shot());
        Map<String, Deliverable> deliverables = chosen(show.deliverables(), options.only());
        if (options.draft() && options.only().isEmpty()) {
            deliverables = Drafts.deliverables(deliverables);
        }
        ShotPlan open = new ShotPlan(
                shot,
                element(shot, show),
                show,
                request.generate().isPresent()
                        ? generated(request.generate().get(), shot, show, options.draft())
                        : imported(request.clip().orElseThrow()),
                sound(request.audio()),
                deliverables,
                request.provenance(),
                Digest.of(show.colour().config()),
                Digest.sha256(""),
                List.of());
        return open.withRecipe(Recipe.of(open).digest());
    }

    private static Path element(ShotId shot, ShowConfig show) {
        ShowConfig.Paths paths = show.paths();
        return paths.root().resolve(paths.shot().fill(TokenValues.of(shot, paths.task())));
    }

    private Source generated(Generate full, ShotId shot, ShowConfig show, boolean draft)
            throws ConfigException, StorageException {
        Optional<Path> own = show.provider().prices();
        Intent intent = new Intent(show, own.isPresent() ? Prices.read(own.get()) : prices);
        Source.Generated small = intent.of(Drafts.of(full, show.draft()));
        if (draft) {
            return small;
        }
        return intent.of(show.draft().first() ? Drafts.once(full) : full)
                .drafted(element(shot, show.drafting()), small);
    }

    private static Source imported(Request.Clip clip) throws StorageException {
        List<Source.Content> contents = new ArrayList<>();
        if (clip.exr().filter(Files::isRegularFile).isPresent()) {
            contents.add(new Source.Content("exr", Digest.of(clip.exr().get())));
        }
        if (clip.movie().isPresent()) {
            contents.add(new Source.Content("movie", Digest.of(clip.movie().get())));
        }
        return new Source.Imported(clip.exr(), clip.movie(), contents);
    }

    private static List<SoundOrder> sound(List<Request.Audio> tracks) throws StorageException {
        List<SoundOrder> orders = new ArrayList<>();
        for (Request.Audio track : tracks) {
            orders.add(new SoundOrder(
                    track.file(), Digest.of(track.file()), track.track(), track.language(), track.offset()));
        }
        return orders;
    }

    private static Map<String, Deliverable> chosen(Map<String, Deliverable> all, List<String> only)
            throws OptionException {
        if (only.isEmpty()) {
            return all;
        }
        Map<String, Deliverable> chosen = new LinkedHashMap<>(all);
        chosen.keySet().retainAll(only);
        List<String> unknown =
                only.stream().filter(name -> !all.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw new OptionException("--only names " + String.join(", ", unknown) + ", but this show delivers "
                    + String.join(", ", all.keySet()));
        }
        return chosen;
    }
}
