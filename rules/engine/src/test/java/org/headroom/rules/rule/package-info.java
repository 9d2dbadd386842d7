@NullMarked
package org.headroom.rules.rule;

import org.jspecify.annotations.NullMarked;
