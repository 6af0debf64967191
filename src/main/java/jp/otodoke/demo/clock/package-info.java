/** Moves the business clock through every due moment, on every node. */
@NullMarked
package jp.otodoke.demo.clock;

import org.jspecify.annotations.NullMarked;
