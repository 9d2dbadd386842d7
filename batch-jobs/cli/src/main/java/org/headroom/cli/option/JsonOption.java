package org.headroom.cli.option;

import picocli.CommandLine.Option;

/** The option that asks for JSON. */
public final class JsonOption {
    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean wanted;

    /** Whether JSON is asked for. */
    public boolean isWanted() {
        return wanted;
    }
}
