// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli.progress;

import com.platewright.pipeline.Progress;

/** Progress that somebody sees. Closing it leaves the terminal clean for what follows. */
public interface ProgressView extends Progress, AutoCloseable {
    @Override
    void close();
}
