/** The commands, one class each, and the options that several of them share. */
@NullMarked
package org.headroom.cli.command;

import org.jspecify.annotations.NullMarked;
