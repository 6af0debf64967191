/** Proof that the books and the stock hold: as a page, an API call and a command. */
@NullMarked
@NamedInterface("invariants")
package jp.otodoke.platform.invariants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
