/** Stock movements written by the million, for demo data. */
@NullMarked
package jp.otodoke.inventory.bulk;

import org.jspecify.annotations.NullMarked;
