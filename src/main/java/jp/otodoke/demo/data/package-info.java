/** A small firm with customers, half a year of history and open work, for those who try Otodoke out. */
@NullMarked
package jp.otodoke.demo.data;

import org.jspecify.annotations.NullMarked;
