/** Proves that books and stock are consistent: as a page, an API call and a command. */
@NullMarked
@NamedInterface("invariants")
package jp.otodoke.platform.invariants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
