/** A small company with customers, half a year of history and open work, to try Otodoke out. */
@NullMarked
package jp.otodoke.demo.data;

import org.jspecify.annotations.NullMarked;
