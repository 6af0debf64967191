/** Bulk loading of past payments for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.payments.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
