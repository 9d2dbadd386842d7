package org.headroom.workbench.spec;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One example of a spec file whose {@code given} could be read.
 *
 * @param file path within the policy folder
 * @param line line of the example
 * @param name its name
 * @param given its site and measurements
 * @param expect what is expected, as in the file
 */
record SpecExample(String file, int line, String name, SpecGiven given, JsonNode expect) {}
