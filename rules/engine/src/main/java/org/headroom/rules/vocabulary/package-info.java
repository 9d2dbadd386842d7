/** What rules and tables may name. */
@NullMarked
package org.headroom.rules.vocabulary;

import org.jspecify.annotations.NullMarked;
