/** Customers written by the thousand, for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.customers.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
