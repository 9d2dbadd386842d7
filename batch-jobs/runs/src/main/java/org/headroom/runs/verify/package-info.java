/** Verifies a published run: its files, its counts, its order, and scores that are derived again. */
@NullMarked
package org.headroom.runs.verify;

import org.jspecify.annotations.NullMarked;
