/** The criteria tables of a policy as a spreadsheet: written for people, and read back as what it is, a file from outside. */
@NullMarked
package org.headroom.workbench.sheet;

import org.jspecify.annotations.NullMarked;
