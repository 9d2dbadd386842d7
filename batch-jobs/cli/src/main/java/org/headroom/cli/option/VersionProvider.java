package org.headroom.cli.option;

import picocli.CommandLine.IVersionProvider;

/** Tells the version of the jar that this class came in. */
public final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {"headroom " + (version == null ? "development" : version)};
    }
}
