/** A POST that is repeated with the same {@code Idempotency-Key} does its work once. */
@NullMarked
@NamedInterface("idempotency")
package jp.otodoke.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
