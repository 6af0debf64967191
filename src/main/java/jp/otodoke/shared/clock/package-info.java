/** The one clock of the business: stored, shared between nodes, movable in a demo. */
@NullMarked
package jp.otodoke.shared.clock;

import org.jspecify.annotations.NullMarked;
