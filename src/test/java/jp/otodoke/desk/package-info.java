@NullMarked
package jp.otodoke.desk;

import org.jspecify.annotations.NullMarked;
