// SPDX-License-Identifier: Apache-2.0
package com.platewright.cli;

import picocli.CommandLine;

/** Which release this is. */
final class Release implements CommandLine.IVersionProvider {
    /** The release in the jar's manifest; classes that are not in a jar have none. */
    static String number() {
        String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"platewright " + number()};
    }
}
