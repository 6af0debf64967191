@NullMarked
package jp.otodoke.payments;

import org.jspecify.annotations.NullMarked;
