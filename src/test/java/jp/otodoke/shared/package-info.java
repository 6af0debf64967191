@NullMarked
package jp.otodoke.shared;

import org.jspecify.annotations.NullMarked;
