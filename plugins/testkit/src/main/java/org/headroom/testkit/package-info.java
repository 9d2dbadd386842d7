/**
 * What the author of a scoring module tests it with. Extend {@link org.headroom.testkit.ScoringModuleContract} to hold a module to
 * the contract of {@link org.headroom.spi.ScoringModule}; build its surroundings with {@link org.headroom.testkit.MemoryContext},
 * {@link org.headroom.testkit.MemoryLayer}, {@link org.headroom.testkit.MemoryRaster} and {@link org.headroom.testkit.MemorySites}.
 * The implementations here are slow and plain on purpose: they are the reference that the fast ones are compared with.
 */
@NullMarked
package org.headroom.testkit;

import org.jspecify.annotations.NullMarked;
