@NullMarked
package org.headroom.decide.advice;

import org.jspecify.annotations.NullMarked;
