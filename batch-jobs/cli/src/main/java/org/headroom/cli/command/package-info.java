/** The program's own options, and the commands on layers and plugins, one class each; larger groups have rooms of their own. */
@NullMarked
package org.headroom.cli.command;

import org.jspecify.annotations.NullMarked;
