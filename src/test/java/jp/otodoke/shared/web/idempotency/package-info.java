/** Repeated requests over real HTTP. */
@NullMarked
package jp.otodoke.shared.web.idempotency;

import org.jspecify.annotations.NullMarked;
