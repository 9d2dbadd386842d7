/** Scoring module {@code site-profile}: what the source of a site says of it, as criteria. */
@NullMarked
package org.headroom.siteprofile;

import org.jspecify.annotations.NullMarked;
