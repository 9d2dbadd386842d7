package org.headroom.workbench.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One example of a spec file whose {@code given} could be read.
 *
 * @param file path within the policy folder
 * @param line line of the example
 * @param name its name
 * @param given its site and measurements
 * @param day the day on which it is judged; null when none is given
 * @param expect what is expected, as in the file
 */
record SpecExample(
        String file,
        int line,
        String name,
        SpecGiven given,
        @Nullable LocalDate day,
        JsonNode expect) {}
