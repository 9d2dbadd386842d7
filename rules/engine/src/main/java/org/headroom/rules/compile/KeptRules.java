package org.headroom.rules.compile;

import java.util.Optional;

/** Where compiled rules may come from; what is found is checked as freshly compiled rules are. Safe for several threads. */
public abstract class KeptRules {
    KeptRules() {}

    /** The classes of these very rules, when they are there. */
    abstract Optional<RuleClasses> find(RuleSource source);

    /** Keeps the classes of rules, where that is possible. */
    abstract void keep(RuleSource source, RuleClasses classes);

    /** Takes away classes that are of no use, so that they are not met again. */
    abstract void remove(RuleSource source);
}
