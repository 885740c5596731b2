// SPDX-License-Identifier: Apache-2.0
package com.platewright.verdict;

import com.platewright.element.SealedFile;
import com.platewright.qc.QcReport;
import java.util.List;

/**
 * The end of an examination.
 *
 * @param files all that were examined, as they are on the disk
 */
public record Examined(QcReport report, List<SealedFile> files) {
    public Examined {
        files = List.copyOf(files);
    }
}
