package org.headroom.rules.finding;

import org.headroom.rules.rule.CheckedRule;

/**
 * A rule and the sites for which it holds.
 *
 * @param rule the rule
 * @param region not empty
 */
record Placed(CheckedRule rule, Region region) {}
