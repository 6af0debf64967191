/** Bulk loading of past shipments for demo data. */
@NullMarked
@NamedInterface("bulk")
package jp.otodoke.fulfilment.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
