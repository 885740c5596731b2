// SPDX-License-Identifier: Apache-2.0
package com.platewright.binding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.bytedeco.javacpp.ClassProperties;

/**
 * What the build found out about the system's libraries ({@code discover-natives.sh}): the names to compile against and
 * the shared objects that the jar carries. JavaCPP asks for it twice, when it compiles a binding and when it loads one.
 */
final class NativeLibraries {
    private static final String RESOURCE = "natives.properties";

    private NativeLibraries() {}

    static void describe(String section, ClassProperties properties) {
        Properties found = read();
        add(found, section + ".link", "platform.link", properties);
        add(found, section + ".preload", "platform.preload", properties);
        add(found, "includepath", "platform.includepath", properties);
        add(found, "linkpath", "platform.linkpath", properties);
        add(found, "linkpath", "platform.preloadpath", properties);
    }

    private static void add(Properties found, String key, String property, ClassProperties properties) {
        String value = found.getProperty(key, "");
        List<String> known = properties.get(property);
        for (String one : List.of(value.split(",", -1))) {
            if (!one.isEmpty() && !known.contains(one)) {
                known.add(one);
            }
        }
    }

    private static Properties read() {
        Properties found = new Properties();
        try (InputStream in = NativeLibraries.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        RESOURCE + " is not beside the bindings: the build did not run to its end");
            }
            found.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
