/** Checked rules compiled: written anew for Drools, their classes checked before they are loaded, kept for the next time, and run. */
@NullMarked
package org.headroom.rules.compile;

import org.jspecify.annotations.NullMarked;
