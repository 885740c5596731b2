// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.files.Digest;
import com.platewright.files.StorageException;
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
        return decide(request, show, chosen(show.config().deliverables(), options.only()))
                .noting(judgement.notes());
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

    private ShotPlan decide(Request request, LoadedShow loaded, Map<String, Deliverable> deliverables)
            throws ConfigException, StorageException {
        ShowConfig show = loaded.config();
        ShotId shot = new ShotId(loaded.name(), request.sequence(), request.shot());
        String below =
                show.paths().shot().fill(TokenValues.of(shot, show.paths().task()));
        ShotPlan open = new ShotPlan(
                shot,
                show.paths().root().resolve(below),
                show,
                source(request, show),
                sound(request.audio()),
                deliverables,
                request.provenance(),
                Digest.of(show.colour().config()),
                Digest.sha256(""),
                List.of());
        return open.withRecipe(Recipe.of(open).digest());
    }

    private Source source(Request request, ShowConfig show) throws ConfigException, StorageException {
        if (request.generate().isPresent()) {
            Optional<Path> own = show.provider().prices();
            return new Intent(show, own.isPresent() ? Prices.read(own.get()) : prices)
                    .of(request.generate().get());
        }
        Request.Clip clip = request.clip().orElseThrow();
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
