/** The desk of the staff: one module for each of its pages that bring several modules together. */
@NullMarked
package jp.otodoke.desk;

import org.jspecify.annotations.NullMarked;
