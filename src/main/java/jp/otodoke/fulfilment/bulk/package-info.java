/** Bulk loading of past shipments for demo data. */
@NullMarked
package jp.otodoke.fulfilment.bulk;

import org.jspecify.annotations.NullMarked;
