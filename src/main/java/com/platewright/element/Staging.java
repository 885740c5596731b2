// SPDX-License-Identifier: Apache-2.0
package com.platewright.element;

import com.platewright.files.FolderTree;
import com.platewright.files.StorageException;
import com.platewright.shot.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders of versions in the making. Each owner of the lease has folders of its own, so a replaced one disturbs nobody. */
public final class Staging {
    private final ElementFolder element;

    public Staging(ElementFolder element) {
        this.element = element;
    }

    /** The staging folder of a name that {@link #fresh} gave. */
    public Path folder(String name) {
        return element.staging().resolve(name);
    }

    /** An empty folder for a version, beside the versions' file system; whatever stood there before is removed. */
    public Path fresh(Version version, long fence) throws StorageException {
        Path folder = own(version, fence);
        FolderTree.delete(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw StorageException.of("make the folder", folder, e);
        }
    }

    /** Removes what {@link #fresh} gave. */
    public void remove(Version version, long fence) throws StorageException {
        FolderTree.delete(own(version, fence));
    }

    private Path own(Version version, long fence) {
        return folder(element.label(version) + "-" + fence);
    }

    /** Removes what earlier owners left of a version. Only for the owner of the lease. */
    public void removeAll(Version version) throws StorageException {
        Path all = element.staging();
        if (!Files.isDirectory(all)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(all, element.label(version) + "-*")) {
            for (Path each : found) {
                FolderTree.delete(each);
            }
        } catch (IOException e) {
            throw StorageException.of("tidy up", all, e);
        }
    }
}
