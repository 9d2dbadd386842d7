/**
 * Job repositories on a PostgreSQL server: a part that need not be there. Nothing outside names a class of it or of the driver; {@link
 * org.headroom.runtime.repository.DatabaseServer} finds it.
 */
@NullMarked
package org.headroom.runtime.postgres;

import org.jspecify.annotations.NullMarked;
