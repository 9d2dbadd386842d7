package org.headroom.rules.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The comparisons of some rules that the program answers itself, each once. Their place is the number by which compiled rules ask for them: it hangs
 * on the texts of the rules alone, so compiled rules that were kept ask for the same.
 *
 * @param all in the order in which the rules ask for them first
 */
public record SiteTests(List<Tested> all) {
    public SiteTests {
        all = List.copyOf(all);
    }

    /** The tests of rules in their order. */
    public static SiteTests of(List<CheckedRule> rules) {
        Map<String, Tested> byProperty = new LinkedHashMap<>();
        for (CheckedRule rule : rules) {
            for (Condition leaf : rule.condition().leaves()) {
                if (leaf instanceof Tested tested) {
                    byProperty.putIfAbsent(tested.property(), tested);
                }
            }
        }
        return new SiteTests(new ArrayList<>(byProperty.values()));
    }

    /** Names of the properties of the site, in the order of the numbers. */
    public List<String> properties() {
        return all.stream().map(Tested::property).toList();
    }
}
