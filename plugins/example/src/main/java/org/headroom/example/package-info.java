/** The smallest scoring module: one criterion, no layers, no parameters. Copy this folder to begin one of your own. */
@NullMarked
package org.headroom.example;

import org.jspecify.annotations.NullMarked;
