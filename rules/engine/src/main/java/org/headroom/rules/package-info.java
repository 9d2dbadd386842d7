/** Policies: loaded and checked, run over blocks of sites, explained, and tried on examples. The only module that sees Drools. */
@NullMarked
package org.headroom.rules;

import org.jspecify.annotations.NullMarked;
