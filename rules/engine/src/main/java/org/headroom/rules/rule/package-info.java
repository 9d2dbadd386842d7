/** Rules as they were understood from a rule file: conditions, actions and their places. */
@NullMarked
package org.headroom.rules.rule;

import org.jspecify.annotations.NullMarked;
