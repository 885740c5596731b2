// SPDX-License-Identifier: Apache-2.0
package com.platewright.plan;

import com.platewright.files.Digest;
import com.platewright.provider.GenerationRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a shot's frames come from. */
public sealed interface Source {
    /**
     * From the provider, for money.
     *
     * @param digest of the request's canonical text: the intent
     * @param frames the counts of frames that such a clip may have
     * @param estimate of the price
     * @param draft where the request's drafts are; empty in a draft
     */
    record Generated(
            GenerationRequest request, Digest digest, List<Integer> frames, Estimate estimate, Optional<Draft> draft)
            implements Source {
        public Generated {
            frames = List.copyOf(frames);
        }

        /** Whether this is a draft. */
        public boolean isDraft() {
            return draft.isEmpty();
        }

        Generated drafted(Path element, Generated small) {
            Draft beside = new Draft(element, small.digest(), small.estimate());
            return new Generated(request, digest, frames, estimate, Optional.of(beside));
        }

        /** Whether frames are bought, which the movie alone cannot replace. */
        public boolean buysExr() {
            return request.output().exr();
        }
    }

    /**
     * From files that exist already.
     *
     * @param exr a zip, a folder or a single EXR file; empty where the movie is all there is
     * @param contents digests of the files, by their role ({@code exr}, {@code movie})
     */
    record Imported(Optional<Path> exr, Optional<Path> movie, List<Content> contents) implements Source {
        public Imported {
            if (exr.isEmpty() && movie.isEmpty()) {
                throw new IllegalArgumentException("an import names frames or a movie");
            }
            contents = List.copyOf(contents);
        }
    }

    /**
     * The drafts of a request.
     *
     * @param element the folder that holds them
     * @param digest their intent
     * @param estimate of their price
     */
    record Draft(Path element, Digest digest, Estimate estimate) {}

    /** What a file held when the plan was made. */
    record Content(String role, Digest digest) {}
}
