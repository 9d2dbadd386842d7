/** The sites of a published run as other policies would rank them, without measuring again, and what differs. */
@NullMarked
package org.headroom.runs.preview;

import org.jspecify.annotations.NullMarked;
