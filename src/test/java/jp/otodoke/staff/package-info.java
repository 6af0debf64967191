@NullMarked
package jp.otodoke.staff;

import org.jspecify.annotations.NullMarked;
