/** A review of a run as Markdown: why chosen sites stand where they stand, for somebody who knows the places. */
@NullMarked
package org.headroom.runs.review;

import org.jspecify.annotations.NullMarked;
