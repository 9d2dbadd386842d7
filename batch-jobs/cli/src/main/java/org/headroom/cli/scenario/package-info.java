/** Ranks a project under several scenarios, and shows the ranks side by side. */
@NullMarked
package org.headroom.cli.scenario;

import org.jspecify.annotations.NullMarked;
