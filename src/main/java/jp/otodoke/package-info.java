/** Otodoke: software for repeat mail order, from order to delivery. */
@NullMarked
package jp.otodoke;

import org.jspecify.annotations.NullMarked;
