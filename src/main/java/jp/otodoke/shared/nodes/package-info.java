/** The nodes that share one database: who lives, who does what only one of them should do. */
@NullMarked
package jp.otodoke.shared.nodes;

import org.jspecify.annotations.NullMarked;
