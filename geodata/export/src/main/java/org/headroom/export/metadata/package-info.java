/** What a file says of itself to catalogues and people: ISO 19115 metadata, the same in every format. */
@NullMarked
package org.headroom.export.metadata;

import org.jspecify.annotations.NullMarked;
