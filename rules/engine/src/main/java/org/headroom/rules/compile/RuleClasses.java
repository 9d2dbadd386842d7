package org.headroom.rules.compile;

import java.util.Map;
import java.util.TreeMap;

/**
 * Compiled rules as class files: the model of the rules, what it needs, and the Site class. The arrays are not copied; nobody may
 * change them.
 *
 * @param model name of the class that lists the rules for Drools
 * @param files class files by class name
 */
record RuleClasses(String model, Map<String, byte[]> files) {
    RuleClasses {
        files = new TreeMap<>(files);
    }
}
