/**
 * Finds scoring modules on the class path and in {@code plugins/NAME/*.jar}, each folder in a class loader of its own, and guards the
 * run against what a module may do wrong.
 */
@NullMarked
package org.headroom.host;

import org.jspecify.annotations.NullMarked;
