package org.headroom.runs.file;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/** Indents by two spaces and a line feed, whatever the platform's line separator is. */
final class StablePrinter extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;

    StablePrinter() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        indentObjectsWith(indenter);
        indentArraysWith(indenter);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new StablePrinter();
    }
}
