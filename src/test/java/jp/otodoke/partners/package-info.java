@NullMarked
package jp.otodoke.partners;

import org.jspecify.annotations.NullMarked;
