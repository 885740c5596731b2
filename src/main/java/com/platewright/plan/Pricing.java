// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.media.movie.MovieExtent;
import com.platewright.money.Money;
import com.platewright.plan.Estimate.Standing;
import com.platewright.request.Generate;
import com.platewright.rules.Sizes;
import com.platewright.shot.Resolution;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Estimates requests by a table of prices. An edit or a reframe is priced by its source's length, read in its container. */
final class Pricing {
    private static final int DEFAULT_SECONDS = 5;

    private final Prices prices;
    private final Sizes sizes;

    Pricing(Prices prices, Sizes sizes) {
        this.prices = prices;
        this.sizes = sizes;
    }

    Estimate of(Generate generate) {
        if (generate.source().isEmpty()) {
            int seconds = generate.duration().orElse(DEFAULT_SECONDS);
            return sizes.named(generate)
                    .map(size -> clip("generate", seconds, size, generate, Standing.CONFIRMED, ""))
                    .orElseGet(() -> unknownSize(Sizes.pair(generate)));
        }
        Path source = generate.source().get();
        try {
            return ofSource(generate, MovieExtent.of(source));
        } catch (IOException e) {
            return new Estimate.Unknown("the length of the source clip cannot be read: " + e.getMessage());
        }
    }

    private Estimate ofSource(Generate generate, MovieExtent source) {
        if (source.seconds().isEmpty()) {
            return new Estimate.Unknown("the source clip's container does not say how long it is");
        }
        double seconds = source.seconds().getAsDouble();
        boolean asSource =
                sizes.named(generate).isEmpty() && Sizes.pair(generate).isEmpty();
        Optional<String> size = asSource ? nearest(source.size()) : sizes.named(generate);
        if (size.isEmpty()) {
            return unknownSize(asSource ? Optional.of(source.size()) : Sizes.pair(generate));
        }
        Standing standing = asSource ? Standing.INFERRED : Standing.CONFIRMED;
        String because = String.format(Locale.ROOT, "the source lasts %.2f s", seconds);
        if (generate.edit().isEmpty()) {
            return perSecond(Math.max(1, (int) Math.ceil(seconds - prices.slack())), size.get(), generate, because);
        }
        Optional<Integer> step = prices.steps("edit").stream()
                .filter(s -> seconds <= s + prices.slack())
                .findFirst();
        if (step.isEmpty()) {
            return new Estimate.Unknown(because + ", and the price table has edits of "
                    + String.join(
                            " and ",
                            prices.steps("edit").stream().map(String::valueOf).toList())
                    + " s only");
        }
        return clip("edit", step.get(), size.get(), generate, standing, because);
    }

    private Estimate clip(
            String operation, int seconds, String size, Generate generate, Standing least, String because) {
        String what = operation + " " + seconds + " s " + words(generate) + " at " + size;
        Optional<Prices.Price> price = prices.of(operation, seconds, range(generate), size);
        return price.map(p ->
                        known(p.amount(), what + ": " + usd(p.amount()), generate, worse(p.standing(), least), because))
                .orElseGet(() -> new Estimate.Unknown("the price table has no row for " + what));
    }

    private Estimate perSecond(int seconds, String size, Generate generate, String because) {
        String what = "reframe " + seconds + " s " + words(generate) + " at " + size;
        Optional<Prices.Price> price = prices.ofEachSecond("reframe", range(generate), size);
        return price.map(p -> {
                    BigDecimal amount = p.amount().multiply(BigDecimal.valueOf(seconds));
                    String line = what + ": " + usd(amount) + ", " + usd(p.amount()) + " for each second";
                    return known(amount, line, generate, p.standing(), because);
                })
                .orElseGet(() -> new Estimate.Unknown("the price table has no row for " + what));
    }

    private Estimate known(BigDecimal one, String line, Generate generate, Standing standing, String because) {
        List<String> lines = new ArrayList<>();
        lines.add(line);
        if (!because.isEmpty()) {
            lines.add(because);
        }
        if (generate.takes() > 1) {
            lines.add("x " + generate.takes() + " takes");
        }
        Money money = new Money(one.multiply(BigDecimal.valueOf(generate.takes())), prices.currency());
        return new Estimate.Known(money, lines, prices.asOf(), standing);
    }

    /** The priced size of an edit, which keeps its source's: by the shorter side, where it is none of the known pairs. */
    private Optional<String> nearest(Resolution size) {
        Optional<String> pair = sizes.named(size);
        if (pair.isPresent()) {
            return pair;
        }
        int side = Math.min(size.width(), size.height());
        return Prices.SIZES.stream()
                .filter(name -> side <= Integer.parseInt(name.replace("p", "")))
                .findFirst();
    }

    private static Estimate unknownSize(Optional<Resolution> size) {
        return new Estimate.Unknown(
                size.map(s -> s + " is none of the sizes that are priced").orElse("the request names no size"));
    }

    private static Standing worse(Standing one, Standing other) {
        return one == Standing.INFERRED ? one : other;
    }

    private String usd(BigDecimal amount) {
        return new Money(amount, prices.currency()).toString();
    }

    private static String range(Generate generate) {
        return generate.exr() ? "hdr_exr" : generate.hdr() ? "hdr" : "sdr";
    }

    private static String words(Generate generate) {
        return generate.exr() ? "HDR + EXR" : generate.hdr() ? "HDR" : "SDR";
    }
}
