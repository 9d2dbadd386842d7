/** The command that ranks, and those on its jobs: list, show, restart, stop. */
@NullMarked
package org.headroom.cli.command.jobs;

import org.jspecify.annotations.NullMarked;
