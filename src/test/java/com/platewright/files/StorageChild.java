// SPDX-License-Identifier: Apache-2.0
package com.platewright.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that writes or publishes, so that a test can kill it or take its disk away. */
final class StorageChild {
    private StorageChild() {}

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "write" -> Durable.write(target, arguments[2].getBytes(StandardCharsets.UTF_8));
                case "fill" -> Durable.write(target, new byte[Integer.parseInt(arguments[2])]);
                case "create" -> Durable.createNew(target, arguments[2].getBytes(StandardCharsets.UTF_8));
                case "publish" -> Publication.publish(Path.of(arguments[2]), target, () -> {});
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            System.out.println("done");
        } catch (StorageException e) {
            System.out.println(e.trouble() + ": " + e.getMessage());
        }
    }
}
