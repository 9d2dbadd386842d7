/**
 * Rule files: parsed by Drools, held against an allow-list, turned into conditions and actions of our own, and compiled from these.
 * Only what was understood here ever reaches the compiler.
 */
@NullMarked
package org.headroom.rules.drl;

import org.jspecify.annotations.NullMarked;
