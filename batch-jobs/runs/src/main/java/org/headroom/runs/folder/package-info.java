/** The folder for runs: what lies there, which runs stay, and the hidden folder of a run that is not published yet. */
@NullMarked
package org.headroom.runs.folder;

import org.jspecify.annotations.NullMarked;
