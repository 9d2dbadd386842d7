package org.headroom.derate;

import java.util.Arrays;
import java.util.List;

/** What the planner can change to have more of the load as firm. */
enum Lever {
    /** All that is asked for is firm. */
    NONE_NEEDED,
    /** More is there for a load that gives way for some hours. */
    ACCEPT_CURTAILMENT,
    /** A right that is held carries a part, which need not wait for the rest. */
    PART_ON_RIGHT,
    /** What is in reach has a voltage too low for the load asked for: a node of the next voltage, or a load that the lower one carries. */
    NEXT_VOLTAGE,
    /** A request of the firm MW would be firm as a whole. */
    SMALLER_REQUEST;

    static final List<String> LABELS = Arrays.stream(values()).map(Enum::name).toList();
}
