// SPDX-License-Identifier: Apache-2.0
package com.platewright.archive;

import java.util.List;

/**
 * What a source holds beside its frames. Nothing of it was read.
 *
 * @param folders entries that only name a folder
 * @param litter files that systems leave behind: {@code __MACOSX/}, {@code ._*}, {@code .DS_Store}, {@code Thumbs.db},
 *     {@code desktop.ini}
 * @param others names of all other files that are not EXR
 */
public record Ignored(int folders, int litter, List<String> others) {
    public Ignored {
        others = List.copyOf(others);
    }

    static Ignored among(List<EntryName> names) {
        List<EntryName> rest = names.stream().filter(name -> !name.isFrame()).toList();
        List<EntryName> files = rest.stream().filter(name -> !name.isFolder()).toList();
        List<String> others = files.stream()
                .filter(name -> !name.isLitter())
                .map(EntryName::path)
                .toList();
        return new Ignored(rest.size() - files.size(), files.size() - others.size(), others);
    }

    public int count() {
        return folders + litter + others.size();
    }
}
