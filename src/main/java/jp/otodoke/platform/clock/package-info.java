/** The business clock: stored, shared between nodes, movable in a demo. */
@NullMarked
@NamedInterface("clock")
package jp.otodoke.platform.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
