/** The {@code Site} that rules see: its fields, the columns behind it, and the class that is generated from the vocabulary. */
@NullMarked
package org.headroom.rules.fact;

import org.jspecify.annotations.NullMarked;
