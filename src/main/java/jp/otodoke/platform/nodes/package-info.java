/** The nodes that share one database: who lives, who does what only one of them should do. */
@NullMarked
@NamedInterface("nodes")
package jp.otodoke.platform.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
