/** What rules can read, as text, page and JSON. */
@NullMarked
package org.headroom.cli.names;

import org.jspecify.annotations.NullMarked;
