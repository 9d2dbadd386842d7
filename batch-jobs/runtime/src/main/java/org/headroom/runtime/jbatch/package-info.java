/** The jbatch runtime behind the port: its set-up, its job repository on disk, and what it needs after a crash. */
@NullMarked
package org.headroom.runtime.jbatch;

import org.jspecify.annotations.NullMarked;
