/** One user for each role. */
@NullMarked
package jp.otodoke.demo.staff;

import org.jspecify.annotations.NullMarked;
