/** Stock movements written by the million, for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.inventory.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
