// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.scene;

/** Something to be seen, at any time. Immutable after it is made, and used by several threads at once. */
interface Scene extends AutoCloseable {

    /** What all lines of one frame share; {@code time} in seconds from the clip's first frame. */
    Moment at(float time);

    /** Lets go of files; called when no thread paints any more. */
    @Override
    default void close() {}

    /** One frame. Lines may be painted in any order, by several threads. */
    interface Moment {
        void paint(Strip strip);

        /** How much grain the film shall have in this frame: 1 is usual. */
        default float grain() {
            return 1;
        }
    }
}
