/** From the start of the process to the line that says ready. */
@NullMarked
package jp.otodoke.shared.start;

import org.jspecify.annotations.NullMarked;
