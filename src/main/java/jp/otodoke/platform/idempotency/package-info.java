/** A POST that is repeated with the same {@code Idempotency-Key} does its work once. */
@NullMarked
package jp.otodoke.platform.idempotency;

import org.jspecify.annotations.NullMarked;
