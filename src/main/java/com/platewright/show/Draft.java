// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import java.util.Optional;

/**
 * The small SDR clip that a request can be tried with.
 *
 * @param first whether nothing is bought in full before a draft of it was picked
 * @param resolution the named size of drafts; empty: the request's
 * @param suffix of the name of their element
 */
public record Draft(boolean first, Optional<String> resolution, String suffix) {}
