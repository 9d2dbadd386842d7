/** The parts of a policy as they stand in its folder: settings, criteria tables, parameters and rules, each held against the vocabulary. */
@NullMarked
package org.headroom.rules.reading;

import org.jspecify.annotations.NullMarked;
