/** The job repository of an output folder: its tables and their migrations, in a file or on a server. Knows no batch runtime. */
@NullMarked
package org.headroom.runtime.repository;

import org.jspecify.annotations.NullMarked;
