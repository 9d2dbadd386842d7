/** Decision tables of Drools: a sheet in which each row becomes a rule. */
@NullMarked
package org.headroom.rules.decision;

import org.jspecify.annotations.NullMarked;
