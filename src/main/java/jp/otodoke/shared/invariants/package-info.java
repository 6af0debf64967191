/** Proof that the books and the stock hold: as a page, an API call and a command. */
@NullMarked
package jp.otodoke.shared.invariants;

import org.jspecify.annotations.NullMarked;
