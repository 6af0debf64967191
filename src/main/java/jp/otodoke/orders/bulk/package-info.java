/** Bulk loading of past orders for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.orders.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
