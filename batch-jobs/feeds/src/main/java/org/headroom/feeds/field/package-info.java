/** One list of the fields of every output of a run, and the page that is made of it. */
@NullMarked
package org.headroom.feeds.field;

import org.jspecify.annotations.NullMarked;
