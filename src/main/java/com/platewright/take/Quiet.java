// SPDX-License-Identifier: Apache-2.0
package com.platewright.take;

import com.platewright.provider.ProviderException;
import com.platewright.provider.TaskState;
import com.platewright.provider.TaskWatch;

/** For a wait of which there is nothing to tell: the task was finished before. */
final class Quiet {
    static final TaskWatch.Listener LISTENER = new TaskWatch.Listener() {
        @Override
        public void heard(TaskState state) {
            // The wait's end says it all.
        }

        @Override
        public void troubled(ProviderException trouble) {
            // The wait goes on; if it ends so, this is in its exception.
        }
    };

    private Quiet() {}
}
