/** What is known of the air of a place: how a year's hours are counted and written, and the formulas of moist air. */
@NullMarked
package org.headroom.model.climate;

import org.jspecify.annotations.NullMarked;
