package org.headroom.cli.command;

import picocli.CommandLine.Option;

/** The option that asks for JSON. */
public final class JsonOption {
    @Option(names = "--json", description = "Print JSON, one object a line.")
    boolean wanted;
}
