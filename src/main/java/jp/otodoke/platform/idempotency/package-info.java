/** The same POST twice does its work once: answers kept by {@code Idempotency-Key}. */
@NullMarked
package jp.otodoke.platform.idempotency;

import org.jspecify.annotations.NullMarked;
