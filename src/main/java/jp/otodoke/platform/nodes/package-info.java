/** The nodes that share one database: which are alive, and which does what only one should do. */
@NullMarked
@NamedInterface("nodes")
package jp.otodoke.platform.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
