/** How fast it is. */
@NullMarked
package jp.otodoke.bench;

import org.jspecify.annotations.NullMarked;
